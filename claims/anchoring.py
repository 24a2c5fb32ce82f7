"""Moving the place of a mention to the words that a person selected, or splitting it in two."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.audit import record
from claims.errors import Conflict, Forbidden, Invalid, Leased, NotThere, WrongState
from claims.intake import enter
from claims.models import Claim, ClaimState, Mention, VerdictState

if TYPE_CHECKING:
    from claims.accounts.models import User


def move_mention(mention_id: UUID, *, actor: User, start: int, end: int) -> Mention:
    """Let a mention stand for `snapshot.text[start:end]`, wider or narrower than before.

    start, end: code points of the mention's snapshot. Figures that no longer lie inside are
    dropped; the stand-alone wording stays as it is.
    Raises Refused while a colleague has the claim in hand, or an editor was asked to rely on it.
    """
    found = Mention.objects.filter(pk=mention_id).values_list("claim_id", flat=True).first()
    if found is None:
        raise NotThere(_("There is no such mention."))
    if not (actor.is_active and actor.has_perm("claims.change_claim")):
        raise Forbidden(_("Your role does not include this."))
    with transaction.atomic():
        claim = _open_claim(found, actor)
        rows = Mention.objects.select_for_update(of=("self",)).select_related("snapshot")
        mention = rows.get(pk=mention_id)
        before = {"start": mention.start, "end": mention.end, "quote": mention.quote}
        if (before["start"], before["end"]) == (start, end):
            return mention
        _place(mention, start, end)
        mention.quantities.exclude(Q(start__gte=start) & Q(end__lte=end)).delete()
        claim.version += 1
        claim.changed_at = timezone.now()
        claim.save(update_fields=["version", "changed_at"])
        record(
            "mention.changed",
            actor=actor,
            claim=claim,
            subject=f"mention:{mention.pk}",
            detail={
                "before": before,
                "after": {"start": start, "end": end, "quote": mention.quote},
            },
        )
    return mention


def split_mention(mention_id: UUID, *, actor: User, start: int, end: int) -> Claim:
    """Make a claim of its own of `snapshot.text[start:end]`; the mention keeps what is left.

    start, end: code points; the words lie at the beginning or at the end of the mention. The new
    claim takes over kind and claimant. Returns the new claim.
    """
    mention = Mention.objects.select_related("claim__claimant", "snapshot").filter(pk=mention_id)
    mention = mention.first()
    if mention is None:
        raise NotThere(_("There is no such mention."))
    kept = _rest(mention, start, end)
    claim = mention.claim
    with transaction.atomic():
        move_mention(mention_id, actor=actor, start=kept[0], end=kept[1])
        return enter(
            mention.snapshot_id,
            actor=actor,
            text="",
            start=start,
            end=end,
            kind=claim.kind,
            claimant=claim.claimant,
            language=claim.language,
            said_on=claim.said_on,
        )


def _rest(mention: Mention, start: int, end: int) -> tuple[int, int]:
    """Return what a mention still stands for without start to end, drawn in to its words."""
    is_first, is_last = start <= mention.start, end >= mention.end
    if start >= mention.end or end <= mention.start or is_first == is_last:
        raise Invalid(
            _("Select words at the beginning or at the end of this claim, and leave some to it."),
            field="words",
        )
    left, right = (end, mention.end) if is_first else (mention.start, start)
    words = mention.snapshot.text[left:right]
    if not words.strip():
        raise Invalid(_("Leave some words to this claim."), field="words")
    return left + len(words) - len(words.lstrip()), right - len(words) + len(words.rstrip())


def _open_claim(claim_id: UUID, actor: User) -> Claim:
    """Lock a claim whose mentions may change now."""
    claim = Claim.objects.select_for_update(no_key=True, of=("self",)).get(pk=claim_id)
    if claim.state in (ClaimState.DISMISSED, ClaimState.DUPLICATE):
        raise WrongState(_("This claim is not being checked. Reopen it first."))
    if claim.is_leased() and not claim.is_leased_to(actor):
        raise Leased(_("{name} has this claim in hand.").format(name=claim.lease_by))
    handed_in = (VerdictState.SUBMITTED, VerdictState.APPROVED, VerdictState.PUBLISHED)
    if claim.verdicts.filter(state__in=handed_in).exists():
        raise Conflict(_("A verdict rests on these words. Start a correction first."))
    return claim


def _place(mention: Mention, start: int, end: int) -> None:
    text = mention.snapshot.text
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise Invalid(_("Select the words in the article."), field="start")
    taken = Mention.objects.filter(
        snapshot=mention.snapshot_id, start=start, end=end, claim=mention.claim_id
    )
    if taken.exclude(pk=mention.pk).exists():
        raise Conflict(_("This claim has a mention there already."))
    mention.start, mention.end, mention.quote = start, end, text[start:end]
    mention.segments = []
    mention.sentence_start = min(mention.sentence_start, start)
    mention.sentence_end = max(mention.sentence_end, end)
    mention.save()

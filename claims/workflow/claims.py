"""Verbs about a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.audit import record
from claims.errors import Conflict, Invalid, Outdated, Refused
from claims.models import Claim, ClaimState, Comment, Distinction, Kind
from claims.models.claim import DismissalReason
from claims.words import checked
from claims.workflow.taking import Work, taking

if TYPE_CHECKING:
    from claims.accounts.models import User

# What `edit` may change, beside the topics.
EDITABLE = ("text", "kind", "language", "claimant", "said_on")
ASSIGNABLE = ("assignee", "priority", "deadline")


def accept(claim_id: UUID, *, actor: User) -> Claim:
    """Take a candidate into the queue."""
    with taking("accept", actor, claim_id) as work:
        work.detail = _seen(work.claim)
    return work.claim


def dismiss(claim_id: UUID, *, actor: User, reason: str, note: str = "") -> Claim:
    """Put a claim aside as not worth checking, for one of the `DismissalReason`s."""
    if reason not in DismissalReason.values:
        raise Invalid(_("Choose a reason."), field="reason")
    note = checked(note, field="note", most=1000, required=reason == DismissalReason.OTHER)
    with taking("dismiss", actor, claim_id) as work:
        work.detail = {
            "reason": reason, "note": note, "before": _before(work), **_seen(work.claim)
        }  # fmt: skip
        work.claim.dismissal_reason = reason
    return work.claim


def mark_duplicate(claim_id: UUID, *, actor: User, of: UUID) -> Claim:
    """Say that a claim is the same as another one. Its mentions stay with it.

    Where the other one is a duplicate itself, the claim behind it is meant.
    """
    with transaction.atomic():
        original = _locked_original(claim_id, of)
        with taking("mark_duplicate", actor, claim_id) as work:
            if original is None:
                raise Invalid(_("There is no such claim."), field="of")
            if original.pk == work.claim.pk:
                raise Invalid(_("A claim cannot be a duplicate of itself."), field="of")
            if original.duplicate_of_id is not None:
                raise Conflict(_("Somebody just marked that claim as a duplicate. Try again."))
            if original.state == ClaimState.DISMISSED:
                raise Invalid(_("That claim is dismissed. Reopen it first."), field="of")
            if work.claim.duplicates.exists():
                raise Refused(_("Other claims are duplicates of this one. Keep this one instead."))
            work.detail = {"of": str(original.pk), "before": _before(work)}
            work.claim.duplicate_of = original
    return work.claim


def tell_apart(claim_id: UUID, *, actor: User, of: UUID) -> Claim:
    """Say that a claim is not the same as another that looks alike; saying so again is no news."""
    with taking("tell_apart", actor, claim_id) as work:
        other = Claim.objects.filter(pk=of).only("pk").first()
        if other is None:
            raise Invalid(_("There is no such claim."), field="of")
        if other.pk == work.claim.pk:
            raise Invalid(_("A claim cannot be told apart from itself."), field="of")
        repeats = work.claim.duplicates.values_list("pk", flat=True)
        if other.pk in (work.claim.duplicate_of_id, *repeats):
            raise Refused(_("One is marked as a duplicate of the other. Reopen it first."))
        one, two = sorted((work.claim.pk, other.pk))
        _pair, is_new = Distinction.objects.get_or_create(
            one_id=one, other_id=two, defaults={"said_by": actor}
        )
        work.is_silent = not is_new
        work.detail = {"of": str(other.pk)}
    return work.claim


def reopen(claim_id: UUID, *, actor: User, reason: str = "") -> Claim:
    """Put a dismissed, duplicate or retracted claim back into the queue."""
    reason = checked(reason, field="reason", most=1000)
    with taking("reopen", actor, claim_id) as work:
        work.claim.dismissal_reason = ""
        work.claim.duplicate_of = None
        work.detail = {"reason": reason} if reason else {}
    return work.claim


def take(claim_id: UUID, *, actor: User) -> Claim:
    """Take a waiting claim in hand for LEASE_MINUTES; a lapsed lease can be taken at once."""
    with taking("take", actor, claim_id) as work:
        work.lease(actor)
        work.claim.reserved_for = work.claim.reserved_until = None
    return work.claim


def take_over(claim_id: UUID, *, actor: User, reason: str) -> Claim:
    """Take a claim out of a colleague's hand; the draft stays, the reason is kept."""
    reason = checked(reason, field="reason", most=500, required=True)
    with taking("take_over", actor, claim_id) as work:
        work.detail = {"reason": reason, "from": work.claim.lease_by_id}
        work.lease(actor)
    return work.claim


def release(claim_id: UUID, *, actor: User) -> Claim:
    """Give a claim back to the queue; the draft stays."""
    with taking("release", actor, claim_id) as work:
        pass
    return work.claim


def extend(claim_id: UUID, *, actor: User) -> Claim:
    """Keep a claim in hand for another LEASE_MINUTES from now. Leaves no event."""
    with taking("extend", actor, claim_id) as work:
        work.lease(actor)
        work.is_silent = True
    return work.claim


def release_lapsed(*, most: int = 500) -> int:
    """Return claims whose lease ran out to the queue; return how many, `most` at a time."""
    lapsed = Claim.objects.filter(
        state=ClaimState.IN_PROGRESS, lease_until__lt=timezone.now()
    ).values_list("pk", flat=True)
    return sum(_release_if_lapsed(claim_id) for claim_id in list(lapsed[:most]))


def _release_if_lapsed(claim_id: UUID) -> bool:
    with transaction.atomic():
        rows = Claim.objects.select_for_update(no_key=True, skip_locked=True)
        claim = rows.filter(pk=claim_id, state=ClaimState.IN_PROGRESS).first()
        if claim is None or claim.is_leased():
            return False
        claim.state, claim.state_since = ClaimState.QUEUED, timezone.now()
        claim.lease_by = claim.lease_until = None
        claim.version += 1
        claim.save()
        record(
            "claim.lease_lapsed",
            actor=None,
            claim=claim,
            from_state=ClaimState.IN_PROGRESS,
            to_state=ClaimState.QUEUED,
        )
    return True


def edit(claim_id: UUID, *, actor: User, version: int | None = None, **changes: Any) -> Claim:
    """Change the stand-alone wording or what is known about a claim.

    changes: any of text, kind, language, claimant, said_on, and topics (a list of Topic).
    version: the version that the person saw; a newer one raises Outdated with what it is now.
    """
    unknown = set(changes) - {*EDITABLE, "topics"}
    if unknown:
        raise TypeError(f"edit() cannot change {', '.join(sorted(unknown))}")
    topics = changes.pop("topics", None)
    _check_edit(changes)
    with taking("edit", actor, claim_id) as work:
        claim = work.claim
        if version is not None and version != claim.version:
            raise Outdated(
                _("Somebody changed this claim while you were typing."),
                newer={"version": claim.version, **_content(claim)},
            )
        before = _content(claim)
        for name, value in changes.items():
            setattr(claim, name, value)
        if topics is not None:
            claim.topics.set(topics)
        after = _content(claim)
        work.detail = {
            name: {"before": before[name], "after": after[name]}
            for name in before
            if before[name] != after[name]
        }
        work.is_silent = not work.detail
    return work.claim


def assign(claim_id: UUID, *, actor: User, **changes: Any) -> Claim:
    """Say who should take a claim, how urgent it is and until when it is wanted.

    changes: any of assignee, priority (0 to 3) and deadline; what is left out stays as it is.
    """
    unknown = set(changes) - set(ASSIGNABLE)
    if unknown:
        raise TypeError(f"assign() does not take {', '.join(sorted(unknown))}")
    assignee = changes.get("assignee")
    with taking("assign", actor, claim_id) as work:
        if assignee is not None and not assignee.has_perm("claims.take_claim"):
            sentence = _("{name} does not check claims.").format(name=assignee)
            raise Invalid(sentence, field="assignee")
        if "priority" in changes and changes["priority"] not in range(4):
            raise Invalid(_("Priority is 0, 1, 2 or 3."), field="priority")
        for name, value in changes.items():
            setattr(work.claim, name, value)
        work.detail = {
            "assignee": work.claim.assignee_id,
            "priority": work.claim.priority,
            "deadline": work.claim.deadline,
        }
    return work.claim


def comment(claim_id: UUID, *, actor: User, body: str) -> Comment:
    """Leave a remark for colleagues."""
    body = checked(body, field="body", most=5000, required=True)
    with taking("comment", actor, claim_id) as work:
        remark = Comment.objects.create(claim=work.claim, author=actor, body=body)
        work.detail = {"comment": remark.pk}
    return remark


def _locked_original(claim_id: UUID, of: UUID) -> Claim | None:
    """Lock two claims that are the same, in the order of their ids; return the one that stays.

    The trigger on duplicates locks the other claim too. When each of two people called one of two
    claims the duplicate of the other, both would wait, each for what the other holds.
    """
    original = Coalesce("duplicate_of", "pk")
    found = list(Claim.objects.filter(pk=of).values_list(original, flat=True))
    rows = Claim.objects.select_for_update(no_key=True).order_by("pk")
    locked = {claim.pk: claim for claim in rows.filter(pk__in=[claim_id, *found])}
    return next((locked[pk] for pk in found if pk in locked), None)


def _seen(claim: Claim) -> dict[str, Any]:
    """What the extraction had seen in a claim when somebody decided on it; nothing by hand."""
    return {"worth": claim.worth, "features": claim.features} if claim.features else {}


def _before(work: Work) -> dict[str, Any]:
    """What undo needs to put a claim back into the hand it was in."""
    return {"lease_by": work.claim.lease_by_id, "lease_until": work.claim.lease_until}


def _check_edit(changes: dict[str, Any]) -> None:
    if "text" in changes:
        changes["text"] = checked(changes["text"], field="text", most=2000, required=True)
    if "language" in changes:
        changes["language"] = checked(changes["language"], field="language", most=10, required=True)
    if "kind" in changes and changes["kind"] not in Kind.values:
        raise Invalid(_("Choose a kind."), field="kind")


def _content(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "kind": claim.kind,
        "language": claim.language,
        "claimant": str(claim.claimant_id) if claim.claimant_id else None,
        "said_on": claim.said_on.isoformat() if claim.said_on else None,
        "topics": sorted(claim.topics.values_list("slug", flat=True)),
    }

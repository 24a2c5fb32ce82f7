"""The blind second check: ask, answer, and rule where two answers differ."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.audit import record
from claims.errors import Conflict, Forbidden, Invalid, NotThere, SameEyes, WrongState
from claims.models import (
    Claim,
    Confidence,
    Rating,
    Said,
    SecondOpinion,
    Verdict,
    VerdictAuthor,
    VerdictState,
)
from claims.words import checked

if TYPE_CHECKING:
    from claims.accounts.models import User

ANSWERS = "claims.add_secondopinion"
RULES = "claims.change_secondopinion"
NOTE_LENGTH = 5000  # characters


def ask_second(verdict_id: UUID, *, actor: User) -> SecondOpinion:
    """Have a submitted verdict checked again by somebody who does not see it."""
    with _locked(verdict_id, actor, RULES) as verdict:
        if SecondOpinion.objects.filter(verdict=verdict).exists():
            raise Conflict(_("A second check has been asked for already."))
        return _ask(verdict, SecondOpinion.Cause.ASKED, actor)


def answer_second(
    opinion_id: UUID, *, actor: User, rating: Rating | None, said: str = "", note: str = ""
) -> SecondOpinion:
    """Give the second answer. Where it is the same as the first, the check is settled.

    Raises SameEyes for an author of the verdict, WrongState where somebody was quicker.
    """
    note = checked(note, field="note", most=NOTE_LENGTH, required=True)
    if rating is None or rating.retired_at:
        raise Invalid(_("Choose a rating."), field="rating")
    if said and said not in Said.values:
        raise Invalid(_("Choose one of the answers."), field="said")
    with _open(opinion_id, actor, ANSWERS) as opinion:
        if opinion.answered_at is not None:
            raise WrongState(_("Somebody has answered this already."))
        if opinion.first_said and not said:
            raise Invalid(_("Say whether it was said."), field="said")
        opinion.checker, opinion.answered_at = actor, timezone.now()
        opinion.rating, opinion.note = rating, note
        opinion.said = said if opinion.first_said else ""
        if opinion.agrees:
            opinion.settled_at = opinion.answered_at
        opinion.save()
        _tell("second.answered", opinion, actor, agrees=bool(opinion.agrees))
    return opinion


def rule_second(opinion_id: UUID, *, actor: User, ruling: str, note: str) -> SecondOpinion:
    """Decide between two answers that differ, as an editor who gave neither.

    A ruling does not change the verdict: where the first answer does not hold, it is returned.
    """
    if ruling not in SecondOpinion.Ruling.values or ruling == SecondOpinion.Ruling.WAIVED:
        raise Invalid(_("Choose a ruling."), field="ruling")
    note = checked(note, field="note", most=NOTE_LENGTH, required=True)
    with _open(opinion_id, actor, RULES) as opinion:
        if opinion.answered_at is None:
            raise WrongState(_("The second answer is still missing."))
        if opinion.checker_id == actor.pk:
            raise SameEyes(_("You gave the second answer: another editor has to rule."))
        _settle(opinion, actor, ruling, note)
        _tell("second.ruled", opinion, actor, ruling=ruling, note=note)
    return opinion


def waive_second(opinion_id: UUID, *, actor: User, note: str) -> SecondOpinion:
    """Let a second check go that nobody has answered, for a reason."""
    note = checked(note, field="note", most=NOTE_LENGTH, required=True)
    with _open(opinion_id, actor, RULES) as opinion:
        if opinion.answered_at is not None:
            raise WrongState(_("It was answered: rule on it instead."))
        _settle(opinion, actor, SecondOpinion.Ruling.WAIVED, note)
        _tell("second.waived", opinion, actor, note=note)
    return opinion


def blinding(user: User) -> QuerySet[SecondOpinion]:
    """Return the open checks because of which this person sees neither verdict nor remarks.

    Authors know the verdict, and editors who may rule have to see it; everybody else who may
    answer could be asked. Pages, admin and API hide by this one answer.
    """
    if user.has_perm(RULES) or not user.has_perm(ANSWERS):
        return SecondOpinion.objects.none()
    own = VerdictAuthor.objects.filter(verdict=OuterRef("verdict"), user=user.pk)
    return SecondOpinion.objects.unanswered().filter(
        ~Exists(own), verdict__state=VerdictState.SUBMITTED
    )


def after_submission(verdict: Verdict, actor: User) -> None:
    """Ask for a second check by sample or by risk; keep a running one up to date.

    Must run in the transaction that submits.
    """
    opinion = SecondOpinion.objects.filter(verdict=verdict).first()
    if opinion is None:
        cause = _cause(verdict)
        if cause:
            _ask(verdict, cause, None)
        return
    if opinion.settled_at is not None:
        return
    opinion.first_rating, opinion.first_said = verdict.rating, verdict.said
    if opinion.agrees:
        opinion.settled_at = timezone.now()
    opinion.save()


def _cause(verdict: Verdict) -> str:
    claimant = verdict.claim.claimant
    is_risky = verdict.confidence == Confidence.LOW or (
        claimant is not None and claimant.is_private_person
    )
    if settings.SECOND_CHECK_RISKY and is_risky:
        return SecondOpinion.Cause.FLAG
    # Drawn from the id and not by chance, so that handing in again draws the same lot.
    lot = int(hashlib.sha256(str(verdict.pk).encode()).hexdigest()[:8], 16) / 2**32
    return SecondOpinion.Cause.SAMPLE if lot < settings.SECOND_CHECK_PERCENT / 100 else ""


def _ask(verdict: Verdict, cause: str, actor: User | None) -> SecondOpinion:
    opinion = SecondOpinion.objects.create(
        verdict=verdict,
        cause=cause,
        asked_by=actor,
        first_rating=verdict.rating,
        first_said=verdict.said,
    )
    _tell("second.asked", opinion, actor, cause=str(cause))
    return opinion


def _settle(opinion: SecondOpinion, actor: User, ruling: str, note: str) -> None:
    opinion.ruling, opinion.ruling_note = ruling, note
    opinion.ruled_by, opinion.settled_at = actor, timezone.now()
    opinion.save()


def _tell(kind: str, opinion: SecondOpinion, actor: User | None, **detail: object) -> None:
    record(
        kind,
        actor=actor,
        claim=opinion.verdict.claim,
        subject=f"verdict:{opinion.verdict_id}",
        detail=detail,
    )


@contextmanager
def _locked(verdict_id: UUID, actor: User, permission: str) -> Iterator[Verdict]:
    """Lock a submitted verdict and its claim for somebody who wrote none of it."""
    if not (actor.is_active and actor.has_perm(permission)):
        raise Forbidden(_("Your role does not include this."))
    found = Verdict.objects.filter(pk=verdict_id).values_list("claim_id", flat=True).first()
    if found is None:
        raise NotThere(_("There is no such verdict."))
    with transaction.atomic():
        rows = Claim.objects.select_for_update(no_key=True, of=("self",))
        claim = rows.select_related("claimant").get(pk=found)
        verdicts = Verdict.objects.select_for_update(no_key=True, of=("self",))
        verdict = verdicts.select_related("rating").get(pk=verdict_id)
        verdict.claim = claim
        if verdict.state != VerdictState.SUBMITTED:
            raise WrongState(_("The verdict is not before an editor now."))
        if verdict.is_by(actor):
            raise SameEyes(_("You are an author of this verdict."))
        yield verdict


@contextmanager
def _open(opinion_id: UUID, actor: User, permission: str) -> Iterator[SecondOpinion]:
    """Lock a second check that is not settled yet, after its claim and verdict."""
    rows = SecondOpinion.objects.filter(pk=opinion_id)
    found = rows.values_list("verdict_id", flat=True).first()
    if found is None:
        raise NotThere(_("There is no such second check."))
    with _locked(found, actor, permission) as verdict:
        opinion = SecondOpinion.objects.select_for_update().get(pk=opinion_id)
        if opinion.settled_at is not None:
            raise WrongState(_("This second check is settled."))
        opinion.verdict = verdict
        yield opinion

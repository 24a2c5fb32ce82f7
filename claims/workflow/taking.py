"""The one way in: lock, check, change, record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.audit import record
from claims.errors import NotThere
from claims.models import Claim, ClaimState, Event, Verdict, VerdictAuthor
from claims.workflow.case import Case
from claims.workflow.table import STEPS, Step

if TYPE_CHECKING:
    from claims.accounts.models import User


@dataclass
class Work:
    """What a verb holds while it works: the locked rows, and what it wants to be recorded.

    verdict: the open revision, until the verb puts another one in its place.
    to_claim, to_verdict: where the rows go when the verb is through; start as the table says.
    detail: texts of the event; states and ids are added by themselves.
    is_silent: leave no event, for what happens every few seconds.
    authors: who has content in the verdict from now on.
    last: done when all else is stored; takes the last lock.
    """

    step: Step
    actor: User
    claim: Claim
    case: Case
    verdict: Verdict | None
    to_claim: str
    to_verdict: str
    detail: dict[str, Any] = field(default_factory=dict)
    is_silent: bool = False
    authors: set[int] = field(default_factory=set)
    event: Event | None = None
    last: Callable[[], object] | None = None

    def lease(self, holder: User) -> None:
        """Put the claim into somebody's hand for LEASE_MINUTES from now."""
        self.claim.lease_by = holder
        self.claim.lease_until = timezone.now() + timedelta(minutes=settings.LEASE_MINUTES)

    def open_verdict(self) -> Verdict:
        """The open revision, where the table has made sure that there is one."""
        if self.verdict is None:
            raise NotThere(_("There is no verdict in progress on this claim."))
        return self.verdict


@contextmanager
def taking(verb: str, actor: User, claim_id: UUID) -> Iterator[Work]:
    """Lock the claim and its open verdict, refuse what the table refuses, then store and record.

    Locks are always taken in this order: claim, verdict, chain, publication sequence.
    Raises Refused; then nothing has changed.
    """
    step = STEPS[verb]
    with transaction.atomic():
        claim = _locked(claim_id)
        verdict = claim.verdicts.open().select_for_update(no_key=True).first()
        if verdict is not None:
            verdict.claim = claim
        case = Case(claim, actor)
        case.open_verdict = verdict
        refused = step.refusal(case)
        if refused is not None:
            raise refused
        work = Work(step, actor, claim, case, verdict, step.to_claim, step.to_verdict)
        claim_before = claim.state
        yield work
        verdict_before = _store_verdict(work)
        _store_claim(work)
        if not work.is_silent:
            _record(work, claim_before, verdict_before)
        if work.last is not None:
            work.last()


@contextmanager
def taking_verdict(verb: str, actor: User, verdict_id: UUID) -> Iterator[Work]:
    """As `taking`, found by its verdict, which has to be the open one of its claim."""
    claim_id = Verdict.objects.filter(pk=verdict_id).values_list("claim_id", flat=True).first()
    if claim_id is None:
        raise NotThere(_("There is no such verdict."))
    with taking(verb, actor, claim_id) as work:
        if work.verdict is None or work.verdict.pk != verdict_id:
            raise NotThere(_("This revision is no longer in progress."))
        yield work


def _locked(claim_id: UUID) -> Claim:
    rows = Claim.objects.select_for_update(no_key=True, of=("self",))
    claim = rows.select_related("claimant", "lease_by", "reserved_for").filter(pk=claim_id).first()
    if claim is None:
        raise NotThere(_("There is no such claim."))
    return claim


def _store_verdict(work: Work) -> str:
    """Save the verdict in its new state; return the state it came from, empty for a new one."""
    verdict = work.verdict
    if verdict is None or not work.to_verdict:
        return ""
    before = "" if verdict._state.adding else verdict.state
    verdict.state = work.to_verdict
    verdict.version += 1
    verdict.save()
    for user_id in sorted(work.authors):
        VerdictAuthor.objects.get_or_create(verdict=verdict, user_id=user_id)
    return before


def _store_claim(work: Work) -> None:
    claim = work.claim
    if work.to_claim and work.to_claim != claim.state:
        claim.state, claim.state_since = work.to_claim, timezone.now()
    if claim.state != ClaimState.IN_PROGRESS:
        claim.lease_by = claim.lease_until = None
    if not work.is_silent:
        claim.version += 1
        claim.changed_at = timezone.now()
    claim.save()


def _record(work: Work, claim_before: str, verdict_before: str) -> None:
    """Leave the event of the verb, and one of its own for a claim that a verdict moved."""
    claim, verdict, step = work.claim, work.verdict, work.step
    about_verdict = step.event.startswith(("verdict.", "retraction.")) and verdict is not None
    from_state, to_state = claim_before, claim.state
    if about_verdict:
        from_state, to_state = verdict_before, work.to_verdict
    moves = bool(work.to_verdict if about_verdict else work.to_claim)
    work.event = record(
        step.event,
        actor=work.actor,
        claim=claim,
        subject=f"verdict:{verdict.pk}" if about_verdict else "",
        from_state=from_state if moves else "",
        to_state=to_state if moves else "",
        detail=work.detail,
    )
    if about_verdict and claim.state != claim_before:
        record(
            f"claim.{claim.state}",
            actor=work.actor,
            claim=claim,
            from_state=claim_before,
            to_state=claim.state,
        )

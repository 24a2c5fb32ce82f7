"""A claim, a person and the claim's verdicts, as the rules look at them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from claims.errors import Conflict, Forbidden, Leased, Refused, SameEyes, WrongState
from claims.models import Claim, ClaimState, RetractionRequest, SecondOpinion, Verdict, VerdictState

if TYPE_CHECKING:
    from claims.accounts.models import User


class Case:
    """What a rule needs to know. Each part is looked up once, when a rule first asks."""

    def __init__(self, claim: Claim, actor: User) -> None:
        self.claim = claim
        self.actor = actor

    @cached_property
    def open_verdict(self) -> Verdict | None:
        """The revision that is on its way, if there is one."""
        return self.claim.verdicts.open().select_related("rating").first()

    @cached_property
    def live_verdict(self) -> Verdict | None:
        """The revision that the public sees, if there is one."""
        return self.claim.verdicts.live().select_related("rating").first()

    @cached_property
    def retraction(self) -> RetractionRequest | None:
        """The undecided request to retract the live verdict, if there is one."""
        waiting = RetractionRequest.objects.filter(verdict__claim=self.claim, is_confirmed=None)
        return waiting.select_related("verdict", "requested_by").first()

    @cached_property
    def is_author(self) -> bool:
        """Whether the actor saved content of the open revision."""
        return self.open_verdict is not None and self.open_verdict.is_by(self.actor)


# Each rule returns the refusal, or None when nothing stands against it.


def always(_case: Case) -> Refused | None:
    return None


def holds_lease(case: Case) -> Refused | None:
    """Only who has the claim in hand may go on."""
    if case.claim.is_leased_to(case.actor):
        return None
    return not_leased_by_another(case) or Leased(
        _("Take the claim first: it is not in your hand, or your time with it has run out.")
    )


def not_leased_by_another(case: Case) -> Refused | None:
    """A claim that a colleague has in hand is left alone."""
    if case.claim.is_leased() and not case.claim.is_leased_to(case.actor):
        return Leased(_("{name} has this claim in hand.").format(name=case.claim.lease_by))
    return None


def leased_by_another(case: Case) -> Refused | None:
    """Taking over needs somebody to take over from."""
    if not case.claim.is_leased() or case.claim.is_leased_to(case.actor):
        return WrongState(_("Nobody else has this claim in hand: just take it."))
    return None


def free_to_take(case: Case) -> Refused | None:
    """Not in a colleague's hand, and not reserved for one whose verdict was returned."""
    claim = case.claim
    if claim.is_leased_to(case.actor):
        return WrongState(_("You have this claim in hand already."))
    reserved = claim.reserved_until is not None and claim.reserved_until > timezone.now()
    if reserved and claim.reserved_for_id not in (None, case.actor.pk):
        return Leased(_("This claim is reserved for {name}.").format(name=claim.reserved_for))
    return not_leased_by_another(case)


def has_no_verdict(case: Case) -> Refused | None:
    """With an open or live verdict a claim cannot be dismissed or merged away."""
    if case.open_verdict or case.live_verdict:
        return Conflict(_("This claim has an open or published verdict."))
    return None


def free_and_without_verdict(case: Case) -> Refused | None:
    return not_leased_by_another(case) or has_no_verdict(case)


def editable(case: Case) -> Refused | None:
    """The wording may change while nobody is asked to rely on it."""
    verdict = case.open_verdict
    if verdict and verdict.state in (VerdictState.SUBMITTED, VerdictState.APPROVED):
        return Conflict(_("The verdict was handed in with this wording. Recall it first."))
    return not_leased_by_another(case)


def author_or_editor(case: Case) -> Refused | None:
    """A revision is given up or called back by one of its authors, or by an editor."""
    if case.is_author or case.actor.has_perm("claims.return_verdict"):
        return None
    return Forbidden(_("Only an author of this revision or an editor may do this."))


def can_abandon(case: Case) -> Refused | None:
    verdict = case.open_verdict
    if verdict and verdict.is_correction() and case.claim.state == ClaimState.QUEUED:
        return Conflict(_("Take the claim first, then give the correction up."))
    return not_leased_by_another(case) or author_or_editor(case)


def other_eyes(case: Case) -> Refused | None:
    """Nobody approves what they wrote, whatever their role."""
    if case.is_author:
        return SameEyes(_("You are an author of this verdict: somebody else has to approve it."))
    return None


def can_approve(case: Case) -> Refused | None:
    """Other eyes, and no blind check that still waits for its answer or ruling."""
    refused = other_eyes(case)
    if (
        refused is None
        and SecondOpinion.objects.unsettled().filter(verdict=case.open_verdict).exists()
    ):
        return Conflict(_("A second check of this verdict is not settled yet."))
    return refused


def has_live_verdict(case: Case) -> Refused | None:
    if case.live_verdict is None:
        return WrongState(_("Nothing is published on this claim."))
    return None


def can_correct(case: Case) -> Refused | None:
    """A correction needs something published and no other revision on its way."""
    if case.open_verdict:
        return Conflict(_("Another revision of this verdict is already in progress."))
    return has_live_verdict(case)


def can_request_retraction(case: Case) -> Refused | None:
    if case.retraction:
        return Conflict(_("A retraction has been requested already."))
    return has_live_verdict(case)


def can_decide_retraction(case: Case) -> Refused | None:
    if case.retraction is None:
        return WrongState(_("Nobody has requested a retraction."))
    return None


def can_confirm_retraction(case: Case) -> Refused | None:
    """The second editor is another person than the first."""
    if case.retraction and case.retraction.requested_by_id == case.actor.pk:
        return SameEyes(_("You requested it: a second editor has to confirm."))
    return can_decide_retraction(case)

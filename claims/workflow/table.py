"""The step table: what each verb needs and where it leads. Everything not listed is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy

from claims.errors import Forbidden, Refused, WrongState
from claims.models import Claim
from claims.models.claim import ClaimState as C
from claims.models.verdict import VerdictState as V
from claims.workflow import case as rules
from claims.workflow.case import Case

if TYPE_CHECKING:
    from claims.accounts.models import User


@dataclass(frozen=True, slots=True)
class Step:
    """One verb: who may, from where, to where, and what else must hold.

    verdict: states of the open verdict from which it may be done; empty where the open verdict
        does not matter.
    to_claim, to_verdict: the state it leads to; empty where that one stays.
    """

    verb: str
    label: str | Promise
    event: str
    permission: str
    claim: frozenset[str]
    verdict: frozenset[str] = frozenset()
    to_claim: str = ""
    to_verdict: str = ""
    rule: Callable[[Case], Refused | None] = rules.always

    def refusal(self, case: Case) -> Refused | None:
        """Return why this cannot be done now, or None when it can."""
        actor, claim = case.actor, case.claim
        if not (actor.is_active and actor.has_perm(self.permission)):
            return Forbidden(_("Your role does not include this."))
        if claim.state not in self.claim:
            state = claim.get_state_display().lower()
            return WrongState(
                _("This claim is {state}: that cannot be done now.").format(state=state)
            )
        verdict = case.open_verdict if self.verdict else None
        if self.verdict and (verdict is None or verdict.state not in self.verdict):
            state = verdict.get_state_display().lower() if verdict else _("not there")
            return WrongState(
                _("State of the verdict: {state}. That cannot be done now.").format(state=state)
            )
        return self.rule(case)


def _of(*states: str) -> frozenset[str]:
    return frozenset(str(state) for state in states)


_ANY = frozenset(C.values)
_UNDECIDED = _of(C.CANDIDATE, C.QUEUED, C.IN_PROGRESS)

# fmt: off
_TABLE = [
    Step("accept", lazy("Accept"), "claim.accepted", "claims.accept_claim",
         claim=_of(C.CANDIDATE), to_claim=C.QUEUED),
    Step("dismiss", lazy("Dismiss"), "claim.dismissed", "claims.dismiss_claim",
         claim=_UNDECIDED, to_claim=C.DISMISSED, rule=rules.free_and_without_verdict),
    Step("mark_duplicate", lazy("Mark as duplicate"), "claim.merged", "claims.merge_claim",
         claim=_UNDECIDED, to_claim=C.DUPLICATE, rule=rules.free_and_without_verdict),
    Step("tell_apart", lazy("Not the same"), "claim.told_apart", "claims.merge_claim",
         claim=_ANY),
    Step("reopen", lazy("Reopen"), "claim.reopened", "claims.reopen_claim",
         claim=_of(C.DISMISSED, C.DUPLICATE, C.CHECKED), to_claim=C.QUEUED,
         rule=rules.has_no_verdict),
    Step("take", lazy("Take"), "claim.taken", "claims.take_claim",
         claim=_of(C.QUEUED, C.IN_PROGRESS), to_claim=C.IN_PROGRESS, rule=rules.free_to_take),
    Step("take_over", lazy("Take over"), "claim.taken_over", "claims.take_over_claim",
         claim=_of(C.IN_PROGRESS), to_claim=C.IN_PROGRESS, rule=rules.leased_by_another),
    Step("release", lazy("Release"), "claim.released", "claims.take_claim",
         claim=_of(C.IN_PROGRESS), to_claim=C.QUEUED, rule=rules.holds_lease),
    Step("extend", lazy("Keep longer"), "claim.extended", "claims.take_claim",
         claim=_of(C.IN_PROGRESS), rule=rules.holds_lease),
    Step("edit", lazy("Edit"), "claim.edited", "claims.change_claim",
         claim=_UNDECIDED, rule=rules.editable),
    Step("assign", lazy("Assign"), "claim.assigned", "claims.assign_claim", claim=_ANY),
    Step("comment", pgettext_lazy("act", "Comment"), "comment.added", "claims.add_comment",
         claim=_ANY),
    Step("draft", lazy("Save draft"), "verdict.drafted", "claims.draft_verdict",
         claim=_of(C.IN_PROGRESS), rule=rules.holds_lease),
    Step("submit", lazy("Submit"), "verdict.submitted", "claims.draft_verdict",
         claim=_of(C.IN_PROGRESS), verdict=_of(V.DRAFT), to_claim=C.CHECKED,
         to_verdict=V.SUBMITTED, rule=rules.holds_lease),
    Step("recall", lazy("Recall"), "verdict.recalled", "claims.draft_verdict",
         claim=_of(C.CHECKED), verdict=_of(V.SUBMITTED), to_claim=C.IN_PROGRESS,
         to_verdict=V.DRAFT, rule=rules.author_or_editor),
    Step("return", lazy("Return"), "verdict.returned", "claims.return_verdict",
         claim=_of(C.CHECKED), verdict=_of(V.SUBMITTED), to_claim=C.QUEUED,
         to_verdict=V.CHANGES_REQUESTED),
    Step("approve", lazy("Approve"), "verdict.approved", "claims.approve_verdict",
         claim=_of(C.CHECKED), verdict=_of(V.SUBMITTED), to_verdict=V.APPROVED,
         rule=rules.can_approve),
    Step("waive_evidence", lazy("Waive the kept copy"), "verdict.evidence_waived",
         "claims.waive_evidence", claim=_ANY,
         verdict=_of(V.DRAFT, V.SUBMITTED, V.CHANGES_REQUESTED)),
    Step("revise", lazy("Back to draft"), "verdict.revised", "claims.draft_verdict",
         claim=_of(C.CHECKED), verdict=_of(V.APPROVED), to_claim=C.IN_PROGRESS,
         to_verdict=V.DRAFT, rule=rules.author_or_editor),
    Step("publish", lazy("Publish"), "verdict.published", "claims.publish_verdict",
         claim=_of(C.CHECKED), verdict=_of(V.APPROVED), to_verdict=V.PUBLISHED),
    Step("abandon", lazy("Abandon"), "verdict.abandoned", "claims.draft_verdict",
         claim=_of(C.QUEUED, C.IN_PROGRESS, C.CHECKED),
         verdict=_of(V.DRAFT, V.SUBMITTED, V.CHANGES_REQUESTED, V.APPROVED),
         to_verdict=V.ABANDONED, rule=rules.can_abandon),
    Step("start_correction", lazy("Start a correction"), "verdict.correction_started",
         "claims.correct_verdict", claim=_of(C.CHECKED), to_claim=C.IN_PROGRESS,
         to_verdict=V.DRAFT, rule=rules.can_correct),
    Step("request_retraction", lazy("Request retraction"), "retraction.requested",
         "claims.retract_verdict", claim=_ANY, rule=rules.can_request_retraction),
    Step("confirm_retraction", lazy("Confirm retraction"), "verdict.retracted",
         "claims.retract_verdict", claim=_ANY, to_verdict=V.RETRACTED,
         rule=rules.can_confirm_retraction),
    Step("decline_retraction", lazy("Decline retraction"), "retraction.declined",
         "claims.retract_verdict", claim=_ANY, rule=rules.can_decide_retraction),
]
# fmt: on

STEPS: dict[str, Step] = {step.verb: step for step in _TABLE}


def possible(claim: Claim, actor: User, verbs: Iterable[str] = STEPS) -> dict[str, Step]:
    """Return the verbs that `actor` may use on `claim` now, in the order of the table."""
    case = Case(claim, actor)
    return {verb: STEPS[verb] for verb in verbs if STEPS[verb].refusal(case) is None}

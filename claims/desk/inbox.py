"""The editors' inbox: what waits for a second pair of eyes, and what a person may not decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.desk.keyset import Order
from claims.models import RetractionRequest, Verdict, VerdictAuthor, VerdictState

if TYPE_CHECKING:
    from claims.accounts.models import User

LONGEST_WAITING = Order("waiting", ("submitted_at", "id"))
LAST_APPROVED = Order("approved", ("approved_at", "id"))
LAST_RETURNED = Order("returned", ("-returned_at", "id"))
SHOWN_REQUESTS = 50

TABS = {
    "submitted": (VerdictState.SUBMITTED, LONGEST_WAITING),
    "approved": (VerdictState.APPROVED, LAST_APPROVED),
    "returned": (VerdictState.CHANGES_REQUESTED, LAST_RETURNED),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A revision in the inbox. refusal: why this person may not decide on it, or empty."""

    verdict: Verdict
    refusal: str = ""

    @property
    def hours(self) -> float:
        """How long it has been waiting."""
        since = self.verdict.submitted_at or self.verdict.saved_at
        return (timezone.now() - since).total_seconds() / 3600


def revisions(user: User, tab: str) -> QuerySet[Verdict]:
    """Return the revisions of one tab with what a row shows; `is_mine` marks the person's own."""
    state, _order = TABS[tab]
    mine = VerdictAuthor.objects.filter(verdict=OuterRef("pk"), user=user)
    rows = Verdict.objects.filter(state=state).annotate(is_mine=Exists(mine))
    return rows.select_related("claim__claimant", "rating", "submitted_by", "approved_by")


def waiting(verdicts: list[Verdict], user: User) -> list[Waiting]:
    """Say for each revision whether this person may decide on it."""
    return [Waiting(verdict, _refusal(verdict, user)) for verdict in verdicts]


def _refusal(verdict: Verdict, user: User) -> str:
    if verdict.state != VerdictState.SUBMITTED:
        return ""
    if not user.has_perm("claims.approve_verdict"):
        return _("Your role does not include approval.")
    return _("You are one of its authors.") if verdict.is_mine else ""


def retraction_requests() -> QuerySet[RetractionRequest]:
    """Return the retractions that a second editor has to decide, the oldest first."""
    rows = RetractionRequest.objects.filter(is_confirmed=None).order_by("requested_at")
    return rows.select_related("verdict__claim", "requested_by")[:SHOWN_REQUESTS]


def counts() -> dict[str, int]:
    """Return how many revisions each tab holds, counted to a hundred."""
    return {
        tab: Verdict.objects.filter(state=state).order_by()[:100].count()
        for tab, (state, _order) in TABS.items()
    }

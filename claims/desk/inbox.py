"""The editors' inbox: what waits for a second pair of eyes, and what a person may not decide."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.models import (
    DateTimeField,
    Exists,
    F,
    FloatField,
    OuterRef,
    Prefetch,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, Extract, Greatest
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import (
    Capture,
    Claim,
    RetractionRequest,
    Verdict,
    VerdictAuthor,
    VerdictState,
)
from claims.workbench.keyset import Order
from claims.workbench.review import flags

if TYPE_CHECKING:
    from claims.accounts.models import User

# Age times reach: an hour counts as often as the claim was said.
HEAVIEST = Order("weight", ("-weight", "id"), reckoned=frozenset({"weight"}))
LAST_APPROVED = Order("approved", ("approved_at", "id"))
LAST_RETURNED = Order("returned", ("-returned_at", "id"))
SHOWN_REQUESTS = 50

TABS = {
    "submitted": (VerdictState.SUBMITTED, HEAVIEST),
    "approved": (VerdictState.APPROVED, LAST_APPROVED),
    "returned": (VerdictState.CHANGES_REQUESTED, LAST_RETURNED),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A revision in the inbox.

    refusal: why this person may not decide on it, or empty. flags: what should make an approver
    look twice, in sentences.
    """

    verdict: Verdict
    refusal: str = ""
    flags: list[str] = field(default_factory=list)

    @property
    def hours(self) -> float:
        """How long it has been waiting."""
        since = self.verdict.submitted_at or self.verdict.saved_at
        return (timezone.now() - since).total_seconds() / 3600


def revisions(user: User, tab: str, as_of: datetime) -> QuerySet[Verdict]:
    """Return the revisions of one tab with what a row shows.

    `is_mine` marks the person's own; `weight` is the hours it has waited by `as_of` times the
    number of mentions. Pages of one list need one `as_of`, since the order moves with time.
    """
    state, _order = TABS[tab]
    mine = VerdictAuthor.objects.filter(verdict=OuterRef("pk"), user=user)
    rows = Verdict.objects.filter(state=state).annotate(is_mine=Exists(mine))
    rows = _weighed(rows, tab, as_of)
    copies = Prefetch("claim__evidence__captures", Capture.objects.defer("text"))
    return rows.select_related(
        "claim__claimant", "rating", "submitted_by", "approved_by"
    ).prefetch_related(copies, "claim__mentions__quantities")


def placed(claim: Claim, tab: str, as_of: datetime) -> Verdict | None:
    """Return the last revision of a claim with what says where in a tab it stands, or stood.

    None where it never was in that tab.
    """
    _state, order = TABS[tab]
    verdict = _weighed(Verdict.objects.filter(claim=claim), tab, as_of).order_by("-number").first()
    if verdict is None or any(getattr(verdict, name) is None for name in order.names):
        return None
    return verdict


def _weighed(rows: QuerySet[Verdict], tab: str, as_of: datetime) -> QuerySet[Verdict]:
    if tab != "submitted":
        return rows
    waited = Extract(Value(as_of, DateTimeField()) - F("submitted_at"), "epoch")
    hours = Cast(waited, FloatField()) / 3600
    return rows.annotate(weight=hours * Greatest(F("claim__mention_count"), 1))


def moment_in(given: str) -> datetime:
    """Return the second at which a list was opened, as its address names it; else now."""
    now = timezone.now().replace(microsecond=0)
    if not (given.isascii() and given.isdecimal() and len(given) < 12):
        return now
    return min(datetime.fromtimestamp(int(given), tz=UTC), now)


def waiting(verdicts: list[Verdict], user: User) -> list[Waiting]:
    """Say for each revision whether this person may decide on it, and what to look at twice."""
    return [
        Waiting(
            verdict,
            _refusal(verdict, user),
            flags(verdict, verdict.claim.evidence.all(), verdict.claim.mentions.all()),
        )
        for verdict in verdicts
    ]


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

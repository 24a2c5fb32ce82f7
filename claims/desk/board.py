"""The board: how much work lies in each stage, for how long, with whom, and what is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, ClaimState, Event, Verdict, VerdictState

if TYPE_CHECKING:
    from claims.accounts.models import User

COUNTED_TO = 1000  # rows; more is said as "999+"
SHOWN = 15  # claims of one stage


@dataclass(frozen=True, slots=True)
class Stage:
    """One column. hours: how long a claim may stay before it is late."""

    name: str
    label: str | Promise
    address: str

    @property
    def hours(self) -> int:
        return settings.STAGE_HOURS[self.name]


STAGES = (
    Stage("candidate", _("To triage"), "state=candidate&sort=oldest"),
    Stage("queued", _("Waiting"), "state=queued&sort=oldest"),
    Stage("in_progress", _("In progress"), "state=in_progress&sort=oldest"),
    Stage("submitted", _("Before an editor"), "state=checked&sort=oldest"),
    Stage("approved", _("To publish"), "state=checked&sort=oldest"),
)


@dataclass(frozen=True, slots=True)
class Work:
    """One claim on the board. since: when it came into its stage."""

    claim: Claim
    since: datetime
    stage: Stage
    owner: User | None = None

    @property
    def age(self) -> timedelta:
        return timezone.now() - self.since

    @property
    def due(self) -> datetime:
        """When it is late: its deadline or the end of its time in the stage, whichever is first."""
        end = self.since + timedelta(hours=self.stage.hours)
        return min(end, self.claim.deadline) if self.claim.deadline else end

    @property
    def is_late(self) -> bool:
        return self.due < timezone.now()

    @property
    def is_unowned(self) -> bool:
        """Past its time, and nobody answers for it."""
        return self.is_late and self.owner is None


@dataclass(frozen=True, slots=True)
class Column:
    """One stage with its work, nearest to going stale on top."""

    stage: Stage
    count: int
    work: list[Work]

    @property
    def is_capped(self) -> bool:
        return self.count >= COUNTED_TO

    @property
    def late(self) -> int:
        return sum(one.is_late for one in self.work)


def board(user: User) -> list[Column]:
    """Return every stage, each in three queries however much lies in it."""
    return [_column(user, stage) for stage in STAGES]


def unowned(columns: list[Column]) -> list[Work]:
    """Return what is late and belongs to nobody: the alarm of the board."""
    return [one for column in columns for one in column.work if one.is_unowned]


def _column(user: User, stage: Stage) -> Column:
    rows = (
        _verdicts(user, stage) if stage.name in ("submitted", "approved") else _claims(user, stage)
    )
    work = [_work(row, stage) for row in rows[:SHOWN]]
    work.sort(key=lambda one: one.due)
    return Column(stage, rows.order_by()[:COUNTED_TO].count(), work)


def _claims(user: User, stage: Stage) -> QuerySet[Claim]:
    """Claims in a state, the longest there first; `since` is when they came into it."""
    entered = Event.objects.filter(claim=OuterRef("pk"), subject="", to_state=stage.name)
    rows = Claim.objects.visible_to(user).filter(state=stage.name)
    return (
        rows.annotate(since=Subquery(entered.order_by("-id").values("at")[:1]))
        .select_related("claimant", "assignee", "lease_by")
        .order_by("created_at", "id")
    )


def _verdicts(user: User, stage: Stage) -> QuerySet[Verdict]:
    state = {"submitted": VerdictState.SUBMITTED, "approved": VerdictState.APPROVED}[stage.name]
    moment = {"submitted": "submitted_at", "approved": "approved_at"}[stage.name]
    rows = Verdict.objects.filter(state=state, claim__in=Claim.objects.visible_to(user))
    return (
        rows.annotate(since=F(moment))
        .select_related("claim__claimant", "claim__assignee", "approved_by")
        .order_by(moment, "id")
    )


def _work(row: Claim | Verdict, stage: Stage) -> Work:
    if isinstance(row, Verdict):
        owner = row.approved_by or row.claim.assignee
        return Work(row.claim, row.since, stage, owner)
    holder = row.lease_by if row.state == ClaimState.IN_PROGRESS and row.is_leased() else None
    return Work(row, row.since or row.created_at, stage, holder or row.assignee)

"""The board: how much work lies in each stage, for how long, with whom, and what is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.models import Claim, ClaimState, Verdict, VerdictState

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
    Stage("queued", pgettext_lazy("claims", "Waiting"), "state=queued&sort=oldest"),
    Stage("in_progress", _("In progress"), "state=in_progress&sort=oldest"),
    Stage("submitted", _("Before an editor"), "state=checked&sort=oldest"),
    Stage("approved", _("To publish"), "state=checked&sort=oldest"),
)
# Stages of a verdict -> the moment at which it came there.
VERDICTS = {"submitted": "submitted_at", "approved": "approved_at"}


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


@dataclass(frozen=True, slots=True)
class Column:
    """One stage with its work, nearest to going stale on top.

    count, late, unowned: counted to COUNTED_TO, however many are shown.
    """

    stage: Stage
    count: int
    late: int
    unowned: int
    work: list[Work]


def board(user: User) -> list[Column]:
    """Return every stage, each in a fixed number of queries however much lies in it."""
    return [_column(user, stage) for stage in STAGES]


def unowned(columns: list[Column]) -> int:
    """Return how many are late and belong to nobody: the alarm of the board."""
    return sum(column.unowned for column in columns)


def _column(user: User, stage: Stage) -> Column:
    is_verdict = stage.name in VERDICTS
    rows, since, deadline = (_verdicts if is_verdict else _claims)(user, stage)
    now = timezone.now()
    late = rows.filter(
        Q(**{f"{since}__lt": now - timedelta(hours=stage.hours)}) | Q(**{f"{deadline}__lt": now})
    )
    # What goes stale first is among the first of one of the two orders, and each has an index.
    found = {
        row.pk: row
        for field in (since, deadline)
        for row in rows.filter(**{f"{field}__isnull": False}).order_by(field, "pk")[:SHOWN]
    }
    work = sorted((_work(row, stage) for row in found.values()), key=lambda one: one.due)
    return Column(
        stage,
        count=_counted(rows),
        late=_counted(late),
        unowned=_counted(late.filter(_nobodys(stage, now))),
        work=work[:SHOWN],
    )


def _counted(rows: QuerySet[Claim] | QuerySet[Verdict]) -> int:
    return rows.select_related(None).order_by()[:COUNTED_TO].count()


def _nobodys(stage: Stage, now: datetime) -> Q:
    """The same as `Work.owner is None`, for rows that are only counted."""
    if stage.name == VerdictState.APPROVED:
        return Q(approved_by=None, claim__assignee=None)
    if stage.name == VerdictState.SUBMITTED:
        return Q(claim__assignee=None)
    nobodys = Q(assignee=None)
    if stage.name == ClaimState.IN_PROGRESS:
        nobodys &= Q(lease_until__lt=now)
    return nobodys


def _claims(user: User, stage: Stage) -> tuple[QuerySet[Claim], str, str]:
    """Return the claims of a stage, and the names of when they came there and of the deadline."""
    rows = Claim.objects.visible_to(user).filter(state=stage.name)
    return rows.select_related("claimant", "assignee", "lease_by"), "state_since", "deadline"


def _verdicts(user: User, stage: Stage) -> tuple[QuerySet[Verdict], str, str]:
    rows = Verdict.objects.filter(state=stage.name, claim__in=Claim.objects.visible_to(user))
    rows = rows.select_related("claim__claimant", "claim__assignee", "approved_by")
    return rows, VERDICTS[stage.name], "claim__deadline"


def _work(row: Claim | Verdict, stage: Stage) -> Work:
    if isinstance(row, Verdict):
        owner = row.approved_by or row.claim.assignee
        return Work(row.claim, getattr(row, VERDICTS[stage.name]), stage, owner)
    holder = row.lease_by if row.state == ClaimState.IN_PROGRESS and row.is_leased() else None
    return Work(row, row.state_since, stage, holder or row.assignee)

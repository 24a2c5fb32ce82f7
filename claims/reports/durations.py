"""How long each stage takes: from an event back to the one before it.

Lengths are counted to the minute below an hour, to the tenth of an hour below two days and to the
tenth of a day above: as they are shown. So the same counts serve whether they were kept or made
just now, and a median is the length that half of the rows do not exceed, in exactly these units.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, partial
from typing import Any

from django.db.models import DurationField, ExpressionWrapper, F, QuerySet
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as lazy

from claims.models import Verdict
from claims.models.moves import VERDICT_ONCE_PUBLIC
from claims.reports.dimensions import Dimension
from claims.reports.figures import Counting, Counts, Figure, live
from claims.reports.scope import Scope
from claims.reports.stretches import Rounded, Stretch, ended, pairs

LENGTH = Dimension(lazy("Length"), Rounded("took"), is_sequence=True)


@dataclass(frozen=True)
class Stage:
    """A part of the work that ends with a row of `rows`, each with `took`, null of no beginning.

    Works like a figure for the list of its rows. stretch: where it is a stretch of the trail.
    """

    key: str
    title: str | Promise
    note: str | Promise
    rows: Callable[[Scope], QuerySet[Any]]
    path: str = "claim"
    at: str = "at"
    stretch: Stretch | None = None

    @classmethod
    def of(cls, key: str, title: str | Promise, note: str | Promise, stretch: Stretch) -> Stage:
        """Return the stage of a stretch of the trail."""
        return cls(key, title, note, partial(ended, stretch), stretch=stretch)

    def chosen(
        self, scope: Scope, row: str | None = None, column: str | None = None
    ) -> QuerySet[Any]:
        """Return the rows that are counted, the slowest first."""
        return self.rows(scope).filter(took__isnull=False).order_by("-took", "-pk")

    @cached_property
    def histogram(self) -> Figure:
        """The rows by their length."""
        return Figure(
            self.key, self.title, self.note, "", self.rows, LENGTH, path=self.path, at=self.at,
            together=stages_together if self.stretch else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Took:
    """The times of one stage in a scope and in the one before; None where nothing ended."""

    stage: Stage
    count: int
    median: timedelta | None
    p90: timedelta | None
    count_before: int
    median_before: timedelta | None
    href: str
    href_before: str

    @property
    def shown(self) -> list[str]:
        """Median, 90th percentile and the median before, in words."""
        return [worded(length) for length in (self.median, self.p90, self.median_before)]


def worded(length: timedelta | None) -> str:
    """Return a length of time in its fitting unit: minutes, hours up to two days, or days."""
    if length is None:
        return "–"
    hours = length.total_seconds() / 3600
    if hours < 1:
        return gettext("{number} min").format(number=number_format(round(hours * 60), 0))
    if hours < 48:
        return gettext("{number} h").format(number=number_format(round(hours, 1), 1))
    return gettext("{number} days").format(number=number_format(round(hours / 24, 1), 1))


def took(stage: Stage, scope: Scope, count: Counting = live) -> Took:
    """Return count, median and 90th percentile of a stage, and the same of the range before.

    count: where the figures come from, as for a table.
    """
    now, then = (_measured(stage, one, count) for one in (scope, scope.before()))
    page = reverse("reports:rows", args=[stage.key])
    return Took(
        stage,
        now["number"],
        now["median"],
        now["p90"],
        then["number"],
        then["median"],
        f"{page}?{scope.address()}",
        f"{page}?{scope.before().address()}",
    )


def _measured(stage: Stage, scope: Scope, count: Counting) -> dict[str, Any]:
    lengths = count(stage.histogram, scope)
    return {"number": lengths.total, "median": below(lengths, 50), "p90": below(lengths, 90)}


def below(lengths: Counts, percent: int) -> timedelta | None:
    """Return the shortest length that so many per cent of the rows do not exceed, if any."""
    reached = 0
    for seconds, number in sorted((int(value), number) for value, number in lengths.rows.items()):
        reached += number
        if reached * 100 >= lengths.total * percent:
            return timedelta(seconds=seconds)
    return None


def _corrections(scope: Scope) -> QuerySet[Verdict]:
    rows = Verdict.objects.filter(
        scope.within("published_at"), corrects__isnull=False, state__in=VERDICT_ONCE_PUBLIC
    )
    length = ExpressionWrapper(
        F("published_at") - F("corrects__published_at"), output_field=DurationField()
    )
    return scope.limited(rows.annotate(took=length))


STAGES = [
    Stage.of(
        "triage",
        lazy("Waiting for a decision"),
        lazy("From the claim's arrival to its acceptance."),
        Stretch("claim.accepted", from_arrival=True),
    ),
    Stage.of(
        "waiting",
        lazy("Waiting for a checker"),
        lazy("From the queue to the first time somebody took the claim."),
        Stretch(
            "claim.taken",
            since=("claim.accepted", "claim.reopened", "claim.queued"),
            from_arrival=True,
            is_first=True,
        ),
    ),
    Stage.of(
        "checking",
        lazy("Checking"),
        lazy("From taking the claim to handing the verdict in."),
        Stretch("verdict.submitted", since=("claim.taken", "claim.taken_over")),
    ),
    Stage.of(
        "approval",
        lazy("Waiting for approval"),
        lazy("From handing in to the approval of the same verdict."),
        Stretch("verdict.approved", since=("verdict.submitted",)),
    ),
    Stage.of(
        "publishing",
        lazy("Waiting for publication"),
        lazy("From the approval to the publication of the same verdict."),
        Stretch("verdict.published", since=("verdict.approved",)),
    ),
    Stage.of(
        "whole",
        lazy("From arrival to the public"),
        lazy("From the claim's arrival to its first publication."),
        Stretch("verdict.published", from_arrival=True, is_first=True),
    ),
]
STRETCHES = {stage.key: stage.stretch for stage in STAGES if stage.stretch}


def stages_together(scope: Scope) -> dict[str, tuple[Counts, Counts]]:
    """Count the lengths of all stages of the trail, in a scope and in the one before."""
    return pairs(STRETCHES, scope)


CORRECTING = Stage(
    "correcting",
    lazy("Time to correct"),
    lazy("From the publication of a verdict to the publication of its correction."),
    _corrections,
    at="published_at",
)

"""Figures counted beforehand, so that a year of a million claims is read at once.

`claims.reports.refreshing` counts them day by day and keeps months beside the days, and days of
each filter that many claims pass (`claims.reports.large`). Here they are added up for a range.
Today, and what no round has reached, is counted in the record itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone

from claims.models import ReportDay, ReportState
from claims.reports import large
from claims.reports.catalogue import SUMMED
from claims.reports.figures import Counting, Counts, Figure, live
from claims.reports.reach import parts, single_days
from claims.reports.remembered import Remembered
from claims.reports.scope import Scope
from claims.reports.stored import NO_LABEL, Stored, labels

VERSION = 3  # one more whenever a figure of the same key counts something else
LIVE_DAYS = 1  # today is never read from here


def is_large() -> bool:
    """Whether the desk holds so many claims that reports are read from summaries.

    Told from PostgreSQL's own estimate, which costs nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'claims_claim'::regclass")
        return max(cursor.fetchone()[0], 0) >= settings.REPORT_LIVE_CLAIMS


def shape() -> str:
    """Return a name for what is counted and in which time zone; another name counts anew."""
    named = f"{VERSION} {settings.TIME_ZONE} {' '.join(sorted(SUMMED))}"
    return hashlib.sha256(named.encode()).hexdigest()


def last_day() -> date:
    """The last day that is read from summaries."""
    return timezone.localdate() - timedelta(days=LIVE_DAYS)


@dataclass(frozen=True, slots=True)
class Summaries:
    """What has been counted beforehand.

    days: those to rely on. at: their state is of this time. labels: of the figures. filters: those
    that were counted by themselves on all these days, by what they filter by and the value.
    """

    days: frozenset[date]
    at: datetime | None
    labels: dict[str, int] = field(default_factory=dict)
    filters: dict[large.Filter, int] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Summaries:
        """Return what there is; on a small desk nothing, so that all is counted live."""
        state = ReportState.objects.first() if is_large() else None
        if state is None or state.refreshed_at is None or state.shape != shape():
            return cls(frozenset(), None)
        counted = ReportDay.objects.filter(counted_at__isnull=False, day__lte=last_day())
        at = dict(counted.values_list("day", "counted_at"))
        if not at:
            return cls(frozenset(), None)
        return cls(
            frozenset(at), state.refreshed_at, labels(SUMMED), large.counted(min(at.values()))
        )

    def serves(self, scope: Scope) -> bool:
        """Whether a scope can be read from here.

        Only language is a part of all counts; of other filters, one can be a large one.
        """
        others = _others(scope)
        return bool(self.days) and (not others or self._filter(scope) is not None)

    def _filter(self, scope: Scope) -> int | None:
        others = _others(scope)
        return self.filters.get(large.spelled(*others[0])) if len(others) == 1 else None

    def counting(self, scope: Scope) -> Counting:
        """Return what counts the figures of a scope, each once however often it is asked for."""
        return Remembered(self.counts if self.serves(scope) else live)

    def counts(
        self,
        figure: Figure,
        scope: Scope,
        *,
        most: int | None = None,
        only: Collection[str] | None = None,
    ) -> Counts:
        """Count a figure: from the summaries where they reach, in the record where not."""
        if figure.key not in SUMMED or not self.serves(scope):
            return live(figure, scope)
        filter_id = self._filter(scope)
        taken = parts if filter_id is None else single_days
        reach = taken(scope.start, scope.end, self.days)
        recent = Counts({}, {})
        for start, end in reach.rest:
            recent = recent.plus(live(figure, scope.between(start, end)))
        if not (reach.months or reach.days):
            return recent
        label = self.labels.get(figure.key, NO_LABEL)
        stored = Stored(figure, reach, label, scope.language, filter_id)
        if only is not None:
            return stored.of_lines(labels(only)).plus(recent.of_lines(only))
        if most is None or not figure.by.is_ranked:
            return stored.everything().plus(recent)
        return stored.largest(most, recent)


def _others(scope: Scope) -> list[large.Filter]:
    """Return what a scope is filtered by beside the language."""
    return [(name, value) for name, value in scope.filters.items() if name != "language"]

"""Figures counted beforehand, so that a year of a million claims is read at once.

`claims.reports.refreshing` counts them day by day and keeps months beside the days. Here they are
added up for a range. Today, and what no round has reached, is counted in the record itself.

Of a wide figure, such as one with a line for each claimant, a page shows the largest lines only. So
months also keep each line as a single number: adding these up finds the largest, and the
cells of no other line are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from claims.models import ReportDay, ReportLabel, ReportState
from claims.models.summary import ReportCount
from claims.reports.catalogue import SUMMED
from claims.reports.figures import Counting, Counts, Figure, live
from claims.reports.remembered import Remembered
from claims.reports.scope import Scope

VERSION = 2  # one more whenever a figure of the same key counts something else
LIVE_DAYS = 1  # today is never read from here

DAY, MONTH = ReportCount.Span.DAY.value, ReportCount.Span.MONTH.value
CELL, LINE, COLUMN = (kind.value for kind in ReportCount.Kind)
ALL = 0  # in the place of a label: whatever the value
NO_LABEL = -1  # of a value that was never counted

_CELLS = f"""
SELECT by, split, number FROM claims_reportcount
WHERE figure = %(figure)s AND span = {MONTH} AND kind = {CELL} AND start = ANY(%(months)s)
    AND (%(language)s = {ALL} OR language = %(language)s)
    AND (%(only)s::int[] IS NULL OR by = ANY(%(only)s))
UNION ALL
SELECT by, split, number FROM claims_reportcount
WHERE figure = %(figure)s AND span = {DAY} AND kind = {CELL} AND start = ANY(%(days)s)
    AND (%(language)s = {ALL} OR language = %(language)s)
    AND (%(only)s::int[] IS NULL OR by = ANY(%(only)s))
"""
# Days keep no lines: on one day hardly any line has more than one cell.
_LINES = f"""
SELECT by, number FROM claims_reportcount
WHERE figure = %(figure)s AND span = {MONTH} AND kind = {LINE} AND start = ANY(%(months)s)
    AND language = %(language)s
UNION ALL
SELECT by, number FROM claims_reportcount
WHERE figure = %(figure)s AND span = {DAY} AND kind = {CELL} AND start = ANY(%(days)s)
    AND (%(language)s = {ALL} OR language = %(language)s)
"""
_READ_CELLS = f"""
SELECT line.text, label.text, number FROM (
    SELECT by, split, sum(number) AS number FROM ({_CELLS}) part GROUP BY by, split
) cell
JOIN claims_reportlabel line ON line.id = by JOIN claims_reportlabel label ON label.id = split
"""
_READ_LINES = f"""
SELECT label.text, '', number FROM (
    SELECT by, sum(number) AS number FROM ({_LINES}) part GROUP BY by
) line JOIN claims_reportlabel label ON label.id = by
"""
_READ_COLUMNS = f"""
SELECT label.text, sum(number) FROM (
    SELECT split, number FROM claims_reportcount
    WHERE figure = %(figure)s AND span = {MONTH} AND kind = {COLUMN} AND start = ANY(%(months)s)
        AND (%(language)s = {ALL} OR language = %(language)s)
    UNION ALL
    SELECT split, number FROM claims_reportcount
    WHERE figure = %(figure)s AND span = {DAY} AND kind = {COLUMN} AND start = ANY(%(days)s)
        AND (%(language)s = {ALL} OR language = %(language)s)
) part JOIN claims_reportlabel label ON label.id = split
GROUP BY label.text
"""
# The largest lines with those of the last days added in, and how many lines there are. A line of
# the last days that never was counted before has no label: its place, below zero, stands for it.
# Those as large as the last that is wanted are put in the order of their text, as a table has it.
_LARGEST = f"""
WITH line AS MATERIALIZED (
    SELECT by, sum(number) AS number FROM (
        {_LINES}
        UNION ALL
        SELECT coalesce(label.id, -place::int), recent.number
        FROM unnest(%(texts)s::text[], %(numbers)s::int[]) WITH ORDINALITY
            AS recent (text, number, place)
        LEFT JOIN claims_reportlabel label USING (text)
    ) part GROUP BY by
)
SELECT by, coalesce(label.text, (%(texts)s::text[])[-by]) AS text, (SELECT count(*) FROM line)
FROM (
    SELECT * FROM line ORDER BY number DESC FETCH FIRST %(most)s ROWS WITH TIES
) largest LEFT JOIN claims_reportlabel label ON label.id = by
ORDER BY number DESC, coalesce(label.text, (%(texts)s::text[])[-by]) COLLATE "C"
LIMIT %(most)s
"""


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
class Reach:
    """A range as whole months (their first days), single days, and ranges that nobody counted."""

    months: list[date]
    days: list[date]
    rest: list[tuple[date, date]]


@dataclass(frozen=True, slots=True)
class Summaries:
    """What has been counted beforehand. days: those to rely on. at: their state is of this time."""

    days: frozenset[date]
    at: datetime | None
    labels: dict[str, int] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Summaries:
        """Return what there is; on a small desk nothing, so that all is counted live."""
        state = ReportState.objects.first() if is_large() else None
        if state is None or state.refreshed_at is None or state.shape != shape():
            return cls(frozenset(), None)
        counted = ReportDay.objects.filter(counted_at__isnull=False, day__lte=last_day())
        labels = ReportLabel.objects.filter(text__in=list(SUMMED)).values_list("text", "id")
        days = frozenset(counted.values_list("day", flat=True))
        return cls(days, state.refreshed_at, dict(labels))

    def serves(self, scope: Scope) -> bool:
        """Whether a scope can be read from here: only language is a part of the summaries."""
        return bool(self.days) and set(scope.filters) <= {"language"}

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
        reach = parts(scope.start, scope.end, self.days)
        recent = Counts({}, {})
        for start, end in reach.rest:
            recent = recent.plus(live(figure, scope.between(start, end)))
        if not (reach.months or reach.days):
            return recent
        stored = _Stored(figure, reach, self.labels.get(figure.key, NO_LABEL), scope.language)
        if only is not None:
            return stored.of_lines(_labels(only)).plus(recent.of_lines(only))
        if most is None or not figure.by.is_ranked:
            return stored.everything().plus(recent)
        return stored.largest(most, recent)


class _Stored:
    """What was counted of a figure beforehand, in the months and days of a range."""

    def __init__(self, figure: Figure, reach: Reach, label: int, language: str) -> None:
        self.figure = figure
        self.values: dict[str, Any] = {
            "figure": label,
            "months": reach.months,
            "days": reach.days,
            "language": _labels([language]).get(language, NO_LABEL) if language else ALL,
            "only": None,
        }

    def everything(self) -> Counts:
        # Where there are no columns, a line is its only cell, in all languages at once.
        read = _READ_CELLS if self.figure.split else _READ_LINES
        return Counts(self._cells(read), self._columns())

    def of_lines(self, lines: dict[str, int]) -> Counts:
        """Return the cells of these lines, label by text."""
        return Counts(self._cells(_READ_CELLS, only=list(lines.values())), self._columns())

    def largest(self, most: int, recent: Counts) -> Counts:
        """Return so many lines, the largest when `recent` is added to what is stored."""
        rows = recent.rows
        found = _fetched(
            _LARGEST,
            {**self.values, "most": most, "texts": list(rows), "numbers": list(rows.values())},
        )
        lines = {text: label for label, text, _number in found}
        total = found[0][2] if found else 0
        counts = self.of_lines(lines).plus(recent.of_lines(lines))
        return Counts(counts.cells, counts.columns, total - len(lines))

    def _cells(self, read: str, **more: Any) -> dict[tuple[str, str], int]:
        found = _fetched(read, {**self.values, **more})
        return {(by, split): int(number) for by, split, number in found}

    def _columns(self) -> dict[str, int]:
        found = _fetched(_READ_COLUMNS, self.values)
        return {split: int(number) for split, number in found}


def _fetched(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _labels(texts: Iterable[str]) -> dict[str, int]:
    rows = ReportLabel.objects.filter(text__in=list(texts))
    return dict(rows.values_list("text", "id"))


def parts(start: date, end: date, counted: frozenset[date]) -> Reach:
    """Take a range apart. Before the first day that was counted there is nothing to count."""
    first = min(counted)
    reach = Reach([], [], [])
    for month in months_between(start, end):
        whole = [day for day in days_between(month, month_end(month)) if day >= first]
        wanted = [day for day in whole if start <= day <= end]
        missing = [day for day in wanted if day not in counted]
        if wanted and len(wanted) == len(whole) and not missing:
            reach.months.append(month)
            continue
        reach.days.extend(day for day in wanted if day in counted)
        reach.rest.extend(runs(missing))
    return reach


def months_between(start: date, end: date) -> Iterator[date]:
    """Yield the first day of each month that has days in a range."""
    month = start.replace(day=1)
    while month <= end:
        yield month
        month = month_end(month) + timedelta(days=1)


def month_end(month: date) -> date:
    """Return the last day of a month, given by its first."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def days_between(start: date, end: date) -> Iterator[date]:
    """Yield the days of a range, both ends included."""
    for number in range((end - start).days + 1):
        yield start + timedelta(days=number)


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Return days as ranges without a gap."""
    ordered = sorted(days)
    if not ordered:
        return []
    breaks = [pair for pair in pairwise(ordered) if pair[1] - pair[0] > timedelta(days=1)]
    starts = [ordered[0], *(right for _left, right in breaks)]
    ends = [*(left for left, _right in breaks), ordered[-1]]
    return list(zip(starts, ends, strict=True))

"""Figures counted beforehand, day by day, so that a year of a million claims is read at once.

`refresh` follows the trail: events since the last round name claims, and every day on which one
of these claims counts is counted anew. A day is counted as a whole, so that running twice, or
over a day that was counted already, changes nothing. Months are sums of their days. Today, and what
no round has reached, is counted in the record itself by whoever reads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models.functions import TruncDate
from django.utils import timezone

from claims.models import ReportCount, ReportDay, ReportState
from claims.reports.catalogue import SUMMED
from claims.reports.dimensions import text_of
from claims.reports.figures import Counting, Counts, Figure, live
from claims.reports.scope import Scope

VERSION = 1  # one more whenever a figure of the same key counts something else
LIVE_DAYS = 1  # today is never read from here
OVERLAP = timedelta(minutes=2)  # an event may be committed this long after its time
LOCK = 727273
KEPT_DAYS = 3660  # as far back as a report may reach

_DAYS_OF_TOUCHED = """
WITH touched AS (
    SELECT DISTINCT claim_id AS id FROM claims_event
    WHERE id > %(after)s AND claim_id IS NOT NULL
), moments AS (
    SELECT created_at AS at FROM claims_claim JOIN touched USING (id)
    UNION ALL SELECT at FROM claims_event JOIN touched ON touched.id = claim_id
    UNION ALL SELECT created_at FROM claims_mention JOIN touched ON touched.id = claim_id
    UNION ALL SELECT published_at FROM claims_verdict JOIN touched ON touched.id = claim_id
    UNION ALL SELECT answered_at FROM claims_secondopinion
        JOIN claims_verdict verdict ON verdict.id = verdict_id
        JOIN touched ON touched.id = verdict.claim_id
    UNION ALL SELECT first_published_at FROM claims_publicstate
        JOIN touched ON touched.id = claim_id
)
UPDATE claims_reportday SET is_stale = true
WHERE NOT is_stale AND day IN (
    SELECT DISTINCT (at AT TIME ZONE %(zone)s)::date FROM moments WHERE at IS NOT NULL
)
"""
_DAYS_MISSING = """
INSERT INTO claims_reportday (day, is_stale)
SELECT day::date, true FROM generate_series(
    (SELECT greatest((min(created_at) AT TIME ZONE %(zone)s)::date, %(earliest)s)
     FROM claims_claim),
    %(last)s::date, interval '1 day'
) AS day
ON CONFLICT (day) DO NOTHING
"""
_INTO = """
INSERT INTO claims_reportcount (figure, span, start, language, by, split, is_sum, number)
"""
_MONTH = f"""
{_INTO}
SELECT figure, 'month', %(month)s, language, by, split, is_sum, sum(number)
FROM claims_reportcount
WHERE figure = ANY(%(figures)s) AND span = 'day' AND start BETWEEN %(month)s AND %(last)s
GROUP BY figure, language, by, split, is_sum
"""
# The largest lines, those asked for by name, every column whole, and how many lines there are.
_READ = """
WITH cell AS MATERIALIZED (
    SELECT is_sum, by, split, sum(number)::bigint AS number FROM claims_reportcount
    WHERE figure = %(figure)s AND (
        span = 'month' AND start = ANY(%(months)s) OR span = 'day' AND start = ANY(%(days)s)
    ) AND (%(language)s = '' OR language = %(language)s)
    GROUP BY is_sum, by, split
), line AS (
    SELECT by, sum(number) AS number FROM cell WHERE NOT is_sum GROUP BY by
), given AS (
    (SELECT by FROM line WHERE %(only)s::text[] IS NULL ORDER BY number DESC, by LIMIT %(most)s)
    UNION SELECT unnest(%(also)s::text[])
)
SELECT 'cell', by, split, number FROM cell WHERE NOT is_sum AND by IN (SELECT by FROM given)
UNION ALL SELECT 'column', '', split, sum(number)::bigint FROM cell
    WHERE is_sum = %(sums)s GROUP BY split
UNION ALL SELECT 'lines', '', '', count(*) FROM line
"""
LEAST = 100  # lines that are read at least, so that those of the last days cannot be missed


def is_large() -> bool:
    """Whether the desk holds so many claims that reports are read from summaries.

    Told from PostgreSQL's own estimate, which costs nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'claims_claim'::regclass")
        return max(cursor.fetchone()[0], 0) >= settings.REPORT_LIVE_CLAIMS


@dataclass(frozen=True, slots=True)
class Summaries:
    """What has been counted beforehand. days: those to rely on. at: their state is of this time."""

    days: frozenset[date]
    at: datetime | None

    @classmethod
    def load(cls) -> Summaries:
        """Return what there is; on a small desk nothing, so that all is counted live."""
        state = ReportState.objects.first() if is_large() else None
        if state is None or state.refreshed_at is None or state.shape != shape():
            return cls(frozenset(), None)
        counted = ReportDay.objects.filter(counted_at__isnull=False, day__lte=last_day())
        return cls(frozenset(counted.values_list("day", flat=True)), state.refreshed_at)

    def serves(self, scope: Scope) -> bool:
        """Whether a scope can be read from here: only language is a part of the summaries."""
        return bool(self.days) and not (scope.outlet or scope.claimant or scope.topic)

    def counting(self, scope: Scope) -> Counting:
        """Return what counts the figures of a scope."""
        return self.counts if self.serves(scope) else live

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
        months, days, rest = parts(scope.start, scope.end, self.days)
        fresh = Counts({}, {})
        for start, end in rest:
            fresh = fresh.plus(live(figure, scope.between(start, end)))
        # A line of the last days is read whatever its size, so the largest are the largest.
        also = {*fresh.rows, *(only or ())}
        found = _stored(figure, months, days, scope.language, most, only, also)
        return found.plus(fresh)


def parts(
    start: date, end: date, counted: frozenset[date]
) -> tuple[list[date], list[date], list[tuple[date, date]]]:
    """Return a range as whole months (their first days), single days, and ranges not counted.

    Before the first day that was counted there is nothing to count.
    """
    first = min(counted)
    months: list[date] = []
    days: list[date] = []
    rest: list[tuple[date, date]] = []
    for month in months_between(start, end):
        whole = [day for day in _days(month, _month_end(month)) if day >= first]
        wanted = [day for day in whole if start <= day <= end]
        missing = [day for day in wanted if day not in counted]
        if wanted and len(wanted) == len(whole) and not missing:
            months.append(month)
            continue
        days += [day for day in wanted if day in counted]
        rest += _runs(missing)
    return months, days, rest


def _stored(
    figure: Figure,
    months: list[date],
    days: list[date],
    language: str,
    most: int | None,
    only: Collection[str] | None,
    also: set[str],
) -> Counts:
    """Read months and days. `more` says how many lines were left out."""
    values = {
        "figure": figure.key,
        "months": months,
        "days": days,
        "language": language,
        "sums": figure.by.is_many,
        "most": None if most is None else max(most, LEAST),
        "only": None if only is None else list(only),
        "also": list(also),
    }
    cells: dict[tuple[str, str], int] = {}
    columns: dict[str, int] = {}
    lines = 0
    with transaction.atomic(), connection.cursor() as cursor:
        # Enough for the cells of a figure, so that nothing is sorted on disk.
        cursor.execute("SET LOCAL work_mem = '64MB'")
        cursor.execute(_READ, values)
        for what, by, split, number in cursor:
            if what == "cell":
                cells[by, split] = number
            elif what == "column":
                columns[split] = number
            else:
                lines = number
    return Counts(cells, columns, lines - len({by for by, _split in cells}))


def refresh() -> int:
    """Bring the summaries along with the trail; return how many days were counted anew."""
    if not is_large():
        return 0
    counted = 0
    with _alone() as is_alone:
        if not is_alone:
            return 0
        began = timezone.now()
        _mark(began)
        stale = list(ReportDay.objects.filter(is_stale=True).values_list("day", flat=True))
        for month in months_between(min(stale), max(stale)) if stale else []:
            days = [day for day in stale if month <= day <= _month_end(month)]
            counted += _count_month(month, days)
        ReportState.objects.update(refreshed_at=began)
    return counted


def shape() -> str:
    """Return a name for what is counted and in which time zone; another name counts anew."""
    named = f"{VERSION} {settings.TIME_ZONE} {' '.join(sorted(SUMMED))}"
    return hashlib.sha256(named.encode()).hexdigest()


def last_day() -> date:
    """The last day that is read from summaries."""
    return timezone.localdate() - timedelta(days=LIVE_DAYS)


def _mark(now: datetime) -> None:
    """Mark the days on which something may count otherwise than it did."""
    zone = {"zone": settings.TIME_ZONE}
    with transaction.atomic(), connection.cursor() as cursor:
        state, _created = ReportState.objects.get_or_create(pk=1)
        if state.shape != shape():
            ReportDay.objects.update(is_stale=True)
            ReportCount.objects.exclude(figure__in=SUMMED).delete()
            state.shape, state.refreshed_at = shape(), None
        earliest = last_day() - timedelta(days=KEPT_DAYS)
        cursor.execute(_DAYS_MISSING, {**zone, "last": last_day(), "earliest": earliest})
        cursor.execute(_DAYS_OF_TOUCHED, {**zone, "after": state.event_id})
        # Events of the last moments are looked at once more: an earlier number may come later.
        cursor.execute("SELECT max(id) FROM claims_event WHERE at < %s", [now - OVERLAP])
        state.event_id = max(state.event_id, cursor.fetchone()[0] or 0)
        state.save()


def _count_month(month: date, days: list[date]) -> int:
    """Count these days of a month anew, then the month."""
    figures = list(SUMMED)
    with transaction.atomic(), connection.cursor() as cursor:
        rows = ReportCount.objects.filter(figure__in=figures)
        rows.filter(span="day", start__in=days).delete()
        for start, end in _runs(days):
            for figure in SUMMED.values():
                cursor.execute(*_insert(figure, Scope(start, end)))
        rows.filter(span="month", start=month).delete()
        cursor.execute(_MONTH, {"figures": figures, "month": month, "last": _month_end(month)})
        ReportDay.objects.filter(day__in=days).update(is_stale=False, counted_at=timezone.now())
    return len(days)


def _insert(figure: Figure, scope: Scope) -> tuple[str, list[Any]]:
    """Return the statement that counts a figure for each day of a scope, and its values."""
    rows = figure.rows(scope).order_by().annotate(
        day_value=TruncDate(figure.at),
        language_value=text_of(figure.language),
        by_value=figure.by.expression,
    )  # fmt: skip
    names = ["pk", "day_value", "language_value", "by_value"]
    split = "''"
    if figure.split is not None:
        rows = rows.annotate(split_value=figure.split.expression)
        names.append("split_value")
        split = "split"
    sql, values = rows.values_list(*names).query.sql_with_params()
    columns = "pk, day, language, by" + (", split" if figure.split else "")
    number = "count(DISTINCT pk)" if figure.by.is_many else "count(*)"
    # One line for each cell, and where rows stand in several lines one for each column.
    cell = f"SELECT %s, 'day', day, language, by, {split}, false, {number} FROM found"
    column = f"SELECT %s, 'day', day, language, '', {split}, true, {number} FROM found"
    lines = f"{cell} GROUP BY 3, 4, 5, 6"
    if figure.by.is_many:
        lines += f" UNION ALL {column} GROUP BY 3, 4, 6"
    keys = [figure.key] * (1 + figure.by.is_many)
    return f"WITH found ({columns}) AS ({sql}) {_INTO} {lines}", [*values, *keys]


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether no other round runs; a round that dies gives the lock back with its connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        is_alone = cursor.fetchone()[0]
        try:
            yield is_alone
        finally:
            if is_alone:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def months_between(start: date, end: date) -> Iterator[date]:
    """Yield the first day of each month that has days in a range."""
    month = start.replace(day=1)
    while month <= end:
        yield month
        month = _month_end(month) + timedelta(days=1)


def _month_end(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _days(start: date, end: date) -> Iterator[date]:
    for number in range((end - start).days + 1):
        yield start + timedelta(days=number)


def _runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Return days as ranges without a gap."""
    ordered = sorted(days)
    if not ordered:
        return []
    breaks = [pair for pair in pairwise(ordered) if pair[1] - pair[0] > timedelta(days=1)]
    starts = [ordered[0], *(right for _left, right in breaks)]
    ends = [*(left for left, _right in breaks), ordered[-1]]
    return list(zip(starts, ends, strict=True))

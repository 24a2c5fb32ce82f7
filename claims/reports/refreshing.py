"""Brings the summaries along with the trail.

Events since the last round name claims, and every day on which one of these claims counts is
counted anew. A day is counted as a whole and compared with what is kept of it; the difference goes
into the day and its month. So running twice changes nothing, and a month costs no more than what
changed in it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models.functions import TruncDate
from django.utils import timezone

from claims.models import ReportDay, ReportLabel, ReportState
from claims.reports.catalogue import SUMMED
from claims.reports.dimensions import text_of
from claims.reports.durations import STRETCHES
from claims.reports.figures import Figure
from claims.reports.scope import Scope
from claims.reports.stretches import ROUNDED, lengths
from claims.reports.summaries import (
    ALL,
    CELL,
    COLUMN,
    DAY,
    LINE,
    MONTH,
    is_large,
    last_day,
    month_end,
    runs,
    shape,
)

OVERLAP = timedelta(minutes=2)  # an event may be committed this long after its time
LOCK = 727273
KEPT_DAYS = 3660  # as far back as a report may reach
PATIENCE = 240  # seconds after which a round begins no more days
STEP = 60  # seconds that the days take that are counted in one transaction
FEW = 7  # days of the first step of a round

_DAYS_OF_TOUCHED = """
WITH touched AS (
    SELECT claim_id AS id FROM claims_event WHERE id > %(after)s AND claim_id IS NOT NULL
    UNION SELECT id FROM claims_claim WHERE claimant_id IN (
        SELECT CASE WHEN kind = 'claimant.changed' THEN split_part(subject, ':', 2)::uuid END
        FROM claims_event WHERE id > %(after)s AND kind = 'claimant.changed'
    )
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
# What a batch of days counts, in words; then by label, as a difference to what is kept.
_EMPTY = """
DROP TABLE IF EXISTS fresh, change;
CREATE TEMP TABLE fresh (
    figure int, kind smallint, start date, language text, by text, split text, number int
) ON COMMIT DROP
"""
_SINGLE_COLUMNS = f"""
INSERT INTO fresh
SELECT figure, {COLUMN}, start, language, NULL, split, sum(number) FROM fresh
WHERE kind = {CELL} AND figure = ANY(%(single)s) GROUP BY figure, start, language, split
"""
_LABELS = """
INSERT INTO claims_reportlabel (text)
SELECT text FROM (
    SELECT language FROM fresh UNION SELECT split FROM fresh
    UNION SELECT by FROM fresh WHERE by IS NOT NULL
) told (text)
WHERE NOT EXISTS (SELECT FROM claims_reportlabel label WHERE label.text = told.text)
ON CONFLICT (text) DO NOTHING
"""
_CHANGE = f"""
CREATE TEMP TABLE change ON COMMIT DROP AS
SELECT figure, {DAY} AS span, kind, start, by, split, language,
    coalesce(now.number, 0) - coalesce(kept.number, 0) AS more
FROM (
    SELECT figure, kind, start, coalesce(line.id, {ALL}) AS by, label.id AS split,
        tongue.id AS language, number
    FROM fresh
    JOIN claims_reportlabel label ON label.text = split
    JOIN claims_reportlabel tongue ON tongue.text = language
    LEFT JOIN claims_reportlabel line ON line.text = by
) now
FULL JOIN (
    SELECT * FROM claims_reportcount
    WHERE figure = ANY(%(figures)s) AND span = {DAY} AND kind IN ({CELL}, {COLUMN})
        AND start = ANY(%(days)s)
) kept USING (figure, kind, start, by, split, language)
WHERE now.number IS DISTINCT FROM kept.number
"""
_MONTH = f"""
INSERT INTO change
SELECT figure, {MONTH}, kind, %(month)s, by, split, language, sum(more) FROM (
    SELECT figure, kind, by, split, language, more FROM change
    UNION ALL
    SELECT figure, {LINE}, by, {ALL}, language, more FROM change WHERE kind = {CELL}
    UNION ALL
    SELECT figure, {LINE}, by, {ALL}, {ALL}, more FROM change WHERE kind = {CELL}
) part
GROUP BY figure, kind, by, split, language HAVING sum(more) <> 0
"""
_APPLY = """
MERGE INTO claims_reportcount kept
USING (SELECT * FROM change ORDER BY figure, span, kind, start, by, split, language) change
ON kept.figure = change.figure AND kept.span = change.span AND kept.kind = change.kind
    AND kept.start = change.start AND kept.by = change.by AND kept.split = change.split
    AND kept.language = change.language
WHEN MATCHED AND kept.number + change.more = 0 THEN DELETE
WHEN MATCHED THEN UPDATE SET number = kept.number + change.more
WHEN NOT MATCHED THEN INSERT (figure, span, kind, start, by, split, language, number)
    VALUES (change.figure, change.span, change.kind, change.start, change.by, change.split,
        change.language, change.more)
"""
_BY_DIFFERENCE = (
    _SINGLE_COLUMNS, "ANALYZE fresh", _LABELS, _CHANGE, _MONTH, "ANALYZE change", _APPLY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did. days: how many it counted anew. is_done: whether none is left over."""

    days: int
    is_done: bool = True


def refresh(patience: float = PATIENCE) -> Round:
    """Bring the summaries along with the trail.

    patience: seconds after which no more days are begun. What is left over is for the next round,
    which goes on where this one ended.
    """
    if not is_large():
        return Round(0)
    with _alone() as is_alone:
        if not is_alone:
            return Round(0)
        began, clock = timezone.now(), time.monotonic()
        _mark(began)
        left = list(ReportDay.objects.filter(is_stale=True).values_list("day", flat=True))
        counted, most = 0, FEW
        while left:
            if counted and time.monotonic() - clock > patience:
                return Round(counted, is_done=False)
            days = [day for day in left[:most] if day <= month_end(left[0].replace(day=1))]
            start = time.monotonic()
            _count_days(days)
            # However many claims a day has, the next step takes about a minute at most.
            spent = max(time.monotonic() - start, 0.001)
            most = max(1, int(STEP * len(days) / spent))
            counted, left = counted + len(days), left[len(days) :]
        ReportState.objects.update(refreshed_at=began)
    return Round(counted)


def _mark(now: datetime) -> None:
    """Mark the days on which something may count otherwise than it did."""
    zone = {"zone": settings.TIME_ZONE}
    with transaction.atomic(), connection.cursor() as cursor:
        state, _created = ReportState.objects.get_or_create(pk=1)
        if state.shape != shape():
            cursor.execute("TRUNCATE claims_reportcount")
            ReportDay.objects.update(is_stale=True, counted_at=None)
            state.shape, state.refreshed_at = shape(), None
        earliest = last_day() - timedelta(days=KEPT_DAYS)
        cursor.execute(_DAYS_MISSING, {**zone, "last": last_day(), "earliest": earliest})
        # Also between the rounds of a first build, but not before it, when all events are new.
        if ReportDay.objects.filter(is_stale=False).exists():
            cursor.execute(_DAYS_OF_TOUCHED, {**zone, "after": state.event_id})
        # Events of the last moments are looked at once more: an earlier number may come later.
        cursor.execute("SELECT max(id) FROM claims_event WHERE at < %s", [now - OVERLAP])
        state.event_id = max(state.event_id, cursor.fetchone()[0] or 0)
        state.save()


def _count_days(days: list[date]) -> None:
    """Count days of one month anew, and put what is different into them and the month."""
    labels = {key: ReportLabel.objects.get_or_create(text=key)[0].pk for key in SUMMED}
    values = {
        "figures": list(labels.values()),
        "single": [labels[key] for key, one in SUMMED.items() if not one.by.is_many],
        "days": days,
        "month": days[0].replace(day=1),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        # Enough for a month's lines of a figure, so that nothing is sorted on disk.
        cursor.execute("SET LOCAL work_mem = '64MB'")
        cursor.execute(_EMPTY)
        for start, end in runs(days):
            scope = Scope(start, end)
            for key, figure in SUMMED.items():
                if figure.together is None:
                    cursor.execute(*_counted(figure, labels[key], scope))
            cursor.execute(*_stages(scope))
        for statement in _BY_DIFFERENCE:
            cursor.execute(statement, values)
        ReportDay.objects.filter(day__in=days).update(is_stale=False, counted_at=timezone.now())


def _counted(figure: Figure, label: int, scope: Scope) -> tuple[str, list[Any]]:
    """Return the statement that counts a figure for each day of a scope, and its values."""
    rows = figure.rows(scope).order_by().annotate(
        day_value=TruncDate(figure.at),
        language_value=text_of(figure.language),
        by_value=figure.by.expression,
    )  # fmt: skip
    names = ["pk", "day_value", "language_value", "by_value"]
    if figure.split is not None:
        rows = rows.annotate(split_value=figure.split.expression)
        names.append("split_value")
    sql, values = rows.values_list(*names).query.sql_with_params()
    split = ", split" if figure.split else ""
    found = f"WITH found (pk, day, language, by{split}) AS ({sql}) INSERT INTO fresh"
    if not figure.by.is_many:
        return f"{found} {_grouped(label, CELL, 'by', split, 'found')}", list(values)
    # A row counts once in each of its lines, and once in its column.
    lines = f"(SELECT DISTINCT pk, day, language, by{split} FROM found) line"
    once = f"(SELECT DISTINCT pk, day, language{split} FROM found) once"
    cells, columns = (
        _grouped(label, CELL, "by", split, lines),
        _grouped(label, COLUMN, "NULL", split, once),
    )
    return f"{found} {cells} UNION ALL {columns}", list(values)


def _stages(scope: Scope) -> tuple[str, list[Any]]:
    """Return the statement that counts the stages of the trail for each day, and its values."""
    sql, values = lengths(STRETCHES, scope)
    return (
        f"INSERT INTO fresh SELECT label.id, {CELL}, (at AT TIME ZONE %s)::date, language, "
        f"{ROUNDED}, '', count(*) FROM ({sql}) length "
        "JOIN claims_reportlabel label ON label.text = stretch GROUP BY 1, 3, 4, 5",
        [settings.TIME_ZONE, *values],
    )


def _grouped(label: int, kind: int, by: str, split: str, rows: str) -> str:
    """Return SQL that counts rows by day, language, `by` and split."""
    column = split.removeprefix(", ") or "''"
    return (
        f"SELECT {label}, {kind}, day, language, {by}, {column}, count(*) FROM {rows} "
        f"GROUP BY 3, 4, 5, 6"
    )


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

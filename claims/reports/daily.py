"""Counts days anew and stores what is different.

A day is counted as a whole and compared with what is kept of it; the difference goes into the day
and its month. So running twice changes nothing, and a month costs no more than what changed in it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import TruncDate
from django.utils import timezone

from claims.models import ReportDay, ReportLabel
from claims.reports.catalogue import SUMMED
from claims.reports.dimensions import text_of
from claims.reports.durations import STRETCHES
from claims.reports.figures import Figure
from claims.reports.large import PACK
from claims.reports.reach import runs
from claims.reports.scope import Scope
from claims.reports.stored import ALL, CELL, COLUMN, DAY, LINE, MONTH
from claims.reports.stretches import ROUNDED, lengths

# What the days count, row by row and in words.
_EMPTY = """
DROP TABLE IF EXISTS told, numbered, fresh, change, passes, packed;
CREATE TEMP TABLE told (
    figure int, kind smallint, is_public boolean, claim uuid, start date, language text, by text,
    split text
) ON COMMIT DROP
"""
_LABELS = """
INSERT INTO claims_reportlabel (text)
SELECT text FROM (
    SELECT language FROM told UNION SELECT split FROM told
    UNION SELECT by FROM told WHERE by IS NOT NULL
) words (text)
WHERE NOT EXISTS (SELECT FROM claims_reportlabel label WHERE label.text = words.text)
ON CONFLICT (text) DO NOTHING
"""
_NUMBERED = f"""
CREATE TEMP TABLE numbered ON COMMIT DROP AS
SELECT figure, kind, is_public, claim, start, coalesce(line.id, {ALL}) AS by, label.id AS split,
    tongue.id AS language
FROM told
JOIN claims_reportlabel label ON label.text = split
JOIN claims_reportlabel tongue ON tongue.text = language
LEFT JOIN claims_reportlabel line ON line.text = by
"""
_FRESH = """
CREATE TEMP TABLE fresh ON COMMIT DROP AS
SELECT figure, kind, start, by, split, language, count(*) AS number FROM numbered
GROUP BY figure, kind, start, by, split, language
"""
_SINGLE_COLUMNS = f"""
INSERT INTO fresh (figure, kind, start, by, split, language, number)
SELECT figure, {COLUMN}, start, {ALL}, split, language, sum(number) FROM fresh
WHERE kind = {CELL} AND figure = ANY(%(single)s) GROUP BY figure, start, language, split
"""
_CHANGE = f"""
CREATE TEMP TABLE change ON COMMIT DROP AS
SELECT figure, {DAY} AS span, kind, start, by, split, language,
    coalesce(fresh.number, 0) - coalesce(kept.number, 0) AS more
FROM fresh FULL JOIN (
    SELECT * FROM claims_reportcount
    WHERE figure = ANY(%(figures)s) AND span = {DAY} AND kind IN ({CELL}, {COLUMN})
        AND start = ANY(%(days)s)
) kept USING (figure, kind, start, by, split, language)
WHERE fresh.number IS DISTINCT FROM kept.number
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
_STORE = (
    "ANALYZE told", _LABELS, _NUMBERED, "ANALYZE numbered", _FRESH, _SINGLE_COLUMNS,
    "ANALYZE fresh", _CHANGE, _MONTH, "ANALYZE change", _APPLY, *PACK,
)  # fmt: skip


def count_days(days: list[date]) -> None:
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
                    cursor.execute(*_told(figure, labels[key], scope))
            cursor.execute(*_stages(scope))
        for statement in _STORE:
            cursor.execute(statement, values)
        ReportDay.objects.filter(day__in=days).update(is_stale=False, counted_at=timezone.now())


def _told(figure: Figure, label: int, scope: Scope) -> tuple[str, list[Any]]:
    """Return the statement that tells what a figure counts, with its day, and its values."""
    rows = figure.rows(scope).order_by().annotate(
        claim_value=F(f"{figure.path}_id" if figure.path else "pk"),
        day_value=TruncDate(figure.at),
        language_value=text_of(figure.language),
        by_value=figure.by.expression,
    )  # fmt: skip
    names = ["pk", "claim_value", "day_value", "language_value", "by_value"]
    if figure.split is not None:
        rows = rows.annotate(split_value=figure.split.expression)
        names.append("split_value")
    sql, values = rows.values_list(*names).query.sql_with_params()
    split = "split" if figure.split else "''"
    given = "pk, claim, day, language, by" + (", split" if figure.split else "")
    found = f"WITH found ({given}) AS ({sql}) INSERT INTO told"
    once = f"SELECT {label}, {{}}, {figure.is_of_publications}, claim, day, language, {{}}, {split}"
    cells = once.format(CELL, "by")
    if not figure.by.is_many:
        return f"{found} {cells} FROM found", list(values)
    # A row counts once in each of its lines, and once in its column.
    columns = once.format(COLUMN, "NULL")
    return (
        f"{found} {cells} FROM (SELECT DISTINCT {given} FROM found) line UNION ALL {columns} "
        f"FROM (SELECT DISTINCT {given.replace(', by', '')} FROM found) once",
        list(values),
    )


def _stages(scope: Scope) -> tuple[str, list[Any]]:
    """Return the statement that tells the stages of the trail that ended, and its values."""
    sql, values = lengths(STRETCHES, scope)
    return (
        f"INSERT INTO told SELECT label.id, {CELL}, false, claim, (at AT TIME ZONE %s)::date, "
        f"language, {ROUNDED}, '' FROM ({sql}) length "
        "JOIN claims_reportlabel label ON label.text = stretch",
        [settings.TIME_ZONE, *values],
    )

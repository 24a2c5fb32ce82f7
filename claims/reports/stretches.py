"""Stretches of time between two steps of a claim, read from its trail.

`ended` gives the rows of one stretch, for lists. `lengths` reads the trails of claims once for
several stretches, which is how they are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import (
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
)
from django.db.models.functions import Coalesce

from claims.models import Claim, Event
from claims.reports.figures import Counts
from claims.reports.scope import Scope

MINUTE, HOUR, DAY = 60, 3600, 86400
# Seconds below which lengths are counted in units of so many seconds, and the unit of all others.
UNITS = ((HOUR, MINUTE), (2 * DAY, HOUR // 10))
LONG = DAY // 10
_UNIT = f"CASE {' '.join(f'WHEN s < {below} THEN {unit}' for below, unit in UNITS)} ELSE {LONG} END"
# Seconds `s` in whole units, as text.
ROUNDED = f"(FLOOR(GREATEST(s, 0) / {_UNIT} + 0.5)::int * {_UNIT})::text"


class Rounded(Func):
    """A length of time in whole units, as seconds in text; null of none.

    The inner query keeps PostgreSQL from working out the length anew at each place it stands in.
    """

    template = f"""(
        SELECT {ROUNDED} FROM (
            SELECT EXTRACT(EPOCH FROM %(expressions)s) AS s OFFSET 0
        ) length WHERE s IS NOT NULL
    )"""
    output_field = TextField()


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a step of a claim to a later one.

    ends: kind of the event it ends with. since: kinds of the step it begins with, the last one
    before. from_arrival: where there is no such step, it begins with the claim's arrival. is_first:
    only the first end of a claim counts.

    The last step is of the same verdict, too: a claim has one open verdict at most.
    """

    ends: str
    since: tuple[str, ...] = ()
    from_arrival: bool = False
    is_first: bool = False


def ended(stretch: Stretch, scope: Scope) -> QuerySet[Event]:
    """Return the events that a stretch ended with in a scope, with `took`, null of no beginning."""
    earlier = Event.objects.filter(claim=OuterRef("claim"), position__lt=OuterRef("position"))
    begun: Any = F("claim__created_at")
    if stretch.since:
        last = earlier.filter(kind__in=stretch.since).order_by("-position")
        begun = Subquery(last.values("at")[:1])
        if stretch.from_arrival:
            begun = Coalesce(begun, F("claim__created_at"))
    length = ExpressionWrapper(F("at") - begun, output_field=DurationField())
    rows = scope.limited(Event.objects.filter(scope.within("at"), kind=stretch.ends))
    if stretch.is_first:
        rows = rows.filter(~Exists(earlier.filter(kind=stretch.ends)))
    return rows.annotate(took=length)


def pairs(stretches: Mapping[str, Stretch], scope: Scope) -> dict[str, tuple[Counts, Counts]]:
    """Count the lengths of several stretches in a scope and in the one before it."""
    both = scope.between(scope.before().start, scope.end)
    sql, values = lengths(stretches, both)
    cells: dict[tuple[str, bool], dict[tuple[str, str], int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT stretch, at >= %s, {ROUNDED}, count(*) FROM ({sql}) length GROUP BY 1, 2, 3",
            [scope.since, *values],
        )
        for key, is_now, length, number in cursor.fetchall():
            cells.setdefault((key, is_now), {})[length, ""] = number
    return {
        key: (_counts(cells.get((key, True), {})), _counts(cells.get((key, False), {})))
        for key in stretches
    }


def _counts(cells: dict[tuple[str, str], int]) -> Counts:
    return Counts(cells, {"": sum(cells.values())} if cells else {})


_MICROSECONDS = "(EXTRACT(EPOCH FROM {}) * 1000000)::bigint"


def lengths(stretches: Mapping[str, Stretch], scope: Scope) -> tuple[str, list[Any]]:
    """Return SQL for each end of each stretch in a scope, and its values.

    Its columns: stretch, claim, at, language, and `s`, the length in seconds. Those of no beginning
    are left out.
    """
    claims = scope.limited(Claim.objects.order_by(), "")
    if not scope.filters or scope.is_brief:
        ended = {one.ends for one in stretches.values()}
        moved = Event.objects.order_by().filter(scope.within("at"), kind__in=ended)
        claims = claims.filter(pk__in=moved.values("claim"))
    sql, values = claims.values_list("pk", "created_at", "language").query.sql_with_params()
    kinds = {kind for one in stretches.values() for kind in (one.ends, *one.since)}
    seen, ends = [], []
    for number, (key, one) in enumerate(stretches.items()):
        begun = [f"since_{number}"] if one.since else []
        begun += ["arrived"] if one.from_arrival else []
        if one.since:
            # The largest position brings its moment along.
            last = f"max(ARRAY[position, {_MICROSECONDS.format('at')}])"
            seen.append(f"({_before(last, one.since)})[2] AS since_{number}")
        if one.is_first:
            seen.append(f"{_before('count(*)', [one.ends])} AS earlier_{number}")
        first = f" AND earlier_{number} = 0" if one.is_first else ""
        ends.append(
            f"SELECT '{key}' AS stretch, claim, at, language, "
            f"({_MICROSECONDS.format('at')} - coalesce({', '.join(begun)})) / 1000000.0 AS s "
            f"FROM told WHERE kind = '{one.ends}'{first}"
        )
    return (
        f"WITH mine (id, created_at, language) AS MATERIALIZED ({sql}), told AS ("
        "SELECT kind, mine.id AS claim, at, language, "
        f"{_MICROSECONDS.format('created_at')} AS arrived, "
        f"{', '.join(seen)} FROM mine JOIN claims_event ON claim_id = mine.id "
        f"WHERE kind IN ({_quoted(kinds)}) WINDOW earlier AS (PARTITION BY claim_id "
        "ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
        f") SELECT * FROM ({' UNION ALL '.join(ends)}) part "
        "WHERE s IS NOT NULL AND at >= %s AND at < %s",
        [*values, scope.since, scope.until],
    )


def _before(aggregate: str, kinds: Iterable[str]) -> str:
    return f"{aggregate} FILTER (WHERE kind IN ({_quoted(kinds)})) OVER earlier"


def _quoted(kinds: Iterable[str]) -> str:
    """Return kinds, which are named in this code alone, as SQL."""
    return ", ".join(f"'{kind}'" for kind in sorted(kinds))

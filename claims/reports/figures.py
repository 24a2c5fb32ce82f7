"""Rows by SQL: how many there are by one thing and another, and which ones they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Case, Count, QuerySet, Value, When
from django.utils.functional import Promise

from claims.reports.dimensions import Dimension
from claims.reports.scope import EVERYTHING, Scope
from claims.reports.tables import Cell, Frame, Lists, Rate, Row, Table

__all__ = ["Cell", "Counting", "Counts", "Figure", "Rate", "Row", "Table", "live"]

Pair = tuple[dict[str, int], dict[str, int]]  # columns of a scope and of the one before it
SHOWN = 12  # rows of a table on the report page; its own page has all


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows stand in each cell of a figure.

    cells: (value of `by`, value of `split`) -> rows. columns: value of `split` -> rows, each
    once, also where a row stands in several lines; a row is in one column only. more: how many
    lines have no cells here, because only the largest were asked for.
    """

    cells: dict[tuple[str, str], int]
    columns: dict[str, int]
    more: int = 0

    @property
    def total(self) -> int:
        """All rows, each once."""
        return sum(self.columns.values())

    @property
    def rows(self) -> dict[str, int]:
        """Rows for each value of `by`."""
        sums: dict[str, int] = defaultdict(int)
        for (value, _column), count in self.cells.items():
            sums[value] += count
        return dict(sums)

    def of_lines(self, values: Collection[str]) -> Counts:
        """Return only the cells of these lines."""
        cells = {cell: number for cell, number in self.cells.items() if cell[0] in values}
        return Counts(cells, self.columns, self.more)

    def plus(self, other: Counts) -> Counts:
        """Return the sum, for ranges that share no day."""
        return Counts(
            _added(self.cells, other.cells), _added(self.columns, other.columns), self.more
        )


class Counting(Protocol):
    """Counts a figure in a scope.

    most: so many of the largest lines are enough. only: the cells of these lines are enough. Both
    are leave to do less, and columns are counted whole all the same.
    """

    def __call__(
        self,
        figure: Figure,
        scope: Scope,
        *,
        most: int | None = None,
        only: Collection[str] | None = None,
    ) -> Counts: ...


@dataclass(frozen=True)
class Figure:
    """A count of rows by one dimension and perhaps another.

    rows: what is counted in a scope; each row has a claim at `path` (empty: it is one).
    at: the moment of a row, for lists. note: what is counted, in a sentence.
    compares: whether the range before is counted too; what stands now has none.
    own_language: path to the language, where it is not that of the claim.
    is_public: whether the counts tell nothing of what the desk has not published, so that they
    may stand in a published report. is_rare: whether so few rows of their table are counted that a
    list in the order of time would read nearly all others until its first page is full.
    together: counts this figure and others, by key, in a scope and in the one before, for less than
    each by itself.
    """

    key: str
    title: str | Promise
    note: str | Promise
    unit: str | Promise
    rows: Callable[[Scope], QuerySet[Any]]
    by: Dimension
    split: Dimension | None = None
    path: str = "claim"
    at: str = "at"
    compares: bool = True
    own_language: str = ""
    is_public: bool = False
    rate: Rate | None = None
    is_rare: bool = False
    together: Callable[[Scope], dict[str, tuple[Counts, Counts]]] | None = None

    def chosen(
        self, scope: Scope, row: str | None = None, column: str | None = None
    ) -> QuerySet[Any]:
        """Return the rows behind one count, each once. None: whatever the value."""
        rows = self.rows(scope)
        if row is not None:
            rows = _picked(rows, self.by, "by_value", row)
        if column is not None and self.split is not None:
            rows = _picked(rows, self.split, "split_value", column)
        # The join that finds a value can give a row more than once.
        if self.is_rare or (row is not None and self.by.is_joined):
            found = rows.order_by().values("pk")
            # Cut off at a bound that is never reached, they are found before any order.
            found = found[:EVERYTHING] if self.is_rare else found
            rows = rows.model._default_manager.filter(pk__in=found)
        return rows.order_by(f"-{self.at}", "-pk")

    @property
    def language(self) -> str:
        """The path from a row to the language that a scope filters by."""
        return self.own_language or (f"{self.path}__language" if self.path else "language")

    @property
    def is_of_publications(self) -> bool:
        """Whether its rows pass filters by what was published, not by the claim at the desk."""
        return bool(self.own_language)

    def counts(self, scope: Scope) -> Counts:
        """Count everything in a scope, in the record itself."""
        return self._counted(scope, Value(True))[0]

    def pair(self, scope: Scope, columns: Pair | None = None) -> tuple[Counts, Counts]:
        """Count a scope and the one before it, which ends where it begins, in one reading.

        columns: those of both, where they are known already.
        """
        both = scope.between(scope.before().start, scope.end)
        is_now = When(**{f"{self.at}__gte": scope.since}, then=Value(True))
        return self._counted(both, Case(is_now, default=Value(False)), columns)

    def _counted(
        self, scope: Scope, is_now: Any, columns: Pair | None = None
    ) -> tuple[Counts, Counts]:
        split = self.split.expression if self.split else Value("")
        rows = self.rows(scope).order_by().annotate(is_now=is_now, split_value=split)
        lines = rows.annotate(by_value=self.by.expression)
        cells = _numbered(lines, "is_now", "by_value", "split_value", once=self.by.is_many)
        if columns is None and self.by.is_many:
            sums = _numbered(rows, "is_now", "split_value", once=True)
            columns = tuple(
                {column: number for (when, column), number in sums.items() if when is now}
                for now in (True, False)
            )
        now, then = (
            {cell[1:]: number for cell, number in cells.items() if cell[0] is when}
            for when in (True, False)
        )
        first, second = columns or (_columns_of(now), _columns_of(then))
        return Counts(now, first), Counts(then, second)

    def table(
        self, scope: Scope, count: Counting | None = None, *, shown: int | None = None
    ) -> Table:
        """Return the figure for a scope.

        count: counts a figure in a scope, by default in the record itself. shown: how many rows
        to give, the rest is counted only.
        """
        count = count or live
        earlier = scope.before()
        now = count(self, scope, most=shown)
        sums = now.rows
        # Where not all lines have room, none is shown that has rows only in the range before.
        is_full = shown is not None and len(sums) + now.more > shown
        values = _cut(_ordered(sums, sums, self.by), shown, self.by)
        then = Counts({}, {})
        if self.compares:
            then = count(self, earlier, only=values) if is_full else count(self, earlier)
        before = then.rows
        left = len(sums) - len(values) + now.more
        if not is_full:
            both = _ordered({*sums, *before}, sums, self.by)
            values = _cut(both, shown, self.by)
            left = len(both) - len(values)
        names = self.by.names(values)
        columns = self._columns(now)
        here, there = Lists.of(self.key, scope), Lists.of(self.key, earlier)
        frame = Frame(columns, here, there, now.total)
        rows = list(self._rows(frame, values, names, now.cells, sums, before))
        return Table(
            self,
            columns,
            rows,
            here.cell(now.total),
            there.cell(then.total) if self.compares else None,
            [here.cell(now.columns.get(one, 0), None, one) for one, _name in columns],
            left,
        )

    def _columns(self, counts: Counts) -> list[tuple[str, str]]:
        if self.split is None:
            return []
        values = _ordered(set(counts.columns), counts.columns, self.split)
        names = self.split.names(values)
        if self.split.is_scale:
            place = {value: number for number, value in enumerate(names)}
            values.sort(key=lambda value: place.get(value, len(place)))
        return [(value, names.get(value) or str(value or self.split.none)) for value in values]

    def _rows(
        self,
        frame: Frame,
        values: list[str],
        names: dict[str, str],
        cells: dict[tuple[str, str], int],
        sums: dict[str, int],
        before: dict[str, int],
    ) -> Iterator[Row]:
        columns = [column for column, _name in frame.columns]
        for value in values:
            counts = [cells.get((value, column), 0) for column in columns]
            rate = self.rate.share(dict(zip(columns, counts, strict=True))) if self.rate else None
            then = before.get(value, 0) if self.compares else None
            name = names.get(value) or str(value or self.by.none)
            yield Row(value, name, counts, sums.get(value, 0), then, rate, frame)


def _numbered(rows: QuerySet[Any], *names: str, once: bool) -> dict[tuple[Any, ...], int]:
    """Return how many rows there are for each values of these names, without those of none.

    once: a row may come up several times and counts once.
    """
    found = rows.values_list(*names).annotate(number=Count("pk", distinct=once))
    return {tuple(values): number for *values, number in found if None not in values}


def _picked(rows: QuerySet[Any], by: Dimension, name: str, value: str) -> QuerySet[Any]:
    if by.pick is not None:
        return rows.filter(by.pick(value))
    return rows.annotate(**{name: by.expression}).filter(**{name: value})


def _added(left: dict[Any, int], right: dict[Any, int]) -> dict[Any, int]:
    return {key: left.get(key, 0) + right.get(key, 0) for key in {**left, **right}}


def live(
    figure: Figure,
    scope: Scope,
    *,
    most: int | None = None,
    only: Collection[str] | None = None,
) -> Counts:
    """Count a figure in the record itself, all of it."""
    return figure.counts(scope)


def _columns_of(cells: dict[tuple[str, str], int]) -> dict[str, int]:
    sums: dict[str, int] = defaultdict(int)
    for (_value, column), count in cells.items():
        sums[column] += count
    return dict(sums)


def _ordered(values: Iterable[Any], sizes: dict[str, int], by: Dimension) -> list[str]:
    if by.order:
        place = {value: number for number, value in enumerate(by.order)}
        return sorted(values, key=lambda value: (place.get(value, len(place)), value))
    if by.is_sequence:
        return sorted(values)
    return sorted(values, key=lambda value: (-sizes.get(value, 0), value))


def _cut(values: list[str], shown: int | None, by: Dimension) -> list[str]:
    """Return so many values: the first, or the last of those that follow one another."""
    if shown is None:
        return values
    return values[-shown:] if by.is_sequence else values[:shown]

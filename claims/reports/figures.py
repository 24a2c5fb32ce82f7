"""Rows by SQL: how many there are by one thing and another, and which ones they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from claims.reports.dimensions import Dimension
from claims.reports.scope import Scope
from claims.workbench.figures import share

SHOWN = 12  # rows of a table on the report page; its own page has all


@dataclass(frozen=True, slots=True)
class Cell:
    """How many, and the address of the list that holds exactly these."""

    count: int
    href: str
    share: float | None = None

    @property
    def percent(self) -> str:
        return "" if self.share is None else share(self.share)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share that each row has: the columns `of`, as a part of the columns `among`."""

    label: str | Promise
    of: tuple[str, ...]
    among: tuple[str, ...]

    def share(self, cells: dict[str, int]) -> float | None:
        """Return the share, 0 to 1, of the counts by column; None of nothing."""
        whole = sum(cells.get(column, 0) for column in self.among)
        return sum(cells.get(column, 0) for column in self.of) / whole if whole else None


@dataclass(frozen=True, slots=True)
class Row:
    """One value of what is counted by.

    cells: one for each column of the split, if there is one. rate: the figure's rate of the row.
    """

    value: str
    name: str
    cells: list[Cell]
    total: Cell
    before: Cell | None = None
    rate: float | None = None

    @property
    def rated(self) -> str:
        return share(self.rate)


@dataclass(frozen=True, slots=True)
class Table:
    """A figure for one scope. rest: how many rows are left off."""

    figure: Figure
    columns: list[tuple[str, str]]
    rows: list[Row]
    total: Cell
    before: Cell | None = None
    totals: list[Cell] = field(default_factory=list)
    rest: int = 0


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
    may stand in a published report.
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

    def chosen(
        self, scope: Scope, row: str | None = None, column: str | None = None
    ) -> QuerySet[Any]:
        """Return the rows behind one count, each once. None: whatever the value."""
        rows = self.rows(scope)
        if row is not None:
            rows = _picked(rows, self.by, "by_value", row)
        if column is not None and self.split is not None:
            rows = _picked(rows, self.split, "split_value", column)
        once = rows.model._default_manager.filter(pk__in=rows.order_by().values("pk"))
        return once.order_by(f"-{self.at}", "-pk")

    @property
    def language(self) -> str:
        """The path from a row to the language that a scope filters by."""
        return self.own_language or (f"{self.path}__language" if self.path else "language")

    def counted(self, scope: Scope) -> dict[tuple[str, str], int]:
        """Return how many rows there are for each pair of values."""
        rows = self.rows(scope).order_by().annotate(by_value=self.by.expression)
        names = ["by_value"]
        if self.split is not None:
            rows = rows.annotate(split_value=self.split.expression)
            names.append("split_value")
        found = rows.values_list(*names).annotate(number=Count("pk", distinct=True))
        return {(one[0], one[1] if self.split else ""): one[-1] for one in found}

    def counts(self, scope: Scope) -> Counts:
        """Count everything in a scope, in the record itself."""
        cells = self.counted(scope)
        if not self.by.is_many:
            return Counts(cells, _columns_of(cells))
        rows = self.rows(scope).order_by()
        if self.split is None:
            return Counts(cells, {"": rows.aggregate(number=Count("pk", distinct=True))["number"]})
        rows = rows.annotate(split_value=self.split.expression)
        once = rows.values_list("split_value").annotate(number=Count("pk", distinct=True))
        return Counts(cells, dict(once))

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
        only = list(sums) if now.more else None
        then = count(self, earlier, only=only) if self.compares else Counts({}, {})
        before = then.rows
        values = _ordered({*sums, *before}, sums, self.by)
        rest = len(values) - len(values[:shown]) + now.more
        values = values[:shown]
        names = self.by.names(values)
        columns = self._columns(now)
        rows = [
            self._row(scope, earlier, value, names, columns, now, sums, before) for value in values
        ]
        return Table(
            self,
            columns,
            rows,
            self._cell(scope, now.total),
            self._cell(earlier, then.total) if self.compares else None,
            [self._cell(scope, now.columns.get(one, 0), None, one) for one, _name in columns],
            rest,
        )

    def _columns(self, counts: Counts) -> list[tuple[str, str]]:
        if self.split is None:
            return []
        values = _ordered(set(counts.columns), counts.columns, self.split)
        names = self.split.names(values)
        return [(value, names.get(value) or str(value or self.split.none)) for value in values]

    def _row(self, scope, earlier, value, names, columns, now, sums, before) -> Row:
        total = sums.get(value, 0)
        cells = [
            self._cell(scope, now.cells.get((value, column), 0), value, column, of=total)
            for column, _name in columns
        ]
        then = self._cell(earlier, before.get(value, 0), value) if self.compares else None
        name = names.get(value) or str(value or self.by.none)
        row = {column: now.cells.get((value, column), 0) for column, _name in columns}
        rate = self.rate.share(row) if self.rate else None
        return Row(value, name, cells, self._cell(scope, total, value, of=now.total), then, rate)

    def _cell(
        self,
        scope: Scope,
        count: int,
        row: str | None = None,
        column: str | None = None,
        of: int | None = None,
    ) -> Cell:
        more = {}
        if row is not None:
            more["row"] = row
        if column is not None:
            more["column"] = column
        href = f"{reverse('reports:rows', args=[self.key])}?{scope.address(**more)}"
        return Cell(count, href, count / of if of else None)


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

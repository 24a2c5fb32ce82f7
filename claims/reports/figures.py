"""Rows by SQL: how many there are by one thing and another, and which ones they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from claims.reports.dimensions import Dimension
from claims.reports.scope import Scope

SHOWN = 12  # rows of a table on the report page; its own page has all


@dataclass(frozen=True, slots=True)
class Cell:
    """How many, and the address of the list that holds exactly these."""

    count: int
    href: str
    share: float | None = None

    @property
    def percent(self) -> str:
        return "" if self.share is None else f"{self.share * 100:.0f}\u00a0%"


@dataclass(frozen=True, slots=True)
class Row:
    """One value of what is counted by. cells: one for each column of the split, if there is one."""

    value: str
    name: str
    cells: list[Cell]
    total: Cell
    before: Cell | None = None


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


@dataclass(frozen=True)
class Figure:
    """A count of rows by one dimension and perhaps another.

    rows: what is counted in a scope; each row has a claim at `path` (empty: it is one).
    at: the moment of a row, for lists. note: what is counted, in a sentence.
    compares: whether the range before is counted too; what stands now has none.
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

    def counted(self, scope: Scope) -> dict[tuple[str, str], int]:
        """Return how many rows there are for each pair of values."""
        rows = self.rows(scope).order_by().annotate(by_value=self.by.expression)
        names = ["by_value"]
        if self.split is not None:
            rows = rows.annotate(split_value=self.split.expression)
            names.append("split_value")
        found = rows.values_list(*names).annotate(number=Count("pk", distinct=True))
        return {(one[0], one[1] if self.split else ""): one[-1] for one in found}

    def summed(self, scope: Scope) -> dict[str | None, int]:
        """Return how many rows there are for each value of `by`, and under None for all.

        A row with several values of either dimension is one row.
        """
        rows = self.rows(scope).order_by()
        sums: dict[str | None, int] = dict(
            rows.annotate(by_value=self.by.expression)
            .values_list("by_value")
            .annotate(number=Count("pk", distinct=True))
        )
        if self.by.is_many:
            sums[None] = rows.aggregate(number=Count("pk", distinct=True))["number"]
        else:
            sums[None] = sum(sums.values())
        return sums

    def table(self, scope: Scope, *, shown: int | None = None) -> Table:
        """Count everything in a scope. shown: how many rows to give, the rest is counted only."""
        counts = self.counted(scope)
        is_plain = self.split is None or not self.split.is_many
        if is_plain and not self.by.is_many:
            sums = _sums(counts)
        else:
            sums = self.summed(scope)
        earlier = scope.before()
        before = self.summed(earlier) if self.compares else {}
        values = _ordered({key for key in (*sums, *before) if key is not None}, sums, self.by)
        names = self.by.names(values)
        columns = self._columns(counts)
        rows = [
            self._row(scope, earlier, value, names, columns, counts, sums, before)
            for value in values[:shown]
        ]
        return Table(
            self,
            columns,
            rows,
            self._cell(scope, sums[None]),
            self._cell(earlier, before[None]) if self.compares else None,
            self._totals(scope, columns, counts),
            len(values) - len(rows),
        )

    def _columns(self, counts: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
        if self.split is None:
            return []
        sizes: dict[str | None, int] = defaultdict(int)
        for (_value, column), count in counts.items():
            sizes[column] += count
        values = _ordered(set(sizes), sizes, self.split)
        names = self.split.names(values)
        return [(value, names.get(value) or str(value or self.split.none)) for value in values]

    def _row(self, scope, earlier, value, names, columns, counts, sums, before) -> Row:
        total = sums.get(value, 0)
        cells = [
            self._cell(scope, counts.get((value, column), 0), value, column, of=total)
            for column, _name in columns
        ]
        then = self._cell(earlier, before.get(value, 0), value) if self.compares else None
        name = names.get(value) or str(value or self.by.none)
        return Row(value, name, cells, self._cell(scope, total, value, of=sums[None]), then)

    def _totals(self, scope, columns, counts) -> list[Cell]:
        if not columns:
            return []
        if not self.by.is_many:
            sums: dict[str, int] = defaultdict(int)
            for (_value, column), count in counts.items():
                sums[column] += count
        else:
            rows = self.rows(scope).order_by().annotate(split_value=self.split.expression)
            sums = dict(rows.values_list("split_value").annotate(number=Count("pk", distinct=True)))
        return [self._cell(scope, sums.get(column, 0), None, column) for column, _ in columns]

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


def _sums(counts: dict[tuple[str, str], int]) -> dict[str | None, int]:
    sums: dict[str | None, int] = defaultdict(int)
    sums[None] = 0
    for (value, _column), count in counts.items():
        sums[value] += count
        sums[None] += count
    return sums


def _ordered(values: Iterable[Any], sizes: dict[str | None, int], by: Dimension) -> list[str]:
    if by.order:
        place = {value: number for number, value in enumerate(by.order)}
        return sorted(values, key=lambda value: (place.get(value, len(place)), value))
    if by.is_sequence:
        return sorted(values)
    return sorted(values, key=lambda value: (-sizes.get(value, 0), value))

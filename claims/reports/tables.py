"""What a figure gives: numbers in lines and columns, each with the list of what it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from django.urls import reverse
from django.utils.functional import Promise

from claims.reports.scope import Scope
from claims.workbench.figures import share

if TYPE_CHECKING:
    from claims.reports.figures import Figure


@dataclass(frozen=True, slots=True)
class Cell:
    """How many. address: of the list of the whole figure. row, column: where the number stands."""

    count: int
    address: str
    share: float | None = None
    row: str | None = None
    column: str | None = None

    @property
    def href(self) -> str:
        """The address of the list that holds exactly these."""
        row = "" if self.row is None else f"&row={quote_plus(self.row)}"
        column = "" if self.column is None else f"&column={quote_plus(self.column)}"
        return f"{self.address}{row}{column}"

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
class Frame:
    """What the rows of a table share: their columns, where numbers lead, and the sum of all rows.

    there: for what they are compared with.
    """

    columns: list[tuple[str, str]]
    here: Lists
    there: Lists
    whole: int


@dataclass(frozen=True, slots=True)
class Row:
    """One value of what is counted by.

    counts: one for each column of the split, if there is one. count_before: of the range before,
    where that is counted. rate: the figure's rate of the row.
    Cells are made when a page asks for them: files of many thousand rows need only the counts.
    """

    value: str
    name: str
    counts: list[int]
    count: int
    count_before: int | None = None
    rate: float | None = None
    frame: Frame | None = None

    @property
    def cells(self) -> list[Cell]:
        cell, columns = self.frame.here.cell, self.frame.columns
        return [
            cell(number, self.value, column, of=self.count)
            for number, (column, _name) in zip(self.counts, columns, strict=True)
        ]

    @property
    def total(self) -> Cell:
        return self.frame.here.cell(self.count, self.value, of=self.frame.whole)

    @property
    def before(self) -> Cell | None:
        if self.count_before is None:
            return None
        return self.frame.there.cell(self.count_before, self.value)

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
class Lists:
    """The lists behind the numbers of a figure in one scope."""

    address: str

    @classmethod
    def of(cls, key: str, scope: Scope) -> Lists:
        return cls(f"{reverse('reports:rows', args=[key])}?{scope.address()}")

    def cell(
        self,
        count: int,
        row: str | None = None,
        column: str | None = None,
        of: int | None = None,
    ) -> Cell:
        """Return a number with its place, and its share of `of`."""
        return Cell(count, self.address, count / of if of else None, row, column)

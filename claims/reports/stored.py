"""Reads what was counted of a figure beforehand: of the whole desk, or of what passes one filter.

Of a wide figure, such as one with a line for each claimant, a page shows the largest lines only. So
months of the whole desk also keep each line as a single number: adding these up finds the largest,
and the cells of no other line are read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from claims.models import ReportLabel
from claims.models.summary import ReportCount
from claims.reports.figures import Counts, Figure
from claims.reports.reach import Reach

DAY, MONTH = ReportCount.Span.DAY.value, ReportCount.Span.MONTH.value
CELL, LINE, COLUMN = (kind.value for kind in ReportCount.Kind)
ALL = 0  # in the place of a label: whatever the value
NO_LABEL = -1  # of a value that was never counted


@dataclass(frozen=True, slots=True)
class Source:
    """Where counts lie, as SQL that gives `by`, `split` and `number`, many times over.

    lines: without split. columns: without `by`, each row of the figure once.
    """

    cells: str
    lines: str
    columns: str


_OF_LANGUAGE = f"(%(language)s = {ALL} OR language = %(language)s)"
_OF_LINES = f"{_OF_LANGUAGE} AND (%(only)s::int[] IS NULL OR by = ANY(%(only)s))"


def _kept(names: str, span: int, kind: int, condition: str) -> str:
    days = "months" if span == MONTH else "days"
    return (
        f"SELECT {names} FROM claims_reportcount WHERE figure = %(figure)s AND span = {span} "
        f"AND kind = {kind} AND start = ANY(%({days})s) AND {condition}"
    )


def _filtered(names: str, kind: str, condition: str) -> str:
    return (
        f"SELECT {names} FROM claims_reportfilteredday, "
        "unnest(languages, bys, splits, numbers) AS cell (language, by, split, number) "
        f"WHERE filter_id = %(filter)s AND figure = %(figure)s AND kind = {kind} "
        f"AND day = ANY(%(days)s) AND {condition}"
    )


WHOLE_DESK = Source(
    cells=f"{_kept('by, split, number', MONTH, CELL, _OF_LINES)} UNION ALL "
    f"{_kept('by, split, number', DAY, CELL, _OF_LINES)}",
    # Days keep no lines: on one day hardly any line has more than one cell.
    lines=f"{_kept('by, number', MONTH, LINE, 'language = %(language)s')} UNION ALL "
    f"{_kept('by, number', DAY, CELL, _OF_LANGUAGE)}",
    columns=f"{_kept('split, number', MONTH, COLUMN, _OF_LANGUAGE)} UNION ALL "
    f"{_kept('split, number', DAY, COLUMN, _OF_LANGUAGE)}",
)
ONE_FILTER = Source(
    cells=_filtered("by, split, number", f"{CELL}", _OF_LINES),
    lines=_filtered("by, number", f"{CELL}", _OF_LANGUAGE),
    columns=_filtered("split, number", "%(columns)s", _OF_LANGUAGE),
)
_READ_CELLS = """
SELECT line.text, label.text, number FROM (
    SELECT by, split, sum(number) AS number FROM ({cells}) part GROUP BY by, split
) cell
JOIN claims_reportlabel line ON line.id = by JOIN claims_reportlabel label ON label.id = split
"""
_READ_LINES = """
SELECT label.text, '', number FROM (
    SELECT by, sum(number) AS number FROM ({lines}) part GROUP BY by
) line JOIN claims_reportlabel label ON label.id = by
"""
_READ_COLUMNS = """
SELECT label.text, number FROM (
    SELECT split, sum(number) AS number FROM ({columns}) part GROUP BY split
) once JOIN claims_reportlabel label ON label.id = split
"""
# The largest lines with those of the last days added in, and how many lines there are. A line of
# the last days that never was counted before has no label: its place, below zero, stands for it.
# Those as large as the last that is wanted are put in the order of their text, as a table has it.
_LARGEST = """
WITH line AS MATERIALIZED (
    SELECT by, sum(number) AS number FROM (
        {lines}
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


class Stored:
    """What was counted of a figure beforehand, in the months and days of a range.

    label: of the figure. filter_id: of the filter that the counted rows pass, None for all.
    """

    def __init__(
        self, figure: Figure, reach: Reach, label: int, language: str, filter_id: int | None = None
    ) -> None:
        self.figure = figure
        self.source = WHOLE_DESK if filter_id is None else ONE_FILTER
        self.values: dict[str, Any] = {
            "figure": label,
            "filter": filter_id,
            "months": reach.months,
            "days": reach.days,
            "language": labels([language]).get(language, NO_LABEL) if language else ALL,
            "columns": COLUMN if figure.by.is_many else CELL,
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
        found = self._fetched(
            _LARGEST, most=most, texts=list(rows), numbers=list(rows.values())
        )  # fmt: skip
        lines = {text: label for label, text, _number in found}
        total = found[0][2] if found else 0
        counts = self.of_lines(lines).plus(recent.of_lines(lines))
        return Counts(counts.cells, counts.columns, total - len(lines))

    def _cells(self, read: str, **more: Any) -> dict[tuple[str, str], int]:
        return {(by, split): int(number) for by, split, number in self._fetched(read, **more)}

    def _columns(self) -> dict[str, int]:
        return {split: int(number) for split, number in self._fetched(_READ_COLUMNS)}

    def _fetched(self, read: str, **more: Any) -> list[tuple[Any, ...]]:
        source = self.source
        statement = read.format(cells=source.cells, lines=source.lines, columns=source.columns)
        with connection.cursor() as cursor:
            cursor.execute(statement, {**self.values, **more})
            return cursor.fetchall()


def labels(texts: Iterable[str]) -> dict[str, int]:
    """Return the numbers of labels by their text, of those that there are."""
    rows = ReportLabel.objects.filter(text__in=list(texts))
    return dict(rows.values_list("text", "id"))

"""Tables as bars: numbers of an SVG that needs neither style nor script.

Lengths are per cent of the width, so that letters keep their size on a narrow screen; colours
come from classes, so that dark mode and print have theirs. Nothing here is drawn as a path.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language_bidi

from claims.reports.figures import Cell, Row, Table

TONES = 8  # classes tone-0 … tone-7 of reports.css
BARS = 12  # rows of a picture; the table has all
LINE = 40  # units of height for one bar with its name above


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a bar. x, width: per cent. name: what the piece stands for."""

    x: str
    width: str
    tone: int
    cell: Cell
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A named bar and the height at which it lies."""

    name: str
    text_y: int
    bar_y: int
    count: int
    bars: list[Bar]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars one below the other. start, end: where the writing begins and ends, in per cent."""

    title: str
    height: int
    lines: list[Line]
    legend: list[tuple[int, str]]
    start: str
    end: str


def chart(table: Table) -> Chart | None:
    """Return the bars of a table, or None where there is nothing to draw."""
    rows = [row for row in table.rows if row.total.count][:BARS]
    if not rows:
        return None
    mirrored = get_language_bidi()
    most = max(sum(cell.count for cell in _pieces(row)) for row in rows)
    lines = [
        Line(
            _short(row.name),
            place * LINE + 14,
            place * LINE + 19,
            row.total.count,
            _bars(row, table, most, mirrored=mirrored),
        )
        for place, row in enumerate(rows)
    ]
    legend = [(number % TONES, name) for number, (_value, name) in enumerate(table.columns)]
    start, end = ("100%", "0%") if mirrored else ("0%", "100%")
    return Chart(str(table.figure.title), len(rows) * LINE, lines, legend, start, end)


def _pieces(row: Row) -> list[Cell]:
    return row.cells or [row.total]


def _bars(row: Row, table: Table, most: int, *, mirrored: bool) -> list[Bar]:
    names = [name for _value, name in table.columns] or [row.name]
    bars, place = [], 0.0
    for number, (cell, name) in enumerate(zip(_pieces(row), names, strict=True)):
        width = cell.count / most * 100
        if not cell.count:
            continue
        x = 100 - place - width if mirrored else place
        bars.append(Bar(f"{x:.3f}%", f"{width:.3f}%", number % TONES, cell, name))
        place += width
    return bars


def _short(name: str) -> str:
    return name if len(name) <= 48 else f"{name[:47]}…"

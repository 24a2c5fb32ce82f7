"""Figures as files: CSV and Excel."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

import xlsxwriter
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_pixel_width

from claims.reports.catalogue import Section
from claims.reports.durations import Took
from claims.reports.figures import Table
from claims.reports.filters import LABELS
from claims.reports.lists import Item
from claims.reports.scope import Scope
from claims.sheets import harmless

LINES = 500  # that are handed on together


def cell(value: Any) -> Any:
    """Return a cell of CSV: times in ISO 8601 with their offset, and nothing that a sheet runs."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return harmless(value)


def grid(table: Table) -> Iterator[list[Any]]:
    """Yield a table as header, rows and total."""
    figure = table.figure
    header = [str(figure.by.label), *(name for _value, name in table.columns), _("Total")]
    rated = figure.rate is not None
    if rated:
        header.insert(-1, f"{figure.rate.label}, %")
    yield [*header, _("Range before")] if figure.compares else header
    for row in table.rows:
        line = [row.name, *row.counts, row.count]
        if rated:
            line.insert(-1, None if row.rate is None else round(row.rate * 100, 1))
        yield line if row.count_before is None else [*line, row.count_before]
    line = [_("Total"), *(cell.count for cell in table.totals), table.total.count]
    if rated:
        line.insert(-1, None)
    yield [*line, table.before.count] if table.before else line


def times_grid(times: Iterable[Took]) -> Iterator[list[Any]]:
    """Yield the times of stages, in hours."""
    yield [
        _("Stage"),
        _("Number"),
        _("Median, hours"),
        _("90 % within, hours"),
        _("Number, range before"),
        _("Median before, hours"),
    ]
    for one in times:
        yield [
            str(one.stage.title),
            one.count,
            hours(one.median),
            hours(one.p90),
            one.count_before,
            hours(one.median_before),
        ]


def hours(length: Any) -> float | None:
    return None if length is None else round(length.total_seconds() / 3600, 2)


def items_grid(items: Iterable[Item]) -> Iterator[list[Any]]:
    """Yield the rows behind a figure."""
    yield [_("Claim"), _("Claimant"), _("State"), _("When"), _("What"), _("Hours"), _("Claim id")]
    for item in items:
        claim = item.claim
        yield [
            claim.text,
            str(claim.claimant or ""),
            claim.get_state_display(),
            item.at,
            item.what,
            hours(item.took),
            str(claim.pk),
        ]


def as_csv(lines: Iterable[list[Any]]) -> str:
    """Return lines as CSV with a byte order mark, which Excel needs to read UTF-8."""
    return "".join(csv_pieces(lines))


def csv_pieces(lines: Iterable[list[Any]]) -> Iterator[str]:
    """Yield CSV some hundreds of lines at a time, so that a long one never lies in memory."""
    rest, mark = iter(lines), "\ufeff"
    while some := list(islice(rest, LINES)):
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerows([cell(value) for value in line] for line in some)
        yield mark + out.getvalue()
        mark = ""


WIDEST = 420  # pixels of a column; longer texts are folded
TIME = 20  # letters that a time takes
HIGH = 15  # points of one line
A4 = 9  # as Excel numbers sizes of paper
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # Spreadsheets know no zones: times are those of the newsroom.
    "remove_timezone": True,
}


def list_as_xlsx(title: str, lines: Iterable[list[Any]]) -> bytes:
    """Return one table as a workbook, with numbers and times as such."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        _sheet(book, title, lines, book.add_format({"bold": True}))
    return out.getvalue()


def as_xlsx(scope: Scope, parts: Iterable[tuple[Section, list[Table], list[Took]]]) -> bytes:
    """Return a workbook with one sheet for each figure: numbers as numbers, header frozen."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        front = book.add_worksheet(_("Report")[:31])
        front.set_column(0, 1, 28)
        _front(front, scope, bold, day)
        if get_language_bidi():
            front.right_to_left()
        number = 0
        for section, tables, times in parts:
            if times:
                number += 1
                title = f"{number} {section.title} {_('times')}"
                _sheet(book, title, times_grid(times), bold)
            for table in tables:
                number += 1
                _sheet(book, f"{number} {table.figure.title}", grid(table), bold)
    return out.getvalue()


def _front(sheet: Any, scope: Scope, bold: Any, day: Any) -> None:
    sheet.write_string(0, 0, _("From"), bold)
    sheet.write_datetime(0, 1, scope.start, day)
    sheet.write_string(1, 0, _("To"), bold)
    sheet.write_datetime(1, 1, scope.end, day)
    chosen = dict(scope.worded)
    filters = [(str(label), chosen.get(str(label), "")) for label in LABELS.values()]
    for place, (name, value) in enumerate(filters, start=2):
        sheet.write_string(place, 0, name, bold)
        sheet.write_string(place, 1, value or _("all"))


def _sheet(book: Any, title: str, lines: Iterable[list[Any]], bold: Any) -> None:
    allowed = "".join(sign for sign in title if sign not in "[]:*?/\\'")
    sheet = book.add_worksheet(allowed[:31])
    rows, times = list(lines), set()
    text = book.add_format({"text_wrap": True, "valign": "top"})
    number = book.add_format({"valign": "top"})
    time = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd hh:mm:ss"})
    for place, line in enumerate(rows):
        for column, value in enumerate(line):
            if isinstance(value, str):
                # Written as a string, never as a formula, whatever it begins with.
                sheet.write_string(place, column, value, bold if place == 0 else text)
            elif isinstance(value, datetime):
                sheet.write_datetime(place, column, value, time)
                times.add(column)
            elif value is not None:
                sheet.write_number(place, column, value, number)
        if (folded := _folded(line)) > 1:
            sheet.set_row(place, HIGH * folded)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows) - 1, 1), len(rows[0]) - 1)
    sheet.autofit(WIDEST)
    for column in times:
        sheet.set_column(column, column, TIME)
    _arrange(sheet)


def _folded(line: list[Any]) -> int:
    """Return over how many lines the longest text of a row is folded; not every program does."""
    longest = max((xl_pixel_width(value) for value in line if isinstance(value, str)), default=0)
    return math.ceil(longest / (WIDEST * 0.9))


def _arrange(sheet: Any) -> None:
    """Let a sheet begin where the language does, and fit the width of a page under its header."""
    if get_language_bidi():
        sheet.right_to_left()
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)

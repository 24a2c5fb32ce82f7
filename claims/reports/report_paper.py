"""A frozen report as PDF."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.commas import listed
from claims.documents import Document
from claims.reports.paper import Front, Paper, printed

BARS = 12  # lines of one picture
BAR, ROWS = 4.6, 35  # millimetres of one bar, and of the legend with the first rows behind


def report_pdf(text: str, document: Document, sha256: str) -> bytes:
    """Return a report on paper, with the document itself attached as report.json.

    text: the RFC 8785 JSON of the document; sha256: its digest, which stands on every page.
    """
    made_at = datetime.fromisoformat(document["made_at"])
    front = Front(document["title"], _range(document), made_at, sha256)

    def write(paper: Paper) -> None:
        paper.attach("report.json", text.encode(), "The figures as JSON; their sha256 is printed.")
        _write(paper, document)

    return printed(front, write)


def _range(document: Document) -> str:
    start, end = (_day(document[name]) for name in ("from", "to"))
    first, last = (_day(document["before"][name]) for name in ("from", "to"))
    return _("{start} to {end}, compared with {first} to {last}.").format(
        start=start, end=end, first=first, last=last
    )


def _write(paper: Paper, document: Document) -> None:
    counted = localtime(datetime.fromisoformat(document["counted_at"]))
    paper.facts(
        [
            (
                _("Published by"),
                listed([document["publisher"]["name"], document["publisher"]["url"]]),
            ),
            *((label, value) for label, value in document["filters_in_words"]),
            (_("Counted at"), date_format(counted, "DATETIME_FORMAT")),
            (_("Time zone"), document["time_zone"]),
        ]
    )
    for section in document["sections"]:
        paper.heading(section["title"])
        _ratios(paper, section["ratios"])
        _times(paper, section["times"])
        for figure in section["figures"]:
            _figure(paper, figure)
    paper.heading(_("Sources"))
    paper.text(
        _(
            "Every number was counted by the database from the desk's trail of events and its "
            "records. The file report.json, attached to this PDF, holds all of them; the sha256 "
            "at the foot of each page is that of this file."
        )
    )


def _ratios(paper: Paper, ratios: list[dict[str, Any]]) -> None:
    if ratios:
        rows = [
            [one["label"], one["note"], f"{one['part']} / {one['whole']}", one["shown"]]
            for one in ratios
        ]
        head = [_("Share"), _("What"), _("Counts"), "%"]
        paper.grid(head, rows, widths=(5, 7, 3, 2), numbers=2)


def _times(paper: Paper, times: list[dict[str, Any]]) -> None:
    if times:
        head = [
            _("Stage"),
            _("Number"),
            _("Median"),
            "90 %",
            _("Number before"),
            _("Median before"),
        ]
        rows = [
            [
                one["title"], str(one["number"]), one["shown"][0], one["shown"][1],
                str(one["number_before"]), one["shown"][2],
            ]
            for one in times
        ]  # fmt: skip
        paper.grid(head, rows, widths=(6, 2, 2, 2, 2.4, 2.4), numbers=5)


def _figure(paper: Paper, figure: dict[str, Any]) -> None:
    bars = min(len(figure["rows"]), BARS)
    # A picture stays whole, under its title and with the first rows of its table.
    paper.keep(18 + BAR * bars + ROWS)
    paper.subheading(figure["title"])
    overlap = _("Rows may overlap: the total counts each once.") if figure["rows_overlap"] else ""
    paper.note(f"{figure['note']} {overlap}".strip())
    if not figure["rows"]:
        paper.note(_("Nothing in this range."))
        return
    pieces = [(row["name"], row["cells"] or [row["total"]]) for row in figure["rows"][:BARS]]
    paper.ln(1)
    paper.bars(pieces, figure["columns"])
    compares = figure["before"] is not None
    head = [figure["by"], *figure["columns"], _("Total"), *([_("Before")] if compares else [])]
    rows = [
        [
            row["name"], *map(str, row["cells"]), str(row["total"]),
            *([str(row["before"])] if compares else []),
        ]
        for row in figure["rows"]
    ]  # fmt: skip
    total = listed([_("Total"), figure["unit"]])
    sums = [*map(str, figure["totals"]), str(figure["total"])]
    rows.append([total, *sums, *([str(figure["before"])] if compares else [])])
    # As many letters as the longest word of a heading has, so that no word is broken.
    widths = [max(len(word) for word in (*name.split(), "000 000")) + 2 for name in head[1:]]
    paper.grid(
        head, rows, widths=(max(20, 60 - sum(widths)), *widths), numbers=len(widths),
        size=8 if sum(widths) < 60 else 6.5, last_is_sum=True,
    )  # fmt: skip
    if figure["rest"]:
        rest = ngettext(
            "{count} more row is not shown.", "{count} more rows are not shown.", figure["rest"]
        )
        paper.note(rest.format(count=figure["rest"]))


def _day(text: str) -> str:
    return date_format(date.fromisoformat(text), "SHORT_DATE_FORMAT")

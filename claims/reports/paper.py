"""Pages of PDF with text in every direction: headings, paragraphs, facts, quotes, tables.

Lines are broken, ordered and shaped by fpdf2 and HarfBuzz. The fonts lie beside this module and
cover Latin, Greek, Cyrillic, Hebrew and Arabic; other signs appear as empty boxes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, get_language_bidi
from fpdf import FPDF
from fpdf.enums import TableCellFillMode
from fpdf.fonts import FontFace

FONTS = Path(__file__).resolve().parent / "fonts"
INK, MUTED, FAINT, WASH = (24, 26, 30), (92, 97, 105), (196, 199, 204), (242, 243, 245)
# The colours of pieces of bars, told apart in grey too.
TONES = [
    (38, 92, 140), (222, 165, 72), (70, 140, 96), (120, 84, 150),
    (200, 96, 80), (140, 190, 205), (70, 75, 84), (200, 203, 208),
]  # fmt: skip
LTR_MARK, RTL_MARK = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
MARGIN = 20  # millimetres
LINE = 5.2  # millimetres of one line of running text
NEXT = {"new_x": "LMARGIN", "new_y": "NEXT"}


def is_rtl(text: str) -> bool:
    """Whether a text begins in a script that is written from right to left; else the page's."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return get_language_bidi()


def beside(parts: Iterable[str], between: str = " · ") -> str:
    """Return what is known of something on one line; each part keeps its own direction.

    Marks of direction, as a part that begins or ends with a number takes that of its neighbour.
    The line as a whole has the direction of the page, so that a date in its language stays whole.
    """
    marked = [(RTL_MARK if is_rtl(part) else LTR_MARK, part) for part in parts if part]
    page = RTL_MARK if get_language_bidi() else LTR_MARK
    apart = f"{page}{between}{page}"
    return page + apart.join(f"{mark}{part}{mark}" for mark, part in marked) if marked else ""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on every page. sha256: of what the paper shows, printed at its foot."""

    title: str
    kicker: str
    made_at: datetime
    sha256: str


def printed(front: Front, write: Callable[[Paper], None]) -> bytes:
    """Return what `write` puts on paper as PDF. The same text gives the same bytes."""
    paper = Paper(front)
    write(paper)
    return bytes(paper.output())


class Paper(FPDF):
    """An A4 document that is being written from top to bottom."""

    def __init__(self, front: Front) -> None:
        super().__init__(format="A4")
        self.front = front
        self.mirrored = get_language_bidi()
        for family in ("NotoSans", "NotoSansHebrew", "NotoSansArabic"):
            self.add_font(family, "", FONTS / f"{family}-Regular.ttf")
            self.add_font(family, "B", FONTS / f"{family}-Bold.ttf")
        # Arrows and signs of arithmetic come in one weight.
        for style in ("", "B"):
            self.add_font("NotoSansMath", style, FONTS / "NotoSansMath-Regular.ttf")
        self.set_fallback_fonts(
            ["NotoSansHebrew", "NotoSansArabic", "NotoSansMath"], exact_match=False
        )
        self.set_text_shaping(True)
        self.set_margins(MARGIN, 18, MARGIN)
        self.set_auto_page_break(True, margin=22)
        self.set_lang(get_language() or settings.LANGUAGE_CODE)
        self.set_title(front.title)
        self.set_author(settings.PUBLISHER_NAME)
        self.set_creator("Plumbline")
        self.set_creation_date(front.made_at)
        self.add_page()
        self._opening()

    # What every page carries -----------------------------------------------------------

    def header(self) -> None:
        if self.page_no() == 1:
            return
        self._ink(MUTED, 8)
        self._line(self.front.title, LINE)
        self._rule()
        self.ln(4)

    def footer(self) -> None:
        self.set_y(-17)
        self._rule()
        self._ink(MUTED, 7)
        # The number of pages is put in at the end, into text that is not shaped.
        page = f"{self.page_no()} / {{nb}}"
        made = date_format(localtime(self.front.made_at), "DATETIME_FORMAT")
        top, third = self.get_y(), (self.w - 2 * MARGIN) / 3
        for place, (text, align) in enumerate(
            zip(
                (settings.PUBLISHER_NAME, made, page),
                "RCL" if self.mirrored else "LCR",
                strict=True,
            )
        ):
            side = 2 - place if self.mirrored else place
            self.set_xy(MARGIN + side * third, top)
            self.set_text_shaping(text != page)
            self.cell(third, 4, text, align=align)
        self.set_text_shaping(True)
        self.set_xy(MARGIN, top + 4)
        self._line(f"sha256 {self.front.sha256}", 4)

    # Pieces ----------------------------------------------------------------------------

    def heading(self, text: str) -> None:
        self.keep(24)
        self.ln(5)
        self._ink(INK, 13, "B")
        self._line(text, 7)
        self.ln(1)

    def subheading(self, text: str) -> None:
        self.keep(18)
        self.ln(2)
        self._ink(INK, 10, "B")
        self._line(text, 6)

    def text(self, text: str, *, muted: bool = False, size: float = 9.5) -> None:  # type: ignore[override]
        """Write running text; each paragraph takes the side its script begins on."""
        for paragraph in text.splitlines() or [""]:
            if not paragraph.strip():
                self.ln(2)
                continue
            self._ink(MUTED if muted else INK, size)
            self._line(paragraph, LINE * size / 9.5)

    def note(self, text: str) -> None:
        self.text(text, muted=True, size=8)

    def quote(self, text: str) -> None:
        """Write words of somebody else, set in and with a bar at their side."""
        top, page = self.get_y(), self.page_no()
        at_right = is_rtl(text)
        self._ink(INK, 10)
        self.set_left_margin(MARGIN + 5)
        self.set_right_margin(MARGIN + 5)
        self.set_x(MARGIN + 5)
        self._line(text, LINE)
        self.set_left_margin(MARGIN)
        self.set_right_margin(MARGIN)
        if page == self.page_no():
            x = self.w - MARGIN - 1 if at_right else MARGIN + 1
            self.set_draw_color(*FAINT)
            self.set_line_width(0.8)
            self.line(x, top + 0.5, x, self.get_y() - 0.5)
        self.set_x(MARGIN)
        self.ln(1)

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Write names and values beside each other; empty values are left out."""
        rows = [(str(name), str(value)) for name, value in facts if str(value).strip()]
        if rows:
            self.grid(None, rows, widths=(1, 3), numbers=0, is_plain=True)

    def grid(
        self,
        head: Sequence[str] | None,
        rows: Sequence[Sequence[str]],
        *,
        widths: Sequence[float],
        numbers: int = 0,
        is_plain: bool = False,
        size: float = 8,
        last_is_sum: bool = False,
    ) -> None:
        """Write a table whose head is repeated on every page.

        widths: shares of the width. numbers: how many columns, the last ones, hold numbers.
        """
        self._ink(INK, size)
        self.set_draw_color(*FAINT)
        self.set_line_width(0.2)
        self.set_fill_color(255, 255, 255)
        start, end = ("RIGHT", "LEFT") if self.mirrored else ("LEFT", "RIGHT")
        aligns = [start] * (len(widths) - numbers) + [end] * numbers
        strong = FontFace(emphasis="BOLD")
        with self.table(
            col_widths=_sided(widths, self.mirrored),
            text_align=tuple(_sided(aligns, self.mirrored)),
            first_row_as_headings=head is not None,
            headings_style=FontFace(emphasis="BOLD", fill_color=WASH),
            borders_layout="HORIZONTAL_LINES",
            cell_fill_mode=TableCellFillMode.NONE,
            line_height=4.4,
            padding=1,
            v_align="TOP",
        ) as table:
            for place, cells in enumerate([head, *rows] if head is not None else rows):
                row = table.row()
                is_sum = last_is_sum and place == len(rows)
                for column, cell in enumerate(_sided(list(cells), self.mirrored)):
                    is_name = is_plain and column == (len(cells) - 1 if self.mirrored else 0)
                    row.cell(cell, style=strong if is_sum or is_name else None)
        self.ln(2)

    def bars(self, rows: Sequence[tuple[str, Sequence[int]]], legend: Sequence[str]) -> None:
        """Draw one bar for each row, in pieces, each name before its bar and its sum behind."""
        most = max((sum(pieces) for _name, pieces in rows), default=0)
        if not most:
            return
        names, room = 52, self.w - 2 * MARGIN - 52 - 16
        for name, pieces in rows:
            self.keep(5)
            top = self.get_y()
            self._ink(INK, 7.5)
            self._put(name if len(name) <= 34 else f"{name[:33]}…", MARGIN, top, names - 2)
            place = float(MARGIN + names)
            for number, piece in enumerate(pieces):
                width = piece / most * room
                self.set_fill_color(*TONES[number % len(TONES)])
                self._box(place, top + 0.7, width, 3)
                place += width
            self._put(str(sum(pieces)), place + 1, top, 14)
            self.set_xy(MARGIN, top + 4.6)
        place = float(MARGIN)
        for number, name in enumerate(legend):
            width = self.get_string_width(name) + 8
            if place + width > self.w - MARGIN:
                place = MARGIN
                self.ln(4.6)
            top = self.get_y()
            self.set_fill_color(*TONES[number % len(TONES)])
            self._box(place, top + 1.2, 2.2, 2.2)
            self._put(name, place + 3, top, width)
            self.set_xy(MARGIN, top)
            place += width
        self.ln(6)

    def _put(self, text: str, x: float, y: float, width: float) -> None:
        """Write one line at a distance from the side on which lines begin."""
        align = "R" if self.mirrored else "L"
        self.set_xy(self.w - x - width if self.mirrored else x, y)
        self.cell(width, 4.4, text, align=align)

    def _box(self, x: float, y: float, width: float, height: float) -> None:
        if width:
            self.rect(self.w - x - width if self.mirrored else x, y, width, height, style="F")

    def attach(self, name: str, content: bytes, says: str) -> None:
        """Put a file into the PDF, which readers offer to save."""
        self.embed_file(
            bytes=content, basename=name, desc=says, modification_date=self.front.made_at
        )

    # How -------------------------------------------------------------------------------

    def _opening(self) -> None:
        self._ink(MUTED, 8)
        self._line(self.front.kicker, LINE)
        self._ink(INK, 18, "B")
        self._line(self.front.title, 9)
        self.ln(1)
        self._rule()
        self.ln(3)

    def _line(self, text: str, height: float) -> None:
        self.multi_cell(0, height, text, align="R" if is_rtl(text) else "L", **NEXT)

    def _ink(self, colour: tuple[int, int, int], size: float, style: str = "") -> None:
        self.set_text_color(*colour)
        self.set_font("NotoSans", style, size)

    def _rule(self) -> None:
        self.set_draw_color(*FAINT)
        self.set_line_width(0.2)
        self.line(MARGIN, self.get_y(), self.w - MARGIN, self.get_y())

    def keep(self, height: float) -> None:
        """Begin a new page where so much room is not left, so that no heading stands alone."""
        if self.will_page_break(height):
            self.add_page()


def _sided(cells: Sequence, mirrored: bool) -> list:
    return list(reversed(cells)) if mirrored else list(cells)

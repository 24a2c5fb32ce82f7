"""Counts as bars: drawn by pygal, put into an SVG that needs neither style nor script.

pygal computes scale, ticks, stacking and the place of every bar. Its own look (a style sheet, a
script, lettering that shrinks with the picture) is left behind: lengths become per cent of the
width, so that letters keep their size on a narrow screen; colours come from classes, so that dark
mode and print have theirs; and in languages from right to left bars grow from the right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi
from lxml import etree
from pygal import Config, HorizontalStackedBar

TONES = 8  # classes tone-0 … tone-7 of charts.css
BARS = 12  # rows of a picture; the table has all
LINE = 40  # pixels of height for one bar with its name above
BAR, TOP = 14, 19  # pixels of a bar's height, and above it
FOOT = 18  # pixels below, for the numbers of the axis
TICKS = 5  # at most so many steps of the axis
NOWHERE = "#"
WIDE = 1000  # pygal's own units of width; only ratios of them are used


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a picture: its pieces, and where each leads; no links lead nowhere."""

    name: str
    pieces: Sequence[int]
    links: Sequence[str] = ()

    @property
    def sum(self) -> int:
        return sum(self.pieces)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of bars. legend: tone and name of each column."""

    svg: SafeString
    legend: list[tuple[int, str]]


def drawn(bars: Sequence[Bar], columns: Sequence[str], *, unit: str) -> Chart | None:
    """Return a picture of the first BARS of these that count something; None where none does.

    columns: names of the pieces; without any, each bar is one piece of `unit`.
    """
    bars = [bar for bar in bars if bar.sum][:BARS]
    if not bars:
        return None
    svg = _redrawn(_by_pygal(bars, columns or [unit]), bars)
    return Chart(svg, [(number % TONES, name) for number, name in enumerate(columns)])


def steps(most: int) -> list[int]:
    """Return whole numbers from 0 to at least `most`, evenly spaced by 1, 2 or 5 times a ten."""
    rough = max(1.0, most / TICKS)
    ten = 10 ** math.floor(math.log10(rough))
    step = next(ten * factor for factor in (1, 2, 5, 10) if ten * factor >= rough)
    return list(range(0, math.ceil(most / step) * step + 1, step))


def _by_pygal(bars: Sequence[Bar], columns: Sequence[str]) -> Any:
    """Return pygal's own tree, with the first bar on top."""
    most = max(bar.sum for bar in bars)
    config = Config(
        css=[], js=[], margin=0, spacing=0, width=WIDE, height=len(bars) * LINE, show_legend=False,
        x_labels=[_short(bar.name) for bar in reversed(bars)], y_labels=steps(most),
        no_prefix=True,
    )  # fmt: skip
    picture = HorizontalStackedBar(config)
    for number, name in enumerate(columns):
        picture.add(name, [_point(bar, number, name) for bar in reversed(bars)])
    return picture.render_tree()


def _point(bar: Bar, number: int, name: str) -> dict[str, Any] | None:
    if not bar.pieces[number]:
        return None
    # pygal keeps a description only of what has a link.
    link = bar.links[number] if bar.links else NOWHERE
    return {"value": bar.pieces[number], "label": name, "xlink": link}


@dataclass(frozen=True, slots=True)
class Frame:
    """How pygal's units become ours.

    left, right: where its axis begins and ends. lines: the heights of its lines from the top.
    """

    left: float
    right: float
    lines: list[float]
    mirrored: bool

    @property
    def high(self) -> int:
        return len(self.lines) * LINE

    def line(self, y: float) -> int:
        """Return in which line a height lies, the top one being 0."""
        return min(range(len(self.lines)), key=lambda place: abs(self.lines[place] - y))

    def across(self, x: float, width: float = 0.0) -> str:
        """Return a place as per cent of the width; with a width, that of the nearer edge."""
        share = self.length(x - self.left)
        return f"{100 - share - self.length(width) if self.mirrored else share:.3f}%"

    def length(self, width: float) -> float:
        return width / (self.right - self.left) * 100


def _redrawn(tree: Any, bars: Sequence[Bar]) -> SafeString:
    plot = _first(tree, "g", "plot")
    ticks = [
        (float(text.get("x")), int(text.text))
        for text in _all(_first(plot, "g", "axis x"), "text")
        if text.text
    ]
    names = list(_all(_first(plot, "g", "axis y"), "text"))
    lines = sorted(float(text.get("y")) for text in names)
    frame = Frame(ticks[0][0], ticks[-1][0], lines, get_language_bidi())
    svg = etree.Element("svg", width="100%", height=str(frame.high + FOOT), focusable="false")
    svg.set("class", "chart__picture")
    # The table beside it says the same, with links that a keyboard reaches.
    svg.set("aria-hidden", "true")
    _axis(svg, ticks, frame)
    series = [group for group in _all(plot, "g") if "series" in (group.get("class") or "").split()]
    for number, group in enumerate(series):
        # A bar of nothing has no width.
        for bar in (one for one in _all(group, "rect") if one.get("width")):
            _bar(svg, bar, number, frame)
    _lettering(svg, [text.text or "" for text in reversed(names)], bars, frame)
    return mark_safe(etree.tostring(svg, encoding="unicode"))


def _axis(svg: Any, ticks: list[tuple[float, int]], frame: Frame) -> None:
    for place, number in ticks:
        x = frame.across(place)
        line = etree.SubElement(svg, "line", x1=x, x2=x, y1="0", y2=str(frame.high))
        line.set("class", "chart__guide")
        text = etree.SubElement(svg, "text", x=x, y=str(frame.high + FOOT - 4))
        text.set("class", "chart__tick")
        anchor = {ticks[0][1]: "start", ticks[-1][1]: "end"}.get(number, "middle")
        text.set("text-anchor", anchor)
        text.text = number_format(number, force_grouping=True)


def _bar(svg: Any, bar: Any, tone: int, frame: Frame) -> None:
    x, y, width, height = (float(bar.get(name)) for name in ("x", "y", "width", "height"))
    line = frame.line(y + height / 2)
    described = {one.get("class"): one.text for one in _all(bar.getparent(), "desc")}
    parent = svg
    if described["xlink"] != NOWHERE:
        parent = etree.SubElement(svg, "a", href=described["xlink"], tabindex="-1")
    drawn = etree.SubElement(
        parent, "rect", x=frame.across(x, width), y=str(line * LINE + TOP),
        width=f"{frame.length(width):.3f}%", height=str(BAR),
    )  # fmt: skip
    drawn.set("class", f"chart__bar tone-{tone % TONES}")
    etree.SubElement(drawn, "title").text = f"{described['label']}: {described['value']}"


def _lettering(svg: Any, names: list[str], bars: Sequence[Bar], frame: Frame) -> None:
    """Write the names and sums above their bars, at the sides where lines begin and end."""
    start, end = ("100%", "0%") if frame.mirrored else ("0%", "100%")
    for place, (name, bar) in enumerate(zip(names, bars, strict=True)):
        y = str(place * LINE + 13)
        for text, x, anchor, kind in (
            (name, start, "start", "chart__name"),
            (number_format(bar.sum, force_grouping=True), end, "end", "chart__count"),
        ):
            written = etree.SubElement(svg, "text", x=x, y=y)
            written.set("text-anchor", anchor)
            written.set("class", kind)
            written.text = text


def _all(parent: Any, name: str) -> Iterator[Any]:
    return parent.iter(f"{{*}}{name}")


def _first(parent: Any, name: str, kind: str) -> Any:
    return next(one for one in _all(parent, name) if (one.get("class") or "").startswith(kind))


def _short(name: str) -> str:
    return name if len(name) <= 48 else f"{name[:47]}…"

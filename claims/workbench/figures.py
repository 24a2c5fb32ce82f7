"""Typed quantities and dates as chips: in the reader's own notation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from claims.models import Mention, Quantity

MINUS = "\N{MINUS SIGN}"
# How a day is written, by the calendar unit that the words name.
DAY_FORMATS = {
    "month": "YEAR_MONTH_FORMAT", "quarter": "YEAR_MONTH_FORMAT", "season": "YEAR_MONTH_FORMAT",
    "year": "Y", "decade": "Y", "century": "Y",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chip:
    """What one quantity shows. consistent: "yes", "no", or "" where nothing can be reckoned."""

    text: str
    value: str = ""
    unit: str = ""
    start: str = ""
    end: str = ""
    change: str = ""
    measured: str = ""
    consistent: str = ""


def chips_of(mention: Mention) -> list[Chip]:
    """Return the quantities of a mention, then its dates, each in the order of the text."""
    return chips(mention.quantities.all()) + date_chips(mention.dates)


def chips(quantities: Iterable[Quantity]) -> list[Chip]:
    """Return quantities as chips, in the order they are given."""
    return [_chip(quantity) for quantity in quantities]


def date_chips(dates: Iterable[dict[str, Any]]) -> list[Chip]:
    """Return the dates of a mention as chips: the words, and the time they mean where known.

    dates: as a mention keeps them, with text, from and to as ISO days, and precision.
    """
    return [Chip(text=found["text"], value=found["text"], measured=_time(found)) for found in dates]


def _time(found: dict[str, Any]) -> str:
    """Return the first and last day meant; empty where the words say no less."""
    day_format = DAY_FORMATS.get(found.get("precision", ""), "DATE_FORMAT")
    first, last = (
        date_format(date.fromisoformat(found[end]), day_format) if found.get(end) else ""
        for end in ("from", "to")
    )
    meant = first if first == last else f"{first} – {last}".strip()
    return "" if meant.strip("– ") in found["text"] else meant


def _chip(quantity: Quantity) -> Chip:
    value = ""
    is_ratio = quantity.change is not None and quantity.value == quantity.change
    if quantity.value is not None and not is_ratio:
        value = number(quantity.value)
    elif quantity.low is not None and quantity.high is not None:
        value = f"{number(quantity.low)}–{number(quantity.high)}"
    elif quantity.low is not None:
        value = f"≥ {number(quantity.low)}"
    elif quantity.high is not None:
        value = f"≤ {number(quantity.high)}"
    is_change = quantity.from_value is not None and quantity.to_value is not None
    if not value and not is_change:
        value = quantity.text
    return Chip(
        text=quantity.text,
        value=_("about {value}").format(value=value) if quantity.approximate and value else value,
        unit=_unit(quantity),
        start=number(quantity.from_value) if is_change else "",
        end=number(quantity.to_value) if is_change else "",
        change=percent(quantity.change) if quantity.change is not None else "",
        measured=quantity.what,
        consistent={True: "yes", False: "no"}.get(quantity.consistent, ""),
    )


def _unit(quantity: Quantity) -> str:
    """Return the unit, unless what is measured names it again: "60,000 Velmorans"."""
    if quantity.unit == "percent":
        return "%"
    is_named = quantity.what.casefold().startswith(quantity.unit.casefold())
    return "" if is_named else quantity.unit


def number(value: float | None) -> str:
    """Return a figure grouped as the reader's language does, without needless decimals."""
    if value is None:
        return ""
    places = 0 if float(value).is_integer() else min(_decimals(value), 3)
    return number_format(abs(value), places, force_grouping=True).join(
        (MINUS, "") if value < 0 else ("", "")
    )


def percent(ratio: float) -> str:
    """Return a ratio of change as per cent with its sign: -0.5 as "−50 %"."""
    per_cent = round(ratio * 100, 1)
    sign = MINUS if per_cent < 0 else "+"
    return f"{sign}{number(abs(per_cent))} %"


def share(part: float | None) -> str:
    """Return a part of a whole, 0 to 1, as per cent: 0.0769 as "7.7 %"; a dash for None.

    Always one decimal, so that the shares of a column stand under one another.
    """
    if part is None:
        return "–"
    return f"{number_format(round(part * 100, 1), 1)}\N{NO-BREAK SPACE}%"


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])

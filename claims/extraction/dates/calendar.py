"""First and last days of calendar units, and steps from a reference date."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

Span = tuple[date | None, date | None]
NONE: Span = (None, None)
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def day(year: int, month: int, number: int) -> Span:
    try:
        found = date(year, month, number)
    except ValueError:
        return NONE
    return found, found


@lru_cache(maxsize=1024)
def month(year: int, number: int) -> Span:
    if not (MINYEAR <= year <= MAXYEAR and 1 <= number <= 12):
        return NONE
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


@lru_cache(maxsize=1024)
def months(year: int, number: int, length: int) -> Span:
    """`length` months from month `number` of `year` on."""
    first = month(year, number)[0]
    if first is None:
        return NONE
    last = number - 1 + length - 1
    return first, month(year + last // 12, last % 12 + 1)[1]


def year(number: int) -> Span:
    return months(number, 1, 12)


def decade(number: int) -> Span:
    return months(number, 1, 120)


def century(number: int) -> Span:
    """The n-th century: its first day is 1 January of the year 100 (n - 1) + 1."""
    return months(100 * (number - 1) + 1, 1, 1200)


def shifted(reference: date, unit: str, count: int) -> date | None:
    """The day `count` units after `reference` (before, if negative); None beyond the calendar."""
    try:
        if unit in DAYS_OF:
            return reference + timedelta(days=DAYS_OF[unit] * count)
        if unit not in MONTHS_OF:
            return reference
        place = reference.year * 12 + reference.month - 1 + MONTHS_OF[unit] * count
        last = calendar.monthrange(place // 12, place % 12 + 1)[1]
        return date(place // 12, place % 12 + 1, min(reference.day, last))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return None


def containing(reference: date, unit: str) -> Span:
    """The calendar unit that `reference` lies in; weeks start on Monday."""
    if unit in ("week", "fortnight"):
        monday = reference - timedelta(days=reference.weekday())
        return monday, shifted(monday, "day", 6)
    if unit == "month":
        return month(reference.year, reference.month)
    if unit == "quarter":
        return months(reference.year, (reference.month - 1) // 3 * 3 + 1, 3)
    if unit == "year":
        return year(reference.year)
    if unit == "decade":
        return decade(reference.year // 10 * 10)
    if unit == "century":
        return century((reference.year - 1) // 100 + 1)
    return reference, reference


def weekday(reference: date, number: int, direction: int) -> Span:
    """The nearest such weekday at or before the reference (after it if `direction` is 1).

    News names the day of the report itself, so a plain weekday may be the reference's own day;
    one called last or next may not.
    """
    back = (reference.weekday() - number) % 7
    if direction > 0:
        found = shifted(reference, "day", 7 - back if back else 7)
    elif direction < 0:
        found = shifted(reference, "day", -back if back else -7)
    else:
        found = shifted(reference, "day", -back)
    return found, found


def nearest_month(reference: date, number: int, direction: int) -> Span:
    """The month of that number last past or still running (next to come if `direction` is 1)."""
    if direction > 0:
        return month(reference.year + (number <= reference.month), number)
    if direction < 0:
        return month(reference.year - (number >= reference.month), number)
    return month(reference.year - (number > reference.month), number)

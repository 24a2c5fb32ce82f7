"""Which days and months of a range were counted beforehand, and what is left of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Reach:
    """A range as whole months (their first days), single days, and ranges that nobody counted."""

    months: list[date]
    days: list[date]
    rest: list[tuple[date, date]]


def parts(start: date, end: date, counted: frozenset[date]) -> Reach:
    """Take a range apart. Before the first day that was counted there is nothing to count."""
    first = min(counted)
    reach = Reach([], [], [])
    for month in months_between(start, end):
        whole = [day for day in days_between(month, month_end(month)) if day >= first]
        wanted = [day for day in whole if start <= day <= end]
        missing = [day for day in wanted if day not in counted]
        if wanted and len(wanted) == len(whole) and not missing:
            reach.months.append(month)
            continue
        reach.days.extend(day for day in wanted if day in counted)
        reach.rest.extend(runs(missing))
    return reach


def single_days(start: date, end: date, counted: frozenset[date]) -> Reach:
    """Take a range apart where no months are kept."""
    wanted = list(days_between(max(start, min(counted)), end))
    missing = [day for day in wanted if day not in counted]
    return Reach([], [day for day in wanted if day in counted], runs(missing))


def months_between(start: date, end: date) -> Iterator[date]:
    """Yield the first day of each month that has days in a range."""
    month = start.replace(day=1)
    while month <= end:
        yield month
        month = month_end(month) + timedelta(days=1)


def month_end(month: date) -> date:
    """Return the last day of a month, given by its first."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def days_between(start: date, end: date) -> Iterator[date]:
    """Yield the days of a range, both ends included."""
    for number in range((end - start).days + 1):
        yield start + timedelta(days=number)


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Return days as ranges without a gap."""
    ordered = sorted(days)
    if not ordered:
        return []
    breaks = [pair for pair in pairwise(ordered) if pair[1] - pair[0] > timedelta(days=1)]
    starts = [ordered[0], *(right for _left, right in breaks)]
    ends = [*(left for left, _right in breaks), ordered[-1]]
    return list(zip(starts, ends, strict=True))

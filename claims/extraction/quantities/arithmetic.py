"""Whether figures and the words about them agree, within the rounding of the figures."""

from __future__ import annotations

from claims.extraction.quantities.items import Item, Number

#: Trailing zeros hide how far a figure was rounded: at most this share of it is allowed for.
HIDDEN_ROUNDING = 0.025
#: "About 160,000" may be this far off.
APPROXIMATION = 0.05
#: "Halved" and "by a third" are said of anything within this share of the ratio.
LOOSE_WORDS = 0.05

Interval = tuple[float, float]


def interval(value: Number, step: float, *, approximate: bool = False) -> Interval:
    """The lowest and highest true figure that would be written as `value`.

    step: the unit of the last digit given; 0 or 1 for a whole number, whose trailing zeros may
    hide rounding.
    """
    slack = abs(value) * APPROXIMATION if approximate else 0.0
    if step not in (0, 1):
        slack = max(slack, step / 2)
    elif isinstance(value, int):
        slack = max(slack, min(_hidden_step(value) / 2, abs(value) * HIDDEN_ROUNDING))
    return value - slack, value + slack


def _hidden_step(value: int) -> int:
    """The place of the last digit that is not zero: 160,000 gives 10,000; 45 gives nothing."""
    step = 1
    while value and value % 10 == 0:
        value //= 10
        step *= 10
    return step if step > 1 else 0


def change_between(start: Interval, end: Interval) -> Interval | None:
    """Lowest and highest change as a share of the start; None if the start may be zero."""
    if start[0] <= 0:
        return None
    ratios = (end[0] / start[1], end[0] / start[0], end[1] / start[1], end[1] / start[0])
    return min(ratios) - 1, max(ratios) - 1


def overlap(left: Interval, right: Interval) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]


def check_share(change: Interval, stated: float, slack: float, comparison: str | None) -> bool:
    """Whether a stated share of change fits the computed one.

    "By more than half" is a bound on the size of the change, whichever way it goes.
    """
    span = (stated - slack, stated + slack)
    if comparison in ("more_than", "at_least"):
        return change[0] <= span[1] if stated < 0 else change[1] >= span[0]
    if comparison in ("less_than", "at_most"):
        return change[1] >= span[0] if stated < 0 else change[0] <= span[1]
    return overlap(change, span)


def slack_of_share(item: Item) -> float:
    """How far a stated share may be off: half its last digit, or the looseness of its words."""
    share = abs(item.change_stated or 0)
    if item.unit_kind == "percent":
        slack = item.step / 200 if item.step else 0.005
    else:
        slack = LOOSE_WORDS * min(1 + share, 1 - share if item.direction < 0 else 1 + share)
    return slack + (APPROXIMATION * max(share, 0.5) if item.approximate else 0)


def agrees(
    start: Item, end: Item, from_value: Number, stated: Item | None, direction: int
) -> bool | None:
    """Whether a change from `start` to `end` is what the words say; None if they say nothing.

    from_value: the value of `start` with a magnitude it shares with `end`.
    stated: the figure that words the change ("by half", "by 12%", "by 80,000"), if any.
    direction: 1 if the verb says up, -1 down, 0 neither.
    """
    factor = 1 if from_value == start.value else end.amount.factor
    first = interval(from_value, start.step * factor, approximate=start.approximate)
    last = interval(end.value, end.step, approximate=end.approximate)
    if direction and _wrong_way(first, last, direction):
        return False
    if stated is None:
        return True if direction else None
    if stated.change_stated is not None:
        change = change_between(first, last)
        if change is None:
            return None
        slack = slack_of_share(stated)
        return check_share(change, stated.change_stated, slack, stated.comparison)
    if stated.change_by is not None:
        return _difference_fits(first, last, stated)
    return None


def _wrong_way(first: Interval, last: Interval, direction: int) -> bool:
    return last[1] <= first[0] if direction > 0 else last[0] >= first[1]


def _difference_fits(first: Interval, last: Interval, stated: Item) -> bool:
    by = interval(stated.change_by or 0, stated.step, approximate=stated.approximate)
    difference = (last[0] - first[1], last[1] - first[0])
    if stated.comparison:
        size = (min(abs(difference[0]), abs(difference[1])), max(map(abs, difference)))
        bound = abs(stated.change_by or 0)
        if stated.comparison in ("more_than", "at_least"):
            return size[1] >= bound
        return size[0] <= bound
    return overlap(difference, by)


def share_agrees(part: Item, whole: Item, percent: Item) -> bool | None:
    """Whether "300 of 1,200 (25 %)" adds up."""
    first = interval(part.value, part.step, approximate=part.approximate)
    last = interval(whole.value, whole.step, approximate=whole.approximate)
    if last[0] <= 0 or first[0] < 0:
        return None
    shares = (100 * first[0] / last[1], 100 * first[1] / last[0])
    slack = (percent.step or 1) / 2 + (5 if percent.approximate else 0)
    return overlap(shares, (percent.value - slack, percent.value + slack))

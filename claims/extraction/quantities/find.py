"""The way from a text to its quantities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from claims.extraction.dates import CALENDAR, DateMention, read_dates
from claims.extraction.quantities.changes import check_shares, read_changes
from claims.extraction.quantities.grammar import read_items
from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import Lexicon, read_lexicon
from claims.extraction.quantities.multiples import add_multiples
from claims.extraction.quantities.ranges import join_pairs
from claims.extraction.quantities.records import Quantity
from claims.extraction.quantities.tokens import BREAK, Tokens, tokenise

#: How many tokens may stand between a figure and the time it is of.
PERIOD_REACH = 5
DIVIDING = frozenset((".", ";", "?", "!", BREAK))  # what ends a sentence
DIRECTIONS = {1: "up", -1: "down", 0: None}


def find_quantities(text: str, language: str = "en") -> list[Quantity]:
    """Return the quantities of `text` in text order; they do not overlap.

    language: an ISO 639 code; an unknown one is read as English. Calendar dates are not
    quantities, lengths of time are. Time is linear in the length of the text.
    """
    return find_figures(text, None, language)[0]


def find_figures(
    text: str, reference: date | None = None, language: str = "en"
) -> tuple[list[Quantity], list[DateMention]]:
    """Return quantities and dates of `text` from one pass over its tokens.

    reference: the day the text was published, for `find_dates`.
    """
    lexicon = read_lexicon(language)
    tokens = tokenise(text, lexicon)
    dates = read_dates(tokens, lexicon, reference)
    items = read_items(tokens, lexicon, _covered(tokens, dates))
    items = add_multiples(tokens, lexicon, items)
    items = join_pairs(tokens, lexicon, items)
    items = read_changes(tokens, lexicon, items)
    check_shares(tokens, lexicon, items)
    return _finished(tokens, lexicon, items, dates), dates


def _covered(tokens: Tokens, dates: Sequence[DateMention]) -> bytearray:
    """1 for each token inside a calendar date, which holds no quantity."""
    covered = bytearray(len(tokens.words))
    for mention in dates:
        if mention.kind in CALENDAR:
            first = bisect_left(tokens.starts, mention.start)
            last = bisect_left(tokens.starts, mention.end)
            covered[first:last] = b"\1" * (last - first)
    return covered


def _finished(
    tokens: Tokens, lexicon: Lexicon, items: list[Item], dates: Sequence[DateMention]
) -> list[Quantity]:
    starts = [date.start for date in dates]
    return [_quantity(tokens, lexicon, item, dates, starts) for item in items]


def _quantity(
    tokens: Tokens, lexicon: Lexicon, item: Item, dates: Sequence[DateMention], starts: list[int]
) -> Quantity:
    start, end = tokens.starts[item.first], tokens.ends[item.last - 1]
    value = None if item.kind == "range" else item.value
    to_value = None if item.from_value is None else item.value
    text, what = tokens.text, None
    if item.what:
        what = text[tokens.starts[item.what[0]] : tokens.ends[item.what[1] - 1]]
    period = _period(tokens, lexicon, item, dates, starts) if dates else None
    change, stated = item.change, item.change_stated
    # By place: two dozen names would take longer to sort out than all the rest.
    return Quantity(
        start, end, text[start:end], value, item.unit, item.kind or item.unit_kind,
        item.unit_kind, what, item.low, item.high, item.from_value, to_value,
        None if change is None else round(change, 6),
        None if stated is None else round(stated, 6), item.change_by,
        DIRECTIONS[item.direction], item.consistent, item.approximate, item.comparison, period,
        item.step,
    )  # fmt: skip


def _period(
    tokens: Tokens, lexicon: Lexicon, item: Item, dates: Sequence[DateMention], starts: list[int]
) -> str | None:
    """The date or stretch of time right behind the figure, inside or right before it."""
    if item.unit_kind == "duration" or (item.unit or "").endswith(" of age"):
        return None
    begin, end = tokens.starts[item.first], tokens.ends[item.last - 1]
    behind = bisect_right(starts, end)
    if behind < len(dates):
        reach_last = item.noun[1] if item.noun else item.last
        limit = tokens.starts[min(reach_last + PERIOD_REACH, tokens.count)]
        date = dates[behind]
        if date.start <= limit and not _divided(tokens, item.last, date.start):
            return date.text
    at = bisect_right(starts, begin, 0, behind) - 1
    first = max(item.first - PERIOD_REACH, 0)
    if at < 0 or not tokens.starts[first] <= dates[at].end <= begin:
        return None
    between = tokens.words[bisect_left(tokens.starts, dates[at].end) : item.first]
    if not DIVIDING.isdisjoint(between):
        return None  # of the sentence before
    # "said on Monday that prices rose": Monday is when it was said.
    if not lexicon.sets["clause_openers"].isdisjoint(between):
        return None
    return dates[at].text


def _divided(tokens: Tokens, index: int, until: int) -> bool:
    """Whether a sentence ends between token `index` and offset `until`."""
    while index < tokens.count and tokens.starts[index] < until:
        if tokens.words[index] in DIVIDING:
            return True
        index += 1
    return False

"""Changes that one word states: "halved", "doubled", "rose fivefold", "cut in half"."""

from __future__ import annotations

import re

from claims.extraction.quantities.bounds import read_bounds
from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import HYPHENS, STATES_CHANGE, Lexicon
from claims.extraction.quantities.nouns import subject_before
from claims.extraction.quantities.tokens import Tokens
from claims.extraction.quantities.words import Amount

VERB_REACH = 6  # tokens between a verb of change and "5 times"
FOLD = re.compile(r"([a-z]+)fold\Z")


def add_multiples(tokens: Tokens, lexicon: Lexicon, items: list[Item]) -> list[Item]:
    """The items together with those that a single word of change states, in text order."""
    if lexicon.sets["many_times"] or lexicon.sets["times_before"]:
        items = [_so_many_times(tokens, lexicon, item) for item in items]
    if lexicon.sets["factor_by"]:
        items = [_by_factor(tokens, lexicon, item) for item in items]
    found = []
    for index in tokens.sites:
        if not tokens.roles[index] & STATES_CHANGE:
            continue
        word = tokens.words[index]
        if word in lexicon.multiples:
            if tokens.words[index + 1] in lexicon.sets["multiple_particles"]:
                continue
            if word in lexicon.sets["multiple_adjectives"] and not _is_verb(tokens, lexicon, index):
                continue
            change = lexicon.multiples[word]
            if word in lexicon.sets["multiple_neutral"] and _runs_down(tokens, lexicon, index):
                change = 1 / (1 + change) - 1
            found.append(_multiple(tokens, lexicon, index, index + 1, change))
        elif word in lexicon.sets["twice"]:
            if tokens.words[index + 1] in lexicon.sets["after_twice"]:
                found.append(_twice(tokens, lexicon, index))
        else:
            item = _fold(tokens, lexicon, index)
            if item is not None:
                found.append(item)
    if not found:
        return items
    starts = {item.first for item in found}
    taken = [item for item in items if starts.isdisjoint(range(item.first, item.last))]
    return sorted(taken + found, key=lambda item: item.first)


def _so_many_times(tokens: Tokens, lexicon: Lexicon, item: Item) -> Item:
    """ "вырос в 1,5 раза", "גדל פי שלושה": a change where a verb of change stands before it."""
    words, amount = tokens.words, item.amount
    led = item.first > 0 and words[item.first - 1] in lexicon.sets["times_before"]
    counted = item.first > 0 and words[item.first - 1] in lexicon.sets["times_by"]
    counted = counted and words[amount.last] in lexicon.sets["many_times"]
    if not (led or counted) or not isinstance(item.value, int | float) or item.value <= 0:
        return item
    last = amount.last + counted
    near = words[max(0, item.first - VERB_REACH) : item.first]
    while "." in near:
        del near[0]
    direction = next(
        (lexicon.change_verbs[w] for w in reversed(near) if w in lexicon.change_verbs), 0
    )
    direction = direction or _compared(lexicon, words[last])
    if not direction:
        made = Item(item.first, last, amount, item.value, item.step, unit="time")
        read_bounds(tokens, lexicon, made, 0)
        return made
    change = item.value - 1 if direction > 0 else 1 / item.value - 1
    return _multiple(tokens, lexicon, item.first, last, change) if change else item


def _by_factor(tokens: Tokens, lexicon: Lexicon, item: Item) -> Item:
    """ "divisé par deux", "multiplicado por tres": a change by a factor."""
    words, at, sets = tokens.words, item.first - 2, lexicon.sets
    if at < 0 or words[at + 1] not in sets["factor_by"] or not item.value:
        return item
    if words[at] in sets["divided"]:
        change = 1 / item.value - 1
    elif words[at] in sets["multiplied"]:
        change = item.value - 1
    else:
        return item
    return _multiple(tokens, lexicon, at, item.amount.last, change) if change else item


def _compared(lexicon: Lexicon, word: str) -> int:
    """1 for "more", -1 for "less", 0 for any other word."""
    sets = lexicon.sets
    return (word in sets["comparatives_up"]) - (word in sets["comparatives_down"])


def _runs_down(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether a verb of decrease stands just before "twofold", or "less" right behind it."""
    near = tokens.words[max(0, index - 4) : index]
    if tokens.words[index + 1] in lexicon.sets["comparatives_down"]:
        return True
    return any(lexicon.change_verbs.get(word, 0) < 0 for word in near)


def _is_verb(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether "double" is a verb or stands before what is doubled: "to double", "double the"."""
    before = tokens.words[index - 1] if index else ""
    return before in lexicon.sets["multiple_after"] or (
        tokens.words[index + 1] in lexicon.sets["determiners"]
    )


def _multiple(tokens: Tokens, lexicon: Lexicon, first: int, last: int, change: float) -> Item:
    amount = Amount(first, last, change, 0, "multiple")
    item = Item(first, last, amount, change, 0, kind="change", unit_kind="change")
    item.change = item.change_stated = change
    item.direction = 1 if change > 0 else -1
    verb = next(
        (
            k
            for k in range(first - 1, max(first - 4, -1), -1)
            if tokens.words[k] in lexicon.change_verbs
        ),
        first,
    )
    item.what = subject_before(tokens, lexicon, verb)
    read_bounds(tokens, lexicon, item, 0)
    return item


def _twice(tokens: Tokens, lexicon: Lexicon, index: int) -> Item:
    """ "twice as much as", "twice what was planned": the same figure as "two times"."""
    amount = Amount(index, index + 1, 2, 0, "words")
    item = Item(index, index + 1, amount, 2, 0, unit="time")
    read_bounds(tokens, lexicon, item, 0)
    return item


def _fold(tokens: Tokens, lexicon: Lexicon, index: int) -> Item | None:
    """ "fivefold", "ten-fold", "a 20-fold increase": so many times as much."""
    words, match = tokens.words, FOLD.match(tokens.words[index])
    first, times = index, None
    if match:
        times = lexicon.cardinals.get(match[1])
    elif index > 1 and words[index - 1] in HYPHENS and tokens.glued(index):
        first = index - 2
        before = words[first]
        times = int(before) if before.isdecimal() and len(before) < 5 else None
        times = lexicon.cardinals.get(before) if times is None else times
    if not times or times < 2:
        return None
    return _multiple(tokens, lexicon, first, index + 1, times - 1)

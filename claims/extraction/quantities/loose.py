"""What speech makes of a number: "forty-odd", "a couple of hundred", "and a half", "point five"."""

from __future__ import annotations

from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import HYPHENS, Lexicon
from claims.extraction.quantities.tokens import Tokens
from claims.extraction.quantities.words import Amount, Number, read_fraction, read_scale, times

MOST_DECIMALS = 9


def read_decimals(tokens: Tokens, lexicon: Lexicon, at: int) -> tuple[str, int]:
    """The digits said one by one from token `at` on, "two five": (digits, the token after)."""
    digits = ""
    while len(digits) < MOST_DECIMALS:
        digit = lexicon.cardinals.get(tokens.words[at], 10)
        if digit > 9:
            break
        digits, at = digits + str(digit), at + 1
    return digits, at


def added_part(tokens: Tokens, lexicon: Lexicon, at: int) -> tuple[Number, int]:
    """ "and a half", "and three-quarter": (the part, the token after it), or (0, at)."""
    words, sets = tokens.words, lexicon.sets
    if words[at] in HYPHENS and words[at + 2] in HYPHENS and words[at + 4] in HYPHENS:
        joint, article, part = words[at + 1 : at + 6 : 2]
        whole = joint in sets["and"] and article in sets["one_of_scale"] and part in sets["half"]
        return (0.5, at + 6) if whole else (0, at)  # "a three-and-a-half-year sentence"
    if words[at] not in sets["and"]:
        return 0, at
    if words[at + 1] in sets["one_of_scale"] and words[at + 2] in sets["half"]:
        return 0.5, at + 3
    if lexicon.language != "en" or (at > 1 and words[at - 2] in sets["between"]):
        return 0, at
    found = read_fraction(tokens, lexicon, at + 1)
    # "Two and a third of the rest" are two figures, and so are "two and half a dozen".
    whole_follows = found is None or words[found.last] in sets["of"]
    if whole_follows or words[at + 1] in sets["half"] or found.value >= 1:
        return 0, at
    return found.value, found.last


def read_unit_and_half(
    tokens: Tokens, lexicon: Lexicon, amount: Amount, earliest: int
) -> Item | None:
    """ "an hour and a half", "a mile and a quarter": one of a unit and the part that stands behind.

    amount: the part; its article may belong to it.
    """
    words, last = tokens.words, amount.last
    at = last - 5
    if at < earliest or words[last - 3] not in lexicon.sets["and"] or words[last] in HYPHENS:
        return None
    if words[last] in lexicon.sets["of"] and words[last + 1] in lexicon.sets["determiners"]:
        return None  # of "a day and half of the night" the half is of another
    if words[last - 2] not in lexicon.sets["one_of_scale"] or lexicon.language != "en":
        return None
    if words[at] not in lexicon.dates["one_words"]:
        return None
    measure = lexicon.units.starting_at(words, at + 1)
    name = lexicon.time_units.get(words[at + 1]) or (measure[1] if measure else None)
    if name is None:
        return None
    kind = "duration" if words[at + 1] in lexicon.time_units else "measure"
    value = 1 + amount.value
    return Item(at, last, amount, value, 0, unit=name, unit_kind=kind)


def couple_before(tokens: Tokens, lexicon: Lexicon, index: int, earliest: int) -> int:
    """The first token of "a couple of" right before a magnitude at `index`; else `index`."""
    words, sets = tokens.words, lexicon.sets
    at = index - 2
    if at < earliest or words[at] not in sets["couple"] or words[at + 1] not in sets["of"]:
        return index
    return at - (at > earliest and words[at - 1] in sets["one_of_scale"])


def loosened(tokens: Tokens, lexicon: Lexicon, amount: Amount) -> Amount:
    """The number with an "-odd" behind it, and the magnitude behind that: "thirty-odd thousand"."""
    words, at = tokens.words, amount.last
    if words[at] not in HYPHENS or words[at + 1] not in lexicon.sets["odd"]:
        return amount
    factor, amount.last = read_scale(tokens, lexicon, at + 2, glued=False)
    amount.approximate = True
    if factor > 1:
        amount.value, amount.step = times(amount.value, factor), amount.step * factor
        amount.scaled, amount.factor = factor >= 1000, factor
    return amount

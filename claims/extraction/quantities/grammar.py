"""Reads one figure after another from the tokens of a text."""

from __future__ import annotations

from claims.extraction.quantities import refusals, units
from claims.extraction.quantities.amounts import read_amount
from claims.extraction.quantities.bounds import read_bounds
from claims.extraction.quantities.coins import read_one_coin
from claims.extraction.quantities.currencies import read_currency_before, read_money_again
from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import (
    BEFORE_AGE,
    BEGINS_RATE,
    BEGINS_UNIT,
    HYPHENS,
    LEADS,
    LOOSENS,
    STARTS_FIGURE,
    Lexicon,
)
from claims.extraction.quantities.loose import read_decimals, read_unit_and_half
from claims.extraction.quantities.nouns import after_of, head_of, read_noun, singular
from claims.extraction.quantities.tokens import Tokens
from claims.extraction.quantities.words import Amount, read_scale, times

MINUS = ("-", "\u2212", "–")
#: Languages that say "less" for minus, where only a temperature tells the two apart.
MINUS_IS_LESS = ("fr", "es")
DEGREES = ("degree", "celsius", "fahrenheit")


def read_items(tokens: Tokens, lexicon: Lexicon, covered: bytearray) -> list[Item]:
    """All figures in text order. covered: 1 for each token that is part of a calendar date."""
    items: list[Item] = []
    roles, after = tokens.roles, 0
    for index in tokens.sites:
        if not roles[index] & STARTS_FIGURE or index < after or covered[index]:
            continue
        item, after = read_item(tokens, lexicon, index, after)
        if item is not None:
            items.append(item)
    return items


def read_item(
    tokens: Tokens, lexicon: Lexicon, index: int, earliest: int
) -> tuple[Item | None, int]:
    """The figure whose number starts at token `index`, and the token to go on from.

    earliest: the first token that does not belong to the figure before.
    """
    if tokens.words[index] in lexicon.dual_units:
        return _two(lexicon.dual_units[tokens.words[index]], index), index + 1
    amount = read_amount(tokens, lexicon, index, earliest)
    if amount is None:
        return None, index + 1
    if amount.form == "fraction" and (
        item := read_unit_and_half(tokens, lexicon, amount, earliest)
    ):
        read_bounds(tokens, lexicon, item, earliest)
        return item, item.last
    item = Item(amount.first, amount.last, amount, amount.value, amount.step, scaled=amount.scaled)
    item.approximate = amount.approximate
    roles = tokens.roles  # which tell most figures' neighbours from what might belong to them
    if roles[item.first - 1] & LEADS:
        _read_prefix(tokens, lexicon, item, earliest)
    refused = refusals.before_unit(tokens, lexicon, item)
    if refused:
        return None, max(refused, index + 1)
    if item.prefixed:
        read_money_again(tokens, lexicon, item)
    elif roles[item.last] & BEGINS_UNIT or roles[item.first - 1] & BEFORE_AGE:
        units.read_unit(tokens, lexicon, item)
    if item.unit is None or item.unit_kind == "proportion":
        _read_counted(tokens, lexicon, item)
    behind = max(item.noun[1], item.last) if item.noun else item.last
    if roles[behind] & BEGINS_RATE:
        units.read_rate(tokens, lexicon, item, behind)
    refused = refusals.after_unit(tokens, lexicon, item)
    if refused:
        return None, max(refused, index + 1)
    if item.unit_kind in ("percent", "proportion", "money", "measure") and item.what is None:
        item.what = after_of(tokens, lexicon, item.last)
    noun_end = item.noun[1] if item.noun else item.last
    if (roles[item.first - 1] | roles[item.last] | roles[noun_end]) & LOOSENS:
        read_bounds(tokens, lexicon, item, earliest)
    return item, item.last


def _two(unit: str, index: int) -> Item:
    """A length of time that one word counts: "שבועיים" is two weeks."""
    amount = Amount(index, index + 1, 2, 1, "words")
    return Item(index, index + 1, amount, 2, 1, unit=unit, unit_kind="duration")


def _read_prefix(tokens: Tokens, lexicon: Lexicon, item: Item, earliest: int) -> None:
    """Currency and sign in front of the number."""
    at = item.first - 1
    coin = at >= earliest and tokens.words[at] in lexicon.sets["one_coin"]
    if coin and read_one_coin(tokens, lexicon, item, at):
        return
    found = read_currency_before(tokens, lexicon, item.first)
    if found and found[0] >= earliest:
        item.first, item.unit = found
        item.unit_kind, item.prefixed = "money", True
    at = item.first - 1
    if at < earliest:
        return
    words, said = tokens.words, item.amount.form == "words"
    if said and words[at] in lexicon.sets["point"]:
        _read_point(tokens, lexicon, item, at)
        at = item.first - 1
    if at < earliest or not (said or item.amount.form == "digits"):
        return
    word = words[at] in lexicon.sets["minus"] and not _is_less(tokens, lexicon, item, at)
    if word or (words[at] in MINUS and not said and _is_sign(tokens, at, item)):
        item.value, item.first = -item.value, at


def _is_less(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """Whether the word for minus is that for less: "au moins 40", "encore moins deux"."""
    if lexicon.bounds_before.ending_at(tokens.words, at):
        return True
    if item.amount.form == "digits" or lexicon.language not in MINUS_IS_LESS:
        return False
    found = lexicon.units.starting_at(tokens.words, item.last)
    return found is None or found[1] not in DEGREES


def _read_point(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> None:
    """ "point five per cent", "point two five million": a number below one without its nought."""
    digits, last = read_decimals(tokens, lexicon, at + 1)
    behind = tokens.words[last]
    measured = lexicon.percent.starting_at(tokens.words, last) or behind in lexicon.scales
    if not digits or not measured or tokens.words[at - 1] in lexicon.sets["articles"]:
        return
    factor, last = read_scale(tokens, lexicon, last, glued=False)
    item.value, item.step = times(float(f"0.{digits}"), factor), factor * 10.0 ** -len(digits)
    item.amount.first, item.amount.last, item.amount.factor = at, last, factor
    item.first, item.last, item.scaled = at, last, factor > 1


def _is_sign(tokens: Tokens, at: int, item: Item) -> bool:
    """Whether a dash is a minus: after a space, glued to its number."""
    before = tokens.words[at - 1] if at else ""
    if before[:1].isdecimal():
        return False
    if at and tokens.glued(at):
        return before in "(["
    if tokens.words[at] == "–" and not item.prefixed:
        return tokens.glued(at + 1) and at > 0
    if tokens.glued(at + 1):
        return True
    return tokens.words[item.last] in ("degree", "degrees", "°", "deg") and at > 0


def _read_counted(tokens: Tokens, lexicon: Lexicon, item: Item) -> None:
    """The noun that a plain number counts, or the whole that a fraction is of."""
    words, amount = tokens.words, item.amount
    at = item.last
    if amount.form == "fraction" and not item.scaled:
        item.unit_kind = "proportion"
        if _read_part_of_percent(tokens, lexicon, item, at):
            return
        if words[at] in lexicon.sets["of"]:
            _read_whole(tokens, lexicon, item, at)
            return
        at += words[at] in HYPHENS
    elif amount.form == "vague" and words[at] in lexicon.sets["of"]:
        at += words[at + 1] not in lexicon.sets["determiners"]
        item.last = at
        units.read_unit(tokens, lexicon, item)
        if item.unit is not None:
            return
        item.last = amount.last
    elif words[at] in HYPHENS and tokens.glued(at) and tokens.glued(at + 1):
        _read_hyphened(tokens, lexicon, item, at + 1)
        return
    if words[at] in lexicon.sets["or"]:
        bound = lexicon.bounds_after.starting_at(words, at)
        at += bound[0] if bound else 0
    single = amount.form == "fraction" or (
        item.value <= 1 and (amount.form != "digits" or not isinstance(item.value, int))
    )
    found = read_noun(tokens, lexicon, at, single=single)
    if found is None:
        return
    first, last, name = found
    item.noun, item.unit = (first, last), name
    rest = after_of(tokens, lexicon, last)
    item.what = (first, rest[1]) if rest else (first, last)


def _read_part_of_percent(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """ "half a percent", "one-eighth of 1 percent"."""
    words = tokens.words
    at += words[at] in lexicon.sets["of"]
    at += words[at] in lexicon.sets["one_of_scale"] or words[at] in ("one", "1")
    found = lexicon.percent.starting_at(words, at)
    if found is None or words[at] == "percentage":
        return False
    length, name = found
    item.unit, item.last = name, at + length
    item.unit_kind = units.PERCENT_KINDS.get(name, "percent")
    return True


def _read_whole(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> None:
    """The noun that a fraction is of: "two-thirds of all teachers"."""
    phrase = after_of(tokens, lexicon, at)
    if phrase is None:
        return
    item.what = item.noun = phrase
    head = head_of(tokens, lexicon, *phrase)
    item.unit = singular(tokens.words[head], lexicon)


def _read_hyphened(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> None:
    """ "a 12-member panel", "the 28-nation bloc"."""
    word = tokens.words[at]
    if not word.isalpha() or len(word) < 3 or word in lexicon.sets["stops"]:
        return
    if word in lexicon.cardinals:
        return
    item.unit, item.noun, item.what = word, (at, at + 1), (at, at + 1)

"""Money: signs, codes and names of currencies before and after a number."""

from __future__ import annotations

from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import HYPHENS, POUNDS, Lexicon
from claims.extraction.quantities.tokens import Tokens
from claims.extraction.quantities.words import read_scale, times

#: Currency codes that people also write in small letters.
SMALL_CODES = frozenset(["usd", "eur", "gbp", "rmb", "btc", "nis"])
#: "Pounds" of this many or more are money, not a weight.
MONEY_FROM = 10_000
#: What costs money rather than weighs: "five pounds an hour".
PAID_BY = ("hour", "household", "night", "share", "ticket")


def read_currency_before(tokens: Tokens, lexicon: Lexicon, first: int) -> tuple[int, str] | None:
    """The currency sign or code that ends right before token `first`: (its first token, name)."""
    at = first - 1
    if at < 0:
        return None
    if tokens.words[at] in HYPHENS and tokens.glued(first) and at > 0:
        at -= 1
    found = lexicon.money_before.ending_at(tokens.words, at)
    if found is None:
        return None
    length, name = found
    start = at - length + 1
    if length == 1 and not _code_is_meant(tokens, start):
        return None
    # "a $ 5 note" is no Australian dollar: its sign is one word, in capitals.
    if (
        length > 1
        and tokens.words[start] in ("a", "s", "r")
        and not (tokens.glued(at) and tokens.raw(start).isupper())
    ):
        return at, "dollar"
    return start, name


def _code_is_meant(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if not (word.isascii() and word.isalpha()):
        return True
    if word in ("dollar", "rs", "rp"):
        return True
    return word in SMALL_CODES or tokens.raw(index).isupper()


def read_money(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    found = lexicon.money.starting_at(tokens.words, at)
    if found is None:
        name = _millions_code(tokens, lexicon, at)
        if name is None:
            return _pounds(tokens, lexicon, item, at)
        item.unit, item.unit_kind = name, "money"
        _multiply(item, 1_000_000, at + 1)
        return True
    length, name = found
    word = tokens.words[at]
    if length == 1:
        if len(word) == 1 and word.isalpha() and not tokens.glued(at):
            return False
        is_code = len(word) == 3 and word.isascii() and word in lexicon.codes
        if is_code and word not in SMALL_CODES and not tokens.raw(at).isupper():
            return False
        if word == "won" and item.value < 100:
            return False
        # A sign or code glued to the number behind it belongs to that one.
        behind = tokens.glued(at + 1) and tokens.words[at + 1][:1].isdecimal()
        if behind and not tokens.glued(at):
            return False
    item.unit, item.unit_kind, item.last = name, "money", at + length
    factor, after = read_scale(tokens, lexicon, item.last, glued=False)
    if factor > 1 and not item.scaled:
        _multiply(item, factor, after)
    return True


def _multiply(item: Item, factor: int, after: int) -> None:
    item.value = times(item.value, factor)
    item.step, item.scaled, item.last = item.step * factor, True, after


def _millions_code(tokens: Tokens, lexicon: Lexicon, at: int) -> str | None:
    """The currency of a code with the banks' M for millions in front of it: "MUSD"."""
    word = tokens.words[at]
    if len(word) == 4 and word[0] == "m" and word[1:] in lexicon.codes and tokens.raw(at).isupper():
        return lexicon.money.alone(word[1:])
    return None


def _pounds(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """ "pounds": sterling for large or paid amounts, the weight otherwise."""
    if tokens.words[at] not in POUNDS:
        return False
    near = tokens.words[max(0, item.first - 6) : item.first]
    is_money = (
        item.scaled
        or item.value >= MONEY_FROM
        or not lexicon.sets["paid"].isdisjoint(near)
        or _is_spent(tokens, lexicon, at + 1)
    )
    item.unit = "pound sterling" if is_money else "pound-mass"
    item.unit_kind, item.last = ("money" if is_money else "measure"), at + 1
    return True


def _is_spent(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether money stands behind pounds: "an hour", "a head", "of public money", "in fines"."""
    words, sets = tokens.words, lexicon.sets
    if words[at] in sets["of"] or words[at] == "in":
        return words[at + 1] in sets["paid_in"] or words[at + 2] in sets["paid_in"]
    rate = lexicon.rates.starting_at(words, at)
    return rate is not None and (rate[1] in PAID_BY or words[at + 1] == "head")


def read_money_again(tokens: Tokens, lexicon: Lexicon, item: Item) -> None:
    """What may follow a number with a currency sign: the currency again, as a word."""
    if tokens.glued(item.last) and tokens.words[item.last] in lexicon.glued_scales:
        return
    found = lexicon.money.starting_at(tokens.words, item.last)
    if found and tokens.words[item.last].isalpha() and len(tokens.words[item.last]) > 2:
        length, name = found
        if name.endswith(item.unit or "") or (item.unit or "").endswith(name):
            item.last += length
            item.unit = max(item.unit or "", name, key=len)

"""Units before and after a number: percent, money, measures, ages, time, rates."""

from __future__ import annotations

from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import Lexicon
from claims.extraction.quantities.nouns import after_of, singular
from claims.extraction.quantities.tokens import Tokens
from claims.extraction.quantities.words import HYPHENS, read_scale, whole

#: Abbreviations that are also words or letters: only glued to the number, or before a stop.
ONLY_GLUED = frozenset(("m", "g", "t", "l", "w", "v", "p", "f", "mi", "b", "in", "nm", "cc", "db"))
#: Currency codes that people also write in small letters.
SMALL_CODES = frozenset(["usd", "eur", "gbp", "rmb", "btc", "nis"])
PERCENT_KINDS = {"percentage point": "percentage_point", "basis point": "percentage_point"}
MONEY_FROM = 10_000


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


def read_unit(tokens: Tokens, lexicon: Lexicon, item: Item) -> None:
    """Read the unit that follows the number, if any, into `item`."""
    at = item.last
    start = at + 1 if _is_hyphened(tokens, lexicon, at) else at
    opening = tokens.words[at] in "([{<" and tokens.words[at] != "" and start == at
    start += opening
    for reader in (_percent, _money, _age, _measure, _time):
        if reader(tokens, lexicon, item, start):
            break
    else:
        return
    if opening and tokens.words[item.last] in ")]}>":
        item.last += 1
    elif opening:
        item.last, item.unit, item.unit_kind = at, None, "count"


def _is_hyphened(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether a hyphen joins number and unit; loose ones only before a word that is a unit."""
    if tokens.words[at] not in HYPHENS:
        return False
    if tokens.glued(at) and tokens.glued(at + 1):
        return True
    following = tokens.words[at + 1]
    return len(following) > 2 and (
        following in lexicon.time_units
        or following in lexicon.units.after
        or following in lexicon.money.after
    )


def _percent(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    found = lexicon.percent.starting_at(tokens.words, at)
    if not found:
        return False
    length, name = found
    if name == "permille":
        item.unit, item.unit_kind, item.last = name, "proportion", at + length
        return True
    item.unit, item.unit_kind = name, PERCENT_KINDS.get(name, "percent")
    item.last = at + length
    return True


def _money(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
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
    item.value = whole(round(item.value * factor, 6))
    item.step, item.scaled, item.last = item.step * factor, True, after


def _millions_code(tokens: Tokens, lexicon: Lexicon, at: int) -> str | None:
    """The currency of a code with the banks' M for millions in front of it: "MUSD"."""
    word = tokens.words[at]
    if len(word) == 4 and word[0] == "m" and word[1:] in lexicon.codes and tokens.raw(at).isupper():
        return lexicon.money.after[word[1:]][-1][1]
    return None


def _pounds(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """ "pounds": sterling for large or paid amounts, the weight otherwise."""
    if tokens.words[at] not in ("pounds", "pound"):
        return False
    near = tokens.words[max(0, item.first - 6) : item.first]
    is_money = item.scaled or item.value >= MONEY_FROM or not lexicon.sets["paid"].isdisjoint(near)
    item.unit = "pound sterling" if is_money else "pound-mass"
    item.unit_kind, item.last = ("money" if is_money else "measure"), at + 1
    return True


def _age(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """ "45-year-old", "three weeks old", "years of age", "87 yo"."""
    words, sets = tokens.words, lexicon.sets
    if words[at] == "yo" and "yo" in sets["ages_after"]:
        item.unit, item.unit_kind, item.last = "year of age", "measure", at + 1
        return True
    name = lexicon.time_units.get(words[at])
    if name is None:
        return False
    after = at + 1
    after += words[after] in HYPHENS and words[after + 1] in sets["ages_after"]
    if words[after] in sets["ages_after"]:
        after += 1
        if words[after - 1] == "old" and words[after] == "s" and tokens.glued(after):
            after += 1
    elif words[after] in sets["of"] and words[after + 1] in sets["age_of"]:
        after += 2
    else:
        return False
    item.unit, item.unit_kind, item.last = f"{name} of age", "measure", after
    return True


def _measure(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    found = lexicon.units.starting_at(tokens.words, at)
    if found is None:
        return False
    length, name = found
    word = tokens.words[at]
    if length == 1 and word in ONLY_GLUED and not _abbreviation_is_meant(tokens, lexicon, at):
        return False
    if word == "m" and length == 1 and item.scaled:
        return False
    if length > 1 and tokens.words[at + 1].isdecimal() and not tokens.glued(at + 1):
        length, name = 1, next(v for p, v in lexicon.units.after[word] if len(p) == 1)
    if tokens.glued(at + length) and tokens.words[at + length][:1].isdecimal():
        return False
    item.unit, item.unit_kind, item.last = name, "measure", at + length
    return True


def _abbreviation_is_meant(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether a letter is a unit: glued to its number, or alone before a stop or an "x"."""
    raw, following = tokens.raw(at), tokens.words[at + 1]
    if raw.isupper() and raw not in ("V", "W", "L", "F"):
        return False
    if tokens.glued(at):
        return True
    return raw == "m" and (not following.isalpha() or following in lexicon.sets["metre_after"])


def _time(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    name = lexicon.time_units.get(tokens.words[at])
    if name is None:
        return False
    if len(tokens.words[at]) <= 2 and not tokens.glued(at) and tokens.words[at] not in ("hr", "yr"):
        return False
    item.unit, item.unit_kind, item.last = name, "duration", at + 1
    return True


def read_rate(tokens: Tokens, lexicon: Lexicon, item: Item) -> None:
    """Read "a share", "per day", "/km" behind the unit or the counted noun."""
    at = max(item.noun[1], item.last) if item.noun else item.last
    words = tokens.words
    at += words[at] in HYPHENS
    found = lexicon.rates.starting_at(words, at)
    if found is None and words[at] in lexicon.sets["of"]:
        rest = after_of(tokens, lexicon, at)
        found = lexicon.rates.starting_at(words, rest[1]) if rest else None
        at = -1
    if found is None or item.unit_kind == "duration":
        return
    length, name = found
    if at > 0 and words[at + length] in lexicon.sets["not_after_rate"]:
        return
    if length == 1 and item.unit_kind == "count" and item.unit is None:
        return
    item.unit = f"{item.unit} per {singular(name, lexicon)}" if item.unit else f"per {name}"
    item.rated = True
    if item.noun is None and at > 0:
        item.last = at + length

"""Units before and after a number: percent, money, measures, ages, time, rates."""

from __future__ import annotations

from claims.extraction.quantities.currencies import read_money
from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import BEGINS_UNIT, HYPHENS, Lexicon
from claims.extraction.quantities.nouns import after_of, singular
from claims.extraction.quantities.tokens import Tokens

#: Abbreviations that are also words or letters: only glued to the number, or before a stop.
ONLY_GLUED = frozenset(
    ("c", "m", "g", "t", "l", "w", "v", "p", "f", "mi", "b", "in", "nm", "cc", "db")
)
#: Hebrew: lengths of time that "in" makes a rate of, written together with it.
PER = frozenset(("יום", "שנה", "חודש", "שבוע", "שעה"))
OLDEST = 120  # years
PERCENT_KINDS = {"percentage point": "percentage_point", "basis point": "percentage_point"}


def read_unit(tokens: Tokens, lexicon: Lexicon, item: Item) -> None:
    """Read the unit that follows the number, if any, into `item`."""
    at = item.last
    if not tokens.roles[at] & BEGINS_UNIT:  # as in "40 people"
        _age_before(tokens, lexicon, item, at)
        return
    words = tokens.words
    start = at + 1 if _is_hyphened(tokens, lexicon, at) else at
    opening = tokens.words[at] in "([{<" and tokens.words[at] != "" and start == at
    start += opening
    if _age_before(tokens, lexicon, item, start):
        return
    if words[start] in lexicon.dates["past_span"] or words[start] in lexicon.dates["future_span"]:
        # "dix dernières années"; but "fell by a fifth last year"
        several = lexicon.language != "en" or words[start + 1].endswith("s")
        start += several and words[start + 1] in lexicon.time_units
    if not (
        _percent(tokens, lexicon, item, start)
        or read_money(tokens, lexicon, item, start)
        or _age(tokens, lexicon, item, start)
        or _measure(tokens, lexicon, item, start)
        or _time(tokens, lexicon, item, start)
        or (item.scaled and _of_unit(tokens, lexicon, item, start))
    ):
        return
    if opening and tokens.words[item.last] in ")]}>":
        item.last += 1
    elif opening:
        item.last, item.unit, item.unit_kind = at, None, "count"


def _of_unit(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """ "1,5 million d'euros", "2.500 millones de toneladas"."""
    if tokens.words[at] not in lexicon.sets["of"]:
        return False
    at += 2 if tokens.words[at + 1] in ("'", "’") else 1
    return read_money(tokens, lexicon, item, at) or _measure(tokens, lexicon, item, at)


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


def _age(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """ "45-year-old", "three weeks old", "years of age", "87 yo"."""
    words, sets = tokens.words, lexicon.sets
    if words[at] in sets["ages_joined"] or (words[at] == "yo" and "yo" in sets["ages_after"]):
        item.unit, item.unit_kind, item.last = "year of age", "measure", at + 1
        return True
    name = lexicon.time_units.get(words[at])
    if name is None:
        return False
    after = at + 1
    after += words[after] in HYPHENS and words[after + 1] in sets["ages_after"]
    if name == "year" and _stands_apart(tokens, lexicon, item, at):
        item.unit, item.unit_kind, item.last = "year of age", "measure", at + 1
        return True
    led = item.first and words[item.first - 1] in sets["ages_before"]
    if led or (item.first > 1 and words[item.first - 2] in sets["ages_before"]):
        item.unit, item.unit_kind, item.last = f"{name} of age", "measure", at + 1
        return True
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


def _stands_apart(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """Whether years stand between commas behind a name: "Sylvie Morvan, 59 ans, a dit"."""
    words, before = tokens.words, item.first - 1
    if lexicon.language == "en" or before < 1:
        return False
    before -= words[before] in lexicon.sets["of"]  # "Blas Otero, de 50 años,"
    parted = words[before] == "," and words[at + 1] in (",", ".")
    return parted and tokens.is_capitalised(before - 1) and 0 < item.value < OLDEST


def _age_before(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """ "aged 45", "age 87", and the age between commas behind a name: "Ada Berg, 61, said"."""
    words = tokens.words
    before = words[item.first - 1] if item.first else ""
    if before == "," and item.first > 1 and words[at] in (",", "."):
        named = item.amount.form == "digits" and isinstance(item.value, int) and words[at] == ","
        # A list of figures or a date has its commas, too: a name needs two capitalised words, or
        # the word has to be one for a person.
        named = named and 15 <= item.value <= 110 and item.first > 2
        described = words[item.first - 2] in lexicon.sets["persons"]
        named = named and (described or all(tokens.is_capitalised(item.first - k) for k in (2, 3)))
        named = named and not words[item.first - 2][:1].isdecimal()
        if not named or words[item.first - 2] in lexicon.months:
            return False
    elif before not in lexicon.sets["ages_before"] or words[at] in lexicon.time_units:
        return False
    item.unit, item.unit_kind, item.last = "year of age", "measure", item.amount.last
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
        length, name = 1, lexicon.units.alone(word)
    if name is None:
        return False
    if tokens.glued(at + length) and tokens.words[at + length][:1].isdecimal():
        return False
    kind = "count" if name == "time" else "measure"  # "2,5-mal", "trois fois"
    item.unit, item.unit_kind, item.last = name, kind, at + length
    return True


def _abbreviation_is_meant(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether a letter is a unit: glued to its number, or alone before a stop or an "x"."""
    raw, following = tokens.raw(at), tokens.words[at + 1]
    if raw.isupper() != (raw in ("V", "W", "C", "F")) and raw not in ("l", "L"):
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
    if lexicon.language == "he" and tokens.raw(at)[0] == "ב" and tokens.raw(at)[1:] in PER:
        item.unit, item.rated, item.last = f"per {name}", True, at + 1  # "8,000 ביום"
        return True
    item.unit, item.unit_kind, item.last = name, "duration", at + 1
    return True


def _any_rate(tokens: Tokens, lexicon: Lexicon, at: int) -> tuple[int, str] | None:
    """ "per pupil": any noun behind "per"."""
    word = tokens.words[at + 1]
    if len(word) < 3 or not word.isalpha() or word in lexicon.sets["stops"]:
        return None
    return 2, word


def read_rate(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> None:
    """Read "a share", "per day", "/km" behind the unit or the counted noun, from token `at` on."""
    words = tokens.words
    at += words[at] in HYPHENS
    found = lexicon.rates.starting_at(words, at)
    if found is None and words[at] in lexicon.sets["of"]:
        rest = after_of(tokens, lexicon, at)
        found = lexicon.rates.starting_at(words, rest[1]) if rest else None
        at = -1
    elif found is None and words[at] in lexicon.sets["per"]:
        found = _any_rate(tokens, lexicon, at)
    if found is None:
        return
    length, name = found
    loose = at > 0 and words[at] not in lexicon.sets["per"]
    if loose and words[at + length] in lexicon.sets["not_after_rate"]:
        return
    if length == 1 and item.unit_kind == "count" and item.unit is None:
        return
    item.unit = f"{item.unit} per {singular(name, lexicon)}" if item.unit else f"per {name}"
    item.rated = True
    if item.noun is None and at > 0:
        item.last = at + length

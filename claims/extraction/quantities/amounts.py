"""Reads the bare number at a token: digits or words, with its magnitude."""

from __future__ import annotations

from claims.extraction.quantities.currencies import read_currency_before
from claims.extraction.quantities.lexicon import GOES_ON, HYPHENS, IN_DIGITS, Lexicon
from claims.extraction.quantities.loose import (
    added_part,
    couple_before,
    loosened,
    read_decimals,
)
from claims.extraction.quantities.numerals import SPACES, read_numeral
from claims.extraction.quantities.tokens import Tokens
from claims.extraction.quantities.words import (
    Amount,
    is_measure,
    read_cardinal,
    read_fraction,
    read_scale,
    read_vague,
    times,
    whole,
)

COMMON_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100))
LONGEST_NUMERAL = 40
#: Letters that stand for a magnitude only behind an amount of money ("$1.5t").
SIGNS = ("€", "$", "£")
#: Magnitudes written before a sign of money: "3,2 M€".
SIGNED_SCALES = {"M": 1_000_000, "Md": 1_000_000_000, "Mds": 1_000_000_000}
ONLY_MONEY_SCALES = frozenset(("t", "b"))


def read_amount(tokens: Tokens, lexicon: Lexicon, index: int, earliest: int) -> Amount | None:
    """The bare number with its magnitude words at token `index`, or None."""
    words = tokens.words
    word = words[index]
    if word[0].isdecimal():
        return _read_digits(tokens, lexicon, index)
    if word in lexicon.plain_cardinals and not tokens.roles[index + 1] & (GOES_ON | IN_DIGITS):
        return Amount(index, index + 1, lexicon.cardinals[word], 1, "words")  # "two people"
    if word in lexicon.fractions and not word.isalpha():
        return Amount(index, index + 1, lexicon.fractions[word], 0, "fraction")
    found = read_vague(tokens, lexicon, index)
    if found is not None and not _has_article(tokens, lexicon, index, earliest):
        return found
    if word in lexicon.sets["each_one"]:
        return _read_each(tokens, lexicon, index)
    if word in lexicon.sets["half"]:
        if word in lexicon.sets["half_before"] and not is_measure(lexicon, words[index + 1]):
            return None  # "la media nacional" is an average
        return _read_half(tokens, lexicon, index)
    if word in lexicon.sets["lone_fractions"] and words[index + 1] not in lexicon.scales:
        return Amount(index, index + 1, lexicon.fractions[word], 0, "fraction")
    if word in lexicon.scales or word in lexicon.dozens:
        return _read_lone_scale(tokens, lexicon, index, earliest)
    if word in lexicon.fractions and words[index + 1] in lexicon.scales:
        return _fraction_of_scale(
            tokens, lexicon, Amount(index, index + 1, lexicon.fractions[word], 0, "fraction")
        )
    if word in lexicon.fractions and _has_article(tokens, lexicon, index, earliest):
        found = read_fraction(tokens, lexicon, index - 1)
        return _fraction_of_scale(tokens, lexicon, found) if found else None
    if word in lexicon.cardinals:
        found = read_fraction(tokens, lexicon, index)
        if found is not None:
            return _fraction_of_scale(tokens, lexicon, found)
        return _read_words(tokens, lexicon, index)
    return None


def _read_each(tokens: Tokens, lexicon: Lexicon, index: int) -> Amount | None:
    """ "jeder fünfte", "каждый пятый": one in five."""
    number = lexicon.ordinals.get(tokens.words[index + 1], 1)
    if lexicon.language == "en":
        noun = tokens.words[index + 2]  # not "every second year", "every second counts"
        uncounted = (lexicon.time_units, lexicon.weekdays, lexicon.sets["stops"])
        if not noun.isalpha() or any(noun in table for table in uncounted) or noun.endswith("s"):
            return None
    return Amount(index, index + 2, 1 / number, 0, "fraction") if number > 1 else None


def _has_article(tokens: Tokens, lexicon: Lexicon, index: int, earliest: int) -> bool:
    return index > earliest and tokens.words[index - 1] in lexicon.sets["one_of_scale"]


def _read_digits(tokens: Tokens, lexicon: Lexicon, index: int) -> Amount | None:
    if len(tokens.words[index]) > LONGEST_NUMERAL:
        return None
    written, last = tokens.words[index], index + 1
    if tokens.roles[last] & IN_DIGITS or tokens.words[last + 1] == "000":
        written, last = _join_groups(tokens, lexicon, index)
    found = read_numeral(written, lexicon.decimal, lexicon.groups)
    if found is None and lexicon.other_decimal:
        found = read_numeral(written, lexicon.other_decimal, ".")
    if found is None:
        return None
    value, step = found
    if not tokens.roles[last] & (GOES_ON | IN_DIGITS):  # as in "40 people"
        return Amount(index, last, value, step, "digits")
    value, step, last = _add_fraction(tokens, lexicon, value, step, last)
    money = read_currency_before(tokens, lexicon, index) is not None
    factor, after = read_scale(tokens, lexicon, last, glued=True)
    if factor == 1 and tokens.words[last + 1] in SIGNS and tokens.raw(last) in SIGNED_SCALES:
        factor, after = SIGNED_SCALES[tokens.raw(last)], last + 1
    if factor > 1 and tokens.words[last] in ONLY_MONEY_SCALES and not money and after == last + 1:
        factor, after = 1, last
    if factor == 1 and tokens.words[last] in lexicon.dozens:
        factor, after = lexicon.dozens[tokens.words[last]], last + 1
    if factor > 1 and tokens.words[last] == "m" and not money and _is_metre(tokens, lexicon, last):
        factor, after = 1, last
    value = times(value, factor) if factor > 1 else value
    value, after = _and_a_half(tokens, lexicon, value, factor, after)
    found = Amount(index, after, value, step * factor, "digits", factor >= 1000, factor)
    return loosened(tokens, lexicon, found)


def _and_a_half(
    tokens: Tokens, lexicon: Lexicon, value: int | float, factor: int, at: int
) -> tuple[int | float, int]:
    """ "a million and a half", "un millón y medio": half the magnitude more behind it."""
    if factor < 1000 or lexicon.language in ("de", "ru", "uk"):
        return value, at
    if lexicon.language == "en":
        part, last = added_part(tokens, lexicon, at)
        return (whole(value + part * factor), last) if part else (value, at)
    behind = at + (tokens.words[at] in lexicon.sets["and"])
    if tokens.words[behind] in lexicon.sets["half"]:
        return whole(value + factor / 2), behind + 1
    return value, at


def _is_metre(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether a glued "m" without a currency stands for metres rather than millions."""
    if tokens.raw(at) == "M":
        return False
    following = tokens.words[at + 1]
    return not following[:1].isalpha() or following in lexicon.sets["metre_after"]


def _join_groups(tokens: Tokens, lexicon: Lexicon, index: int) -> tuple[str, int]:
    """A numeral together with its groups of three behind plain spaces: "160 000", "80, 000"."""
    words, written, last = tokens.words, tokens.words[index], index + 1
    if len(written) > 3 or not written.isdecimal() or written[0] in "0٠":
        return written, last
    while len(words[last]) == 3 and words[last].isdecimal() and _one_space(tokens, last):
        if tokens.glued(last + 1) and words[last + 1].isalpha():
            break
        written, last = written + words[last], last + 1
    if last > index + 1 and lexicon.language == "en" and words[index - 1] in lexicon.months:
        return words[index], index + 1
    while words[last] in (",", ".") and words[last] in lexicon.groups and words[last + 1] == "000":
        if not tokens.glued(last) or not _one_space(tokens, last + 1):
            break
        written, last = written + "000", last + 2
    # A decimal fraction stays with its grouped whole part: "1 250,5".
    decimal = words[last]
    if last > index + 1 or not decimal:
        return written, last
    head, mark, tail = decimal.partition(lexicon.decimal)
    grouped = mark and len(head) == 3 and head.isdecimal() and tail.isdecimal()
    if grouped and _one_space(tokens, last):
        return written + decimal, last + 1
    return written, last


def _one_space(tokens: Tokens, index: int) -> bool:
    return (
        tokens.starts[index] - tokens.ends[index - 1] == 1
        and tokens.text[tokens.ends[index - 1]] in SPACES
    )


def _add_fraction(
    tokens: Tokens, lexicon: Lexicon, value: int | float, step: float, last: int
) -> tuple[int | float, float, int]:
    """A fraction behind a whole number: "10 1/2", "2½"; or the number itself as one: "1/4"."""
    words, fractions = tokens.words, lexicon.fractions
    if words[last] in fractions and not words[last].isalpha():
        return value + fractions[words[last]], 0, last + 1
    above = words[last]
    if above.isdecimal() and len(above) < 3 and words[last + 1] == "/" and tokens.glued(last + 1):
        below = words[last + 2]
        if below.isdecimal() and tokens.glued(last + 2) and _is_part(int(above), below):
            return value + int(above) / int(below), 0, last + 3
    if words[last] == "/" and tokens.glued(last) and tokens.glued(last + 1):
        below = words[last + 1]
        part = below.isdecimal() and isinstance(value, int) and _is_part(value, below)
        if part and words[last + 2] != "/":
            return value / int(below), 0, last + 2
    part, after = added_part(tokens, lexicon, last)
    return (value + part, 0, after) if part else (value, step, last)


def _is_part(above: int, below: str) -> bool:
    return len(below) < 4 and 0 < above < int(below) and int(below) in COMMON_DENOMINATORS


def _read_half(tokens: Tokens, lexicon: Lexicon, index: int) -> Amount | None:
    """ "half a million", "half million", "half an hour", "half of"."""
    words, sets = tokens.words, lexicon.sets
    if words[index - 1] in sets["not_before_half"] and index:
        return None
    found = Amount(index, index + 1, 0.5, 0, "fraction")
    return _fraction_of_scale(tokens, lexicon, found)


def _fraction_of_scale(tokens: Tokens, lexicon: Lexicon, found: Amount) -> Amount:
    """ "half a million", "a quarter of a million", "three quarters billion": a number."""
    words, sets = tokens.words, lexicon.sets
    at = found.last
    if words[at] in HYPHENS and tokens.glued(at):
        at += 1
    if words[at] in sets["of"]:
        at += 1
    if words[at] in sets["one_of_scale"]:
        at += 1
    scale = lexicon.scales.get(words[at]) or lexicon.dozens.get(words[at])
    if scale is None or words[at] == "score":
        return found
    value = times(found.value, scale)
    return Amount(found.first, at + 1, value, 0, "words", scale >= 1000, scale)


def _read_lone_scale(tokens: Tokens, lexicon: Lexicon, index: int, earliest: int) -> Amount | None:
    """ "a million", "a dozen"; in some languages the magnitude word alone."""
    words = tokens.words
    factor = lexicon.scales.get(words[index]) or lexicon.dozens[words[index]]
    first = index
    couple = couple_before(tokens, lexicon, index, earliest)
    if couple < index:
        first = couple
    elif _has_article(tokens, lexicon, index, earliest) or (
        index > earliest and words[index - 1] in lexicon.sets["several"]
    ):
        first = index - 1
    elif words[index] not in lexicon.sets["lone_scales"] and not (
        index and words[index - 1] in lexicon.sets["every"]
    ):
        return None
    value, last = factor, index + 1
    found = read_cardinal(tokens, lexicon, index, one=True)
    if found is not None:
        value, factor, last = found.value, found.factor, found.last
    value, last = _and_a_half(tokens, lexicon, value, factor, last)
    if couple < index:
        value *= 2
    amount = Amount(first, last, value, 0, "article", value >= 1000, factor, couple < index)
    return loosened(tokens, lexicon, amount)


def _read_words(tokens: Tokens, lexicon: Lexicon, index: int) -> Amount | None:
    """A cardinal with what may follow it: "two and a half million", "three point five"."""
    found = read_cardinal(tokens, lexicon, index)
    if found is None:
        return None
    words, sets = tokens.words, lexicon.sets
    value, step, last = found.value, found.step, found.last
    if not found.scaled:
        value, step, last = _add_fraction(tokens, lexicon, value, step, last)
    if words[last] in sets["point"] and words[last + 1] in lexicon.cardinals:
        digits, at = read_decimals(tokens, lexicon, last + 1)
        if digits:
            value, step, last = float(f"{value}.{digits}"), 10.0 ** -len(digits), at
    if last > found.last:
        factor, last = read_scale(tokens, lexicon, last, glued=False)
        value, step = times(value, factor) if factor > 1 else value, step * factor
        return Amount(index, last, value, step, "words", factor > 1, factor)
    if words[last] in lexicon.dozens and words[last] != "score" and value < 100:
        dozen = lexicon.dozens[words[last]]
        return Amount(index, last + 1, value * dozen, 0, "words", factor=dozen)
    value, last = _and_a_half(tokens, lexicon, value, found.factor, last)
    amount = Amount(index, last, value, step, "words", found.scaled, found.factor)
    return loosened(tokens, lexicon, amount)

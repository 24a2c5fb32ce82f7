"""Years in words: "nineteen eighty-four", "in two thousand and ten", "the nineteen nineties"."""

from __future__ import annotations

from claims.extraction.quantities.lexicon import HYPHENS, POUNDS, SPOKEN_YEARS, Lexicon
from claims.extraction.quantities.nouns import is_plural
from claims.extraction.quantities.tokens import Tokens
from claims.extraction.quantities.words import Amount, read_cardinal

#: English names a year by its hundreds; from which on such a pair is no time of day.
FIRST_HUNDREDS, SURE_HUNDREDS, LAST_HUNDREDS = 10, 16, 20
NOUN_REACH = 3  # tokens to the head of a noun phrase
BETWEEN_REACH = 12  # tokens from "between" to the second of two years
ZEROS = ("oh", "o")


def spoken_year(
    tokens: Tokens, lexicon: Lexicon, index: int, *, dated: bool = False
) -> tuple[int, int] | None:
    """(the year, the token after it) of the words from token `index` on, or None.

    dated: a month or season stands before, so that a year is looked for.
    """
    if lexicon.language == "en":
        found = _pair(tokens, lexicon, index)
        if found is not None:
            return found if _pair_is_meant(tokens, lexicon, index, found, dated) else None
    words = tokens.words
    found = read_cardinal(tokens, lexicon, index, one=words[index] in lexicon.scales)
    if found is None or not isinstance(found.value, int):
        return None
    year, last = found.value, found.last
    ordinal = lexicon.dates["year_ordinals"].get(words[last])
    if ordinal:
        year, last = year + ordinal, last + 1
    if year not in SPOKEN_YEARS:
        return None
    if words[last] in lexicon.dates["year_suffixes"]:
        return (year, last + 1) if ordinal else None
    meant = dated or _is_led(tokens, lexicon, index, year)
    meant = meant and _counts_nothing(tokens, lexicon, last)
    return (year, last) if meant or _is_of_one(tokens, lexicon, index, found) else None


def _is_of_one(tokens: Tokens, lexicon: Lexicon, index: int, number: Amount) -> bool:
    """Whether a single thing is named by its year: "the two thousand and eight crash"."""
    words, last = tokens.words, number.last
    if lexicon.language != "en" or number.value % 100 == 0 or _is_measured(tokens, lexicon, last):
        return False
    if not index or words[index - 1] not in lexicon.sets["articles"]:
        return False
    if not words[last].isalpha() or words[last] in lexicon.sets["stops"]:
        return False
    return not any(is_plural(word, lexicon) for word in words[last : last + NOUN_REACH])


def spoken_decade(tokens: Tokens, lexicon: Lexicon, index: int) -> tuple[int, int] | None:
    """(its first year, the token after it) of "nineteen nineties", "the nineties"; or None."""
    words, decades = tokens.words, lexicon.dates["decades"]
    if words[index] in decades:
        before = words[index - 1] if index else ""
        if before in HYPHENS and index > 1:
            before = words[index - 2]
        led = before in lexicon.sets["articles"] or before in lexicon.dates["early"]
        return (1900 + decades[words[index]], index + 1) if led else None
    hundreds = lexicon.cardinals.get(words[index], 0)
    at = _behind_hyphen(tokens, index + 1)
    if SURE_HUNDREDS <= hundreds <= LAST_HUNDREDS and words[at] in decades:
        return 100 * hundreds + decades[words[at]], at + 1
    return None


def _pair(tokens: Tokens, lexicon: Lexicon, index: int) -> tuple[int, int] | None:
    """ "nineteen eighty-four", "nineteen oh six": hundreds and what is beyond them."""
    words, cardinals = tokens.words, lexicon.cardinals
    hundreds = cardinals.get(words[index], 0)
    if not FIRST_HUNDREDS <= hundreds <= LAST_HUNDREDS:
        return None
    at = _behind_hyphen(tokens, index + 1)
    if words[at] in ZEROS and 0 < cardinals.get(words[at + 1], 0) < 10:
        return 100 * hundreds + cardinals[words[at + 1]], at + 2
    if cardinals.get(words[at], 0) < 10:
        return None
    rest = read_cardinal(tokens, lexicon, at)
    if rest is None or rest.value > 99:
        return None
    return 100 * hundreds + rest.value, rest.last


def _behind_hyphen(tokens: Tokens, at: int) -> int:
    return at + (tokens.words[at] in HYPHENS and tokens.glued(at))


def _pair_is_meant(
    tokens: Tokens, lexicon: Lexicon, index: int, found: tuple[int, int], dated: bool
) -> bool:
    """Whether two numbers side by side are a year, not a time of day or a row of numbers."""
    words, (year, last) = tokens.words, found
    before = words[index - 1] if index else ""
    if before in lexicon.cardinals or before in lexicon.scales or before in HYPHENS:
        return False
    if _is_measured(tokens, lexicon, last):
        return False
    hundreds, rest = divmod(year, 100)
    if dated or before in lexicon.dates["year_words"]:
        return True
    if hundreds < SURE_HUNDREDS:
        return before in lexicon.sets["in"]
    # "Sixteen seventeen people" are sixteen or seventeen.
    return rest != hundreds + 1 or rest > LAST_HUNDREDS or before in lexicon.sets["year_before"]


def _is_measured(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether more of a number, or a unit, stands at a token: "twenty ten-pound notes"."""
    words = tokens.words
    word = words[at]
    if word in HYPHENS and tokens.glued(at):
        return True
    tables = (lexicon.cardinals, lexicon.scales, lexicon.dozens, lexicon.time_units)
    if any(word in table for table in tables) or word in lexicon.sets["of"]:
        return True
    phrases = (lexicon.percent, lexicon.money, lexicon.units)
    return word in POUNDS or any(table.starting_at(words, at) for table in phrases)


def _is_led(tokens: Tokens, lexicon: Lexicon, index: int, year: int) -> bool:
    """Whether what stands before a number in words says that it is a year."""
    words, sets, dates = tokens.words, lexicon.sets, lexicon.dates
    before = words[index - 1] if index else ""
    if before in dates["year_words"]:
        return True
    ahead = words[index - 2] if index > 1 else ""
    if before in sets["and"]:
        near = words[max(0, index - BETWEEN_REACH) : index]
        return not sets["between"].isdisjoint(near)
    if before not in dates["year_leads"] or ahead in lexicon.change_verbs:
        return False
    if before in sets["in"] and (ahead in lexicon.cardinals or ahead[:1].isdecimal()):
        return False  # "one in two thousand"
    return year % 100 > 0 or before in dates["since"]


def _counts_nothing(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether no noun that the number might count stands at a token."""
    word = tokens.words[at]
    if _is_measured(tokens, lexicon, at):
        return False
    if not word[:1].isalpha() or word in lexicon.sets["stops"] or word in lexicon.sets["verbs"]:
        return True
    return tokens.is_capitalised(at) == (lexicon.language != "de")

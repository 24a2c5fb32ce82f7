"""Years in digits: "in 2019", "2019/20", and four digits that count instead."""

from __future__ import annotations

from claims.extraction.dates import calendar
from claims.extraction.dates.records import Found
from claims.extraction.quantities.lexicon import Lexicon
from claims.extraction.quantities.nouns import is_plural
from claims.extraction.quantities.tokens import Tokens

FIRST_YEAR, LAST_YEAR = 1000, 2199
SURE_FROM, SURE_TO = 1900, 2099
DASHES = ("-", "–", "—", "/", "\u2010", "\u2011")


def year_at(tokens: Tokens, index: int) -> int | None:
    """The year written at a token, from 1000 to 2199, or None."""
    word = tokens.words[index]
    if len(word) != 4 or not word.isdecimal():
        return None
    number = int(word)
    return number if FIRST_YEAR <= number <= LAST_YEAR else None


def read_year(tokens: Tokens, lexicon: Lexicon, index: int) -> Found | None:
    """A bare year, a season of two ("2019/20", "2019-20") or a stretch ("2010-2020")."""
    year = year_at(tokens, index)
    if year is None or not _year_is_meant(tokens, lexicon, index, year):
        return None
    words, last = tokens.words, index + 1
    if words[last] in DASHES and tokens.glued(last) and tokens.glued(last + 1):
        end = _second_year(words[last + 1], year)
        if end is not None and not (words[last + 2] == words[last] and tokens.glued(last + 2)):
            span = (calendar.year(year)[0], calendar.year(end)[1])
            return Found(index, last + 2, "period", "year", span)
    if words[last] in lexicon.dates["year_suffixes"]:
        last += 1
    return Found(index, last, "year", "year", calendar.year(year))


def _second_year(word: str, year: int) -> int | None:
    if not word.isdecimal() or len(word) not in (2, 4):
        return None
    end = int(word) if len(word) == 4 else year // 100 * 100 + int(word)
    return end if year < end <= LAST_YEAR else None


def _year_is_meant(tokens: Tokens, lexicon: Lexicon, index: int, year: int) -> bool:
    """Whether four bare digits are a year rather than a count."""
    words = tokens.words
    before, after = words[index - 1] if index else "", words[index + 1]
    sure = SURE_FROM <= year <= SURE_TO
    # "و2023"
    prefixed = lexicon.prefixes and before and all(letter in lexicon.prefixes for letter in before)
    if tokens.glued(index) and not prefixed and (before.isalpha() or before in "$€£¥₪₽#+.:"):
        return False
    if tokens.glued(index + 1) and (after.isalnum() or after in "%°"):
        return False
    if lexicon.money_before.ending_at(words, index - 1) or after in lexicon.scales:
        return False
    if lexicon.percent.starting_at(words, index + 1) or lexicon.money.starting_at(words, index + 1):
        return False
    if lexicon.units.starting_at(words, index + 1) or after in lexicon.time_units:
        return after in lexicon.dates["year_suffixes"]
    if lexicon.bounds_before.ending_at(words, index - 1) and before not in ("over", "under"):
        return (
            before in ("around", "about", "circa", "before", "after")
            and sure
            and not (_counts(tokens, lexicon, index))
        )
    if lexicon.language == "de" and sure and before in ("", ".", "!", "?", "\n") and (
        after.isalpha() and not tokens.is_capitalised(index + 1)
    ):  # fmt: skip
        return True  # "1990 gab es 800 Höfe": what is counted would have a capital
    if after in lexicon.dates["year_suffixes"] or before in lexicon.dates["year_words"]:
        return True
    led = before in lexicon.sets["year_before"] or before in lexicon.months
    ends = after in lexicon.sets["to"] and words[index + 2][:1].isdecimal()
    if not sure and ends and before in lexicon.sets["from"]:
        return False  # "von 1200 auf 900"
    if not sure:
        return (
            led and before not in lexicon.sets["articles"] and not _counts(tokens, lexicon, index)
        )
    if led and before not in lexicon.sets["weak_year_before"]:
        return True
    return not _counts(tokens, lexicon, index)


def _counts(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether a counted noun follows right behind the number."""
    after = tokens.words[index + 1]
    if lexicon.language == "en":
        following = tokens.words[index + 2] if index + 2 < len(tokens.words) else ""
        if not tokens.raw(index + 1)[:1].islower():
            return False
        # Thousands are written with a comma; without one, round figures and people are counts.
        counted = lexicon.sets["counted"]
        if int(tokens.words[index]) % 100 and after not in counted and following not in counted:
            return False
        if after in lexicon.sets["stops"] or after in lexicon.sets["verbs"]:
            return False
        return is_plural(after, lexicon) or is_plural(following, lexicon)
    return after in lexicon.sets["counted"]

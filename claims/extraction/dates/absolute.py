"""Calendar dates: "5 March 2019", "March 5", "in 2019", "the 1990s", "third quarter of 2008"."""

from __future__ import annotations

from datetime import date

from claims.extraction.dates import calendar
from claims.extraction.dates.calendar import NONE, Span
from claims.extraction.dates.months import day_at, month_at
from claims.extraction.dates.records import Found
from claims.extraction.dates.spoken import spoken_decade, spoken_year
from claims.extraction.dates.years import DASHES, FIRST_YEAR, LAST_YEAR, read_year, year_at
from claims.extraction.quantities.lexicon import NAMES_YEAR, Lexicon
from claims.extraction.quantities.nouns import is_plural
from claims.extraction.quantities.tokens import Tokens


def read_absolute(
    tokens: Tokens, lexicon: Lexicon, index: int, reference: date | None
) -> Found | None:
    """The calendar date that starts at token `index`, or None."""
    word = tokens.words[index]
    if word[:1].isdecimal():
        return (
            _numeric(tokens, lexicon, index)
            or _day_first(tokens, lexicon, index, reference)
            or _decade(tokens, lexicon, index)
            or _century(tokens, lexicon, index)
            or read_year(tokens, lexicon, index)
        )
    if lexicon.month_names.starting_at(tokens.words, index):
        return _month_first(tokens, lexicon, index, reference)
    if word in lexicon.dates["season"]:
        return _season(tokens, lexicon, index)
    if word in lexicon.dates["quarter"]:
        return _quarter_first(tokens, lexicon, index)
    if word in lexicon.ordinals or word == "q":
        found = _quarter(tokens, lexicon, index) or _century(tokens, lexicon, index)
        if found is not None:
            return found
    return _spoken(tokens, lexicon, index) if tokens.roles[index] & NAMES_YEAR else None


def _spoken(tokens: Tokens, lexicon: Lexicon, index: int) -> Found | None:
    """ "nineteen eighty-four", "the nineteen nineties"."""
    decade = spoken_decade(tokens, lexicon, index)
    if decade is not None:
        return Found(index, decade[1], "decade", "decade", calendar.decade(decade[0]))
    found = spoken_year(tokens, lexicon, index)
    return Found(index, found[1], "year", "year", calendar.year(found[0])) if found else None


def _numeric(tokens: Tokens, lexicon: Lexicon, index: int) -> Found | None:
    """ "2019-03-05", "05.03.2019", "5/3/2019"."""
    written = tokens.words[index]
    if "." in written:
        parts, last = written.split("."), index + 1
    else:
        parts, last = [written], index + 1
        while len(parts) < 3 and tokens.words[last] in ("-", "/"):
            following = tokens.words[last + 1]
            if not (following.isdecimal() and tokens.glued(last) and tokens.glued(last + 1)):
                return None
            parts, last = [*parts, following], last + 2
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    if len(parts[0]) == 4:
        span = calendar.day(int(parts[0]), int(parts[1]), int(parts[2]))
    elif len(parts[2]) == 4 and len(parts[0]) <= 2 and len(parts[1]) <= 2:
        span = _day_and_month(int(parts[0]), int(parts[1]), int(parts[2]), lexicon, "." in written)
    else:
        return None
    if span == NONE and not (len(parts[2]) == 4 and 1 <= int(parts[0]) <= 12 >= int(parts[1]) > 0):
        return None
    return Found(index, last, "date", "day", span)


def _day_and_month(left: int, right: int, year: int, lexicon: Lexicon, dotted: bool) -> Span:
    """Order of day and month; with both below 13, English slashes leave it open."""
    if right > 12:
        return calendar.day(year, left, right)
    if left > 12 or left == right or dotted or lexicon.language != "en":
        return calendar.day(year, right, left)
    return NONE


def _skip_of(tokens: Tokens, lexicon: Lexicon, at: int) -> int:
    return at + 1 if tokens.words[at] in lexicon.dates["of"] else at


def _day_first(
    tokens: Tokens, lexicon: Lexicon, index: int, reference: date | None
) -> Found | None:
    """ "5 March 2019", "5th of March", "5-7 March", "5. März", "5 de marzo de 2019"."""
    found = day_at(tokens, lexicon, index)
    if found is None:
        return None
    first_day, at = found
    last_day, at = _last_of_days(tokens, lexicon, at, first_day)
    if tokens.words[at] == "." and tokens.glued(at):
        at += 1
    at = _skip_of(tokens, lexicon, at)
    named = month_at(tokens, lexicon, at)
    if named is None:
        return None
    month, at = named
    year, last = _year_after(tokens, lexicon, at)
    return _days(index, last, year, month, (first_day, last_day), reference)


def _last_of_days(tokens: Tokens, lexicon: Lexicon, at: int, first: int) -> tuple[int, int]:
    """The last of several days and the token after it: "5-7", "2, 9 and 16"; else the first."""
    if tokens.words[at] in DASHES:
        other = day_at(tokens, lexicon, at + 1)
        return other if other and other[0] > first else (first, at)
    day, place = first, at
    while tokens.words[place] == "," and tokens.glued(place):
        other = day_at(tokens, lexicon, place + 1)
        if other is None or other[0] <= day:
            return first, at
        day, place = other
    if tokens.words[place] not in lexicon.sets["and"]:
        return first, at
    other = day_at(tokens, lexicon, place + 1)
    # "On May 2 and 14 men died": the men are counted.
    if other is None or other[0] <= day or is_plural(tokens.words[other[1]], lexicon):
        return first, at
    return other


def _year_after(tokens: Tokens, lexicon: Lexicon, at: int) -> tuple[int | None, int]:
    """The year behind a day or month, over a comma or "of": (year or None, token after it)."""
    place = at
    if tokens.words[place] == "," and tokens.glued(place):
        place += 1
    place = _skip_of(tokens, lexicon, place)
    place += tokens.words[place] in lexicon.dates["year_words"]
    year = year_at(tokens, place)
    if year is None:
        named = tokens.roles[place] & NAMES_YEAR and spoken_year(tokens, lexicon, place, dated=True)
        return named or (None, at)
    place += 1
    if tokens.words[place] in lexicon.dates["year_suffixes"]:
        place += 1
    return year, place


def _days(
    first: int,
    last: int,
    year: int | None,
    month: int,
    days: tuple[int, int],
    reference: date | None,
) -> Found:
    if year is None and reference is not None:
        near = calendar.nearest_month(reference, month, 0)[0]
        year = near.year if near else None
    if year is None:
        return Found(first, last, "date", "day")
    start, end = calendar.day(year, month, days[0])[0], calendar.day(year, month, days[1])[1]
    return Found(first, last, "date" if days[0] == days[1] else "period", "day", (start, end))


def _month_first(
    tokens: Tokens, lexicon: Lexicon, index: int, reference: date | None
) -> Found | None:
    """ "March 5, 2019", "Mar. 5", "March 5-7", "March 2019", "March"."""
    named = month_at(tokens, lexicon, index)
    if named is None:
        return None
    month, at = named
    day = day_at(tokens, lexicon, at)
    if day is not None and lexicon.language == "en" and tokens.words[day[1]] not in lexicon.scales:
        first_day, after = day
        last_day, after = _last_of_days(tokens, lexicon, after, first_day)
        year, last = _year_after(tokens, lexicon, after)
        return _days(index, last, year, month, (first_day, last_day), reference)
    year, last = _year_after(tokens, lexicon, at)
    if year is not None:
        return Found(index, last, "month", "month", calendar.month(year, month))
    if not _month_is_meant(tokens, lexicon, index):
        return None
    span = calendar.nearest_month(reference, month, 0) if reference else NONE
    last = at if lexicon.language == "ar" else index + 1
    return Found(index, last, "month", "month", span)


def _month_is_meant(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether a lone month name is no other word: "may", "march", "mar"."""
    if tokens.words[index] not in lexicon.dates["capital_months"]:
        return tokens.is_capitalised(index) or lexicon.language != "en"
    before = tokens.words[index - 1] if index else ""
    return (
        before in lexicon.sets["year_before"]
        or before in lexicon.dates["last"]
        or (before in lexicon.dates["this"] or before in lexicon.dates["next"])
    )


def _season(tokens: Tokens, lexicon: Lexicon, index: int) -> Found | None:
    year, last = _year_after(tokens, lexicon, index + 1)
    if year is None:
        return None
    start = lexicon.dates["season"][tokens.words[index]]
    return Found(index, last, "season", "season", calendar.months(year, start, 3))


def _quarter(tokens: Tokens, lexicon: Lexicon, index: int) -> Found | None:
    """ "third quarter of 2008", "Q3 2008", "first half of 2008"; without a year no span."""
    words, at = tokens.words, index + 1
    if words[index] == "q":
        if not (tokens.glued(at) and words[at] in ("1", "2", "3", "4")):
            return None
        number, length, at = int(words[at]), 3, at + 1
    elif words[at] in lexicon.dates["quarter"] and lexicon.ordinals[words[index]] <= 4:
        number, length, at = lexicon.ordinals[words[index]], 3, at + 1
    elif words[at] in lexicon.dates["half"] and lexicon.ordinals[words[index]] <= 2:
        number, length, at = lexicon.ordinals[words[index]], 6, at + 1
        if _year_after(tokens, lexicon, at)[0] is None:
            return None
    else:
        return None
    year, last = _year_after(tokens, lexicon, at)
    span = calendar.months(year, 1 + (number - 1) * length, length) if year else NONE
    return Found(index, last if year else at, "quarter", "quarter", span)


def _quarter_first(tokens: Tokens, lexicon: Lexicon, index: int) -> Found | None:
    """ "Quarter the third of 2008", as Hebrew and Arabic put it."""
    number = lexicon.ordinals.get(tokens.words[index + 1], 0)
    if not 1 <= number <= 4:
        return None
    year, last = _year_after(tokens, lexicon, index + 2)
    span = calendar.months(year, 3 * number - 2, 3) if year else NONE
    return Found(index, last if year else index + 2, "quarter", "quarter", span)


def _decade(tokens: Tokens, lexicon: Lexicon, index: int) -> Found | None:
    """ "1990s", "the 90s"; "1990-х", "90er"."""
    word, at = tokens.words[index], index + 1
    if not word.isdecimal() or len(word) not in (2, 4) or word[-1] not in "0٠":
        return None
    number = int(word)
    before = tokens.words[index - 1] if index else ""
    named = before in lexicon.dates["decade_words"] or (
        index > 1
        and before in lexicon.sets["articles"]
        and tokens.words[index - 2] in lexicon.dates["decade_words"]
    )
    if named and (number < 100 or FIRST_YEAR <= number <= LAST_YEAR):
        number += (1900 if number >= 20 else 2000) if number < 100 else 0
        return Found(index, index + 1, "decade", "decade", calendar.decade(number))
    if tokens.words[at] in ("-", "'", "’") and tokens.glued(at):
        at += 1
    if not tokens.glued(at) or tokens.words[at] not in lexicon.dates["decade_endings"]:
        return None
    if number < 100:
        if index == 0 or not (
            tokens.words[index - 1] in lexicon.sets["articles"] or tokens.glued(index)
        ):
            return None
        number += 1900 if number >= 20 else 2000
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    return Found(index, at + 1, "decade", "decade", calendar.decade(number))


def _century(tokens: Tokens, lexicon: Lexicon, index: int) -> Found | None:
    """ "19th century", "first century"."""
    word, at = tokens.words[index], index + 1
    if word in lexicon.ordinals:
        number = lexicon.ordinals[word]
    elif word.isdecimal() and len(word) <= 2:
        number = int(word)
        if tokens.words[at] in (".", "-") and tokens.glued(at):
            at += 1
        if tokens.glued(at) and tokens.words[at].isalpha():
            at += 1
        elif at == index + 1:
            return None
    else:
        return None
    if tokens.words[at] not in lexicon.dates["centuries"] or not 1 <= number <= 21:
        return None
    return Found(index, at + 1, "century", "century", calendar.century(number))

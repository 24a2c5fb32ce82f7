"""Times counted from the article's date: "last week", "two years ago", "in the past decade"."""

from __future__ import annotations

from datetime import date

from claims.extraction.dates import calendar
from claims.extraction.dates.calendar import NONE, Span
from claims.extraction.dates.records import Found
from claims.extraction.quantities.lexicon import COUNTED, GOES_ON, Lexicon
from claims.extraction.quantities.tokens import Tokens
from claims.extraction.quantities.words import read_cardinal

UNITS = frozenset((*calendar.DAYS_OF, *calendar.MONTHS_OF))
APOSTROPHES = ("'", "’")
#: Longest count of units resolved; more is a mistake in the text.
MOST_UNITS = 5_000
LONGEST_NUMBER = 8  # tokens; a longer one is read to its end


def read_relative(
    tokens: Tokens, lexicon: Lexicon, index: int, reference: date | None
) -> Found | None:
    """The relative time that starts at token `index`, or None."""
    words, sets = tokens.words, lexicon.dates
    word = words[index]
    if word[0].isdecimal():
        return _counted(tokens, lexicon, index, reference)
    if word in lexicon.days:
        moved = calendar.shifted(reference, "day", lexicon.days[word]) if reference else None
        last = index + 1
        if words[last] in APOSTROPHES and words[last + 1] == "hui":
            last += 2  # "aujourd'hui"
        return Found(index, last, "relative", "day", (moved, moved))
    weekday = lexicon.weekday_names.starting_at(words, index)
    if weekday is not None:
        return _weekday(tokens, lexicon, index, reference, weekday)
    if word in sets["past_span"] or word in sets["future_span"]:
        found = _span_of_units(tokens, lexicon, index, reference)
        if found:
            return found
    direction = lexicon.directions.get(word)
    if direction is not None:
        found = _named_unit(tokens, lexicon, index, direction, reference)
        if found:
            return found
    ago = word in lexicon.ago_before.after and lexicon.ago_before.starting_at(words, index)
    if ago:
        return _ago_before(tokens, lexicon, index, index + ago[0], reference)
    if word in lexicon.time_units:
        return _unit_then_direction(tokens, lexicon, index, reference)
    return _counted(tokens, lexicon, index, reference)


def _weekday(
    tokens: Tokens, lexicon: Lexicon, index: int, reference: date | None, named: tuple[int, int]
) -> Found | None:
    """A day of the week, named by (how many words, its number): Hebrew says "second day"."""
    words, (length, number) = tokens.words, named
    direction, last = 0, index + length
    if lexicon.language == "en":
        if not tokens.is_capitalised(index):
            return None
        if len(words[index]) <= 3 and words[last] not in (",", "."):
            return None
    elif words[last] in lexicon.directions:
        direction, last = lexicon.directions[words[last]], last + 1
    span = calendar.weekday(reference, number, direction) if reference else NONE
    return Found(index, last, "weekday", "day", span)


def _named_unit(
    tokens: Tokens, lexicon: Lexicon, index: int, direction: int, reference: date | None
) -> Found | None:
    """ "last week", "this month", "next Tuesday", "last March", "last summer"."""
    word, sets = tokens.words[index + 1], lexicon.dates
    if word in lexicon.weekdays:
        span = calendar.weekday(reference, lexicon.weekdays[word], direction) if reference else NONE
        return Found(index, index + 2, "relative", "day", span)
    if word in lexicon.months:
        number = lexicon.months[word]
        span = calendar.nearest_month(reference, number, direction) if reference else NONE
        return Found(index, index + 2, "relative", "month", span)
    if word in sets["season"]:
        return Found(
            index, index + 2, "relative", "season", _season(lexicon, word, direction, reference)
        )
    if word in sets["weekend"]:
        return Found(index, index + 2, "relative", "week", _unit("week", direction, reference))
    unit = lexicon.time_units.get(word) or ("quarter" if word in sets["quarter"] else None)
    if unit not in UNITS or word != _singular(lexicon, word):
        return None
    if tokens.words[index + 2 : index + 3] and tokens.words[index + 2] in sets["of"]:
        return None  # "the last week of May"
    precision = {"night": "day", "fortnight": "week"}.get(unit, unit)
    return Found(index, index + 2, "relative", precision, _unit(unit, direction, reference))


def _singular(lexicon: Lexicon, word: str) -> str:
    """English plurals name no single unit ("last weeks")."""
    return word[:-1] if lexicon.language == "en" and word.endswith("s") else word


def _unit(unit: str, direction: int, reference: date | None) -> Span:
    moved = calendar.shifted(reference, unit, direction) if reference else None
    return calendar.containing(moved, unit) if moved else NONE


def _season(lexicon: Lexicon, word: str, direction: int, reference: date | None) -> Span:
    if reference is None:
        return NONE
    start = lexicon.dates["season"][word]
    year = reference.year + direction
    if direction < 0 and reference.month >= start + 3:
        year = reference.year
    return calendar.months(year, start, 3)


def _count(tokens: Tokens, lexicon: Lexicon, index: int) -> tuple[int | None, int] | None:
    """How many units: (number, or None for "few"; the token after it); None if no count."""
    words, sets = tokens.words, lexicon.dates
    word = words[index]
    if word.isdecimal() and len(word) <= 4:
        return int(word), index + 1
    if word in sets["few"]:
        last = index + 1
        return None, last + (words[last] in lexicon.sets["of"])
    if word in sets["one_words"]:
        if words[index + 1] in sets["few"]:
            return _count(tokens, lexicon, index + 1)
        return 1, index + 1
    found = read_cardinal(tokens, lexicon, index)
    if found is not None and isinstance(found.value, int):
        return found.value, found.last
    return None


def _span_of_units(
    tokens: Tokens, lexicon: Lexicon, index: int, reference: date | None
) -> Found | None:
    """ "past ten years", "next few months", "past decade", "recent years"."""
    words, sets = tokens.words, lexicon.dates
    future = words[index] in sets["future_span"] and words[index] not in sets["past_span"]
    counted = _count(tokens, lexicon, index + 1)
    number, at = counted or (1, index + 1)
    unit = lexicon.time_units.get(words[at])
    if unit not in UNITS:
        return None
    if counted is None:
        plural = words[at] != _singular(lexicon, words[at])
        # "The last year" may be the year before; "the past year" is the twelve months to now.
        if not plural and words[index] not in ("past", "coming"):
            return None
        number = None if plural else 1
    return _stretch(index, at + 1, unit, number, reference, future=future)


def _stretch(
    first: int, last: int, unit: str, number: int | None, reference: date | None, *, future: bool
) -> Found:
    """So many units up to the article's date, or from it on; open where the number is."""
    span: Span = NONE
    if reference is not None and number is not None and number <= MOST_UNITS:
        moved = calendar.shifted(reference, unit, number if future else -number)
        span = (reference, moved) if future else (moved, reference)
    elif reference is not None:
        span = (reference, None) if future else (None, reference)
    return Found(first, last, "relative", _precision(unit), span)


def _span_inside(
    tokens: Tokens,
    lexicon: Lexicon,
    index: int,
    counted: tuple[int | None, int],
    reference: date | None,
) -> Found | None:
    """ "dix dernières années": the number stands before the word for past."""
    number, at = counted
    unit = lexicon.time_units.get(tokens.words[at + 1])
    if unit not in UNITS:
        return None
    future = tokens.words[at] in lexicon.dates["future_span"]
    return _stretch(index, at + 2, unit, number, reference, future=future)


def _precision(unit: str) -> str:
    return {"night": "day", "fortnight": "week"}.get(unit, unit)


def _ago(unit: str, number: int | None, reference: date | None) -> Span:
    if reference is None or number is None or number > MOST_UNITS:
        return NONE
    moved = calendar.shifted(reference, unit, -number)
    # "Ten years ago" is about that year, "ten days ago" that very day.
    return calendar.containing(moved, unit) if moved else NONE


def _ago_before(
    tokens: Tokens, lexicon: Lexicon, index: int, first: int, reference: date | None
) -> Found | None:
    """ "vor zwei Jahren", "hace dos años": the word for "ago" stands first."""
    if tokens.words[first] in lexicon.dual_units:
        unit = lexicon.dual_units[tokens.words[first]]
        return Found(index, first + 1, "relative", _precision(unit), _ago(unit, 2, reference))
    counted = _count(tokens, lexicon, first)
    at = counted[1] if counted else first
    unit = lexicon.time_units.get(tokens.words[at])
    following = tokens.words[at + 1]
    named = following in lexicon.weekdays or (unit == "year" and following.isdecimal())
    if unit not in UNITS or (not counted and named):
        return None  # "قبل يوم الجمعة", "قبل عام 1980": before that day or year
    number = counted[0] if counted else 1
    return Found(index, at + 1, "relative", _precision(unit), _ago(unit, number, reference))


def _unit_then_direction(
    tokens: Tokens, lexicon: Lexicon, index: int, reference: date | None
) -> Found | None:
    """ "année dernière", "año pasado", "год назад": what says which stands behind the unit."""
    unit, after = lexicon.time_units[tokens.words[index]], tokens.words[index + 1]
    if unit not in UNITS or lexicon.language == "en":
        return None
    if after in lexicon.dates["ago_after"]:
        return Found(index, index + 2, "relative", _precision(unit), _ago(unit, 1, reference))
    direction = lexicon.directions.get(after)
    if direction is None:
        return None
    return Found(index, index + 2, "relative", _precision(unit), _unit(unit, direction, reference))


def counts_time(tokens: Tokens, index: int) -> bool:
    """Whether a word for time may stand behind the number at token `index`, as behind few.

    Before it may stand what goes on with the number.
    """
    for role in tokens.roles[index + 1 : index + LONGEST_NUMBER]:
        if role & COUNTED:
            return True
        if not role & GOES_ON:
            return False
    return True


def _counted(tokens: Tokens, lexicon: Lexicon, index: int, reference: date | None) -> Found | None:
    """ "two years ago"; "for ten years", "in a decade", "for decades" are lengths of time."""
    if not counts_time(tokens, index):
        return None
    words, sets = tokens.words, lexicon.dates
    counted = _count(tokens, lexicon, index)
    if counted is None or counted[1] >= tokens.count:
        return None
    number, at = counted
    if words[at] in sets["past_span"] or words[at] in sets["future_span"]:
        return _span_inside(tokens, lexicon, index, (number, at), reference)
    unit = lexicon.time_units.get(words[at])
    if unit not in UNITS:
        return None
    counts_on = words[at + 2 : at + 3] and words[at + 2] in lexicon.time_units  # "4 days last year"
    spans = words[at + 1] in sets["past_span"] or words[at + 1] in sets["future_span"]
    if spans and not counts_on:
        future = words[at + 1] in sets["future_span"]
        return _stretch(index, at + 2, unit, number, reference, future=future)
    if words[at + 1] in sets["ago_after"]:
        return Found(index, at + 2, "relative", _precision(unit), _ago(unit, number, reference))
    before = words[index - 1] if index else ""
    if before in sets["for"]:
        return Found(index, at + 1, "duration", _precision(unit))
    return None

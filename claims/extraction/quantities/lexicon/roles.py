"""What each word may start, or be beside a number: one look-up instead of one per table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from claims.extraction.quantities.lexicon.source import Source
from claims.extraction.quantities.lexicon.tables import (
    BEFORE_AGE,
    BEFORE_NAME,
    BEGINS_RATE,
    BEGINS_UNIT,
    CLOCK_WORDS,
    CLOCKS,
    COUNTED,
    COUNTS_ONE,
    FROM_TODAY,
    GOES_ON,
    HYPHENS,
    IN_CALENDAR,
    IN_DIGITS,
    LEADS,
    LOOSENS,
    NAMES_YEAR,
    OF_DATE,
    POUNDS,
    SPOKEN_YEARS,
    STARTS_DATE,
    STARTS_FIGURE,
    STATES_CHANGE,
)
from claims.extraction.tagging.remembered import Remembered

#: Words of time that a mention of one may start with.
DATE_OPENERS = ("yesterday", "today", "tomorrow", "last", "this", "next", "past_span",
                "future_span", "ago_before", "few", "season")  # fmt: skip
#: Those that count from the day of the text.
TODAY = ("yesterday", "today", "tomorrow", "last", "this", "next", "past_span", "future_span")
#: What a number in digits may go on with beside words: "1/4", "3,2 Md€".
DIGITS_GO_ON = ("/", "m", "md", "mds")
#: A year in words may go on with it: "nineteen oh six".
OF_YEARS = ("oh",)
MINUS = (*HYPHENS, "–", "\u2212")
#: What opens a unit in brackets, and words for units that no table lists.
UNIT_WORDS = ("(", "[", "{", "<", *POUNDS, "yo")
#: What may stand behind the first number of a date: "5.", "2-", "3/", "90's".
DATE_MARKS = (*HYPHENS, "–", "—", "/", ",", ".", "'", "’")


def read_roles(
    source: Source,
    sets: Mapping[str, frozenset[str]],
    dates: Mapping[str, Any],
    numbers: Mapping[str, Mapping[str, Any]],
) -> Remembered[int]:
    """Key -> the bits of its roles; those that no table lists are told from the word."""
    codes = frozenset(word for words in source.common["money"].values() for word in words)
    roles = Remembered(partial(_role_of_any, folds=source.code == "en", codes=codes))
    figures = (*numbers.values(), sets["half"], sets["each_one"], source.turned("dual_units"))
    _give(roles, STARTS_FIGURE, figures)
    _give(roles, STATES_CHANGE, (source.spread("multiples"), sets["twice"]))
    _give_times(roles, source, dates, numbers)
    _give_neighbours(roles, source, sets, dates, numbers)
    return roles


def _give_times(
    roles: Remembered[int],
    source: Source,
    dates: Mapping[str, Any],
    numbers: Mapping[str, Mapping[str, Any]],
) -> None:
    """How the mention of a time may start."""
    units, ordinals = source.turned("time_units"), source.spread("ordinals")
    months, weekdays = _firsts(source, "months"), _firsts(source, "weekdays")
    ago = {phrase.split()[0] for phrase in source.own["dates"].get("ago_before", ())}
    openers = (
        dates["decades"],
        dates["year_openers"],
        *(dates[name] for name in DATE_OPENERS),
        months,
        weekdays,
        dates["quarter"] if source.notation.get("prefixes") else (),
        units if dates["ago_after"] != {"ago"} else (),
        numbers["cardinals"],
        ordinals,
        ("q",),
        ago,
    )
    _give(roles, STARTS_DATE, openers)
    years = [
        word for word, n in numbers["cardinals"].items() if n in SPOKEN_YEARS and " " not in word
    ]
    _give(roles, NAMES_YEAR, (dates["year_openers"], dates["decades"], years))
    _give(roles, IN_CALENDAR, (dates["decades"], years))
    articles = [word for word in dates["one_words"] if not roles[word] & STARTS_DATE]
    _give(roles, COUNTS_ONE, [articles])
    _give(roles, IN_CALENDAR, (months, dates["season"], dates["quarter"], ordinals, ("q",)))
    _give(roles, FROM_TODAY, (*(dates[name] for name in TODAY), weekdays, ago, units))


def _give_neighbours(
    roles: Remembered[int],
    source: Source,
    sets: Mapping[str, frozenset[str]],
    dates: Mapping[str, Any],
    numbers: Mapping[str, Mapping[str, Any]],
) -> None:
    """What may stand right beside a number and belong to it."""
    time_units, spans = source.turned("time_units"), (dates["past_span"], dates["future_span"])
    _give(roles, COUNTED, (time_units, *spans, dates["few"]))
    # "twenty-two", "a hundred and two", "some of", "two point five", "2.5bn".
    joints = (
        HYPHENS,
        DIGITS_GO_ON,
        OF_YEARS,
        dates["decades"],
        sets["and"],
        sets["of"],
        sets["point"],
    )
    words = (*numbers.values(), *map(str.split, numbers["cardinals"]))
    _give(roles, GOES_ON, (*joints, *words, source.spread("glued_scales", shared=True)))
    endings = (dates["day_endings"], dates["decade_endings"], dates["centuries"])
    of_date = (DATE_MARKS, _firsts(source, "months"), dates["of"], sets["and"], *endings)
    _give(roles, OF_DATE, of_date)
    named = (_firsts(source, name) for name in ("percent", "money", "units"))
    of_age = (time_units, sets["ages_joined"], *spans)
    _give(roles, BEGINS_UNIT, (HYPHENS, UNIT_WORDS, sets["of"], *named, *of_age))
    _give(roles, BEGINS_RATE, (HYPHENS, sets["of"], sets["per"], _firsts(source, "rates")))
    money = [phrase.split()[-1] for phrase in source.turned("money_before")]
    _give(roles, LEADS, (MINUS, sets["minus"], sets["point"], sets["one_coin"], money))
    _give(roles, BEFORE_AGE, ((",",), sets["ages_before"]))
    _give(roles, BEFORE_NAME, (sets["labels"], sets["votes"], sets["articles"], ("s",)))
    clocks = (sets["clock_before"], sets["clock_after"], CLOCK_WORDS)
    _give(roles, CLOCKS, (*clocks, sets["and"], sets["to"]))  # "les 7 et 12 août"
    before = [phrase.split()[-1] for phrase in source.turned("bounds_before")]
    _give(roles, LOOSENS, (sets["articles"], before, _firsts(source, "bounds_after")))


def _role_of_any(key: str, *, folds: bool, codes: frozenset[str]) -> int:
    """The role of a word that no table need hold."""
    role = STARTS_FIGURE | STARTS_DATE | IN_DIGITS if key[0].isdecimal() else 0
    if key[0] == "m" and key[1:] in codes:
        role |= BEGINS_UNIT  # "MUSD"
    return role | STATES_CHANGE if folds and key.endswith("fold") else role


def _firsts(source: Source, name: str) -> set[str]:
    """The first words of the phrases of a table."""
    return {phrase.split()[0] for phrase in source.turned(name)}


def _give(roles: Remembered[int], role: int, tables: Iterable[Iterable[str]]) -> None:
    for words in tables:
        for word in words:
            roles[word] |= role

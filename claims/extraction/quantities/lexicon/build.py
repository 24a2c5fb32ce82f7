"""From the TOML files of a language to its tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from claims.extraction.quantities.lexicon.tables import (
    COUNTED,
    COUNTS_ONE,
    FROM_TODAY,
    GOES_ON,
    IN_CALENDAR,
    IN_DIGITS,
    OF_DATE,
    STARTS_DATE,
    STARTS_FIGURE,
    STATES_CHANGE,
    Inflection,
    Lexicon,
    PhraseTable,
)
from claims.extraction.tagging.remembered import Remembered

FOLDER = Path(__file__).parent
#: Words of time that a mention of one may start with.
DATE_OPENERS = ("yesterday", "today", "tomorrow", "last", "this", "next", "past_span",
                "future_span", "ago_before", "few", "season")  # fmt: skip
#: Those that count from the day of the text.
TODAY = ("yesterday", "today", "tomorrow", "last", "this", "next", "past_span", "future_span")
HYPHENS = ("-", "\u2010", "\u2011")
#: What may stand behind the first number of a date: "5.", "2-", "3/", "90's".
DATE_MARKS = (*HYPHENS, "–", "—", "/", ",", ".", "'", "’")


class Source:
    """The files of one language and the one that all share.

    stems: what its words are stems of, gathered from every table that is read.
    """

    def __init__(self, code: str):
        self.code = code
        self.own, self.common, self.english = map(_load, (code, "common", "en"))
        self.notation = self.own["notation"]
        self.stems: dict[str, str] = {}

    def spread(self, name: str, *, shared: bool = False) -> dict[str, Any]:
        """One table with its keys spread: "a | b*" are two ways to write the same."""
        merged: dict[str, Any] = {}
        for source in (self.common, self.own) if shared else (self.own,):
            for written, value in source.get(name, {}).items():
                for phrase in str(written).split("|"):
                    merged[self.plain(phrase.strip())] = value
        return merged

    def turned(self, name: str) -> dict[str, Any]:
        """A table written as name = [words], turned round: word -> name."""
        return {
            self.plain(word): int(name_of) if name_of.isdigit() else name_of
            for source in (self.common, self.own)
            for name_of, words in source.get(name, {}).items()
            for word in words
        }

    def phrases(self, name: str) -> PhraseTable:
        return PhraseTable(self.turned(name))

    def plain(self, phrase: str) -> str:
        """The phrase in lower case; a word marked with * is a stem and goes by its stem."""
        words = []
        for word in phrase.lower().split():
            bare = word.rstrip("*") or word
            self.stems.setdefault(word if len(bare) < len(word) else bare, bare)
            self.stems.setdefault(bare, bare)
            words.append(bare)
        return " ".join(words)

    def plain_all(self, words: Any) -> Any:
        """The same for a list or the keys of a table; anything else comes back as it is."""
        if isinstance(words, list):
            return frozenset(map(self.plain, words))
        if isinstance(words, dict):
            return {self.plain(word): value for word, value in words.items()}
        return words


def build(code: str) -> Lexicon:
    """The tables of a language that has files of its own."""
    source = Source(code)
    notation, sets, dates = source.notation, _sets(source), _dates(source)
    numbers = _numbers(source)
    return Lexicon(
        language=code,
        decimal=notation["decimal"],
        other_decimal=notation.get("other_decimal", ""),
        groups=notation["groups"],
        units_first=bool(notation.get("prefixes")),
        prefixes=notation.get("prefixes", ""),
        cardinal_phrases=PhraseTable(
            {words: n for words, n in numbers["cardinals"].items() if " " in words}
        ),
        glued_scales=source.spread("glued_scales", shared=True),
        **numbers,
        ordinals=source.spread("ordinals"),
        sets=sets,
        **_units(source),
        **_changes(source, sets),
        lemmas=source.own.get("lemmas", {}),
        months=source.turned("months"),
        month_names=source.phrases("months"),
        weekdays=source.turned("weekdays"),
        weekday_names=source.phrases("weekdays"),
        days=_numbered(dates, ("yesterday", "today", "tomorrow")),
        directions=_numbered(dates, ("last", "this", "next")),
        dates=dates,
        ago_before=PhraseTable(dict.fromkeys(source.own["dates"].get("ago_before", ()), True)),
        roles=_roles(source, sets, dates, numbers),
        # Last: by now every table has left its stems.
        keys=_keys(source),
    )


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _keys(source: Source) -> Remembered[str]:
    prefixes = source.notation.get("prefixes", "")
    inflected = bool(prefixes) or source.notation.get("inflected", False)
    return Remembered(Inflection(source.stems if inflected else {}, prefixes).key)


def _sets(source: Source) -> dict[str, frozenset[str]]:
    """Sets of words; what a language leaves out is empty, never the English words."""
    own = source.own["sets"]
    sets = {name: source.plain_all(list(own.get(name, ()))) for name in source.english["sets"]}
    sets["phrase_ends"] = sets["stops"] | sets["verbs"]
    return sets


def _dates(source: Source) -> dict[str, Any]:
    own = source.own["dates"]
    return {
        name: source.plain_all(own.get(name, type(words)()))
        for name, words in source.english["dates"].items()
    }


def _numbered(dates: Mapping[str, Any], names: tuple[str, str, str]) -> dict[str, int]:
    """The words of three sets, which mean -1, 0 and 1; one in several sets means the first."""
    numbered: dict[str, int] = {}
    for number, name in enumerate(names, -1):
        for word in dates[name]:
            numbered.setdefault(word, number)
    return numbered


def _numbers(source: Source) -> dict[str, dict[str, Any]]:
    numbers = {name: source.spread(name) for name in ("scales", "vague", "dozens")}
    numbers["cardinals"] = {**_compounds(source.own), **source.spread("cardinals")}
    numbers["fractions"] = source.spread("fractions", shared=True)
    return numbers


def _units(source: Source) -> dict[str, Any]:
    phrases = ("percent", "money", "money_before", "units", "rates", "bounds_before",
               "bounds_after")  # fmt: skip
    money = source.common["money"]
    return {
        **{name: source.phrases(name) for name in phrases},
        **{name: source.turned(name) for name in ("time_units", "dual_units")},
        "codes": frozenset(word for words in money.values() for word in words),
    }


def _changes(source: Source, sets: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    bounds = {word for phrase in source.turned("bounds_before") for word in phrase.split()}
    return {
        "change_verbs": _signs(source.turned("change_verbs")),
        "change_nouns": _signs(source.turned("change_nouns")),
        "change_before": PhraseTable(_signs(source.turned("change_before"))),
        "multiples": source.spread("multiples"),
        # Words that may stand between a verb of change and its figure.
        "bound_words": frozenset(bounds) - sets["from"] - sets["to"] - sets["of"] - sets["in"],
    }


def _signs(table: dict[str, str]) -> dict[str, int]:
    return {word: {"up": 1, "down": -1, "any": 0}[name] for word, name in table.items()}


def _roles(
    source: Source,
    sets: Mapping[str, frozenset[str]],
    dates: Mapping[str, Any],
    numbers: Mapping[str, Mapping[str, Any]],
) -> Remembered[int]:
    """What each word may start: those of the tables, figures, and in English "tenfold"."""
    roles = Remembered(partial(_role_of_any, folds=source.code == "en"))
    time_units, ordinals = source.turned("time_units"), source.spread("ordinals")
    months, weekdays, ago = (
        {phrase.split()[0] for phrase in phrases}
        for phrases in (source.turned("months"), source.turned("weekdays"),
                        source.own["dates"].get("ago_before", ()))
    )  # fmt: skip
    figures = (*numbers.values(), sets["half"], sets["each_one"], source.turned("dual_units"))
    times = (
        *(dates[name] for name in DATE_OPENERS),
        months,
        weekdays,
        dates["quarter"] if source.notation.get("prefixes") else (),
        time_units if dates["ago_after"] != {"ago"} else (),
        numbers["cardinals"],
        ordinals,
        ("q",),
        ago,
    )
    calendar = (months, dates["season"], dates["quarter"], ordinals, ("q",))
    from_today = (*(dates[name] for name in TODAY), weekdays, ago, time_units)
    # "twenty-two", "a hundred and two", "some of".
    joints = (HYPHENS, sets["and"], sets["of"])
    goes_on = (numbers["scales"], *map(str.split, numbers["cardinals"]), *joints)
    of_date = (DATE_MARKS, months, dates["day_endings"], dates["decade_endings"],
               dates["centuries"], dates["of"], sets["and"])  # fmt: skip
    for role, tables in (
        (STARTS_FIGURE, figures), (STARTS_DATE, times), (IN_CALENDAR, calendar),
        (STATES_CHANGE, (source.spread("multiples"), sets["twice"])), (FROM_TODAY, from_today),
        (GOES_ON, goes_on), (OF_DATE, of_date),
    ):  # fmt: skip
        _give(roles, role, tables)
    articles = [word for word in dates["one_words"] if not roles[word] & STARTS_DATE]
    _give(roles, STARTS_DATE | COUNTS_ONE, [articles])
    counted = (time_units, dates["past_span"], dates["future_span"], dates["few"])
    _give(roles, COUNTED, counted)
    return roles


def _role_of_any(key: str, *, folds: bool) -> int:
    """The role of a word that no table need hold."""
    role = STARTS_FIGURE | STARTS_DATE | IN_DIGITS if key[0].isdecimal() else 0
    return role | STATES_CHANGE if folds and key.endswith("fold") else role


def _give(roles: Remembered[int], role: int, tables: Iterable[Iterable[str]]) -> None:
    for words in tables:
        for word in words:
            roles[word] |= role


def _compounds(own: dict[str, Any]) -> dict[str, int]:
    """Numbers up to 999,999 written in one word, units first ("fünfundzwanzigtausend")."""
    parts = own.get("compounds")
    if not parts:
        return {}
    below = {n: word.split(" | ")[0] for word, n in own["cardinals"].items() if 0 < n <= 19}
    below[1] = "ein"
    tens = {n: word.split(" | ")[0] for word, n in own["cardinals"].items() if n in range(20, 100)}
    ones = {n: word for word, n in parts["ones"].items()}
    for ten, name in tens.items():
        below[ten] = name
        below |= {ten + n: one + parts["joint"] + name for n, one in ones.items()}
    hundreds = dict(below)
    for n, one in ones.items():
        hundreds[100 * n] = one + parts["hundred"]
        hundreds |= {100 * n + rest: one + parts["hundred"] + word for rest, word in below.items()}
    thousands = {1000 * n: word + parts["thousand"] for n, word in hundreds.items()}
    return {word: n for n, word in {**hundreds, **thousands}.items()}

"""From the TOML files of a language to its tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claims.extraction.quantities.lexicon.roles import read_roles
from claims.extraction.quantities.lexicon.source import Source
from claims.extraction.quantities.lexicon.tables import (
    HYPHENS,
    Inflection,
    Lexicon,
    PhraseTable,
)
from claims.extraction.tagging.remembered import Remembered


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
        plain_cardinals=_plain_cardinals(numbers, sets),
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
        roles=read_roles(source, sets, dates, numbers),
        # Last: by now every table has left its stems.
        keys=_keys(source),
    )


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


def _plain_cardinals(
    numbers: Mapping[str, Mapping[str, Any]], sets: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    others = [table for name, table in numbers.items() if name != "cardinals"]
    kinds = [sets[name] for name in ("each_one", "half", "lone_fractions", "one_of_scale")]
    phrases = {words.split()[0] for words in numbers["cardinals"] if " " in words}
    return frozenset(numbers["cardinals"]).difference(phrases, *others, *kinds)


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
    bounds = frozenset(word for phrase in source.turned("bounds_before") for word in phrase.split())
    return {
        "change_verbs": _signs(source.turned("change_verbs")),
        "change_nouns": _signs(source.turned("change_nouns")),
        "change_before": PhraseTable(_signs(source.turned("change_before"))),
        "multiples": source.spread("multiples"),
        "part_words": frozenset(HYPHENS).union(
            sets["in"], sets["out_of"], *(phrase.split()[:1] for phrase in sets["of_each"])
        ),
        # Words that may stand between a verb of change and its figure: "stieg im Mai um 4 Prozent".
        "fillers": (bounds - sets["from"] - sets["to"] - sets["of"] - sets["in"]).union(
            sets["change_by"], sets["by"], sets["before_months"], source.turned("months")
        ),
    }


def _signs(table: dict[str, str]) -> dict[str, int]:
    return {word: {"up": 1, "down": -1, "any": 0}[name] for word, name in table.items()}


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
    spelled = {word: n for n, word in {**hundreds, **thousands}.items()}
    return {**_further_compounds(parts, below), **spelled}


def _further_compounds(parts: dict[str, Any], below: dict[int, str]) -> dict[str, int]:
    """Numbers without their "one" ("hundertvierzig"), with hundreds behind thousands, and years.

    below: the words for 1 to 99.
    """
    hundred, thousand, ones = parts["hundred"], parts["thousand"], parts["ones"]
    full = {100 * n: one + hundred for one, n in ones.items()}
    found = {hundred + word: 100 + n for n, word in below.items()}
    found |= {word + thousand: 1000 * n for word, n in {**found, hundred: 100}.items()}
    found |= {f"{one}{parts['half']}{thousand}": 1000 * n + 500 for one, n in ones.items()}
    for n, word in {**below, 1: ""}.items():  # "tausendzweihundert"
        found |= {word + thousand + rest: 1000 * n + more for more, rest in full.items()}
    for n in range(11, 20):
        found |= {below[n] + hundred + word: 100 * n + m for m, word in {**below, 0: ""}.items()}
    return found | {below[2] + thousand + word: 2000 + n for n, word in below.items()}

"""The words of numbers, units, bounds, changes and dates, one table per language.

Each language is a TOML file beside this module; `common.toml` holds what is written alike
everywhere (symbols, currency codes, abbreviations of units).
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
#: Languages with a table of their own; any other is read with the English one.
LANGUAGES = ("ar", "de", "en", "es", "fr", "he", "ru", "uk")
# Endings longer than this do not belong to the stem of an inflected word.
LONGEST_ENDING = 4
# Keys remembered per language, so that hostile text cannot fill the memory.
MOST_KEYS = 50_000

Phrase = tuple[str, ...]


class PhraseTable:
    """Phrases of one or more words with what they stand for; the longest one wins."""

    __slots__ = ("after", "before")

    def __init__(self, entries: Mapping[str, Any]):
        self.after: dict[str, list[tuple[Phrase, Any]]] = {}
        self.before: dict[str, list[tuple[Phrase, Any]]] = {}
        for text, value in entries.items():
            phrase = tuple(text.split())
            self.after.setdefault(phrase[0], []).append((phrase, value))
            self.before.setdefault(phrase[-1], []).append((phrase, value))
        for table in (self.after, self.before):
            for found in table.values():
                found.sort(key=lambda entry: -len(entry[0]))

    def starting_at(self, words: list[str], index: int) -> tuple[int, Any] | None:
        """The phrase that starts at token `index`: (how many tokens, what it stands for)."""
        for phrase, value in self.after.get(words[index], ()):
            if len(phrase) == 1 or tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase), value
        return None

    def ending_at(self, words: list[str], index: int) -> tuple[int, Any] | None:
        """The phrase whose last word is token `index`: (how many tokens, what it stands for)."""
        if index < 0:
            return None
        for phrase, value in self.before.get(words[index], ()):
            first = index - len(phrase) + 1
            if first >= 0 and tuple(words[first : index + 1]) == phrase:
                return len(phrase), value
        return None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language calls its numbers. Words are lower case; see `key`."""

    language: str
    decimal: str
    other_decimal: str
    groups: str
    units_first: bool
    cardinals: Mapping[str, int]
    cardinal_phrases: PhraseTable
    scales: Mapping[str, int]
    glued_scales: Mapping[str, int]
    vague: Mapping[str, int]
    dozens: Mapping[str, int]
    fractions: Mapping[str, float]
    ordinals: Mapping[str, int]
    sets: Mapping[str, frozenset[str]]
    percent: PhraseTable
    money: PhraseTable
    money_before: PhraseTable
    units: PhraseTable
    time_units: Mapping[str, str]
    dual_units: Mapping[str, str]
    rates: PhraseTable
    bounds_before: PhraseTable
    bounds_after: PhraseTable
    change_verbs: Mapping[str, int]
    change_nouns: Mapping[str, int]
    change_before: PhraseTable
    multiples: Mapping[str, float]
    lemmas: Mapping[str, str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    dates: Mapping[str, Any]
    ago_before: PhraseTable
    stems: Mapping[str, str]
    prefixes: str
    triggers: frozenset[str]
    date_triggers: frozenset[str]
    bound_words: frozenset[str]
    codes: frozenset[str]
    keys: dict[str, str] = field(default_factory=dict)

    def key(self, word: str) -> str:
        """The form under which `word` stands in the tables: lower case, without its ending
        or attached prefix where the language has such; any other word in lower case."""
        found = self.keys.get(word)
        if found is None:
            found = self._make_key(word)
            if len(self.keys) < MOST_KEYS:
                self.keys[word] = found
        return found

    def _make_key(self, word: str) -> str:
        low = word.lower()
        if low.isascii():
            return self._stem(low) if self.stems else low
        low = unicodedata.normalize("NFC", low)
        low = "".join(char for char in low if not "\u0591" <= char <= "\u05c7")
        low = "".join(char for char in low if not "\u064b" <= char <= "\u0652")
        return self._stem(low.replace("ʼ", "'").replace("’", "'"))

    def _stem(self, low: str) -> str:
        for bare in self._without_prefix(low):
            for ending in range(LONGEST_ENDING + 1):
                stem = bare[: len(bare) - ending] + "*"
                if len(stem) > 3 and stem in self.stems:
                    return self.stems[stem]
            if bare in self.stems:
                return self.stems[bare]
        return low

    def _without_prefix(self, low: str) -> Iterable[str]:
        yield low
        for length in (1, 2, 3):
            if len(low) > length + 1 and all(char in self.prefixes for char in low[:length]):
                yield low[length:]


def read_lexicon(language: str) -> Lexicon:
    """The tables of a language given by its code ("de", "de-AT"); English for an unknown one."""
    code = (language or "en").replace("_", "-").split("-")[0].lower()
    return _read(code if code in LANGUAGES else "en")


@lru_cache(maxsize=len(LANGUAGES))
def _read(code: str) -> Lexicon:
    own = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    common = tomllib.loads((FOLDER / "common.toml").read_text(encoding="utf-8"))
    return _build(code, own, common)


def _build(code: str, own: dict[str, Any], common: dict[str, Any]) -> Lexicon:
    stems: dict[str, str] = {}

    def table(name: str, *, shared: bool = False) -> dict[str, Any]:
        """One table with its keys spread: "a | b*" are two ways to write the same."""
        merged: dict[str, Any] = {}
        for source in (common, own) if shared else (own,):
            for written, value in source.get(name, {}).items():
                for phrase in str(written).split("|"):
                    merged[_plain(phrase.strip(), stems)] = value
        return merged

    def turned(name: str) -> dict[str, Any]:
        """A table written as name = [words], turned round: word -> name."""
        return {
            _plain(word, stems): _number_or_name(name_of)
            for source in (common, own)
            for name_of, words in source.get(name, {}).items()
            for word in words
        }

    notation = own["notation"]
    inflected = bool(notation.get("prefixes")) or notation.get("inflected", False)
    names = tomllib.loads((FOLDER / "en.toml").read_text(encoding="utf-8"))
    # What a language leaves out is empty, never the English word.
    sets = {
        name: frozenset(_plain(word, stems) for word in own["sets"].get(name, ()))
        for name in names["sets"]
    }
    sets["phrase_ends"] = sets["stops"] | sets["verbs"]
    dates = {
        name: _plain_all(own["dates"].get(name, type(words)()), stems)
        for name, words in names["dates"].items()
    }
    numbers = {name: table(name) for name in ("scales", "vague", "dozens")}
    numbers["cardinals"] = {**_compounds(own), **table("cardinals")}
    numbers["fractions"] = table("fractions", shared=True)
    bounds = turned("bounds_before")
    return Lexicon(
        language=code,
        decimal=notation["decimal"],
        other_decimal=notation.get("other_decimal", ""),
        groups=notation["groups"],
        units_first=bool(notation.get("prefixes")),
        cardinal_phrases=PhraseTable(
            {words: n for words, n in numbers["cardinals"].items() if " " in words}
        ),
        glued_scales=table("glued_scales", shared=True),
        **numbers,
        ordinals=table("ordinals"),
        sets=sets,
        percent=PhraseTable(turned("percent")),
        money=PhraseTable(turned("money")),
        money_before=PhraseTable(turned("money_before")),
        units=PhraseTable(turned("units")),
        time_units=turned("time_units"),
        dual_units=turned("dual_units"),
        rates=PhraseTable(turned("rates")),
        bounds_before=PhraseTable(bounds),
        bounds_after=PhraseTable(turned("bounds_after")),
        change_verbs=_signs(turned("change_verbs")),
        change_nouns=_signs(turned("change_nouns")),
        change_before=PhraseTable(_signs(turned("change_before"))),
        multiples=table("multiples"),
        lemmas=own.get("lemmas", {}),
        months=turned("months"),
        weekdays=turned("weekdays"),
        dates=dates,
        ago_before=PhraseTable(dict.fromkeys(own["dates"].get("ago_before", ()), True)),
        stems=stems if inflected else {},
        prefixes=notation.get("prefixes", ""),
        triggers=frozenset().union(
            *numbers.values(), sets["half"], sets["each_one"], turned("dual_units")
        ),
        date_triggers=_date_triggers(
            dates, numbers, turned, table("ordinals"), own["dates"].get("ago_before", ())
        ),
        bound_words=_bound_words(bounds, sets),
        codes=frozenset(word for word in common["money"] for word in common["money"][word]),
    )


def _bound_words(bounds: dict[str, Any], sets: dict[str, frozenset[str]]) -> frozenset[str]:
    """Words that may stand between a verb of change and its figure."""
    words = frozenset(word for phrase in bounds for word in phrase.split())
    return words - sets["from"] - sets["to"] - sets["of"] - sets["in"]


def _date_triggers(
    dates: dict[str, Any],
    numbers: dict[str, Any],
    turned: Any,
    ordinals: dict[str, int],
    ago: Iterable[str],
) -> frozenset[str]:
    """Words at which a mention of a time may start."""
    names = [
        "yesterday",
        "today",
        "tomorrow",
        "last",
        "this",
        "next",
        "past_span",
        "future_span",
        "ago_before",
        "few",
        "one_words",
        "season",
    ]
    words = frozenset().union(*(dates[name] for name in names))
    return words.union(
        turned("months"),
        turned("weekdays"),
        turned("time_units") if dates["ago_after"] != {"ago"} else (),
        numbers["cardinals"],
        ordinals,
        ("q",),
        (phrase.split()[0] for phrase in ago),
    )


def _plain(phrase: str, stems: dict[str, str]) -> str:
    """The phrase in lower case; a word marked with * is entered as a stem and goes by its stem."""
    words = []
    for word in phrase.lower().split():
        bare = word.rstrip("*") or word
        stems.setdefault(word if len(bare) < len(word) else bare, bare)
        stems.setdefault(bare, bare)
        words.append(bare)
    return " ".join(words)


def _plain_all(words: Any, stems: dict[str, str]) -> Any:
    if isinstance(words, list):
        return frozenset(_plain(word, stems) for word in words)
    if isinstance(words, dict):
        return {_plain(word, stems): value for word, value in words.items()}
    return words


def _number_or_name(name: str) -> Any:
    return int(name) if name.isdigit() else name


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
    return {word: n for n, word in {**hundreds, **thousands}.items()}

"""What the tables of one language hold, and how words are looked up in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claims.extraction.tagging.remembered import Remembered

# Endings longer than this do not belong to the stem of an inflected word.
LONGEST_ENDING = 4
#: Bits of `Lexicon.roles`: what a word may start;
STARTS_FIGURE, STARTS_DATE, STATES_CHANGE = 1, 2, 4
#: how a time starts with it: with digits, a word of the calendar, one that counts from today, or
#: with "a" and "an", which start nothing but "a year";
IN_DIGITS, IN_CALENDAR, FROM_TODAY, COUNTS_ONE = 8, 16, 32, 64
#: and what it may be beside a number: behind it what that counts of time, more of the number, of a
#: date, a unit or a rate; before it a sign, of money or less, what an age comes behind, or what
#: makes a name or a score of it; on either side what loosens it or makes a time of day of it.
COUNTED, GOES_ON, OF_DATE, BEGINS_UNIT, BEGINS_RATE = 128, 256, 512, 1024, 2048
LEADS, BEFORE_AGE, LOOSENS, BEFORE_NAME, CLOCKS = 4096, 8192, 16384, 32768, 65536
#: A year in words may start with it: "nineteen", "two", "neunzehnhundertneunzig".
NAMES_YEAR = 131072
#: Years that words may name.
SPOKEN_YEARS = range(1100, 2100)
HYPHENS = ("-", "\u2010", "\u2011")
#: Money or a weight, as the words around them tell.
POUNDS = ("pound", "pounds")
#: What a time of day may go on with: "2 pm", "10 a.m.", "6 o'clock", "half past six".
CLOCK_WORDS = frozenset(("am", "pm", "oclock", "o", "a", "p", "past"))

#: How many words a phrase has, the words, and what is told of it where it is found: how many words
#: again, and what it stands for.
Entry = tuple[int, list[str], tuple[int, Any]]


class PhraseTable:
    """Phrases of one or more words with what they stand for; the longest one wins."""

    __slots__ = ("after", "before")

    def __init__(self, entries: Mapping[str, Any]):
        self.after: dict[str, list[Entry]] = {}
        self.before: dict[str, list[Entry]] = {}
        for text, value in entries.items():
            phrase = text.split()
            entry = len(phrase), phrase, (len(phrase), value)
            self.after.setdefault(phrase[0], []).append(entry)
            self.before.setdefault(phrase[-1], []).append(entry)
        for table in (self.after, self.before):
            for found in table.values():
                found.sort(key=lambda entry: -entry[0])

    def alone(self, word: str) -> Any:
        """What a word stands for by itself; None if it only begins phrases."""
        length, _, (_, value) = self.after[word][-1]
        return value if length == 1 else None

    def starting_at(self, words: list[str], index: int) -> tuple[int, Any] | None:
        """The phrase that starts at token `index`: (how many tokens, what it stands for)."""
        found = self.after.get(words[index])
        if found is None:
            return None
        for length, phrase, told in found:
            if length == 1 or words[index : index + length] == phrase:
                return told
        return None

    def ending_at(self, words: list[str], index: int) -> tuple[int, Any] | None:
        """The phrase whose last word is token `index`: (how many tokens, what it stands for)."""
        if index < 0 or (found := self.before.get(words[index])) is None:
            return None
        for length, phrase, told in found:
            first = index - length + 1
            if length == 1 or (first >= 0 and words[first : index + 1] == phrase):
                return told
        return None


@dataclass(frozen=True, slots=True)
class Inflection:
    """How a language changes its words: the stems there are, and letters set before a word."""

    stems: Mapping[str, str]
    prefixes: str

    def key(self, word: str) -> str:
        """The form under which a word stands in the tables."""
        low = word.lower()
        if low.isascii():
            return self._stem(low) if self.stems else low
        low = unicodedata.normalize("NFC", low)
        low = "".join(char for char in low if not "\u0591" <= char <= "\u05c7")
        low = "".join(char for char in low if not "\u064b" <= char <= "\u0652")
        # A mark that stands alone is its own key: no key is empty.
        return self._stem(low.replace("ʼ", "'").replace("’", "'")) or word

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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language calls its numbers. Words are lower case; see `keys`.

    keys: word as written -> the form under which it stands in the tables: lower case, without its
    ending or attached prefix where the language has such; any other word in lower case.
    roles: key -> what may start with it, as bits.
    plain_cardinals: number words that are nothing else and begin no phrase.
    fillers: words between a verb of change and its figure. part_words: what may follow a part that
    some whole is given for ("one in five").
    days: "yesterday" -> -1. directions: "last" -> -1, "this" -> 0, "next" -> 1.
    """

    language: str
    decimal: str
    other_decimal: str
    groups: str
    units_first: bool
    cardinals: Mapping[str, int]
    cardinal_phrases: PhraseTable
    plain_cardinals: frozenset[str]
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
    month_names: PhraseTable
    weekdays: Mapping[str, int]
    weekday_names: PhraseTable
    days: Mapping[str, int]
    directions: Mapping[str, int]
    dates: Mapping[str, Any]
    ago_before: PhraseTable
    prefixes: str
    fillers: frozenset[str]
    codes: frozenset[str]
    part_words: frozenset[str]
    keys: Remembered[str]
    roles: Remembered[int]

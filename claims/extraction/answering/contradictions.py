"""Flat contradictions: "There was no such order," says the one who is said to have given it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import compress, islice, pairwise
from operator import attrgetter

from ..attribution import NEGATIVE
from ..lexicon import Lexicon, lexicon
from ..parts.statements import Statement
from ..people.names import Names
from ..tagging.flags import ACCUSES, NEGATES
from ..tagging.remembered import Remembered
from ..tagging.tokens import Tokens
from .by_words import SHORTEST, knows
from .stems import cutter, figure

BEGIN = attrgetter("begin")
LOOK_BACK = 24  # statements back to what somebody is said to have done
OPENING = 6  # tokens of a statement in which its "no" stands
TELLING = bytes(letter in b"nvg" for letter in range(256))  # 1 for the letters of nouns and verbs
WITH_NAMES = bytes(letter in b"nvgN" for letter in range(256))  # the same, and those of names
WITH_FIGURES = bytes(letter in b"nvgN#" for letter in range(256))  # the same, and of figures
NOTHING: frozenset[str] = frozenset()


class Contradictions:
    """Tells which statements of a document answer one about their own speaker."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, names: Names, statements: list[Statement]
    ) -> None:
        self.tokens, self.words, self.names = tokens, words, names
        self.statements = sorted(statements, key=BEGIN)
        self.read: dict[tuple[int, int], set[str]] = {}
        #: Of each statement, as far as it was asked for: the stems of what it may be answered for.
        self.charged: list[set[str] | frozenset[str] | None] = [None] * len(statements)
        #: The same for the stems of all that it says.
        self.told: list[set[str] | None] = [None] * len(statements)
        #: How often each stem stands in the text, once somebody has asked.
        self.counted: Counter[str] = Counter()
        self.telling_stem = _telling_stems(words.code).__getitem__
        self.accusing = tokens.sentences_with(ACCUSES)
        #: Of each sentence, as far as it was asked for, whether it tells of a punishment.
        self.punishing: dict[int, bool] = {}
        self.gerunds = tuple(words.table("gerund_endings"))
        self.negating = tokens.sentences_with(NEGATES)
        # Where nouns have a capital, they look like names.
        telling = WITH_NAMES if words.table("capital_nouns") else TELLING
        self.tells = tokens.coded.translate(telling)
        figures = knows(words)
        self.shown = tokens.coded.translate(WITH_FIGURES) if figures else self.tells

    def answers(self, statement: Statement) -> bool:
        """Say whether somebody says that a thing is not so which others say before.

        One who is said to have done it denies it with a word for it; anybody else has to name both
        the thing and the deed.
        """
        speaker = statement.attribution.speaker if statement.attribution else None
        denied = self._denied(statement) if speaker else []
        if not denied or not self.recurring({denied[0]}):
            return False  # as most
        here = self.place(statement)
        for at in range(max(0, here - LOOK_BACK), here):
            stems = self.charged[at]
            if stems is not None and denied[0] not in stems:
                continue  # as most
            other = self.statements[at]
            if other.attribution and other.attribution.speaker == speaker:
                continue
            if stems is None:
                stems = self.charged[at] = self._read_charge(at)
            if denied[0] not in stems:
                continue
            shared = stems.intersection(denied)
            if len(shared) == len(denied) > 1:
                return True
            if self.is_about(other, speaker) and (len(denied) == 1 or self.accuses(other)):
                return True
            if self._addresses(other) and self._is_first(statement):
                return True  # "You closed eleven schools" - "I never closed a school"
        return False

    def recurring(self, stems: set[str]) -> set[str]:
        """Those of the stems of a statement that stand in the text once more, as others say it."""
        counted = self.counted
        if not counted:
            stem = _every_stem(self.words.code).__getitem__
            counted.update(map(stem, compress(self.tokens.words, self.shown)))
        return {stem for stem in stems if counted[stem] != 1}

    def place(self, statement: Statement) -> int:
        """Where a statement stands among all, which are in the order of the text."""
        return bisect_left(self.statements, statement.begin, key=BEGIN)

    def before(self, statement: Statement) -> list[Statement]:
        """The statements before one, as far as an answer looks back."""
        here = self.place(statement)
        return self.statements[max(0, here - LOOK_BACK) : here]

    def _denied(self, statement: Statement) -> list[str]:
        """Stems of what a "no" near the start denies: a thing, a deed, or both; none without one.

        "no school had been closed", "had not jammed any satellite"; but "no order of any kind".
        """
        words, kinds, tells = self.tokens.words, self.tokens.kinds, self.tells
        begin, end = statement.begin, statement.end
        flags = self.tokens.flags[begin : min(end, begin + OPENING)]
        for at, bits in enumerate(flags, begin):
            if bits & NEGATES:
                telling = (
                    place
                    for place in compress(range(at + 1, end), tells[at + 1 : end])
                    if len(words[place]) >= SHORTEST
                )
                told = [*islice(telling, 2)]  # the deed and the thing, or either
                if not told and kinds[at - 1] in "vg":
                    told = [at - 1]  # "We ordered nothing"
                if len(told) > 1 and "p" in kinds[told[0] : told[1]]:
                    told.pop()
                return [stem_of(words[place], self.words) for place in told]
            if kinds[at] in "s,":
                return []
        return []

    def _read_charge(self, at: int) -> set[str] | frozenset[str]:
        """Stems of a statement of a source, or of an accusation in the article, that a thing is so.

        Nothing where it says no itself.
        """
        other = self.statements[at]
        item = other.attribution
        if item is not None and item.stance in NEGATIVE:
            return NOTHING
        if (item is None or item.speaker is None) and not self.accuses(other):
            return NOTHING
        if other.sentence in self.negating and self._denied(other):
            return NOTHING
        return self.stems_at(at)

    def is_about(self, other: Statement, speaker: str) -> bool:
        first, last = self.whole(other)
        known = self.names.known.get(speaker)
        if known is not None:
            span = self.tokens.slice(first, last)
            return any(name is known for _, _, name in self.names.in_span(*span))
        owner = speaker.partition(" ")[0].removesuffix("'s").removesuffix("’s")
        head = owner if owner[:1].isupper() else speaker.rpartition(" ")[2]
        return head.lower() in self.tokens.words[first:last]

    def _addresses(self, other: Statement) -> bool:
        return self.words.has("pronouns.second", self.tokens.words[other.begin])

    def _is_first(self, statement: Statement) -> bool:
        return self.words.has("pronouns.first", self.tokens.words[statement.begin])

    def accuses(self, other: Statement) -> bool:
        """Say whether the sentence calls it an accusation: "is accused of", "fined for fixing"."""
        return other.sentence in self.accusing or self._punishes(other.sentence)

    def _punishes(self, number: int) -> bool:
        """Say whether a sentence tells what somebody was fined, sued or jailed for."""
        known = self.punishing.get(number)
        if known is None:
            first, last = self.tokens.spans[number]
            said = self.tokens.words[first:last]
            known = self.words.has_any("punished", said) and any(
                self.words.has("reasons_of_charges", mark) and deed.endswith(self.gerunds)
                for mark, deed in pairwise(said)
            )
            self.punishing[number] = known
        return known

    def whole(self, other: Statement) -> tuple[int, int]:
        """Token range of a statement with the subject that it shares with the one before."""
        shared = other.clause.subject
        return (min(shared[0], other.begin) if shared else other.begin), other.end

    def stems_at(self, at: int) -> set[str]:
        """Stems of the statement at a place, with those of a subject that it shares."""
        stems = self.told[at]
        if stems is None:
            stems = self.told[at] = self.stems(*self.whole(self.statements[at]))
        return stems

    def stems(self, begin: int, end: int) -> set[str]:
        """Stems of a statement, which many later ones may be compared with."""
        stems = self.read.get((begin, end))
        if stems is None:
            telling = compress(self.tokens.words[begin:end], self.shown[begin:end])
            stems = self.read[begin, end] = set(map(self.telling_stem, telling))
            stems.discard("")
        return stems


def stem_of(word: str, words: Lexicon) -> str:
    """A word without its ending, as far as forms of one word agree: "met" and "meeting"."""
    return stems_in(words.code)(word)


@cache
def stems_in(code: str) -> Callable[[str], str]:
    """`stem_of` of one language, with what it found before."""
    words = lexicon(code)
    lemmas, cut = words.lemmas, cutter(words)
    return Remembered(lambda word: cut(lemmas.get(word, word))).__getitem__


@cache
def _telling_stems(code: str) -> Remembered[str]:
    """The same, but nothing for a word that is too short to tell what is meant."""
    stem, figures = stems_in(code), knows(lexicon(code))

    def telling(word: str) -> str:
        if figures and word[0].isdigit():
            return figure(word)
        return stem(word) if len(word) >= SHORTEST else ""

    return Remembered(telling)


@cache
def _every_stem(code: str) -> Remembered[str]:
    """The same, but of each word, however short."""
    telling, stem = _telling_stems(code), stems_in(code)
    return Remembered(lambda word: telling[word] or stem(word))


@cache
def stems_of(table: str, code: str) -> frozenset[str]:
    """Stems of the words of a table of a language."""
    words = lexicon(code)
    return frozenset(stem_of(word, words) for word in words.table(table))

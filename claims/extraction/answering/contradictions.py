"""Flat contradictions: "There was no such order," says the one who is said to have given it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cache, lru_cache
from operator import attrgetter

from ..attribution import NEGATIVE
from ..lexicon import Lexicon, lexicon
from ..parts.statements import Statement
from ..people.names import Names
from ..tagging.flags import ACCUSES, NEGATES
from ..tagging.tokens import Tokens

BEGIN = attrgetter("begin")
LOOK_BACK = 24  # statements back to what somebody is said to have done
OPENING = 6  # tokens of a statement in which its "no" stands
STEM = 5  # letters in which forms of a word agree
SHORTEST = 3  # letters of a word that tells what is meant
ENDINGS = ("ments", "ment", "ings", "ing", "ions", "ion", "ed", "es", "s", "e")


class Contradictions:
    """Tells which statements of a document answer one about their own speaker."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, names: Names, statements: list[Statement]
    ) -> None:
        self.tokens, self.words, self.names = tokens, words, names
        self.statements = sorted(statements, key=BEGIN)
        self.read: dict[tuple[int, int], set[str]] = {}
        self.denied: dict[tuple[int, int], list[str]] = {}
        self.stem = stems_in(words.code)

    def answers(self, statement: Statement) -> bool:
        """Say whether somebody says that a thing is not so which others say before.

        One who is said to have done it denies it with a word for it; anybody else has to name both
        the thing and the deed.
        """
        speaker = statement.attribution.speaker if statement.attribution else None
        denied = self._denied(statement) if speaker else []
        if not speaker or not denied:
            return False
        for other in self.before(statement):
            if not self._is_charge(other, speaker):
                continue
            shared = self.stems(*self.whole(other)).intersection(denied)
            if len(shared) == len(denied) > 1:
                return True
            about = denied[0] in shared and self._is_about(other, speaker)
            if about and (len(denied) == 1 or self.accuses(other)):
                return True
            if denied[0] in shared and self._addresses(other) and self._is_first(statement):
                return True  # "You closed eleven schools" - "I never closed a school"
        return False

    def place(self, statement: Statement) -> int:
        """Where a statement stands among all, which are in the order of the text."""
        return bisect_left(self.statements, statement.begin, key=BEGIN)

    def before(self, statement: Statement) -> list[Statement]:
        """The statements before one, as far as an answer looks back."""
        here = self.place(statement)
        return self.statements[max(0, here - LOOK_BACK) : here]

    def _denied(self, statement: Statement) -> list[str]:
        """What a statement denies, which many later ones ask for."""
        place = statement.begin, statement.end
        if place not in self.denied:
            self.denied[place] = self._read_denied(*place)
        return self.denied[place]

    def _read_denied(self, begin: int, end: int) -> list[str]:
        """Stems of what a "no" near the start denies: a thing, a deed, or both; none without one.

        "no school had been closed", "had not jammed any satellite"; but "no order of any kind".
        """
        words = self.tokens.words
        if not self.tokens.flags_in(begin, min(end, begin + OPENING)) & NEGATES:
            return []
        for at in range(begin, min(end, begin + OPENING)):
            if self.words.has("negations", words[at]):
                told = [word for word in range(at + 1, end) if self._tells(word)]
                if not told and self.tokens.kinds[at - 1] in "vg":
                    told = [at - 1]  # "We ordered nothing"
                parted = len(told) > 1 and "p" in self.tokens.kinds[told[0] : told[1]]
                return [stem_of(words[word], self.words) for word in told[: 1 if parted else 2]]
            if self.tokens.kinds[at] in "s,":
                return []
        return []

    def _is_charge(self, other: Statement, speaker: str) -> bool:
        """Say whether another source, or an accusation in the article, says that a thing is so."""
        by = other.attribution.speaker if other.attribution else None
        if by == speaker or (other.attribution and other.attribution.stance in NEGATIVE):
            return False
        return (by is not None or self.accuses(other)) and not self._denied(other)

    def _is_about(self, other: Statement, speaker: str) -> bool:
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
        """Say whether the sentence calls it an accusation: "is accused of", "alleges"."""
        return bool(self.tokens.flags_of_sentence(other.sentence) & ACCUSES)

    def whole(self, other: Statement) -> tuple[int, int]:
        """Token range of a statement with the subject that it shares with the one before."""
        shared = other.clause.subject
        return (min(shared[0], other.begin) if shared else other.begin), other.end

    def stems(self, begin: int, end: int) -> set[str]:
        """Stems of a statement, which many later ones may be compared with."""
        stems = self.read.get((begin, end))
        if stems is None:
            words, stem = self.tokens.words[begin:end], self.stem
            kinds = self.tokens.kinds[begin:end]
            stems = {
                stem(word)
                for word, kind in zip(words, kinds, strict=True)
                if kind in "nvg" and len(word) >= SHORTEST
            }
            self.read[begin, end] = stems
        return stems

    def _tells(self, at: int) -> bool:
        """Say whether a noun or verb stands at a token, not just a helper."""
        return self.tokens.kinds[at] in "nvg" and len(self.tokens.words[at]) >= SHORTEST


def stem_of(word: str, words: Lexicon) -> str:
    """A word without its ending, as far as forms of one word agree: "met" and "meeting"."""
    return stems_in(words.code)(word)


@cache
def stems_in(code: str) -> Callable[[str], str]:
    """`stem_of` of one language, with what it found before."""
    lemmas = lexicon(code).lemmas
    return lru_cache(maxsize=50_000)(lambda word: _stem(lemmas.get(word, word)))


@cache
def stems_of(table: str, code: str) -> frozenset[str]:
    """Stems of the words of a table of a language."""
    words = lexicon(code)
    return frozenset(stem_of(word, words) for word in words.table(table))


def _stem(word: str) -> str:
    """A word without its ending, as far as forms of one word agree."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word.removesuffix(ending)
            break
    return word[:STEM]

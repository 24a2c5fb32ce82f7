"""What others say or ask before a statement, which its "no" may answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..attribution import NEGATIVE
from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.tokens import Tokens
from .contradictions import LOOK_BACK, Contradictions
from .negations import negation_of

ANSWERED = 2  # sentences from a question to its answer
ASKED = 30  # tokens of a question inside a sentence


@dataclass(frozen=True, slots=True)
class Charge:
    """What others say or ask: the stems of it, and how many statements ago it was said.

    accuses: somebody calls it an accusation, or denies it. asked: the speaker was asked it.
    """

    stems: set[str]
    ago: int
    accuses: bool = False
    asked: bool = False


class Charges:
    """Finds the charges before a statement of one document."""

    def __init__(self, tokens: Tokens, words: Lexicon, read: Contradictions) -> None:
        self.tokens, self.words, self.read = tokens, words, read
        self.statements = read.statements
        self.plain: dict[tuple[int, int], bool] = {}

    def before(self, statement: Statement) -> Iterator[Charge]:
        """What others say or ask before a statement, the nearest first."""
        yield from self._asked(statement)
        speaker = statement.attribution.speaker
        here = self.read.place(statement)
        stop, first = here, max(0, here - LOOK_BACK)
        while stop > first:
            stop -= 1
            other = self.statements[stop]
            if not self.accepts(other, speaker):
                continue
            asked = statement.sentence - other.sentence <= ANSWERED and self._asks(other)
            stems, accuses = set(), self._accuses(other)
            # What one says in one sentence is one charge.
            while stop >= first and self.statements[stop].sentence == other.sentence:
                if self.accepts(self.statements[stop], speaker):
                    stems |= self.read.stems(*self.read.whole(self.statements[stop]))
                stop -= 1
            stop += 1
            yield Charge(stems, here - stop, accuses, asked)

    def _accuses(self, other: Statement) -> bool:
        item = other.attribution
        denied = item is not None and item.stance in NEGATIVE
        return denied or self.read.accuses(other)

    def accepts(self, other: Statement, speaker: str) -> bool:
        """Say whether a statement is a charge to a speaker: another says so, or it is denied."""
        item = other.attribution
        if item is not None and item.stance in NEGATIVE:
            return item.cue is not None and other.clause.relation != "denial"
        if item is not None and item.speaker == speaker:
            return False
        if item is None and not self.read.accuses(other):
            return False
        return self._asks(other) or self._says_yes(other)

    def _says_yes(self, other: Statement) -> bool:
        """Say whether no "no" is in a statement, which many later ones ask."""
        place = other.begin, other.end
        if place not in self.plain:
            self.plain[place] = negation_of(*place, self.tokens, self.words) is None
        return self.plain[place]

    def _asks(self, other: Statement) -> bool:
        """Say whether a statement is a question of its own."""
        end = self.tokens.ends[other.end - 1]
        return other.attribution is not None and "?" in self.tokens.text[end - 1 : end + 1]

    def _asked(self, statement: Statement) -> Iterator[Charge]:
        """What is asked in the same sentence or the one before: "Asked why C, she said"."""
        for number in range(statement.sentence, max(-1, statement.sentence - 2), -1):
            first, last = self.tokens.spans[number]
            if first < last and self.words.has("asked", self.tokens.words[first]):
                stop = min(last, first + ASKED, statement.begin)
                yield Charge(self.read.stems(first + 1, stop), 0, asked=True)

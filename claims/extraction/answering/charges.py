"""What others say or ask before a statement, which its "no" may answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..attribution import NEGATIVE
from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.tokens import Tokens
from .by_words import knows
from .contradictions import LOOK_BACK, Contradictions
from .negations import negation_of

ANSWERED = 2  # sentences from a question to its answer
ASKED = 30  # tokens of a question inside a sentence
OPENING = 3  # words of "Auf die Frage"


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
        #: Of each statement, as far as it was asked for: whether it is a charge to others.
        self.charging: list[bool | None] = [None] * len(read.statements)
        self.opening = OPENING if knows(words) else 1

    def before(self, statement: Statement, wanted: set[str]) -> Iterator[Charge]:
        """What others say or ask before a statement with a wanted stem in it, the nearest first."""
        if not wanted:
            return
        yield from self._asked(statement)
        speaker, statements = statement.attribution.speaker, self.statements
        here, stems_at = self.read.place(statement), self.read.stems_at
        stop, first = here, max(0, here - LOOK_BACK)
        while stop > first:
            stop -= 1
            if wanted.isdisjoint(stems_at(stop)) or not self.accepts(stop, speaker):
                continue  # as most, which share no word
            # What one says in one sentence is one charge.
            last, number = stop + 1, statements[stop].sentence
            while stop > first and statements[stop - 1].sentence == number:
                stop -= 1
            while last < here and statements[last].sentence == number:
                last += 1
            said = [at for at in range(stop, last) if self.accepts(at, speaker)]
            stems = set().union(*map(stems_at, said))
            if not stems.isdisjoint(wanted):
                other = statements[said[-1]]
                asked = statement.sentence - number <= ANSWERED and self._asks(other)
                yield Charge(stems, here - stop, self._accuses(other), asked)

    def _accuses(self, other: Statement) -> bool:
        item = other.attribution
        denied = item is not None and item.stance in NEGATIVE
        return denied or self.read.accuses(other)

    def accepts(self, at: int, speaker: str) -> bool:
        """Say whether the statement at a place is a charge to a speaker.

        Another says so, or somebody denies it.
        """
        other = self.statements[at]
        item = other.attribution
        if item is not None and item.speaker == speaker and item.stance not in NEGATIVE:
            return False
        charges = self.charging[at]
        if charges is None:
            charges = self.charging[at] = self._charges(other)
        return charges

    def _charges(self, other: Statement) -> bool:
        """Say whether a statement is a charge to others than its source, which many ones ask."""
        item = other.attribution
        if item is not None and item.stance in NEGATIVE:
            return item.cue is not None and other.clause.relation != "denial"
        if item is None and not self.read.accuses(other):
            return self._asks(other)
        return self._says_yes(other) or self._asks(other)

    def _says_yes(self, other: Statement) -> bool:
        """Say whether no "no" is in a statement."""
        if other.sentence not in self.read.negating:
            return True
        if self.words.has_any("wants", self.tokens.words[other.begin : other.end]):
            return False  # "had gone without pay", "paid nobody"
        return negation_of(other.begin, other.end, self.tokens, self.words) is None

    def _asks(self, other: Statement) -> bool:
        """Say whether a statement is a question of its own, also one that the article puts."""
        end = self.tokens.ends[other.end - 1]
        return "?" in self.tokens.text[end - 1 : end + 1]

    def _asked(self, statement: Statement) -> Iterator[Charge]:
        """What is asked in the same sentence or the one before: "Asked why C, she said"."""
        for number in range(statement.sentence, max(-1, statement.sentence - 2), -1):
            first, last = self.tokens.spans[number]
            opening = self.tokens.words[first : min(last, first + self.opening)]
            if self.words.has_any("asked", opening):
                stop = min(last, first + ASKED, statement.begin)
                yield Charge(self.read.stems(first + 1, stop), 0, asked=True)

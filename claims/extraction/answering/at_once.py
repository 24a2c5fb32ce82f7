"""A "no" right behind what others say, whatever the two share: "X blamed the mate. “Nobody slept
at the wheel,” he replied"."""

from __future__ import annotations

from ..attribution import NEGATIVE
from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.flags import ACCUSES
from ..tagging.tokens import Tokens
from .contradictions import Contradictions
from .defence import Defence
from .negations import Negation

BEFORE = 2  # sentences from a charge to what is said to it
LEAST = 5  # tokens from a "not" to "cent" in "has not received a single cent"
TOTAL = 8  # tokens behind a "nobody" in which "anybody" stands


class AtOnce:
    """Tells which statements of a document say no to the one before them."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, read: Contradictions, defence: Defence
    ) -> None:
        self.tokens, self.words, self.read, self.defence = tokens, words, read, defence
        self.accusing = tokens.sentences_with(ACCUSES)

    def meets(self, found: Negation, statement: Statement, *, own: bool) -> bool:
        """Say whether a "no" meets the charge right before it.

        own: it is said of who says it.
        """
        item = statement.attribution
        if item.cue is None or item.speaker is None or not self.words.table("replying"):
            return False
        if own and self._has_just_denied(statement):
            return True
        if found.whole and self.defence.is_charged(statement, here=False):
            return True
        if self.words.has("countering_verbs", item.lemma):
            return True
        retorts = self.words.has("replying", item.lemma)
        total = self._is_total(found, statement)
        least = self._is_least(found, statement)
        if not (retorts or total or least or (own and found.whole)):
            return False  # as mostly
        if total and self.defence.has(statement):
            return True
        charge = self._before(statement)
        if charge is None or total:
            return charge is not None
        accuses = charge.sentence in self.accusing or self._alleges(charge)
        if retorts:
            return found.whole or own or accuses
        if least and self._shares(charge, statement):
            return True
        return self._is_of(charge, statement)

    def _has_just_denied(self, statement: Statement) -> bool:
        """Say whether the body that somebody speaks for denies in the sentence before."""
        near = statement.sentence - 1 in self.defence.denying
        return near and self.defence.has(statement)

    def _is_total(self, found: Negation, statement: Statement) -> bool:
        """Say whether nobody did anything to anybody: "Nothing was hidden from anyone"."""
        if not found.whole or found.sort != "subject":
            return False
        behind = self.tokens.words[found.at + 2 : min(statement.end, found.at + 2 + TOTAL)]
        if not self.words.has_any("total_objects", behind):
            return False
        verb = self.tokens.words[found.at + 1 : statement.end]
        return not self.words.has_any("unaware_verbs", verb)

    def _is_least(self, found: Negation, statement: Statement) -> bool:
        """Say whether not even the least was so: "has not received a cent"."""
        behind = self.tokens.words[found.at + 1 : min(statement.end, found.at + LEAST)]
        return found.whole and self.words.has_any("pittances", behind)

    def _shares(self, charge: Statement, statement: Statement) -> bool:
        """Say whether a charge and what is said to it have a word in common."""
        said = self.read.stems(statement.begin, statement.end)
        return not said.isdisjoint(self.read.stems(*self.read.whole(charge)))

    def _before(self, statement: Statement) -> Statement | None:
        """What somebody else says is so right before a statement."""
        speaker = statement.attribution.speaker
        for other in reversed(self.read.before(statement)):
            if statement.sentence - other.sentence > BEFORE:
                return None
            item = other.attribution
            if item is None:
                if other.sentence in self.accusing:
                    return other
                continue
            if item.speaker is None or item.speaker == speaker:
                continue
            return None if item.stance in NEGATIVE else other
        return None

    def _alleges(self, charge: Statement) -> bool:
        item = charge.attribution
        return item is not None and self.words.has("alleging", item.lemma)

    def _is_of(self, charge: Statement, statement: Statement) -> bool:
        """Say whether a charge names who speaks."""
        return self.read.is_about(charge, statement.attribution.speaker)

"""A "no" in one's own defence, to what one tells of others in a speech, or has to answer for."""

from __future__ import annotations

from itertools import pairwise

from ..attribution import NEGATIVE
from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.flags import FIRST_PERSON, NEGATES, PAST, PERFECT
from ..tagging.tokens import Tokens
from .contradictions import Contradictions
from .defence import Defence
from .negations import Negation

SPEECHES = ("speech", "label")  # patterns of what somebody says at length
TOLD = 3  # sentences from what others say to "I have never done it"
SHORT = 8  # tokens of "They have not doubled"
TELLING = 4  # tokens of "The union says"
OPENING = 4  # tokens of "I did not know"
TOLD_BEFORE, NAMED = 8, 24  # tokens around the start of what is told in which "this union" stands


class Rejoinders:
    """Tells which statements of a document are said by somebody in their own defence."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, read: Contradictions, defence: Defence
    ) -> None:
        self.tokens, self.words, self.read, self.defence = tokens, words, read, defence

    def disclaims(self, statement: Statement) -> bool:
        """Say whether somebody with a charge to answer knew nothing: "I did not know about it"."""
        begin, end = statement.begin, statement.end
        tokens = self.tokens
        if not tokens.flags[begin] & FIRST_PERSON:
            return False
        near = tokens.words[begin : min(end, begin + OPENING)]
        if not (self.words.has_any("knowing", near) and self.words.has_any("negations", near)):
            return False
        about = tokens.kinds.find("p", begin + 1, min(end - 1, begin + OPENING + 2))
        pointing = about > 0 and self.words.has("pointers", tokens.words[about + 1])
        return pointing and self.defence.has(statement)

    def clears(self, found: Negation, statement: Statement) -> bool:
        """Say whether somebody with a charge to answer says it is no crime, or nothing shows it.

        "It was not theft", "There is no evidence that the drug harms anybody".
        """
        tokens, at = self.tokens, found.at + 1
        behind = tokens.words[at : min(statement.end, at + 2)]
        if found.sort == "there":
            shown = self.words.has_any("proofs", behind)
        else:
            pointing = self.words.has("pointers", tokens.words[statement.begin])
            shown = pointing and self.words.has_any("guilt_nouns", behind)
        return shown and self.defence.has(statement)

    def meets(self, found: Negation, statement: Statement) -> bool:
        """Say whether a speaker answers what they have just told of others.

        "He says that we have raised the tax. We have not raised it", "They wrote that my brother
        was paid. ... I have never paid my brother".
        """
        tokens, begin = self.tokens, statement.begin
        if found.verb < 0 or found.sort != "verb":
            return False
        if statement.attribution.pattern not in SPEECHES:
            return self._retells(statement)
        if not tokens.flags[begin] & FIRST_PERSON:
            return self._turns_down(statement)
        if not (found.whole or tokens.flags[found.verb] & (PAST | PERFECT)):
            return False  # "We do not apologise"
        apart = TOLD if found.whole else 1
        speaker, read = statement.attribution.speaker, self.read
        for other in reversed(read.before(statement)):
            if statement.sentence - other.sentence > apart:
                return False
            if other.sentence < statement.sentence and self._is_about(other, speaker):
                denied = read.stems(begin, statement.end)
                return found.whole or not denied.isdisjoint(read.stems(*read.whole(other)))
        return False

    def _turns_down(self, statement: Statement) -> bool:
        """Say whether "They have not doubled" stands behind "He says that rents have doubled"."""
        begin, end = statement.begin, statement.end
        pause = self.tokens.kinds.find(",", begin, end)
        end = pause if pause > 0 else end
        if end - begin > SHORT or not self.words.has("pronouns.third", self.tokens.words[begin]):
            return False
        read, number = self.read, statement.sentence
        before = reversed(read.before(statement))
        other = next((item for item in before if item.sentence != number), None)
        if other is None or number - other.sentence != 1:
            return False
        told = self._is_told(other, statement.attribution.speaker)
        return told and not read.stems(begin, end).isdisjoint(read.stems(*read.whole(other)))

    def _retells(self, statement: Statement) -> bool:
        """Say whether somebody cited turns down what they have just told of others.

        "“They said he was in a gang. He was not in a gang,” she said."
        """
        begin, end, number = statement.begin, statement.end, statement.sentence
        if end - begin > SHORT or not number or self.tokens.kinds[begin - 1] != ".":
            return False
        first, last = self.tokens.spans[number - 1]
        opening = self.tokens.words[first + 1 : min(last, first + TELLING)]
        told = any(word in self.words.cues and self.words.cues[word].strong for word in opening)
        if not told or self.tokens.flags[first] & FIRST_PERSON:
            return False
        denied = self.read.stems(begin, end)
        return bool(denied) and denied <= self.read.stems(first, last)

    def _is_told(self, other: Statement, speaker: str | None) -> bool:
        """Say whether somebody else is cited who says that a thing is so."""
        item = other.attribution
        if item is None or item.cue is None or item.source is None:
            return False
        # "He called it invented" says that it was.
        called = self.words.has("naming_verbs", item.lemma)
        if (item.stance in NEGATIVE and not called) or item.pattern in SPEECHES:
            return False
        if item.speaker == speaker and speaker is not None:
            return False
        opening = self.tokens.words[other.begin : min(other.end, other.begin + OPENING)]
        if self.words.has_any("expecting", opening):
            return False  # "She had expected us to leave"
        return not self.tokens.flags_in(other.begin, other.end) & NEGATES

    def _is_about(self, other: Statement, speaker: str | None) -> bool:
        """Say whether somebody else says something of the one who tells it."""
        flags = self.tokens.flags_in(other.begin, other.end)
        mine = bool(flags & FIRST_PERSON) or self._is_of_us(other)
        return mine and self._is_told(other, speaker)

    def _is_of_us(self, other: Statement) -> bool:
        """Say whether the body of the one who speaks is spoken of: "accuses this union of", "tells
        you that this government has cut".
        """
        first = max(self.tokens.spans[other.sentence][0], other.begin - TOLD_BEFORE)
        near = pairwise(self.tokens.words[first : min(other.end, other.begin + NAMED)])
        has = self.words.has
        return any(has("demonstratives", this) and has("own_bodies", body) for this, body in near)

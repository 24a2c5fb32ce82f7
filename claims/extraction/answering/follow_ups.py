"""Denials that go on with a denial of the same speaker: "We fired no shots. We have no guns"."""

from __future__ import annotations

from bisect import bisect_right

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.flags import FIRST_PERSON
from ..tagging.tokens import Tokens
from .contradictions import BEGIN
from .cores import Cores
from .defence import Defence
from .negations import Negation
from .own_deeds import OwnDeeds

REACH = 3  # sentences of one speaker from a denial to another
SHORT = 4  # tokens of "No minister did"


class FollowUps:
    """Remembers who denied last, and tells what goes on with it."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, cores: Cores, own: OwnDeeds, defence: Defence
    ) -> None:
        self.tokens, self.words, self.cores, self.own = tokens, words, cores, own
        self.defence = defence
        self.last: Statement | None = None  # the denial before the statement that is looked at

    def note(self, statement: Statement) -> None:
        """Keep in mind that a statement denies, for those behind it."""
        self.last = statement
        self.defence.note(statement)

    def just_denied(self, statement: Statement) -> bool:
        """Say whether the speaker denies in the same sentence or the one before."""
        near = self.last is not None and statement.sentence - self.last.sentence <= 1
        return near and statement.attribution.speaker in _voices(self.last)

    def goes_on(self, found: Negation, statement: Statement) -> bool:
        """Say whether the same speaker has just denied: "We fired no shots. We have no guns"."""
        if self.tokens.kinds[statement.begin - 1] == ":":
            return False
        apart = self._apart(found, statement)
        if apart is None:
            return self._follows(found, statement)
        if apart == 1 and self._in_one_quote(statement):
            return True
        if apart == 0 and self.words.has("pointing_words", self.tokens.words[statement.begin]):
            return False  # "That is not true, and that is not my figure"
        if self.own.has(found, statement):
            return True
        if found.sort == "subject" and self._is_lone(found):
            return apart < REACH
        if found.sort == "there" and apart < REACH:
            return True
        if apart > 1:
            return False
        if self._is_known(found, statement):
            return True
        if found.sort == "subject":
            return apart == 0 or statement.end - statement.begin <= SHORT
        return found.whole or bool(
            self.tokens.flags_in(statement.begin, statement.end) & FIRST_PERSON
        )

    def _is_lone(self, found: Negation) -> bool:
        """Say whether nobody or nothing is meant at all: "Nobody came", "No one came"."""
        words = self.tokens.words
        one = self.words.has_any("whole_marks", words[found.at + 1 : found.at + 2])
        return one or self.words.has("lone_negations", words[found.at])

    def _is_known(self, found: Negation, statement: Statement) -> bool:
        """Say whether the subject is a thing that was spoken of before: "The film was not ours"."""
        if found.sort != "verb" or not self.words.has(
            "articles", self.tokens.words[statement.begin]
        ):
            return False
        things = self.cores.noun(statement.begin, found.verb)
        read = self.cores.read
        return any(things & read.stems(*read.whole(other)) for other in read.before(statement))

    def _apart(self, found: Negation, statement: Statement) -> int | None:
        """How many sentences back the same speaker denies; None where that is too far."""
        last, speaker = self.last, statement.attribution.speaker
        if last is not None and speaker in _voices(last) and last.begin < statement.begin:
            apart = statement.sentence - last.sentence
            if 0 <= apart <= REACH and self._alone(found, last, statement):
                return apart
        return None

    def _follows(self, found: Negation, statement: Statement) -> bool:
        """Say whether a statement tells what a "Holm denied this" before it means."""
        speaker = statement.attribution.speaker
        if speaker is None or self.defence.pointing.get(statement.sentence - 1) != speaker:
            return False
        own = found.whole and self.own.has(found, statement)
        return own or self._is_known(found, statement)

    def _in_one_quote(self, statement: Statement) -> bool:
        """Say whether a statement stands between the same quotation marks as the denial before."""
        quote = self.own.quote(statement.begin)
        return (
            quote is not None and self.last is not None and quote is self.own.quote(self.last.begin)
        )

    def _alone(self, found: Negation, last: Statement, statement: Statement) -> bool:
        """Say whether nobody else speaks between two statements."""
        speaker = statement.attribution.speaker
        read = self.cores.read
        first = bisect_right(read.statements, last.begin, key=BEGIN)
        between = read.statements[first : read.place(statement)]
        # What a speech tells of others is no answer of theirs.
        told = found.whole and statement.attribution.pattern == "speech"
        return told or all(
            item.attribution and item.attribution.speaker == speaker for item in between
        )


def _voices(statement: Statement) -> tuple[str | None, ...]:
    """Who denies: who says a statement, or who brings up what somebody else says to deny it."""
    item = statement.attribution
    return ((item.reported_by or item.speaker),) if item else (None,)

"""Which "no" replies to what others say, or to what the speaker is asked, by what the two share."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.tokens import Tokens
from .by_words import SHORTEST, knows
from .charges import Charge, Charges
from .contradictions import Contradictions, stems_of
from .cores import Cores, Denied
from .defence import Defence
from .negations import Negation
from .own_deeds import OwnDeeds

OWNED = 2  # tokens of "her client"
RECENT = 8  # statements back to what "there was no" answers
EVER = 5  # tokens behind a verb in which "ever" stands
MANY = 2  # stems in common, beyond which two statements speak of the same
POINTED = 3  # sentences back to what "that order" points at


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its "no"; own: of the speaker's own deeds."""

    found: Negation
    statement: Statement
    denied: Denied
    own: bool


class Replies:
    """Tells which statements of one document reply to others."""

    def __init__(
        self,
        tokens: Tokens,
        words: Lexicon,
        read: Contradictions,
        cores: Cores,
        own: OwnDeeds,
        defence: Defence,
    ) -> None:
        self.tokens, self.words, self.read = tokens, words, read
        self.cores, self.own, self.defence = cores, own, defence
        self.charges = Charges(tokens, words, read)
        self.by_words = knows(words)
        self.light, self.having = stems_of("light", words.code), stems_of("having", words.code)

    def has(self, found: Negation, statement: Statement) -> bool:
        """Say whether what is denied is what others say, or what the speaker is asked."""
        own = self.own.has(found, statement)
        certain = (own and found.whole) or self._is_of_paper(found, statement)
        if certain and self.defence.has(statement):
            return True
        if own and self._was(found) and self.defence.is_charged(statement):
            return True  # "The army was accused of C. The army said it was not there"
        wanted = self.read.recurring(self.read.stems(statement.begin, statement.end) - self.light)
        if not wanted:
            return False  # nobody else speaks of it
        said = Said(found, statement, self.cores.of(found, statement), own)
        charges = self.charges.before(statement, wanted)
        return any(self._replies(said, charge, wanted & charge.stems) for charge in charges)

    def _replies(self, said: Said, charge: Charge, shared: set[str]) -> bool:
        """Say whether a charge is answered with which a statement shares some stems."""
        if not shared or len(max(shared, key=len)) < SHORTEST:
            return False
        found, denied = said.found, said.denied
        thing, deed = bool(denied.things & shared), denied.deed in denied.stems & charge.stems
        same = deed and (thing or not denied.things - self.light)  # no other thing is meant
        if len(shared) > MANY or (same and len(shared) > 1):
            return True
        if self._touches(found, charge, denied, shared):
            return True
        if self.by_words and thing and self._meets_by_words(said, charge, shared):
            return True
        if charge.ago <= RECENT and self._replies_near(said, shared, same=same):
            return True
        answered = said.own or (found.whole and (deed or thing))
        if (answered or (same and denied.deed in shared)) and self.defence.has(said.statement):
            return True
        return thing and charge.ago <= POINTED and self._is_pointing(said.statement.begin)

    def _replies_near(self, said: Said, shared: set[str], *, same: bool) -> bool:
        """Say whether the words of a statement answer what was said not long before it."""
        found, statement, denied = said.found, said.statement, said.denied
        deed = denied.deed in shared
        if deed and not denied.things and not said.own and self._is_bare(found, statement):
            return True
        if self._is_of_client(found, statement) or self._speaks_as_we(found, statement):
            return True
        thing = not denied.things.isdisjoint(shared)
        if thing and found.sort == "subject" and self._is_ever(found, statement):
            return True
        return said.own and same and deed and statement.attribution.cue is not None

    def _meets_by_words(self, said: Said, charge: Charge, shared: set[str]) -> bool:
        """The same where verbs are not known, of what shares a thing with a charge."""
        if said.own and charge.asked:
            return True
        if charge.accuses and self.own.is_client(said.statement.begin, said.found.at):
            return True
        # "The ministry did not lose 40 million"
        counted = any(word[0].isdigit() for word in said.denied.things & shared)
        return charge.ago <= RECENT and len(shared) > 1 and counted

    def _touches(self, found: Negation, charge: Charge, denied: Denied, shared: set[str]) -> bool:
        """Say whether one word in common is enough, whoever speaks."""
        thing, lone = bool(denied.things & shared), not denied.things
        deed = denied.deed in shared
        if charge.asked:
            return deed or (thing and not denied.deed)
        near = charge.ago <= RECENT
        if found.sort == "there":
            return near and (thing or len(shared) > 1)
        has = not denied.deed or denied.deed in self.having
        if has and found.sort == "verb" and found.whole and thing and near:
            return True  # "had no record of any complaint"
        return charge.accuses and found.sort == "subject" and (thing or (lone and deed))

    def _is_of_client(self, found: Negation, statement: Statement) -> bool:
        """Say whether a lawyer speaks of the one whose side is taken: "Her client had not"."""
        if found.verb <= statement.begin:
            return False
        subject = self.tokens.words[statement.begin : statement.begin + OWNED]
        return self.words.has("parties_at_law", subject[-1])

    def _is_ever(self, found: Negation, statement: Statement) -> bool:
        """Say whether no time is left out: "No cable had ever been issued"."""
        behind = self.tokens.words[found.verb : min(statement.end, found.verb + EVER)]
        return found.verb > found.at and self.words.has_any("evers", behind)

    def _was(self, found: Negation) -> bool:
        """Say whether a "no" is of what somebody was: "it was not operating there"."""
        return self.words.has("passive_auxiliaries", self.tokens.words[found.verb])

    def _is_bare(self, found: Negation, statement: Statement) -> bool:
        """Say whether the subject only points: "It was never inspected", "Nothing was shredded"."""
        if found.sort == "subject":
            return self.words.has("lone_negations", self.tokens.words[found.at])
        return self.words.has("pronouns.third", self.tokens.words[statement.begin])

    def _is_of_paper(self, found: Negation, statement: Statement) -> bool:
        """Say whether a "no" is said of the paper that was denied just before: "The photographs
        show C. Holm denied it. The photographs were not taken in Lim, she said"."""
        about = set(self.tokens.words[statement.begin : found.at])
        papers = about & self.words.table("documents")
        if not papers:
            return False  # as mostly
        for other in reversed(self.read.before(statement)):
            if statement.sentence - other.sentence >= POINTED:
                return False
            item = other.attribution
            if item is None or item.source is None or item is statement.attribution:
                continue
            begin, end = (bisect_left(self.tokens.starts, at) for at in item.source)
            if not papers.isdisjoint(self.tokens.words[begin:end]):
                return True
        return False

    def _speaks_as_we(self, found: Negation, statement: Statement) -> bool:
        """Say whether a body says that it never did a thing: "We have not lost a single one"."""
        inside = self.tokens.words[statement.begin : statement.end]
        if statement.attribution.cue is None or not self.words.has("bodies", inside[0]):
            return False
        return found.whole or self.words.has_any("singles", inside)

    def _is_pointing(self, at: int) -> bool:
        """Say whether "that order" stands at a token."""
        pointing = self.words.has("pointing_words", self.tokens.words[at])
        return pointing and self.tokens.kinds[at + 1 : at + 2] in ("n", "N")

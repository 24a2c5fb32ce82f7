"""Which "no" of a text answers what others say or ask, by what the two share and by who speaks."""

from __future__ import annotations

from itertools import pairwise

from ..attribution import Attribution
from ..layout.quotes import Quote
from ..lexicon import Lexicon
from ..lexicon.together import any_of, first_words_of
from ..parts.statements import Statement
from ..people.names import Names
from ..tagging.flags import NEGATES
from ..tagging.tokens import Tokens
from .at_once import AtOnce
from .by_words import denies, knows
from .contradictions import Contradictions
from .cores import Cores
from .defence import Defence
from .follow_ups import FollowUps
from .negations import Negation, negation_of
from .own_deeds import OwnDeeds
from .rejoinders import Rejoinders
from .replies import Replies
from .retorts import Retorts
from .spokespeople import Spokespeople

CONTRARY = ("contrary_marks", "regardless")  # tables of what sets a "no" against what others say
ECHO = 4  # words of "They had not"
COMPOUND = 3  # tokens of "cover-up"
ANAPHOR = 5  # tokens behind a "no" in which "such" or "of that kind" stands
AS_SAID = 8  # tokens of ", as the union has alleged"


class Answers:
    """Tells which statements of a document answer others."""

    def __init__(
        self,
        tokens: Tokens,
        words: Lexicon,
        names: Names,
        statements: list[Statement],
        attributions: list[Attribution],
        quotes: list[Quote],
    ) -> None:
        self.tokens, self.words = tokens, words
        self.contradictions = Contradictions(tokens, words, names, statements)
        self.statements = self.contradictions.statements
        defence = self.defence = Defence(tokens, words, names, attributions)
        cores = Cores(tokens, words, self.contradictions)
        own = OwnDeeds(tokens, words, names, quotes)
        self.follow_ups = FollowUps(tokens, words, cores, own, defence)
        self.replies = Replies(tokens, words, self.contradictions, cores, own, defence)
        self.rejoinders = Rejoinders(tokens, words, self.contradictions, defence)
        self.spokespeople = Spokespeople(tokens, words, defence)
        self.at_once = AtOnce(tokens, words, self.contradictions, defence)
        self.own = own
        self.retorts = Retorts(tokens, words)
        self.by_words = knows(words)
        self.contrary = any_of(words.code, *CONTRARY)
        self.contrary_firsts = first_words_of(words.code, *CONTRARY)

    def note(self, statement: Statement) -> None:
        """Keep in mind that a statement denies, for those behind it."""
        self.follow_ups.note(statement)

    def answers(self, statement: Statement) -> bool:
        """Say whether a statement that says no answers what somebody else says or asks."""
        item = statement.attribution
        if item is None or item.object_frame:
            return False
        if not item.speaker and item.pattern != "speech":
            return False
        relative = self.words.has("subject_relatives", self.tokens.words[statement.begin])
        if relative or statement.clause.relation == "relative":
            return False
        if self.contradictions.answers(statement):
            return True
        if self._disowns(statement):
            return True
        found = negation_of(statement.begin, statement.end, self.tokens, self.words)
        if found is None and len(statement.parts) > 1:
            # "The wall, she said, was not paid for by the port"
            found = negation_of(*statement.parts[-1], self.tokens, self.words)
        if found is None:
            return self.rejoinders.disclaims(statement)
        if found.sort == "echo":
            return self._echoes(statement)
        if self.defence.goes_on(statement):
            return True
        if self.by_words and self._is_cited_as_denial(found, statement):
            return True
        if self._points(found, statement) or self.follow_ups.goes_on(found, statement):
            return True
        if self.rejoinders.clears(found, statement):
            return True
        if self._is_reported(found, statement) or self.spokespeople.has(found, statement):
            return True
        if self.rejoinders.meets(found, statement) or self.replies.has(found, statement):
            return True
        return self.at_once.meets(found, statement, own=self.own.has(found, statement))

    def _is_cited_as_denial(self, found: Negation, statement: Statement) -> bool:
        """Say whether the words around a statement tell that it denies: "Voss bestritt das: „Ich
        habe nie ...“", "« Je n'ai rien caché », s'est-il défendu"."""
        item = statement.attribution
        if item.stance == "asserts" and denies(statement, self.tokens, self.words):
            return True
        return self.words.has("defending", item.lemma) and found.sort != "there"

    def _points(self, found: Negation, statement: Statement) -> bool:
        """Say whether the words behind a "no" point at what others said.

        "any such thing", "an order of that kind", "nothing of the sort", "nothing to support them",
        "I did not make that mistake". What is guilt by itself needs no pointing: "no cover-up".
        """
        inside = self.tokens.words
        behind = inside[found.at + 1 : min(statement.end, found.at + 1 + ANAPHOR)]
        if self.words.has_any("such", behind):
            return True
        if found.sort == "subject" and found.verb > found.at + 1:
            given = inside[found.verb : min(statement.end, found.verb + ANAPHOR)]
            if self.words.has_any("such", given):
                return True  # "Nobody at the firm had given such an order"
        if self._is_dishonest(found, statement):
            return True
        kinds = self.words.table("kinds")
        sort = next((at for at, word in enumerate(behind) if word in kinds), 0)
        if sort and self.words.has("back_pointers", behind[sort - 1]):
            thing = not self.words.has("articles", behind[sort - 1])
            return thing or self.words.has("nothings", inside[found.at])
        if found.sort == "there" and self.words.has_any(
            "guilt_nouns", [*behind, "".join(behind[:COMPOUND])]
        ):
            return True
        if self._is_mine(found, statement) and self.words.has_any("pointing_words", behind[1:2]):
            return True
        supports = behind[1:2] if self.words.has_any("infinitive_marks", behind[:1]) else []
        return self.words.has_any("supporting", supports)

    def _is_dishonest(self, found: Negation, statement: Statement) -> bool:
        """Say whether what somebody did not do is dishonest by itself: "I did not lie"."""
        at = max(found.at, found.verb) + 1
        deed = self.tokens.words[at : min(statement.end, at + 2)]
        if found.sort != "verb" or found.whole or not self.words.has_any("dishonest_deeds", deed):
            return False
        return self.own.has(found, statement)

    def _disowns(self, statement: Statement) -> bool:
        """Say whether somebody says they never said a thing: "I did not say that C"."""
        tokens, begin, has = self.tokens, statement.begin, self.words.has
        for at in range(begin, min(statement.end - 2, begin + ANAPHOR)):
            if tokens.flags[at] & NEGATES and has("own_sayings", tokens.words[at + 1]):
                thing = tokens.kinds[at + 2] in "xds" and not has(
                    "conditions", tokens.words[at + 2]
                )
                found = Negation(at, max(begin, at - 1), "verb", whole=False)
                return thing and self.own.has(found, statement)
        return False

    def _is_mine(self, found: Negation, statement: Statement) -> bool:
        """Say whether somebody says "I did not"."""
        plain = found.sort == "verb" and found.verb > statement.begin
        plain = plain and statement.attribution.cue is not None
        return plain and self.words.has("pronouns.first", self.tokens.words[statement.begin])

    def _is_reported(self, found: Negation, statement: Statement) -> bool:
        """Say whether others are said to say so: "No door was locked, as has been claimed"; also
        "contrary to reports", "whatever they tell you"."""
        tokens, at = self.tokens, statement.end
        near = tokens.words[found.at + 1 : at + AS_SAID]
        if not self.contrary_firsts.isdisjoint(near) and any(
            f"{one} {two}" in self.contrary for one, two in pairwise(near)
        ):
            return True
        last = tokens.spans[statement.sentence][1]
        if not (at + 2 < last and tokens.kinds[at] == ","):
            return False
        if not self.words.has("quoting_marks", tokens.words[at + 1]):
            return False
        return self.words.has_any(
            "accusing_reports", tokens.words[at + 2 : min(last, at + AS_SAID)]
        )

    def _echoes(self, statement: Statement) -> bool:
        """Say whether a bare "It was not" stands behind what somebody else says.

        In a speech a sentence of its own answers what the speaker has just told of others.
        """
        at = self.contradictions.place(statement) - 1
        if at < 0 or statement.sentence - self.statements[at].sentence != 1:
            return False
        asks = self.tokens.ends[self.statements[at].end - 1]
        if "?" in self.tokens.text[asks - 1 : asks + 2]:
            return False
        if self.follow_ups.just_denied(statement):
            return False  # what was asked is denied already
        if statement.attribution.pattern == "speech":
            first, last = self.tokens.spans[statement.sentence]
            return self.tokens.size(first, last) <= ECHO
        return self.replies.charges.accepts(at, statement.attribution.speaker)

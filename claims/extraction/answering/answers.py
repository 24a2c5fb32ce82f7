"""Which "no" of a text answers what others say or ask, by what the two share and by who speaks."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from ..attribution import Attribution
from ..layout.quotes import Quote
from ..lexicon import Lexicon
from ..lexicon.together import any_of, first_words_of
from ..parts.statements import Statement
from ..people.names import Names
from ..tagging.tokens import Tokens
from .by_words import SHORTEST, denies, knows
from .charges import Charge, Charges
from .contradictions import Contradictions, stems_of
from .cores import Cores, Denied
from .defence import STEM, Defence
from .follow_ups import FollowUps
from .negations import Negation, negation_of
from .own_deeds import OwnDeeds
from .rejoinders import Rejoinders
from .retorts import Retorts

SPOKEN = 3  # sentences from a body's denial to who speaks for it
OWNED = 2  # tokens of "her client"
CONTRARY = ("contrary_marks", "regardless")  # tables of what sets a "no" against what others say
ECHO = 4  # words of "They had not"
COMPOUND = 3  # tokens of "cover-up"
RECENT = 8  # statements back to what "there was no" answers
ANAPHOR = 5  # tokens behind a "no" in which "such" or "of that kind" stands
AS_SAID = 8  # tokens of ", as the union has alleged"
MANY = 2  # stems in common, beyond which two statements speak of the same
POINTED = 3  # sentences back to what "that order" points at


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
        self.charges = Charges(tokens, words, self.contradictions)
        self.defence = Defence(tokens, words, names, attributions)
        self.cores = Cores(tokens, words, self.contradictions)
        self.own = OwnDeeds(tokens, words, names, quotes)
        self.follow_ups = FollowUps(tokens, words, self.cores, self.own, self.defence)
        self.by_words = knows(words)
        self.rejoinders = Rejoinders(tokens, words, self.contradictions, self.defence)
        self.retorts = Retorts(tokens, words)
        self.contrary = any_of(words.code, *CONTRARY)
        self.contrary_firsts = first_words_of(words.code, *CONTRARY)
        self.light, self.having = stems_of("light", words.code), stems_of("having", words.code)

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
        found = negation_of(statement.begin, statement.end, self.tokens, self.words)
        if found is None and len(statement.parts) > 1:
            # "The wall, she said, was not paid for by the port"
            found = negation_of(*statement.parts[-1], self.tokens, self.words)
        if found is None:
            return self.rejoinders.disclaims(statement)
        if found.sort == "echo":
            return self._echoes(statement)
        if (
            self.by_words
            and item.stance == "asserts"
            and denies(statement, self.tokens, self.words)
        ):
            return True  # "Voss bestritt das: „Ich habe nie ...“"
        if self.by_words and self.words.has("defending", item.lemma) and found.sort != "there":
            return True  # "« Je n'ai rien caché », s'est-il défendu"
        if self._points(found, statement) or self.follow_ups.goes_on(found, statement):
            return True
        if self.rejoinders.clears(found, statement):
            return True
        if self._is_reported(found, statement) or self._speaks_for(found, statement):
            return True
        return self.rejoinders.meets(found, statement) or self._meets(found, statement)

    # --- by its own words --------------------------------------------------------------------
    def _points(self, found: Negation, statement: Statement) -> bool:
        """Say whether the words behind a "no" point at what others said.

        "any such thing", "an order of that kind", "nothing of the sort", "nothing to support them",
        "I did not make that mistake". What is guilt by itself needs no pointing: "no cover-up".
        """
        inside = self.tokens.words
        behind = inside[found.at + 1 : min(statement.end, found.at + 1 + ANAPHOR)]
        if self.words.has_any("such", behind):
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
        return self.charges.accepts(at, statement.attribution.speaker)

    def _speaks_for(self, found: Negation, statement: Statement) -> bool:
        """Say whether somebody speaks for who denied just before.

        "Norrland denied this. “No gun was fired,” a spokesman said."
        """
        item = statement.attribution
        number, denying = statement.sentence, self.defence.denying
        if item.source is None or not (found.whole or self._names_denier(statement)):
            return False
        near = [denying[at] for at in range(number - SPOKEN, number) if at in denying]
        if not near or not (number - 1 in denying or self.defence.has(statement)):
            return False
        tokens = self.tokens
        begin, end = (bisect_left(tokens.starts, at) for at in item.source)
        if self._speaks_for_others(begin, end, near):
            return False
        first, last = tokens.spans[statement.sentence]
        beside = [
            *tokens.words[first : statement.begin],
            *tokens.words[statement.end : last],
            *tokens.words[begin:end],
        ]
        return self.words.has_any("advocates", beside)

    def _speaks_for_others(self, begin: int, end: int, deniers: list[str]) -> bool:
        """Say whether a source speaks for another body by name: "a spokesman for Lim Police"."""
        mark = self.tokens.kinds.find("pN", begin, end)
        if mark < 0:
            return False
        body = {word[:STEM] for word in self.tokens.words[mark + 1 : end]}
        return body.isdisjoint(word[:STEM] for name in deniers for word in name.lower().split())

    def _names_denier(self, statement: Statement) -> bool:
        """Say whether who has just denied is the subject: "Selvia denied it. “Selvia does not"."""
        denier = self.defence.pointing.get(statement.sentence - 1)
        first = self.tokens.words[statement.begin]
        if denier is None or self.tokens.verbs_known:
            return denier is not None and denier.lower()[:STEM] == first[:STEM]
        # In Hebrew and Arabic the article is written together with its noun.
        return denier.lower()[:STEM] in (first[:STEM], first[1 : STEM + 1], first[2 : STEM + 2])

    # --- by what others say ------------------------------------------------------------------
    def _meets(self, found: Negation, statement: Statement) -> bool:
        """Say whether what is denied is what others say, or what the speaker is asked."""
        own, defends = self.own.has(found, statement), self.defence.has
        certain = (own and found.whole) or self._is_of_paper(found, statement)
        if certain and defends(statement):
            return True
        if own and self._was(found) and self.defence.is_charged(statement):
            return True  # "The army was accused of C. The army said it was not there"
        stems = self.contradictions.stems(statement.begin, statement.end)
        wanted = self.contradictions.recurring(stems - self.light)
        if not wanted:
            return False  # nobody else speaks of it
        denied = self.cores.of(found, statement)
        bare = not own and self._is_bare(found, statement)
        spoken = statement.attribution.cue is not None
        for charge in self.charges.before(statement, wanted):
            both, shared = denied.stems & charge.stems, wanted & charge.stems
            if not shared or len(max(shared, key=len)) < SHORTEST:
                continue
            thing, deed = bool(denied.things & shared), denied.deed in both
            same = deed and (thing or not denied.things - self.light)  # no other thing is meant
            near = charge.ago <= RECENT
            if self._touches(found, charge, denied, shared):
                return True
            if bare and near and not denied.things and denied.deed in shared:
                return True
            if self.by_words and thing:
                if own and charge.asked:
                    return True
                if charge.accuses and self.own.is_client(statement.begin, found.at):
                    return True
                if (
                    near
                    and len(shared) > 1
                    and any(word[0].isdigit() for word in denied.things & shared)
                ):
                    return True  # "The ministry did not lose 40 million"
            if near and self._is_of_client(found, statement):
                return True
            if near and thing and found.sort == "subject" and self._is_ever(found, statement):
                return True
            if len(shared) > MANY or (same and len(shared) > 1):
                return True
            answered = found.whole and (deed or thing)
            answered = own or answered or (same and denied.deed in shared)
            if answered and defends(statement):
                return True
            if near and self._speaks_as_we(found, statement):
                return True
            if own and spoken and near and same and denied.deed in shared:
                return True
            if self._is_pointing(statement.begin) and thing and charge.ago <= POINTED:
                return True
        return False

    def _is_of_client(self, found: Negation, statement: Statement) -> bool:
        """Say whether a lawyer speaks of the one whose side is taken: "Her client had not"."""
        if found.verb <= statement.begin:
            return False
        subject = self.tokens.words[statement.begin : statement.begin + OWNED]
        return self.words.has("parties_at_law", subject[-1])

    def _is_ever(self, found: Negation, statement: Statement) -> bool:
        """Say whether no time is left out: "No cable had ever been issued"."""
        behind = self.tokens.words[found.verb : min(statement.end, found.verb + ANAPHOR)]
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
        for other in reversed(self.contradictions.before(statement)):
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

    def _is_pointing(self, at: int) -> bool:
        """Say whether "that order" stands at a token."""
        pointing = self.words.has("pointing_words", self.tokens.words[at])
        return pointing and self.tokens.kinds[at + 1 : at + 2] in ("n", "N")

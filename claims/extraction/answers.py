"""Which "no" of a text answers what others say or ask, by what the two share and by who speaks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from .attribution import Attribution
from .charges import Charge, Charges
from .contradictions import Contradictions, stem_of
from .defence import Defence
from .flags import FIRST_PERSON
from .lexicon import Lexicon
from .names import Names, fits
from .negations import Negation, negation_of
from .quotes import Quote
from .statements import Statement
from .tokens import Tokens

RECENT = 8  # statements back to what "there was no" answers
ANAPHOR = 5  # tokens behind a "no" in which "such" or "of that kind" stands
AS_SAID = 8  # tokens of ", as the union has alleged"
SHORT = 4  # tokens of "No minister did"
REACH = 3  # sentences of one speaker from a denial to another
POINTED = 3  # sentences back to what "that order" points at


@dataclass(frozen=True, slots=True)
class Denied:
    """Stems of what a "no" is said of: all of them, the deed, and the things next to a "no"."""

    stems: set[str]
    deed: str
    things: set[str]


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
        self.tokens, self.words, self.names, self.quotes = tokens, words, names, quotes
        self.contradictions = Contradictions(tokens, words, names, statements)
        self.statements = self.contradictions.statements
        self.charges = Charges(tokens, words, self.contradictions)
        self.defence = Defence(tokens, words, names, attributions)
        self.quote_starts = [quote.start for quote in quotes]
        self.light = words.table("light")
        self.last: Statement | None = None  # the denial before the statement that is looked at

    def note(self, statement: Statement) -> None:
        """Keep in mind that a statement denies, for those behind it."""
        self.last = statement
        self.defence.note(statement)

    def answers(self, statement: Statement) -> bool:
        """Say whether a statement that says no answers what somebody else says or asks."""
        item = statement.attribution
        if item is None or not item.speaker or statement.clause.relation == "relative":
            return False
        if self.contradictions.answers(statement):
            return True
        found = negation_of(statement.begin, statement.end, self.tokens, self.words)
        if found is None:
            return False
        if found.sort == "echo":
            return self._echoes(statement)
        if self._points(found, statement) or self._goes_on(found, statement):
            return True
        if self._is_reported(statement) or self._speaks_for(found, statement):
            return True
        return self._meets(found, statement)

    # --- by its own words --------------------------------------------------------------------
    def _points(self, found: Negation, statement: Statement) -> bool:
        """Say whether the words behind a "no" point at what others said.

        "any such thing", "an order of that kind", "nothing of the sort", "nothing to support them".
        """
        inside = self.tokens.words
        behind = inside[found.at + 1 : min(statement.end, found.at + 1 + ANAPHOR)]
        if self.words.has_any("such", behind):
            return True
        sort = next((at for at, word in enumerate(behind) if self.words.has("kinds", word)), 0)
        if sort and self.words.has("back_pointers", behind[sort - 1]):
            thing = not self.words.has("articles", behind[sort - 1])
            return thing or self.words.has("nothings", inside[found.at])
        supports = behind[1:2] if self.words.has_any("infinitive_marks", behind[:1]) else []
        return self.words.has_any("supporting", supports)

    def _is_reported(self, statement: Statement) -> bool:
        """Say whether others are said to say so: "No door was locked, as has been claimed"."""
        tokens, at = self.tokens, statement.end
        last = tokens.spans[statement.sentence][1]
        if not (at + 2 < last and tokens.kinds[at] == ","):
            return False
        if not self.words.has("quoting_marks", tokens.words[at + 1]):
            return False
        return self.words.has_any(
            "accusing_reports", tokens.words[at + 2 : min(last, at + AS_SAID)]
        )

    def _echoes(self, statement: Statement) -> bool:
        """Say whether a bare "It was not" stands behind what somebody else says."""
        at = bisect_left(self.statements, statement.begin, key=_begin) - 1
        if at < 0 or statement.sentence - self.statements[at].sentence != 1:
            return False
        asks = self.tokens.ends[self.statements[at].end - 1]
        if "?" in self.tokens.text[asks - 1 : asks + 2]:
            return False
        near = self.last is not None and statement.sentence - self.last.sentence <= 1
        if near and statement.attribution.speaker in _voices(self.last):
            return False  # what was asked is denied already
        return self.charges.accepts(self.statements[at], statement.attribution.speaker)

    def _speaks_for(self, found: Negation, statement: Statement) -> bool:
        """Say whether somebody speaks for who denied just before.

        "Norrland denied this. “No gun was fired,” a spokesman said."
        """
        item = statement.attribution
        if not found.whole or item.source is None:
            return False
        first, last = (bisect_left(self.tokens.starts, at) for at in item.named or item.source)
        if not self.words.has_any("advocates", self.tokens.words[first:last]):
            return False
        return statement.sentence - 1 in self.defence.denying

    def _goes_on(self, found: Negation, statement: Statement) -> bool:
        """Say whether the same speaker has just denied: "We fired no shots. We have no guns"."""
        last = self.last
        if last is None or last.attribution is None or last.begin >= statement.begin:
            return False
        apart = statement.sentence - last.sentence
        speaker = statement.attribution.speaker
        if not 0 <= apart <= REACH or speaker not in _voices(last):
            return False
        if self.tokens.kinds[statement.begin - 1] == ":" or not self._alone(last, statement):
            return False
        if apart == 1 and self._in_one_quote(last, statement):
            return True
        if apart == 0 and self.words.has("pointing_words", self.tokens.words[statement.begin]):
            return False  # "That is not true, and that is not my figure"
        if apart == 0 or self._is_own(found, statement):
            return True
        if apart > 1:
            return False
        if found.sort == "there":
            return True
        if found.sort == "subject":
            lone = self.words.has("lone_negations", self.tokens.words[found.at])
            return lone or statement.end - statement.begin <= SHORT
        return found.whole or bool(
            self.tokens.flags_in(statement.begin, statement.end) & FIRST_PERSON
        )

    def _in_one_quote(self, last: Statement, statement: Statement) -> bool:
        """Say whether two statements stand between the same quotation marks."""
        quote = self._quote(statement.begin)
        return quote is not None and quote is self._quote(last.begin)

    def _alone(self, last: Statement, statement: Statement) -> bool:
        """Say whether nobody else speaks between two statements."""
        speaker = statement.attribution.speaker
        first = bisect_right(self.statements, last.begin, key=_begin)
        between = self.statements[first : bisect_left(self.statements, statement.begin, key=_begin)]
        return all(item.attribution and item.attribution.speaker == speaker for item in between)

    def _is_own(self, found: Negation, statement: Statement) -> bool:
        """Say whether the speaker says no of their own deeds."""
        begin, tokens = statement.begin, self.tokens
        until = found.verb if found.verb > begin else begin + 1
        if tokens.flags_in(begin, until + 1) & FIRST_PERSON:
            return True
        while tokens.kinds[begin] in "cr" and begin < until:
            begin += 1
        subject = tokens.words[begin]
        if self._quote(begin) is not None:
            return False
        if self._is_body(begin) or self.words.has("owners", subject):
            return True
        if statement.clause.subject is not None and found.verb == begin:
            subject = tokens.words[statement.clause.subject[0]]
        if not self.words.has("pronouns.third", subject):
            return False
        name = self.names.known.get(statement.attribution.speaker)
        for gender in ("masculine", "feminine"):
            if self.words.has(f"pronouns.{gender}", subject):
                return name is None or fits(name, gender[0])
        return True

    def _is_body(self, at: int) -> bool:
        """Say whether "the company" stands at a token, or "his client"."""
        words = self.tokens.words
        if self.words.has("owners", words[at]):
            return self.words.has_any("clients", words[at + 1 : at + 2])
        body = self.words.has_any("generic_organisations", words[at + 1 : at + 2])
        return body and self.words.has("articles", words[at])

    def _quote(self, at: int) -> Quote | None:
        """The quotation that a token stands in."""
        start = self.tokens.starts[at]
        index = bisect_right(self.quote_starts, start) - 1
        inside = index >= 0 and start < self.quotes[index].end
        return self.quotes[index] if inside else None

    # --- by what others say ------------------------------------------------------------------
    def _meets(self, found: Negation, statement: Statement) -> bool:
        """Say whether what is denied is what others say, or what the speaker is asked."""
        defends, own = self.defence.has(statement), self._is_own(found, statement)
        if own and defends and found.whole:
            return True
        denied = self._denied(found, statement)
        spoken = statement.attribution.cue is not None
        for charge in self.charges.before(statement):
            both = denied.stems & charge.stems
            shared = both - self.light
            if not shared:
                continue
            thing, deed = bool(denied.things & shared), denied.deed in both
            same = deed and (thing or not denied.things)  # no other thing is meant
            near = charge.ago <= RECENT
            if self._touches(found, charge, denied, shared) or (same and len(shared) > 1):
                return True
            if defends and (own or (found.whole and (deed or thing))):
                return True
            if own and spoken and near and same and denied.deed in shared:
                return True
            if self._is_pointing(statement.begin) and thing and charge.ago <= POINTED:
                return True
        return False

    def _touches(self, found: Negation, charge: Charge, denied: Denied, shared: set[str]) -> bool:
        """Say whether one word in common is enough, whoever speaks."""
        thing, lone = bool(denied.things & shared), not denied.things
        deed = denied.deed in shared
        if charge.asked:
            return deed or (thing and not denied.deed)
        if found.sort == "there":
            return charge.ago <= RECENT and (thing or len(shared) > 1)
        return charge.accuses and found.sort == "subject" and (thing or (lone and deed))

    def _is_pointing(self, at: int) -> bool:
        """Say whether "that order" stands at a token."""
        pointing = self.words.has("pointing_words", self.tokens.words[at])
        return pointing and self.tokens.kinds[at + 1 : at + 2] in ("n", "N")

    def _denied(self, found: Negation, statement: Statement) -> Denied:
        """What a "no" is said of."""
        tokens, kinds, words = self.tokens, self.tokens.kinds, self.words
        end, things = statement.end, set()
        stems = self.contradictions.stems(statement.begin, end)
        verbs = [at for at in range(max(found.at, found.verb), end) if kinds[at] in "vg"]
        deed = stem_of(tokens.words[verbs[0]], words) if verbs else ""
        for at in range(found.at, end):
            if words.has("negations", tokens.words[at]):
                things |= self._noun(at + 1, end)
        if verbs and not things:
            things |= self._noun(verbs[0] + 1, end)
        if self.words.has("pointing_words", tokens.words[statement.begin]):
            things |= self._noun(statement.begin + 1, end)
        if not deed and not things and found.verb > statement.begin:
            things |= self._noun(statement.begin, found.verb)  # "The uniform was not ours"
        return Denied(stems, deed, things)

    def _noun(self, at: int, end: int) -> set[str]:
        """Stem of the noun of a phrase that begins at a token, as a set; empty for none."""
        kinds, words = self.tokens.kinds, self.tokens.words
        if at >= end:
            return set()
        part = self.words.has("partitives", words[at]) or self.words.has("whole_marks", words[at])
        while at < end and (
            kinds[at] in "d#" or (part and self.words.has("partitives", words[at]))
        ):
            at += 1
        if at >= end or kinds[at] not in "nN":
            return set()
        while at + 1 < end and kinds[at + 1] in "nN":
            at += 1
        lone = self.words.has("whole_marks", words[at])
        return set() if lone else {stem_of(words[at], self.words)}


def _begin(statement: Statement) -> int:
    return statement.begin


def _voices(statement: Statement) -> tuple[str | None, str | None]:
    """Who says a statement, and who brings it up to deny it."""
    item = statement.attribution
    return (item.speaker, item.reported_by) if item else (None, None)

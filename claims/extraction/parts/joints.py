"""What begins behind an "and" or a "but": a second clause, a further subject, a shared verb."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.flags import ENDS_IN_ED, IRREGULAR, RELATES
from ..tagging.tokens import Tokens
from .additions import PAUSES, Additions

SUBJECT_REACH = 12  # tokens between a conjunction and the verb of its clause
GAP_REACH = 4  # tokens between a figure and the participle of a shared verb
COUNTED = 3  # tokens of "at least six"
LEAST_FIRST = 6  # tokens of a clause in front of a bare "and" that another clause follows
LEAST_VERB = 2  # tokens of "was shut"
MEASURED = 6  # tokens of "as “no fewer than 90"
BY_HOW_MUCH = 3  # tokens of "at least nine"
LIST_REACH = 5  # tokens of a subject in a list of clauses


#: Tables of words that open a side clause.
SIDES = ("occasions", "conditions", "adverbial_joints", "reasons")


class Joints(Additions):
    """Tells in one stretch of a document what a conjunction joins."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        super().__init__(tokens, words)
        self.begin = 0  # first token of the stretch that is being split
        self.third_person = tuple(words.table("third_person_endings"))
        #: What opens a clause that is no statement by itself: "when A, B".
        self.sides = frozenset().union(*(words.table(table) for table in SIDES))

    def shares_verb(self, joint: int, at: int, end: int) -> bool:
        """Say whether two auxiliaries share one verb, in front of them or behind.

        "I did not, and will not, take it", "It has not leaked and never will". joint: token of
        the conjunction or the pause; at: the second auxiliary.
        """
        kinds, before = self.kinds, joint - 1
        while before > self.begin and kinds[before] in ",r":
            before -= 1
        return kinds[before] == "a" or not kinds[at:end].strip('ar,."')

    def main_behind(self, begin: int, end: int) -> int:
        """First token of the main clause behind a side clause that begins at a token: "When it
        fell, | we left". The token itself where none begins there."""
        if not self._opens_side(begin, end):
            return begin
        comma = self.kinds.find(",", begin + 2, end)
        while comma > 0:
            if self.kinds[comma + 1] in "dnNx#" and self._has_predicate(begin + 1, comma):
                return comma + 1 if self._has_predicate(comma + 1, end) else begin
            comma = self.kinds.find(",", comma + 1, end)
        return begin

    def _opens_side(self, begin: int, end: int) -> bool:
        """Say whether a clause begins that is no statement by itself: "when A", "but if B"; not "as
        of May"."""
        at = begin + (self.kinds[begin] == "c")
        opens = at + 2 < end and self.kinds[at] in "sr" and self.tokens.words[at] in self.sides
        return opens and self.kinds[at + 1] not in "pv,"

    def _is_in_side(self, index: int, end: int) -> bool:
        """Say whether a conjunction joins two side clauses: "When A fell, and B left, C shut"."""
        begin = self.begin
        if not self._opens_side(begin, index) or self.main_behind(begin, index) > begin:
            return False
        if not self._tells_once(begin + 1, index):
            return False
        at = begin + (self.kinds[begin] == "c")
        timed = self._is("occasions", at) and not self._is("adverbial_joints", at)
        # "Since May the ward has closed, and nine nurses have left"
        return not timed or self.main_behind(begin, end) > begin

    def _tells_once(self, begin: int, end: int) -> bool:
        """Say whether a verb stands among the tokens, and between two pauses only one: not in "When
        I left there were 40"."""
        kinds, here, told, group = self.kinds, 0, False, False
        for at in range(begin, end):
            kind = kinds[at]
            if kind in PAUSES:
                here = 0
            elif kind in "va" or self._is_past_form(at):
                here += not group and not self._is("infinitive_marks", at)
                told = True
            if here > 1:
                return False
            group = kind in "vag" or (group and kind == "r")
        return told

    def _joins_verbs(self, joint: int, at: int) -> bool:
        """Say whether a conjunction joins two forms of verbs that hang on one word: "has built and
        sold", "to find and sell", "with drafting and co-writing". at: the second of them."""
        words, before = self.tokens.words, joint - 1
        if self.kinds[at + 1] == "-" and self.tokens.ends[at + 1] == self.tokens.starts[at + 2]:
            return words[before].endswith(self.gerunds)
        if self.kinds[before] not in "vg" or before <= self.begin:
            return False
        if self._is("infinitive_marks", before - 1):
            return not words[at].endswith(self.third_person) and not self._is_past_verb(at)
        return self._is("deed_auxiliaries", before - 1) and self._may_be_done(at)

    def _is_past_verb(self, at: int) -> bool:
        """Say whether a verb has a form of the past: "sold", "closed"."""
        return self.tokens.flags[at] & (ENDS_IN_ED | IRREGULAR) > 0

    def _is_in_relative(self, joint: int) -> bool:
        """Say whether a conjunction goes on with a relative clause inside a subject: "a man who
        fled Varn and was found in Lim is"."""
        flags, kinds = self.tokens.flags, self.kinds
        at = joint - 1
        while at > self.begin and not flags[at] & RELATES and kinds[at] not in PAUSES:
            at -= 1
        if not flags[at] & RELATES or kinds[at - 1] not in "nN" or at <= self.begin:
            return False
        first = at
        while first > self.begin and kinds[first - 1] not in ",;:s":
            first -= 1
        return not self._has_predicate(first, at) and self._tells_once(at + 1, joint)

    def _correlates(self, index: int, at: int) -> bool:
        """Say whether a conjunction stands for the second time: "и в мае, и в июне"."""
        words, pair = self.tokens.words, (self.tokens.words[index], self.tokens.words[at])
        return any((words[k], words[k + 1]) == pair for k in range(self.begin, index - 1))

    def _new_subject(self, at: int, end: int) -> bool:
        """Say whether a clause begins behind a bare "and": "prices fell and wages rose by 4%"."""
        if not self.tokens.verbs_known:
            return False
        verb = at
        while verb < end and verb - at < LIST_REACH and self.kinds[verb] in "dnN#p":
            verb += 1
        if verb == at or verb >= end:
            return False
        if not self.tokens.tagged and self.kinds[verb] != "a":
            return False
        if self.kinds[verb - 1] == "#":  # "and another 60 left"
            past = self.kinds[verb] == "g" and not self.tokens.words[verb].endswith(self.gerunds)
            counted = self.kinds[at] in "d#" or verb - at <= COUNTED
            opens = counted and (past or self.kinds[verb] in "va")
            return opens and self._is_closed(at - 1)
        if self.kinds[verb] == "v":
            finite = self.tokens.words[verb] not in self.words.bases
        else:
            finite = self.kinds[verb] == "a" and self._is("finite_auxiliaries", verb)
        if not finite or end - verb < LEAST_VERB:
            return False
        short = at - 1 - self.begin < LEAST_FIRST and not self.has_figure(self.begin, at - 1)
        return not short and self._is_closed(at - 1)

    def _is_closed(self, joint: int) -> bool:
        """Say whether the clause before a conjunction has its verb, so that what follows is no part
        of its subject: "prices fell |", not "when prices |" or "fell, wages |"."""
        kinds, flags = self.kinds, self.tokens.flags
        first = joint
        while first > self.begin and not (
            kinds[first - 1] in ",;:"
            or flags[first - 1] & RELATES
            or (kinds[first - 1] == "s" and not self._is("month_marks", first - 1))
        ):
            first -= 1
        if first > self.begin and kinds[first - 1] == "s" and not self._is("openers", first - 1):
            return False  # "if A wins and B stays": both are supposed
        while first < joint and kinds[first] == "r":
            first += 1  # "that only pumps |": no verb stands before its subject
        if self.tokens.tagged:
            return self._has_predicate(first + 1, joint)
        return any(self._is_finite(at) for at in range(first + 1, joint))

    def _is_finite(self, at: int) -> bool:
        """Say whether a verb is finite by its form: "was", "stood", not "do" or "closed"."""
        bits = self.tokens.flags[at]
        if self.kinds[at] == "a":
            return (
                self._is("finite_auxiliaries", at) and self.tokens.words[at] not in self.words.bases
            )
        return self.kinds[at] == "v" and bits & IRREGULAR > 0 and not self.is_done_by(at)

    def _may_be_done(self, at: int) -> bool:
        """Say whether a verb has the form of a participle: "seen", "signed", not "stood"."""
        ends = self.tokens.flags[at] & ENDS_IN_ED > 0
        return self.kinds[at - 1] != "x" and (ends or self._is("irregular_participles", at))

    def is_done_by(self, at: int) -> bool:
        """Say whether a participle tells by whom a thing is done: "nine towns led by Varn"; not
        "led by nine points", "was led by"."""
        if not self._is("agent_marks", at + 1) or self.kinds[at - 1] not in "nN":
            return False
        return self._may_be_done(at) and not self.has_figure(at + 2, at + 2 + BY_HOW_MUCH)

    def _measures_too(self, at: int, index: int, end: int) -> bool:
        """Say whether two things are measured: "put the toll at 41 and that of the hurt at 90",
        "gave the number of dead as 41, and that of the hurt as “at least 90”"."""
        that = self.kinds[at] == "s" and self._is("partitives", at + 1)
        if not (that or self.kinds[at] in "dn") or not self.has_figure(self.begin, index):
            return False
        mark = next((place for place in range(at + 1, end) if self._sizes(place, end)), None)
        if mark is None or any(kind in "va" for kind in self.kinds[at:mark]):
            return False
        return any(self._sizes(place, index) for place in range(self.begin, index))

    def _sizes(self, at: int, end: int) -> bool:
        """Say whether "at 41" or "as “at least 90”" stands at a token."""
        marked = self._is("measure_marks", at) or self._is("quoting_marks", at)
        return marked and self.has_figure(at + 1, min(end, at + MEASURED))

    def _turns_to_later(self, at: int) -> bool:
        """Say whether "and" goes on with what somebody will do: "It is false and we will sue"."""
        if self.kinds[at : at + 2] != "xa" or not self._is("future", at + 1):
            return False
        before = self.tokens.words[self.begin : at]
        if self._is("existentials", at) or self.words.has_any("modals", before):
            return False
        # "We hope that it stays and we will go": both are hoped.
        return self._has_predicate(self.begin, at) and not self.words.has_any("hoping", before)

    def _has_predicate(self, begin: int, end: int) -> bool:
        """Say whether a verb stands among the tokens: not in "Spending on boats and"."""
        return any(
            self.kinds[at] == "a"
            or ((self.kinds[at] == "v" or self._is_past_form(at)) and not self.is_done_by(at))
            for at in range(begin, end)
        )

    def _is_past_form(self, at: int) -> bool:
        """Say whether a participle may be a past tense: "closed", not "closing"."""
        return self.kinds[at] == "g" and not self.tokens.words[at].endswith(self.gerunds)

    def _parallels(self, at: int, index: int, end: int) -> bool:
        """Say whether a pronoun and its verb open a further statement with a figure.

        "we lost two ships and we sold nine"; without figures both belong together.
        """
        if self.kinds[at] != "x" or at + 1 >= end or self.kinds[at + 1] not in "va":
            return False
        return self.has_figure(at, end) and self.has_figure(self.begin, index)

    def _opens_clause(self, that: int, end: int) -> bool:
        """Say whether a "that" opens a statement, also where a tagger ties it to a noun.

        "that revenue for 2024 had been overstated"; but "that figure was high" points.
        """
        begin = that + 1
        if self.kinds[that] == "s":
            return True
        if begin >= end or self.tokens.words[begin] in self.words.nouns:
            return False
        for at in range(begin, min(end, begin + SUBJECT_REACH)):
            if self.kinds[at] in "va":
                asks = self.kinds[at : at + 2] in ("va", "vv")  # "that critics said was late"
                return at > begin and not asks and not self._is("rebutted_nouns", at - 1)
            if self.kinds[at] in PAUSES:
                break
        return False

    def _gapped(self, at: int, index: int, end: int) -> bool:
        """Say whether a figure and a participle share the verb before: "and nine hurt"."""
        verb = at + 1
        while verb < end and verb - at <= GAP_REACH and self.kinds[verb] in "nN#p":
            verb += 1
        participle = verb < end and self.kinds[verb] in "gv"
        passive = any(
            self._is("passive_auxiliaries", place) and self.kinds[place + 1] in "gvr"
            for place in range(max(0, index - SUBJECT_REACH), index)
        )
        return participle and passive

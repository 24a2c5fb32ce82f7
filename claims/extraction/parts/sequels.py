"""What goes on behind a pause or an "and": lists, deeds, further subjects, reasons and times."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.flags import ENDS_IN_ED, GOES_ON, NEGATES, REASONS, RELATES
from ..tagging.tokens import Tokens
from .additions import PAUSES, Additions
from .asides import SHORTEST

SUBJECT_REACH = 12  # tokens between a conjunction and the verb of its clause
GAP_REACH = 4  # tokens between a figure and the participle of a shared verb
DEED_REACH = 40  # tokens between "have" and a further participle that hangs on it
LIST_REACH = 5  # tokens of a subject in a list of clauses


class Sequels(Additions):
    """Tells in one stretch of a document what begins at a token, given what stands before."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        super().__init__(tokens, words)
        self.gerunds = tuple(words.table("gerund_endings"))
        self.begin = 0  # first token of the stretch that is being split

    def shares_verb(self, joint: int, at: int, end: int) -> bool:
        """Say whether two auxiliaries share one verb, in front of them or behind.

        "I did not, and will not, take it", "It has not leaked and never will". joint: token of
        the conjunction or the pause; at: the second auxiliary.
        """
        kinds, before = self.kinds, joint - 1
        while before > self.begin and kinds[before] in ",r":
            before -= 1
        return kinds[before] == "a" or not kinds[at:end].strip('ar,."')

    def relative_within(self, begin: int, end: int) -> tuple[int, int] | None:
        """A relative clause between a subject and its verb, in a side clause as well."""
        return self.relative_inside(begin, end) or self._relative_beside(begin, end)

    def _relative_beside(self, begin: int, end: int) -> tuple[int, int] | None:
        """ "who ..." between the subject and the verb of a side clause: "It shut after Orr, who ran
        it, left".
        """
        kinds, words, flags = self.kinds, self.tokens.words, self.tokens.flags
        first = next((at for at in range(begin, end) if flags[at] & RELATES), end)
        joint, until = first - 2, max(begin, first - SUBJECT_REACH)
        while joint > until and kinds[joint] not in "va;:":
            bits = flags[joint]
            if bits & REASONS or (
                bits & GOES_ON
                and (self._is("sequels", joint) or self._is("adverbial_joints", joint))
            ):
                break
            joint -= 1
        else:
            return None
        for close in range(first + SHORTEST, end - 1):
            if kinds[close] == "," and self.has_verb(first + 1, close):
                resumes = kinds[close + 1] in "va" or (
                    kinds[close + 1] == "g" and not words[close + 1].endswith(self.gerunds)
                )
                return (first, close) if kinds[first - 1] == "," and resumes else None
        return None

    def does(self, begin: int, end: int) -> bool:
        """Say whether a finite verb stands among the tokens that is no ", seen" or "seen by"."""
        for at in range(begin, end):
            if self.kinds[at] == "a" and self._is("finite_auxiliaries", at):
                return True
            opens = self.kinds.find(",", begin, end) == at - 1  # not "Orr, 54, left"
            described = opens or self._is("agent_marks", at + 1)
            if self.kinds[at] == "v" and not (described and self._may_be_done(at)):
                return True
        return False

    def _may_be_done(self, at: int) -> bool:
        """Say whether a verb has the form of a participle: "seen", "signed", not "stood"."""
        ends = self.tokens.flags[at] & ENDS_IN_ED > 0
        return self.kinds[at - 1] != "x" and (ends or self._is("irregular_participles", at))

    def acts_again(self, at: int, end: int) -> bool:
        """Say whether a verb behind a bare "and" is no noun, and no participle of the verb before:
        "was checked and returned to service". Where verbs are guessed it has to bring a figure.
        """
        if self.tokens.tagged:
            return True
        if not self.tokens.verbs_known or not self.has_figure(at, self._pause_after(at, end)):
            return False
        if ",v" in self.kinds[self.begin : at]:
            return False  # a list: "bought A, sold B and left"
        helped = self.words.has_any("passive_auxiliaries", self.tokens.words[self.begin : at])
        return not (helped and self._may_be_done(at) and self.kinds[at + 1] in "pats")

    def explains(self, index: int, end: int) -> bool:
        """Say whether a sentence with a figure follows a colon: "It grew: it has 29 members"."""
        kinds, begin = self.kinds, self.begin
        if not self.tokens.verbs_known or kinds[index] not in "dnN#xtp":
            return False
        if kinds.count('"', begin, index) % 2 or kinds[index - 2] in "va":
            return False
        if self.tokens.flags_in(begin, index) & NEGATES:
            return False
        stop = self._pause_after(index, end)
        stated = self.has_verb(index, stop) or self.has_verb(stop, end)
        return stated and self.has_figure(index, end) and self.has_verb(begin, index - 1)

    def _is_reason(self, index: int, end: int) -> bool:
        """Say whether a clause that gives a reason begins: "because", not "because of"."""
        if not self.tokens.flags[index] & REASONS or self._is("partitives", index + 1):
            return False
        return self.has_verb(index + 1, end)

    def _correlates(self, index: int, at: int) -> bool:
        """Say whether a conjunction stands for the second time: "и в мае, и в июне"."""
        words, pair = self.tokens.words, (self.tokens.words[index], self.tokens.words[at])
        return any((words[k], words[k + 1]) == pair for k in range(self.begin, index - 1))

    def _new_subject(self, at: int, end: int) -> bool:
        """Say whether a clause begins behind a bare "and": "prices fell and wages rose by 4%"."""
        if not self.tokens.tagged or not self._has_predicate(self.begin, at):
            return False
        verb = at
        while verb < end and verb - at < LIST_REACH and self.kinds[verb] in "dnN#":
            verb += 1
        if verb == at or verb >= end:
            return False
        if self.kinds[verb - 1] == "#":  # "and another 60 left"
            past = self.kinds[verb] == "g" and not self.tokens.words[verb].endswith(self.gerunds)
            return self.kinds[at] == "d" and (past or self.kinds[verb] in "va")
        if self.kinds[verb] != "v":
            return False
        past = self.tokens.words[verb] not in self.words.bases
        return past and self.has_figure(verb, self._pause_after(verb, end))

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
            self.kinds[at] in "va"
            or (self.kinds[at] == "g" and not self.tokens.words[at].endswith(self.gerunds))
            for at in range(begin, end)
        )

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
            self._is("passive_auxiliaries", place)
            for place in range(max(0, index - SUBJECT_REACH), index)
        )
        return participle and passive

    def _is_hyphen(self, index: int) -> bool:
        """Say whether a mark ties two words, as in "sixth-largest", and parts nothing."""
        starts, ends = self.tokens.starts, self.tokens.ends
        tied = self.kinds[index] == "-" and ends[index] == starts[index + 1]
        return tied and ends[index - 1] == starts[index]

    def _states(self, begin: int, end: int) -> bool:
        """Say whether what came before is a statement: ", after profit fell by 4%"."""
        stop = self._pause_after(begin, end)
        named = begin < stop and self.kinds[begin] in "dnN#"
        return named and self.has_figure(begin, stop) and self.has_verb(begin, stop)

    def _is_deed(self, index: int) -> bool:
        """Say whether a verb goes on with a list: "We have built A, closed B, and sold C"."""
        kinds, first = self.kinds, max(self.begin, index - DEED_REACH)
        if kinds[index] == "v":
            return self.tokens.tagged and self.tokens.words[index] not in self.words.bases
        if kinds[index] != "g" or self.tokens.words[index].endswith(self.gerunds):
            return False
        return any(self._is("deed_auxiliaries", at) for at in range(first, index))

    def _deed_follows(self, index: int, end: int) -> bool:
        """Say whether a list of deeds goes on: ", sold C", ", and sold C", "and sold C"."""
        place = next((at for at in range(index + 1, end) if self.kinds[at] in "c" + PAUSES), end)
        at = place
        while at < end and self.kinds[at] in ",cr":
            at += 1
        return place < at < end and self._is_deed(at)

    def _awaits_verb(self, index: int) -> bool:
        """Say whether what stands before has no verb but in what describes it: "Varn Water, the
        firm that runs it, | discharged".
        """
        comma = self.kinds.find(",", self.begin, index - 1)
        if comma < 0 or self._has_predicate(self.begin, comma):
            return False
        joint = self.kinds.find("s", comma, index)
        return joint > 0 and not self._has_predicate(comma, joint)

    def _goes_on_listing(self, index: int, end: int) -> bool:
        """Say whether a list of what one thing is goes on: "is 9 m long, was built in May and"."""
        if not self._is("finite_auxiliaries", index):
            return False
        before = self.kinds[self.begin : index - 1]
        joins = self.words.has_any("splitting", self.tokens.words[index:end])
        return joins and not set(before) & set('s,;"') and self.has_verb(self.begin, index)

    def _later(self, index: int, end: int) -> int | None:
        """First token of what came before in ", eight minutes after the ship slowed to 4 knots"."""
        at = index
        while at < end and self.kinds[at] in "d#rn":
            at += 1
        timed = index < at < end and self._is("tag_times", at - 1) and self._is("sequels", at)
        return at + 1 if timed and self._states(at + 1, end) else None

    def _listed(self, index: int, end: int) -> bool:
        """Say whether a clause of a list begins: "A is down, B is down, and C is down"."""
        verb = index
        while verb < end and verb - index <= LIST_REACH and self.kinds[verb] in "dnNx#":
            verb += 1
        if verb == index or verb >= end or self.kinds[verb] not in "va":
            return False
        stop = self._pause_after(verb, end)
        joins = stop + 1 < end and self.kinds[stop] == "," and self._is("splitting", stop + 1)
        return joins and self.has_verb(stop + 2, end)

    def _repeats(self, index: int, end: int) -> bool:
        """Say whether a clause has the pronoun of the first: "We sold A, we own B"."""
        words = self.tokens.words
        if words[index] != words[self.begin] or self.kinds[self.begin + 1] not in "va":
            return False
        return self._parallels(index, index, end)

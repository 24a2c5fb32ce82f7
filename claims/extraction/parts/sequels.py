"""What goes on behind a pause: lists, deeds, relatives, reasons and times."""

from __future__ import annotations

from ..tagging.flags import DENIES, GOES_ON, OPENS, REASONS, RELATES
from .additions import PAUSES
from .asides import SHORTEST
from .joints import LIST_REACH, SUBJECT_REACH, Joints

DEED_REACH = 40  # tokens between "have" and a further participle that hangs on it


class Sequels(Joints):
    """Tells in one stretch of a document what begins at a token, given what stands before."""

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
            if (
                bits & REASONS
                or (bits & OPENS and kinds[joint] == "s")
                or (
                    bits & GOES_ON
                    and (self._is("sequels", joint) or self._is("adverbial_joints", joint))
                )
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
            described = (opens and self._may_be_done(at)) or self.is_done_by(at)
            if self.kinds[at] == "v" and not described:
                return True
        return False

    def acts_again(self, at: int, end: int) -> bool:
        """Say whether a verb behind a bare "and" is no noun, and no participle of the verb before:
        "was checked and returned to service". Where verbs are guessed it has to bring a figure.
        """
        if self.tokens.tagged:
            return True
        if not self.tokens.verbs_known or not self.has_figure(at, self.pause_after(at, end)):
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
        if kinds[index] == "p" and self.tokens.words[index + 1].endswith(self.gerunds):
            return False  # "in three ways: by closing"
        before = self.tokens.flags_in(begin, index)
        stop = self.pause_after(index, end)
        stated = self.has_verb(index, stop) or self.has_verb(stop, end)
        told = self.has_figure(index, end) or before & DENIES  # "That is a lie: we sold nothing"
        return stated and bool(told) and self.has_verb(begin, index - 1)

    def _is_reason(self, index: int, end: int) -> bool:
        """Say whether a clause that gives a reason begins: "because", not "because of"."""
        if not self.tokens.flags[index] & REASONS or self._is("partitives", index + 1):
            return False
        return self.has_verb(index + 1, end)

    def _is_hyphen(self, index: int) -> bool:
        """Say whether a mark ties two words, as in "sixth-largest", and parts nothing."""
        starts, ends = self.tokens.starts, self.tokens.ends
        tied = self.kinds[index] == "-" and ends[index] == starts[index + 1]
        return tied and ends[index - 1] == starts[index]

    def _states(self, begin: int, end: int) -> bool:
        """Say whether what came before is a statement: ", after profit fell by 4%"."""
        stop = self.pause_after(begin, end)
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
        if self._only_done(comma + 1, index) and self.kinds[self.begin] in "dnN":
            return not self.tokens.words[index].endswith(self.gerunds)
        joint = self.kinds.find("s", comma, index)
        return joint > 0 and not self._has_predicate(comma, joint)

    def _only_done(self, begin: int, end: int) -> bool:
        """Say whether it is only told what was done to a thing: ", closed since May because of a
        leak,"."""
        done = self.kinds[begin] in "gv" and self._may_be_done(begin)
        return done and not self.does(begin + 1, end) and self.kinds[begin + 1] in "pstr"

    def _goes_on_listing(self, index: int, end: int) -> bool:
        """Say whether a list of what one thing is goes on: "is 9 m long, was built in May and"."""
        if not self._is("finite_auxiliaries", index):
            return False
        before = self.kinds[self.begin : index - 1]
        joins = self.words.has_any("splitting", self.tokens.words[index:end])
        return joins and not set(before) & set('s,;"') and self.has_verb(self.begin, index)

    def _later(self, index: int, end: int) -> int | None:
        """First token of what came before in ", eight minutes after the ship slowed to 4 knots", or
        of when that was in ", a week before the ship sank"."""
        at = index
        while at < end and self.kinds[at] in "d#rn":
            at += 1
        if not index < at < end or not self._is("tag_times", at - 1):
            return None
        if self._is("sequels", at) and self._states(at + 1, end):
            return at + 1
        stop = self.pause_after(at, end)
        opens = self._is("act_joints", at) and self.kinds[at + 1 : at + 2] in ("d", "n", "N")
        return index if opens and self.has_verb(at + 1, stop) else None

    def _listed(self, index: int, end: int) -> bool:
        """Say whether a clause of a list begins: "A is down, two of B are down, and C is down"."""
        verb = index
        while (
            verb < end
            and verb - index <= LIST_REACH
            and (self.kinds[verb] in "dnNx#" or self._is("partitives", verb))
        ):
            verb += 1
        if verb == index or verb >= end or self.kinds[verb] not in "va":
            return False
        if self.main_behind(self.begin, end) == index and not self._is("contrasts", self.begin):
            return False  # "When A fell, | B left, and C stayed"
        stop = self.pause_after(verb, end)
        joins = stop + 1 < end and self.kinds[stop] == "," and self._is("splitting", stop + 1)
        if joins:
            return self.has_verb(stop + 2, end)
        joint = self.kinds.find("c", verb, stop)
        if joint < 0 or not self._is("splitting", joint):
            return False
        acts = self.kinds[joint + 1 : joint + 3] in ("xv", "xa")  # "and we have 40 boats"
        return acts or self._new_subject(joint + 1, end)

    def _repeats(self, index: int, end: int) -> bool:
        """Say whether a clause has the pronoun of the first: "We sold A, we own B"."""
        words = self.tokens.words
        if words[index] != words[self.begin] or self.kinds[self.begin + 1] not in "va":
            return False
        return self._parallels(index, index, end)

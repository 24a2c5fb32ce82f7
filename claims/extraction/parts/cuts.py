"""Places at which a sentence may be parted into clauses."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress

import numpy

from ..lexicon import Lexicon
from ..tagging.flags import CONTRASTS, GOES_ON, OPENS, REASONS, RELATES
from ..tagging.tokens import Tokens
from .additions import PAUSES
from .joints import SUBJECT_REACH
from .sequels import Sequels

PARTING = bytes(chr(letter) in ";c" for letter in range(256))  # 1 for what parts by itself
PAUSING = bytes(chr(letter) in PAUSES for letter in range(256))  # 1 for a pause
SUBJECTS = 'dnN#xtp"s'  # class letters of what a clause behind ", and" begins with
OPENED = bytes(chr(letter) in PAUSES + ":" for letter in range(256))  # the same, and for a colon


@dataclass(slots=True)
class Cut:
    """A place where a sentence may be parted: left up to `end`, right from `begin`."""

    end: int
    begin: int
    relation: str


class Cuts(Sequels):
    """Finds in one stretch of a document where it may be parted."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        super().__init__(tokens, words)
        self.said = False  # whether the stretch is what somebody said
        self.flags = 0  # of all words of the stretch
        #: 1 for each token of the document at which a stretch may be parted.
        self.places = _places(tokens.coded)

    def cuts(self, begin: int, end: int) -> list[Cut]:
        """Places inside tokens begin..end at which they may be parted, in order."""
        kinds, flags, cuts = self.kinds, self.tokens.flags, []
        inside = range(begin + 1, end - 1)
        places = list(compress(inside, self.places[begin + 1 : end - 1]))
        owned = self._owning(begin, end) if self.flags & RELATES else ()
        further = list(owned)
        if self.flags & REASONS:
            further += [at for at in inside if flags[at] & REASONS]
        if self.flags & CONTRASTS:
            further += self._contrasts(begin, end)
        for index in sorted({*further, *places}) if further else places:
            kind = kinds[index]
            if kind == ";":
                joined = kinds[index + 1] == "c" and self._is("splitting", index + 1)
                cut = Cut(index, index + 1 + joined, "coordinate")
            elif index in owned:
                cut = Cut(index, index, "relative")
            elif kinds[index - 1] == ":":
                cut = Cut(index, index, "coordinate") if self.explains(index, end) else None
            elif kind == "c" and self._is("splitting", index):
                cut = self._at_conjunction(index, end)
            elif kinds[index - 1] in PAUSES and kind not in PAUSES:
                cut = self._after_pause(index, end)
            elif flags[index] & CONTRASTS:
                cut = Cut(index, index + 1, "adverbial")
            else:
                cut = self._at_reason(index, end)
            if cut is not None:
                cuts.append(cut)
        return cuts

    def _owning(self, begin: int, end: int) -> list[int]:
        """Each "whose" or "on which" without a comma that tells a figure."""
        flags = self.tokens.flags
        relatives = [at for at in range(begin + 1, end) if flags[at] & RELATES]
        near = [place for at in relatives for place in (at - 1, at) if begin < place < end - 1]
        return [at for at in near if self.owns(at, begin, end)]

    def _contrasts(self, begin: int, end: int) -> list[int]:
        """Each "while" without a pause between two figures: "A lost 40 while B gained nine"."""
        flags = self.tokens.flags
        return [
            at
            for at in range(begin + 1, end - 1)
            if flags[at] & CONTRASTS
            and self.has_figure(begin, at)
            and self.has_figure(at, self.pause_after(at, end))
            and self.kinds[at + 1] in "dnN#x"
            and self._has_predicate(at + 1, end)
        ]

    def _at_conjunction(self, index: int, end: int) -> Cut | None:
        """Cut at "and", before a verb with the same subject, or a subject and a verb."""
        kinds, pause = self.kinds, self.kinds[index - 1] in PAUSES
        at = index + 1
        while at < end and kinds[at] in "r,":
            at += 1
        if at >= end or (pause and self._is_in_side(index, end)):
            return None
        if self.is_thing and self._measures_too(at, index, end):
            return Cut(index, index + 1, "figure")
        if kinds[at] in "avg":
            return self._before_verb(index, at, end, pause=pause)
        if kinds[at] == "#" and self._gapped(at, index, end):
            return Cut(index, index + 1, "coordinate")
        opens = kinds[at] in "sd" and self.said and self._is("openers", at)
        if opens and (self._opens_clause(at, end) or self._new_subject(at + 1, end)):
            return Cut(index, at + 1, "coordinate")
        if self._parallels(at, index, end) or self._turns_to_later(at):
            return Cut(index, index + 1, "coordinate")
        if not pause and self._new_subject(at, end):
            timed = self._is("last_and_next", at) and self._is("tag_times", at + 1)
            return Cut(index, index + 1, "shared" if timed else "coordinate")
        return self._before_subject(index, at, end) if pause and kinds[at] in SUBJECTS else None

    def _before_verb(self, index: int, at: int, end: int, *, pause: bool) -> Cut | None:
        """Cut at the conjunction in front of a verb that has its subject before it."""
        kinds, shared = self.kinds, Cut(index, index + 1, "shared")
        if kinds[at] != "g" and self.flags & RELATES and self._is_in_relative(index):
            return None
        if kinds[at] == "a":
            if self._is("finite_auxiliaries", at):
                return None if self.shares_verb(index, at, end) else shared
            # "had closed 40 pits and been fined nine times"
            passive = kinds[at + 1 : at + 2] in ("g", "v") and self._is("passive_auxiliaries", at)
            return shared if passive and self.has_figure(at, end) else None
        if kinds[index - 2 : index] == ",g":
            return None  # "had planned, ordered and paid for C": of one thing
        if not self.does(self.begin, index):
            return None  # "A letter, seen by nine men and signed by Orr, asks"
        if self._joins_verbs(index, at):
            return None
        if kinds[at] == "v":
            bare = self.tokens.words[at] in self.words.bases
            return shared if pause or (not bare and self.acts_again(at, end)) else None
        if kinds[index - 2 : index] in ("ag", "av", '"g', '"v'):
            return None  # "had built and sold 9 boats"
        if self.tokens.tagged and self.has_figure(at, end):
            comma = kinds.rfind(",", self.begin, index)
            gerunds = [self.tokens.words[place].endswith(self.gerunds) for place in (comma + 1, at)]
            if comma > 0 and kinds[comma + 1] == "g" and all(gerunds):
                return None  # ", chanting slogans and waving 40 flags"
            own = self.tokens.words[at].endswith(self.gerunds)  # "and spending on boats fell"
            own = own and self._has_predicate(at + 1, self.pause_after(at, end))
            return Cut(index, index + 1, "coordinate") if own else shared
        return shared if pause and self._is_deed(at) else None

    def _before_subject(self, index: int, at: int, end: int) -> Cut | None:
        """Cut at a conjunction behind a pause, before a further clause or figure."""
        kinds = self.kinds
        if kinds[max(0, index - 3) : index] == ",#," and kinds[at] == "N":
            return None  # "Ann Orr, 58, and Jan Lind, 49, on 11 counts"
        for verb in range(at + 1, min(end, at + SUBJECT_REACH)):
            if kinds[verb] in "va":
                return Cut(index, index + 1, "coordinate")
            if kinds[verb] == "," and kinds[at] == "p" and self._goes_past(verb, end):
                return Cut(index, index + 1, "coordinate")
            if kinds[verb] in ",;.":
                break
        if not self.has_figure(at, end) or self._correlates(index, at):
            return None
        return Cut(index, index + 1, "figure")

    def _at_reason(self, index: int, end: int) -> Cut | None:
        """Cut at "because", and before how far that is the reason: ", largely because"."""
        if not self._is_reason(index, end):
            return None
        at = index
        while at > self.begin + 1 and self._is("reason_degrees", at - 1):
            at -= 1
        return Cut(at, index + 1, "adverbial")

    def _goes_past(self, comma: int, end: int) -> bool:
        """Say whether a clause goes on behind a relative: "and in Lim, where I live, it is one"."""
        close = self.kinds.find(",", comma + 1, end)
        if close < 0 or not self.tokens.flags[comma + 1] & RELATES:
            return False
        return self.kinds[close + 1] in "dnNx" and self.has_verb(close + 1, end)

    def _after_pause(self, index: int, end: int) -> Cut | None:
        """Cut after a comma, before a relative clause, a side statement or a further figure."""
        kinds, kind, flags = self.kinds, self.kinds[index], self.tokens.flags
        if kinds[index - 2 : index] == 'a"' or self._is_hyphen(index - 1):
            return None  # "its guns had “engaged and destroyed” a depot"
        if flags[index] & OPENS and self._lists(index, end):
            return Cut(index, index + 1, "coordinate")
        opens = flags[index] & GOES_ON
        tied = kind == "p" and index + 1 < end  # "a letter, in which"
        if flags[index] & RELATES or (tied and flags[index + 1] & RELATES):
            return Cut(index, index, "relative") if self.has_verb(index + 1, end) else None
        if opens and self._is("adverbial_joints", index):
            if self._is("adding_manners", index + 1):
                return None  # "as well as"
            if self.has_verb(index + 1, end):
                return self._at_side(index, end)
        if opens and self._is("sequels", index) and self._states(index + 1, end):
            return Cut(index, index + 1, "adverbial")
        if kind == "g" and self._awaits_verb(index):
            return None
        if kinds[index - 1 : index + 1] == ",d" and (joint := self.apposed(index, end)) is not None:
            return Cut(index, joint, "relative")
        if kind in "#nc" and (again := self.measured(index, self.begin, end)) is not None:
            return Cut(index, again, "figure")
        if self.flags & GOES_ON:
            for at in range(index + 1, min(end, index + 4)):
                if flags[at] & GOES_ON and self._is_part(at):
                    return self._at_part(index, at, end)
        # "had planned, ordered or paid for C": of one thing; but "left, taking 40 men along"
        bare = kinds[index - 2] in "vg" and not self.tokens.words[index].endswith(self.gerunds)
        if kind == "g" and not bare and self._describes(index, end):
            return None if self._only_describes(index, end) else Cut(index, index, "figure")
        if flags[index] & REASONS and self._is_reason(index, end):
            return Cut(index, index + 1, "adverbial")
        if self._listed(index, end) or (kind == "x" and self._repeats(index, end)):
            return Cut(index, index, "coordinate")
        if kind in "vg" and not bare and self._goes_on_with_deed(index, end):
            return Cut(index, index, "shared")
        if opens and self.ends_up(index, end):
            return Cut(index, index, "coordinate")
        if kind == "a" and self._goes_on_listing(index, end):
            return None if self.shares_verb(index - 1, index, end) else Cut(index, index, "shared")
        if (later := self._later(index, end)) is not None:
            return Cut(index, later, "adverbial")
        return Cut(index, index, "figure") if self.adds_figure(index, end) else None

    def _at_side(self, index: int, end: int) -> Cut | None:
        """Cut before a side clause, behind what opens it: "while", "tandis que"."""
        if self._is("act_joints", index) and self._concedes(index + 1, end):
            return None
        that = self.kinds[index + 1] == "s" and self._is("openers", index + 1)
        return Cut(index, index + 1 + that, "adverbial")

    def _only_describes(self, index: int, end: int) -> bool:
        """Say whether the verb of the sentence follows a participle: "the boat, valued at 9 crowns,
        | was sold"."""
        close = self.pause_after(index, end)
        return self.kinds.startswith(",a", close) or (
            self.tokens.tagged and self.kinds.startswith(",v", close)
        )

    def _goes_on_with_deed(self, index: int, end: int) -> bool:
        """Say whether a list of deeds of one subject goes on: "We built A, | closed B and sold"."""
        listed = self._is_deed(index) and self._deed_follows(index, end)
        return listed and self.does(self.begin, index - 1)

    def _concedes(self, index: int, end: int) -> bool:
        """Say whether words without a verb stand between a subject and its verb: "the fines, though
        | large, were too small"."""
        close = self.pause_after(index, end)
        if close <= index or not self.kinds.startswith((",v", ",a"), close):
            return False
        return close == index + 1 or not self.has_verb(index, close)

    def _at_part(self, index: int, at: int, end: int) -> Cut | None:
        """Cut before what is told of a part of them; at: the last token of "two of them"."""
        if self._is("charge_marks", index):  # "with four of them believed to be children"
            return Cut(index, index, "figure") if self.has_figure(index, at) else None
        # "nine died, two of them children, and | 40 were hurt"
        stop = self.pause_after(at, end)
        joint = self.kinds.find("c", at, stop)
        if self.has_verb(at + 1, joint if joint > 0 else stop):
            done = stop == at + 2 and self._is("suffered", at + 1)  # "two of them suspended"
            return Cut(index, index, "figure" if done else "relative")
        # "418 left, 96 of them with a child on board", but not "four of them badly"
        counts = stop > at + 3 and self.has_figure(index, at)
        counts = counts and self.kinds[stop + 1 : stop + 2] not in ("v", "a")
        return Cut(index, index, "figure") if counts else None

    def _lists(self, index: int, end: int) -> bool:
        """Say whether a "that" goes on with a list of what is said: "A, that B and that C", but not
        "evidence, given by Orr, that B"."""
        first = self.tokens.words[self.begin]
        brings = first in self.words.nouns or self.words.has("rebutted_nouns", first)
        if self.is_thing or brings or not self.said or self.kinds[index - 1] != ",":
            return False
        return self.kinds[index + 1] in "dnNx#" and self._opens_clause(index, end)

    def _describes(self, index: int, end: int) -> bool:
        """Say whether a participle with a figure or a rank follows, which cites nobody."""
        if self._is("citing", index):
            return False
        stop = self.pause_after(index, end)
        ranks = self._is("superlatives", index + 3) and self.kinds[index + 2] == "d"
        return ranks or self.has_figure(index, stop)  # "making it the largest of all"

    def _is_part(self, index: int) -> bool:
        """Say whether "of whom" or "of which" ends with a token."""
        return self._is("partitive_relatives", index) and self._is("partitives", index - 1)


def _places(coded: bytes) -> bytes:
    """1 for each token that may part a sentence: a conjunction, or what follows a pause."""
    places = numpy.frombuffer(coded.translate(PARTING), bool).copy()
    pauses = numpy.frombuffer(coded.translate(PAUSING), bool)
    opened = numpy.frombuffer(coded.translate(OPENED), bool)
    places[1:] |= opened[:-1] & ~pauses[1:]
    return places.tobytes()

"""Phrases behind a pause that add a figure or a rank: "the lowest since 1974", "twice the sum"."""

from __future__ import annotations

import re

from ..tagging.flags import GOES_ON
from .asides import SHORTEST, Asides

INSET = 5  # tokens of ", on average,"
COMPARED = 3  # tokens in which "than" follows
RANK_REACH = 7  # tokens of "the eighth monthly drop in a row"
DISTANCE = 6  # tokens of "about 90 kilometres (56 miles)"
SHARE_REACH = 6  # tokens of "41 per cent of it"
OUTCOME = 10  # tokens of "only for the verdicts to"
PAUSES = ',;"-'
PAUSE = re.compile(f"[{PAUSES}]")


class Additions(Asides):
    """Tells in one document which phrases behind a pause state something more."""

    def adds_figure(self, index: int, end: int) -> bool:
        """Say whether a figure or a rank is added by tokens from index up to the next pause."""
        flags, kind = self.tokens.flags, self.kinds[index]
        if kind == "n" and self.kinds.startswith("#", index + 1):  # "£200 more than last year"
            return self.compares(index, self.pause_after(index, end))
        if kind == "d" and self._is("indefinites", index) and self._exceeds(index + 1, end):
            return True
        if self._is("multiplying", index + 1) and self.tokens.words[index] in self.numerals:
            return self._multiplies(index, self.pause_after(index, end))
        opens = flags[index] & GOES_ON
        ranks = kind in "dr" and index + 1 < end and flags[index + 1] & GOES_ON
        if not (opens or ranks or kind == "#") or self._is_behind_inset(index):
            return False
        stop = self.pause_after(index, end)
        if kind == "#":
            return self.compares(index, stop) or self._multiplies(index, stop)
        if ranks and index + 1 < stop:
            if self._ranks(index + 1, stop):
                return True
            if kind == "d" and self._is("equivalents", index + 1):
                return self.has_figure(index + 2, stop)
        if not opens:
            return False
        if self._multiplies(index, stop):
            return True
        if self._is("superlatives", index) or self._is("figure_openers", index):
            return True
        if self._is("adding_openers", index) and self._adds(index, stop):
            return True
        # "among them 12 children"
        counted = self._is("membership", index) and self.kinds[index + 1 : index + 3] == "x#"
        return counted and not self.has_verb(index, stop)

    def _exceeds(self, index: int, end: int) -> bool:
        """Say whether "tenth more than" or "fifth fewer than" stands at a token."""
        if index + 3 >= end or not (
            self._is("ordinals", index) or self.tokens.words[index] in self.numerals
        ):
            return False
        if self._is("partitives", index + 1):
            # "a fifth of its worth", "a third of what it cost", not "a third of the roof gone"
            return self._is("owners", index + 2) or self._is("question_words", index + 2)
        return self._is("comparatives", index + 1) and self._is("comparison_marks", index + 2)

    def ends_up(self, index: int, end: int) -> bool:
        """Say whether an outcome follows: ", only to be freed", ", only for it to fail"."""
        if not self._is("outcome_openers", index):
            return False
        if self._is("infinitive_marks", index + 1) or self.kinds[index + 1] != "p":
            return self._is("infinitive_marks", index + 1)
        until = min(end, index + OUTCOME)
        return any(self._is("infinitive_marks", at) for at in range(index + 2, until))

    def compares(self, begin: int, end: int) -> bool:
        """Say whether a word of comparison stands among the tokens."""
        return not self.words.table("comparatives").isdisjoint(self.tokens.words[begin:end])

    def pause_after(self, index: int, end: int) -> int:
        """The next pause from a token on; the end where there is none."""
        found = PAUSE.search(self.kinds, index, end)
        return max(index, end) if found is None else found.start()

    def _is_behind_inset(self, index: int) -> bool:
        """Say whether a few words between commas part a verb from its figure: "lasts, on average,
        less than a year"."""
        opening = self.kinds.rfind(",", max(0, index - INSET), index - 1)
        return (
            opening > 0
            and self.kinds[opening + 1] == "p"
            and ("#" not in self.kinds[opening:index])
        )

    def _multiplies(self, index: int, stop: int) -> bool:
        """Say whether "ten times the limit", "twice as many as" or "twice the sum" begins."""
        if self._is("multiples", index) and index + 3 < stop:
            measured = self._is("measured_things", index + 2)
            return self.kinds[index + 1] == "s" or (measured and self.kinds[index + 1] == "d")
        times = index + 2 < stop and self._is("multiplying", index + 1)
        return times and self.kinds[index + 2] in "ds"

    def measured(self, index: int, begin: int, end: int) -> int | None:
        """First token of a share, or of the figure before in another measure, if one follows."""
        if self.kinds[index] == "c":
            return index + 1 if self._restates(index, begin, end) else None
        return index if self._is_share(index, end) else None

    def _restates(self, index: int, begin: int, end: int) -> bool:
        """Say whether a figure is given in another measure: "9 crowns, or about 2 a head"."""
        stop = self.pause_after(index, end)
        if stop <= index + SHORTEST or not self._is("restating", index):
            return False
        first = index + 1 + self._is("adding_openers", index + 1)
        numbers = self.kinds[first] == "#" or self.kinds.startswith("n#", first)
        numbers = numbers or self.tokens.words[first] in self.numerals
        listed = self.kinds[index - 2] == "#" or self.tokens.words[index - 2] in self.numerals
        whole = not listed and not self.has_verb(first, stop)
        return numbers and whole and self.has_figure(begin, index)

    def _is_share(self, index: int, end: int) -> bool:
        """Say whether a share of what stands before is told: "41% of it on credit", "two in five
        of them without a doctor's word"; but not "four of them critically"."""
        tie = self.kinds.find("px", index + 2, index + SHARE_REACH)
        if tie < 0 or not self._is("partitives", tie):
            return False
        told = self.pause_after(index, end) - tie - 2
        return told >= SHORTEST and any(self._is("portions", at) for at in range(index + 1, tie))

    def _ranks(self, index: int, stop: int) -> bool:
        """Say whether "lowest" stands at a token, or "third" of "the third such fire since May"."""
        if self._is("superlatives", index):
            return True
        until = min(stop, index + RANK_REACH)
        return self._is("ordinals", index) and any(
            self._is("row_marks", at) or self._is("record_spans", at)
            for at in range(index + 1, until)
        )

    def _adds(self, index: int, stop: int) -> bool:
        """Say whether a phrase that may add a figure does: not "down from 4%", "some 9 km away"."""
        end = min(stop, index + COMPARED)
        if any(self._is("comparison_marks", at) for at in range(index + 1, end)):
            return True
        if stop - index <= SHORTEST or not self.has_figure(index + 1, stop):
            return False
        if self._is("origin_marks", index + 1):
            return False
        near = range(index + 1, min(stop, index + DISTANCE))
        return self.compares(index, stop) or not any(self._is("distances", at) for at in near)

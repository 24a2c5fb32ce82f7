"""Past forms that are no verb of saying: "a plan announced in May", "shells found there"."""

from __future__ import annotations

from ..lexicon import Cue
from ..tagging.day_marks import opens_time
from ..tagging.flags import ACCUSES
from ..tagging.never import opens_never
from . import Span
from .phrases import SETTING
from .site_reader import SiteReader
from .sites import Site
from .thats import that_after

THAT_REACH = 5  # tokens of "recalled in May that"


class ReducedReader(SiteReader):
    """Tells a past form that describes a noun from one that says something."""

    def _is_done(self, index: int) -> bool:
        """Say whether a participle tells what was done to the noun before it: "le plan annoncé"."""
        if not index or self.view.kinds[index - 1] not in "nN":
            return False
        return self.tokens.words[index].endswith(self.done_endings)

    def _only_names(self, index: int, first: int, last: int) -> bool:
        """Say whether a verb in front of a name tells that of somebody new: "a man called Karl
        Roth, who left"."""
        view, end = self.view, index + 1
        if not view.is_word("presenting", index):
            return False  # as mostly
        while end < last and view.kinds[end] == "N":
            end += 1
        if end < last and view.kinds[end] not in ",.sva":
            return False
        opens = index - 1
        while opens > first and view.kinds[opens] == "n":
            opens -= 1
        return opens < index - 1 and view.is_word("indefinites", opens)

    def _is_reduced(self, cue: Cue, index: int) -> bool:
        """Say whether what looks like a past participle has no helper: "a plan announced in May".

        Before "that" or the person told it is a past tense that the tagger missed: "Orr, 50, told
        them".
        """
        kinds = self.view.kinds
        if not self.tokens.tagged or cue.participle:
            return False
        if self.view.is_word("never_reduced", index) and kinds[index + 1 : index + 2] != "a":
            return False  # "the 43-year-old said she", but "men said to have fled"
        if index and kinds[index - 1] == "c" and kinds[index + 1 : index + 2] in ("d", "N", "x"):
            return False  # "said it was late, and accused Orr of theft"
        # "a union, Farro, accused S of C"
        told = "o" in cue.frames or self.tokens.flags[index] & ACCUSES > 0
        told = told and index + 1 < len(kinds) and kinds[index + 1] in "nNdx"
        last = self.tokens.spans[self.tokens.sentence[index]][1]
        states = cue.strong and "o" not in cue.frames and self._states(index, last)
        # "the firm, which built it, confirmed that C"
        states = states or (index + 1 < last and self.view.is_word("openers", index + 1))
        # "Asked about it, its owner, Ada Holm, confirmed having sold it"
        states = states or (
            "g" in cue.frames and index + 1 < last and self.view.is_gerund(index + 1)
        )
        told = told or (index + 1 < last and kinds[index + 1] in "nNdx" and self._leads(index))
        before = kinds[index - 1] if index else ""
        # "A study which S ordered found that C"
        return not ((told or states) and before == ",") and not (states and before == "v")

    def _is_posted(self, cue: Cue, index: int, first: int) -> bool:
        """Say whether a past form only tells of the paper in which a thing was said before: "said
        in a message | posted online that"."""
        view = self.view
        if not cue.is_past or not view.is_word("settings", index - 1):
            return False
        at = index - 1
        while at > first and view.kinds[at] in "nNd":
            at -= 1
        return view.kinds[at] == "p" and at > first and view.is_word("never_reduced", at - 1)

    def _leads(self, index: int) -> bool:
        """Say whether a past form is the verb of whom a relative clause describes: "Orr, which has
        fought it since May, accused S of C"."""
        kinds, first = self.view.kinds, self.tokens.spans[self.tokens.sentence[index]][0]
        opening = kinds.rfind(",s", first, index)
        if opening < 0 or kinds.find(",", opening + 1, index) != index - 1:
            return False
        relative = self.view.is_word("subject_relatives", opening + 1)
        return relative and not any(kind in 'va":;' for kind in kinds[first:opening])

    def _states(self, index: int, last: int) -> bool:
        """Say whether "that", or a pause and a quotation, follow a verb of saying."""
        at = index + 1
        if at + 1 < last and self.view.kinds[at] in ",:":
            number = self.view.quoted[at + 1]
            return number >= 0 and self.view.ranges[number][0] == at + 1
        return that_after(self.view, at, min(last, index + THAT_REACH)) is not None

    def _describes(self, cue: Cue, index: int, last: int) -> bool:
        """Say whether a place and a verb follow a past form: "Shells found at the site matched C".

        A preposition stands behind it.
        Nobody says anything "at the site matched": the subject would be missing.
        """
        kinds, at = self.view.kinds, index + 1
        noun = cue.is_base and not cue.strong  # "The customs post at Lim handles"
        if not (cue.is_past or noun) or at >= last or opens_never(self.tokens, at, self.words):
            return False
        if self.view.is_word("pronouns.third", index - 1):
            return False  # "He pointed to an order Orr signed"
        if self.view.is_word("never_reduced", index):
            return False  # "said in a note posted online"
        if self.view.is_word("agent_marks", at):
            # "the 4 million expected by analysts", but "Ada Holm, said by telephone"
            return at + 1 >= last or not self.view.is_word("settings", at + 1)
        at += 1
        if self.tokens.flags[index] & ACCUSES and self.view.is_gerund(at):
            return "v" in kinds[at:last]  # "men suspected of burning barns told"
        if at < last and kinds[at] == "d":
            at += 1
        verb = at
        while verb < last and kinds[verb] in "nN":
            verb += 1
        return at < verb < last and kinds[verb] in "va"

    def _may_be_done(self, site: Site, source: Span) -> bool:
        """Say whether a verb may be a participle: "a letter read", "a poll published"."""
        word = self.tokens.words[site.index]
        if word in self.irregular:
            return True
        if not (site.cue.is_past and word.endswith(self.reduced_endings)):
            return False
        return not self.papers.isdisjoint(self.tokens.words[slice(*source)])

    def _was_done(self, site: Site) -> bool:
        """Say whether a verb tells what was done to a thing: "a letter read in court said C"."""
        begin = site.index + 1
        if opens_time(self.tokens, begin, site.last, self.words):
            begin += 2  # "published last week"
        begin += begin < site.last and self.view.is_word("done_tails", begin)  # "posted online"
        setting = SETTING.match(self.view.kinds, begin, site.last)
        at = setting.end() if setting else site.last
        return site.index + 1 < at < site.last and self.view.kinds[at] == "v"

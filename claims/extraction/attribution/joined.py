"""A second verb of one subject: "S left and denied that C"."""

from __future__ import annotations

from bisect import bisect_left

from . import NEGATIVE, Attribution
from .contents import following
from .relatives import RelativeReader
from .sites import Site


class JoinedReader(RelativeReader):
    """Reads a verb behind a conjunction with the subject before that."""

    def _joined(self, site: Site) -> Attribution | None:
        """ "and denied that C": the subject is that of the verb before the conjunction."""
        if self.view.is_word("negations", site.begin - 1) or self._leaves_open(site):
            return None  # "neither confirmed nor denied", "refused to confirm or deny"
        helpers = self.tokens.words[site.begin : site.index]
        if site.cue.stance in NEGATIVE and any(self.words.has("negations", at) for at in helpers):
            return None  # "did not confirm and did not deny"
        before = [item for item in site.before if item.pattern in ("subject", "joined")]
        if before and helpers and self._goes_on_before(before[-1], site):
            return None
        if site.cue.is_past:
            before = [item for item in before if not self._is_aided(item)]
        source = before[-1].source if before else None
        source = source or self._main_subject(site.first, site.begin - 1)
        said = following(self.view, site.end, site.last, site.cue)
        if source is None or said is None:
            return None
        made = self.made(site, (site.begin, site.end), source, [said.span], "joined", said)
        if before and source == before[-1].source and self._is_owned_paper(source):
            made.named = before[-1].named
        return made

    def _goes_on_before(self, said: Attribution, site: Site) -> bool:
        """Say whether a past perfect goes on with one in what is said: "said that A had lost 40
        men and had told others to leave"."""
        words, index = self.tokens.words, site.begin
        if said.cue is None or not said.contents or not self._is_perfect(words[index : site.index]):
            return False
        cue, start = (
            bisect_left(self.tokens.starts, at) for at in (said.cue[0], said.contents[-1][0])
        )
        return self._is_perfect(words[start:index]) and not self._is_perfect(words[cue:start])

    def _is_perfect(self, words: list[str]) -> bool:
        return self.words.has_any("past_perfect", words)

    def _leaves_open(self, site: Site) -> bool:
        """Say whether a denial is one of two things that nobody does: "confirm or deny"."""
        joint = site.begin - 1
        if site.cue.stance not in NEGATIVE or not self.view.is_word("alternatives", joint):
            return False
        other = self.words.cues.get(self.tokens.words[joint - 1])
        return other is not None and other.is_base == site.cue.is_base

    def _is_aided(self, item: Attribution) -> bool:
        """Say whether a verb stands behind "would" or "will", which no past tense goes on with."""
        if item.cue is None:
            return False
        group = self.tokens.words[bisect_left(self.tokens.starts, item.cue[0])]
        return self.words.has("modals", group)

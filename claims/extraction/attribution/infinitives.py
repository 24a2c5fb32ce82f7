"""What an infinitive brings: "went on to say that C", "refused to accept that C"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from . import NEGATIVE, Attribution
from .contents import following
from .phrases import phrase_before, skip_back
from .site_reader import SiteReader
from .sites import Site


class InfinitiveReader(SiteReader):
    """Reads an infinitive with the subject of the verb before it."""

    def _infinitive(self, site: Site) -> Attribution | None:
        """ "She went on to say that C"; "she refused to accept that C" disputes it."""
        mark = site.index - 1
        while mark > site.first and self.view.kinds[mark] == "r":
            mark -= 1
        refused = self.view.is_word("refusing", mark - 1)
        if refused and self.words.has("granting", site.cue.lemma):
            made = self._chained(site, mark - 1)
            if made:
                made.stance = "disputes"
            return made
        if self.view.is_word("seeming", mark - 1):
            made = self._chained(site, mark - 1)
            return made if made and self._is_document(made) else None  # "appears to show C"
        if site.cue.stance in NEGATIVE and self.view.is_word("deciders", mark - 1):
            return self._bidden(site, mark - 1)
        if not self.view.is_word("saying_openers", mark - 1):
            return None
        source = self._main_subject(site.first, mark)
        said = following(self.view, site.end, site.last, site.cue)
        if source is None or said is None:
            return None
        made = self.made(site, (site.index, site.end), source, [said.span], "infinitive", said)
        behind = bisect_left(self.tokens.starts, source[1])
        if behind < site.index and "c" not in self.view.kinds[behind : site.index]:
            made.frames = [self.tokens.slice(behind, site.index)]  # "was at pains to"
        return made

    def _chained(self, site: Site, verb: int) -> Attribution | None:
        """What the subject of a verb says by the infinitive behind it."""
        begin = skip_back(self.tokens, verb, site.first)
        source = phrase_before(self.tokens, begin, site.first, self.words)
        return self._after_subject(replace(site, begin=begin), source) if source else None

    def _is_document(self, made: Attribution) -> bool:
        """Say whether a paper or picture is the source."""
        first, last = (bisect_left(self.tokens.starts, at) for at in made.source or (0, 0))
        return self.words.has_any("documents", self.tokens.words[first:last])

    def _bidden(self, site: Site, whom: int) -> Attribution | None:
        """ "She asked the jury to reject the claim that C": she disputes C."""
        verb = whom - 1 - (self.view.kinds[whom - 1] == "d")
        if not self.view.is_word("bidding", verb):
            return None
        made = self._chained(replace(site, cue=replace(site.cue, stance="disputes")), verb)
        return None if made is None or made.object_frame else made

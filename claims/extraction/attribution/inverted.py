"""Subjects behind their verb: "C," said S; « C », a-t-il dit."""

from __future__ import annotations

from ..tagging.day_marks import opens_time
from . import Attribution, Span
from .before_tags import content_start
from .between import past_body_mark, past_day, past_told
from .openings import is_title
from .order import only_opens
from .phrases_behind import phrase_after
from .set_between import past_settings
from .site_reader import SiteReader
from .sites import Site
from .tags import interrupted
from .verb_first import is_clause_of, verb_first

REFLEXIVES = ("s'", "s’")  # "s'est-il défendu"


class InvertedReader(SiteReader):
    """Reads a verb in front of its subject."""

    def _inverted(self, site: Site) -> Attribution | None:
        """ "C," said S."""
        view, first, index = self.view, site.first, site.index
        previous = site.begin - 1
        opening = "rt" if self.words.order == "vs" else "r"
        while previous >= first and view.kinds[previous] in opening:
            previous -= 1
        blames = "b" in site.cue.frames
        if not (blames or "c" in site.cue.frames) or site.cue.is_base or view.kinds[index] != "v":
            return None
        free = previous < first or view.kinds[previous] in ',"-.' or view.is_joined(index)
        if not free and self.words.order != "v2":
            return None
        source = self._behind(site, previous)
        if source is None:
            return None
        if not free or blames:
            return verb_first(self, site, source)
        begin = content_start(self.view, site, site.begin) if previous >= first else first
        if begin is None:
            return None
        before = view.trimmed(begin, site.begin) if previous >= first else None
        after = interrupted(view, source[1], site.last, before, tag=False)
        if self.words.order == "vs" and before and only_opens(self.view, before):
            before = None  # "من جهته، كشف S عن D"
        contents = [piece for piece in (before, after) if piece]
        if view.quoted[index] >= 0 and before:
            # « A, dit-il, B » is one quotation.
            contents = [(before[0], after[1] if after else before[1])]
        reported = None
        if self.words.order != "sv" and not (before and view.quoted[before[1] - 1] >= 0):
            reported = verb_first(self, site, source)
        if reported is None and contents:
            named = self.tokens.slice(*source)
            return self.made(site, (index, site.end), named, contents, "inverted")
        return reported

    def _behind(self, site: Site, previous: int) -> Span | None:
        """Token range of who speaks behind a verb; previous: what stands in front of the verb."""
        view, first = self.view, site.first
        start = site.end + (self.tokens.words[site.end : site.end + 1] == ["-t"])
        start = past_settings(view, start, site.last)
        start = past_told(view, past_day(view, start, site.last), site)
        start = past_body_mark(view, start, site)
        if opens_time(self.tokens, start, site.last, self.words):
            return None  # "a third, Varn Rail, said this week that C": no week speaks
        source = phrase_after(self.tokens, start, site.last, self.words)
        if source is None or source[0] != start:
            return None
        if view.is_word("negations", start):
            return None  # "State media, which report such things, said nothing"
        if previous >= first and is_clause_of(view, source) and self._ends_name(previous):
            return None
        acts = source[1] < site.last and view.kinds[source[1]] in "va" and previous >= first
        return None if acts else source

    def _ends_name(self, index: int) -> bool:
        """Say whether a token is a comma, or closes a name in quotation marks."""
        view, number = self.view, self.view.quoted[index]
        if view.kinds[index] == ",":
            return True
        return number >= 0 and is_title(view, view.ranges[number][0])

    def _enclitic(self, site: Site, source: Span) -> Attribution | None:
        """ "C", a-t-il dit: the pronoun stands inside the verb group."""
        view, begin = self.view, source[0]
        while begin > site.first and (
            view.kinds[begin - 1] == "a"
            or self.tokens.words[begin - 1].startswith("-")
            or self.tokens.words[begin - 1] in REFLEXIVES
        ):
            begin -= 1
        before = view.trimmed(site.first, begin)
        after = interrupted(view, site.end, site.last, before, tag=True)
        contents = [piece for piece in (before, after) if piece]
        if not contents:
            return None
        named = self.tokens.slice(*source)
        return self.made(site, (begin, site.end), named, contents, "inverted")

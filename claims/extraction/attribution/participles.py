"""What a participle brings behind another clause: ", adding that C"."""

from __future__ import annotations

import re
from dataclasses import replace

from . import Attribution, Span
from .apart import apart
from .caseless_heads import first_name
from .contents import following
from .dropped import PATTERN as DROPPED
from .hearings import HearingReader
from .phrases import phrase_before
from .relatives import RelativeReader
from .said import Said
from .sites import Site

#: Class letters of a name that opens a sentence with an office: "Министр обороны Иван Петров".
NAMED = re.compile("(?:N|n|d|r,?)*NN")


class ParticipleReader(HearingReader, RelativeReader):
    """Reads ", adding that C": the source is that of the clause before."""

    def _participle(self, site: Site) -> Attribution | None:
        """ ", adding that C": the source is that of the clause before."""
        quoted = self._quoted(site)
        if quoted is not None:
            return quoted
        view, first, before = self.view, site.first, site.before
        previous = site.index - 1
        while previous >= first and view.kinds[previous] == "r":
            previous -= 1
        if not before and (aside := apart(self, site, previous)) is not None:
            return aside
        said = following(view, site.end, site.last, site.cue)
        if said is None:
            return None
        own = self._absolute_subject(first, previous)
        while previous > first and view.kinds[previous] in "tp":
            if view.kinds[previous] == "p" and view.kinds[previous + 1] != "t":
                break
            previous -= 1
        joined = (
            previous < first
            or view.kinds[previous] in ',"-'
            or view.is_word("own_documents", previous)
            or (previous > first and view.is_word("participle_openers", previous))
        )
        if own is None and not joined:
            quotes = view.kinds[site.end : site.end + 1] in (":", '"')
            return self._left_open(site, said) if quotes and not before else None
        source = own or (before[-1].source if before else self._main_subject(first, previous))
        if source is None:
            return self._left_open(site, said)
        if own is None and previous > first:
            said = replace(said, span=self._before_deed_of(said.span))
        return self.made(site, (site.index, site.end), source, [said.span], "participle", said)

    def _left_open(self, site: Site, said: Said) -> Attribution | None:
        """What a participle brings where no capital or ending tells the subject before it: said by
        whoever leads the sentence, or else by somebody named before."""
        words = self.words.words
        if not (words.get("pro_drop") and (words.get("caseless") or words.get("inflected"))):
            return None
        group, leader = (site.index, site.end), self._leader(site)
        if leader is not None:
            source = self.tokens.slice(*leader)
            return self.made(site, group, source, [said.span], "participle", said)
        made = self.made(site, group, (0, 0), [said.span], DROPPED, said)
        made.source, made.heir = None, True
        return made

    def _leader(self, site: Site) -> Span | None:
        """Token range of a name with its office that opens a sentence, or of "mother of S"."""
        led = NAMED.match(self.view.kinds, site.first, site.index)
        if led is not None:
            return led.span()
        named = first_name(self.tokens, site.first, site.index, self.words)
        if named is None or not self.view.is_word("kunya", named):
            return None
        return named, named + 2

    def _before_deed_of(self, said: Span) -> Span:
        """What is said, without what its speaker did next: "closed it, saying that A had left, but
        did not say when"; the perfect parts the two."""
        view, (begin, end) = self.view, said
        comma = view.kinds.find(",c", begin, end)
        perfect = comma > 0 and self.words.has_any("past_perfect", self.tokens.words[begin:comma])
        verb = view.past_adverbs(comma + 2, end)
        if not perfect or verb >= end:
            return said
        did = view.kinds[verb] == "a" and view.is_word("plain_pasts", verb)
        return (begin, comma) if did or self._is_past_form(verb) else said

    def _absolute_subject(self, first: int, previous: int) -> Span | None:
        """Subject of "with Orr arguing that C"."""
        if previous <= first or self.view.kinds[previous] not in "nN":
            return None
        source = phrase_before(self.tokens, previous + 1, first, self.words)
        if source is None or not self.view.is_word("absolute_openers", source[0] - 1):
            return None
        return self.tokens.slice(*source)

"""Who spoke, where a body heard it or a paper quoted it."""

from __future__ import annotations

from dataclasses import replace

from . import Attribution, Span
from .before_tags import content_start
from .contents import following
from .phrases import phrase_before, skip_back
from .phrases_behind import phrase_after
from .site_reader import SiteReader
from .sites import Site
from .tags import is_tag
from .thats import that_after

#: Tables of words for a statement, or that point at one.
STATEMENTS = ("rebutted_nouns", "scorned_nouns", "pointers", "told_nouns")
VERDICT = 7  # tokens of "as pure “fantasy”"
NAME_REACH = 12  # tokens of a name between "quoted" and "as saying"


class HearingReader(SiteReader):
    """Reads "the court was told by S that C", "S was quoted as saying that C"."""

    def _heard(self, site: Site) -> Attribution | None:
        """ "The court was told by S that C", "the inquiry heard from S that C".

        Without S a body stands for whoever spoke before it; other people were only told.
        """
        subject = phrase_before(self.tokens, site.begin, site.first, self.words)
        if subject is None:
            return None
        named = self._who_spoke(site)
        if named is None:
            return self._told(site, subject)
        site = replace(site, end=named[1])
        view, source = self.view, self.tokens.slice(*named)
        group = (site.begin, named[0])
        opened = that_after(view, site.end, site.last) is not None
        if not opened and is_tag(view, site.first, site.last, site.end, subject[0], told=False):
            begin = content_start(self.view, site, subject[0])
            content = None if begin is None else view.trimmed(begin, subject[0])
            return content and self.made(site, group, source, [content], "tag")
        said = following(view, site.end, site.last, site.cue)
        return said and self.made(site, group, source, [said.span], "heard", said)

    def _told(self, site: Site, subject: Span) -> Attribution | None:
        """ "C, the jury heard", "the jury heard that C"; "C, staff were told": by whom is open."""
        view, start = self.view, self.tokens.starts[subject[0]]
        if any(
            item.pattern == "according" and begin <= start < end
            for item in site.before
            for begin, end in item.contents
        ):
            return None  # "According to S, the jury was told"
        if any(view.is_word("hearers", index) for index in range(*subject)):
            return self._after_subject(site, subject)
        if not is_tag(view, site.first, site.last, site.end, subject[0], told=False):
            return None
        made = self._after_subject(site, subject)
        if made is not None and made.pattern == "tag":
            made.frames, made.source = [self.tokens.slice(subject[0], site.begin)], None
            return made
        return None

    def _rejected(self, site: Site) -> Attribution | None:
        """ "The claim that C was denied by S", "the figure was disputed by S"."""
        named = self._who_spoke(site)
        if named is None:
            return None
        view, words = self.view, self.tokens.words
        subject = phrase_before(self.tokens, site.begin, site.first, self.words)
        begin = None if subject is None else subject[0]
        maker = None
        for at in range(site.first + 1, site.begin):
            if not view.is_word("openers", at):
                continue
            maker = self._maker(site.first, at)
            if maker is not None or words[at - 1] in self.words.nouns:
                begin, subject = at + 1, None
                break
        content = None if begin is None else view.trimmed(begin, site.begin)
        if content is None:
            return None
        if subject is not None and self._are_sacked(site, content):
            return None
        group = (site.begin, named[0])
        made = self.made(site, group, self.tokens.slice(*named), [content], "rejected")
        made.object_frame = subject is not None
        if maker is not None:
            made.source, made.reporter = self.tokens.slice(*maker), made.source
            made.stance = "disputes"
        return made

    def _are_sacked(self, site: Site, content: Span) -> bool:
        """Say whether people are dismissed, not a statement: "Orr was dismissed by the airline"."""
        view = self.view
        return self.words.has("dismissing", site.cue.lemma) and not any(
            view.tokens.words[at] in self.words.nouns
            or any(view.is_word(table, at) for table in STATEMENTS)
            for at in range(*content)
        )

    def _maker(self, first: int, that: int) -> Span | None:
        """S in "a report by S that C was rejected"."""
        mark = that - 1
        while mark > first and self.view.kinds[mark] in "dnN":
            mark -= 1
        told = self.view.is_word("speaker_marks", mark) and mark > first
        named = told and self.tokens.words[mark - 1] in self.words.nouns
        return (mark + 1, that) if named and mark + 1 < that else None

    def _who_spoke(self, site: Site) -> Span | None:
        """Token range of S in "told by S", "heard evidence from S"."""
        view, at = self.view, site.end
        if at < site.last and "n" in site.cue.frames and view.is_word("quoting_marks", at):
            at = self._past_verdict(at, site.last)
        while at < site.last and (
            view.kinds[at] in "rt"
            or view.kinds.startswith("pt", at)
            or view.is_word("heard_things", at)
        ):
            at += 1
        if at >= site.last or not view.is_word("speaker_marks", at):
            return None
        source = phrase_after(self.tokens, at + 1, site.last, self.words)
        if source is None or not view.is_word("settings", source[1] - 1):
            return source
        return source if view.kinds[source[0]] in "dN" else None  # "told by text message"

    def _past_verdict(self, index: int, last: int) -> int:
        """Token after "as pure fantasy" in "was dismissed as pure fantasy by S"."""
        at = index + 1
        while at < min(last, index + VERDICT) and not self.view.is_word("agent_marks", at):
            at += 1
        found = at < last and self.view.is_word("agent_marks", at)
        return at if found and not set("va,;") & set(self.view.kinds[index:at]) else index

    def _quoted(self, site: Site) -> Attribution | None:
        """ "S was quoted as saying (by N) that C", "N quoted S as saying that C"."""
        view, mark = self.view, site.index - 1
        if mark - 1 <= site.first or not view.is_word("quoting_marks", mark):
            return None
        quoting, agent = mark - 1, self._agent_before(mark, site.first)
        if agent is not None:
            quoting = agent - 1  # "was quoted by the agency as saying"
        while quoting > site.first and view.kinds[quoting] in "tp":
            quoting -= 1  # "was quoted on Monday as saying"
        if view.is_word("quoting", quoting):
            begin = skip_back(self.tokens, quoting, site.first)
            source = phrase_before(self.tokens, begin, site.first, self.words)
            paper = self._who_spoke(site)
        else:
            begin, paper = site.index, None
            source = self._between_marks(mark, site.first)
        if source is None:
            return None
        end = paper[1] if paper is not None else site.end
        made = self._after_subject(replace(site, begin=begin, end=end), source)
        if made is not None:
            made.cue = self.tokens.slice(begin, site.end)
        return made

    def _agent_before(self, mark: int, first: int) -> int | None:
        """Token of "by" in "(was quoted) by the agency (as saying)"."""
        at = mark - 1
        while at > first and mark - at < NAME_REACH and self.view.kinds[at] in "nNd-":
            at -= 1
        quoted = at > first and self.view.is_word("quoting", at - 1)
        return at if quoted and self.view.is_word("agent_marks", at) else None

    def _between_marks(self, mark: int, first: int) -> Span | None:
        """S between "quoted" and "as"."""
        mark -= self.view.kinds[mark - 1] == ","  # "quoted the minister, Ada Holm, as saying"
        for at in range(mark - 1, max(first, mark - NAME_REACH), -1):
            if self.view.is_word("quoting", at):
                return (at + 1, mark) if at + 1 < mark else None
            if self.view.kinds[at] not in "nNdp-,#":
                break
        return None

"""Finite verbs of saying behind their subject, and what is no subject of theirs."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ..tagging.day_marks import before_date, behind_relative, opens_time
from . import NEGATIVE, Attribution, Span
from .agents import before_relative, past_agent
from .as_clauses import told_so
from .dropped import dropped
from .hearings import HearingReader
from .inverted import InvertedReader
from .joined import JoinedReader
from .object_first import object_first
from .obliques import past_obliques
from .order import closes_clause, is_spoken
from .phrases import phrase_before
from .reduced import ReducedReader
from .sites import Site
from .topics import topic
from .unsaid import is_another
from .untrue import named_untrue
from .verb_first import is_opening
from .written import written


class FiniteReader(HearingReader, JoinedReader, InvertedReader, ReducedReader):
    """Reads "S said C", wherever S stands."""

    def _finite(self, site: Site) -> Attribution | None:
        """What a finite verb brings, given its site."""
        if "h" in site.cue.frames:
            return self._heard(site)
        self._begin_before_time(site)
        if self.has_other_orders and (made := self._in_other_order(site)) is not None:
            return made
        relative = self.tokens.words[site.begin - 1] in self.relatives
        relative = relative and self.view.kinds[site.begin - 1] != "N"  # no "WHO"
        source = self._subject(site, self._after_cues(site) if relative else site.first)
        if source is None:
            return self._without_subject(site)
        if site.before and "c" in self.view.kinds[slice(*source)]:
            source = self._behind_thing(site.before[-1], source)
        if self.tokens.words[source[0]][0] == "-" and self.view.is_enclitic(source[0]):
            return self._enclitic(site, source)
        judges = site.before or site.cue.stance in NEGATIVE
        if judges and (judgement := self._judges(site, source)) is not None:
            return judgement
        if self._says_nothing_of_its_own(site, source):
            return None
        if relative:
            return self._by_relative(site, source)
        return self._by_subject(site, source)

    def _begin_before_time(self, site: Site) -> None:
        """Let a verb begin before a time behind its subject: "the bank, which last month said"."""
        tokens = self.tokens
        if self.view.kinds[site.begin - 1] in "nNtgv":
            site.begin = behind_relative(tokens, site.begin, site.first, self.words)
        last = site.begin - 1
        if tokens.words[last] in self.times and opens_time(
            tokens, last - 1, site.begin, self.words
        ):
            site.begin -= 2
        elif self.view.kinds[last] in "N#":  # as a tagger has "prosecutors in April"
            site.begin = before_date(tokens, site.begin, site.first, self.words)

    def _in_other_order(self, site: Site) -> Attribution | None:
        """What is read otherwise in languages that set a verb, or who speaks, elsewhere."""
        if self.may_invert:
            denied = (object_first if self.points_at_objects else named_untrue)(self, site)
            if denied is not None:
                return denied
        return written(self, site) if self.is_impersonal else None

    def _subject(self, site: Site, first: int) -> Span | None:
        """Token range of who speaks in front of a verb, not before the token `first`."""
        if self.has_topics and (about := topic(self, site)) is not None:
            return about
        source = phrase_before(self.tokens, site.begin, first, self.words)
        if source is not None and self.points_at_objects:
            source = past_obliques(self, source, first)
        if self.done_endings and source is not None:
            source = past_agent(self, site, source)
        if source is not None and self._is_no_subject(site, source):
            source = None
        if source is None and self.view.prefixes and self.view.kinds[site.begin - 1] == ",":
            return before_relative(self, site)
        return source

    def _without_subject(self, site: Site) -> Attribution | None:
        """What a verb brings whose subject stands behind it, further off or nowhere."""
        if site.begin > site.first and self.view.kinds[site.begin - 1] == "c":
            return self._joined(site) or dropped(self, site)
        return told_so(self, site) or self._inverted(site) or dropped(self, site)

    def _says_nothing_of_its_own(self, site: Site, source: Span) -> bool:
        """Say whether a verb only tells what was done to a thing, or what a relative is."""
        view, mark = self.view, source[0] - 1
        # Most subjects open their sentence: then nothing stands in front that could be judged.
        inside = mark > site.first
        if inside and self._takes_relative(site, source):
            return True
        if self._may_be_done(site, source) and self._was_done(site):
            return True
        # "sold for half of what the auditors said it was worth"
        clause = inside and "n" not in site.cue.frames and view.kinds[mark - 1] == "p"
        return clause and view.is_word("whats", mark)

    def _by_relative(self, site: Site, source: Span) -> Attribution | None:
        """What somebody says whom a relative refers to: "the mayor, who said C"."""
        if is_another(self.tokens, self.words, source):
            return None
        made = self._after_subject(site, (site.begin - 1, site.begin))
        if made is None or self._only_defines(made, site, source):
            return None
        made.named = self.tokens.slice(*source)
        self._end_relative(made, site.last)
        return made

    def _by_subject(self, site: Site, source: Span) -> Attribution | None:
        """What the subject in front of a verb says by it."""
        if self.tokens.words[source[1] - 1] in self.addressed:
            return None  # "Some of you will have read that C": C is the speaker's
        inside = source[0] - 1 > site.first
        about = self._about_relative(site, source) if inside else None
        made = about or self._after_subject(site, source)
        if made is not None and inside and self._is_timed(site.first, source[0] - 1):
            made.frames = [*made.frames, self.tokens.slice(site.first, source[0])]
        if made is not None and inside and self.view.is_word("owning_relatives", source[0] - 1):
            made.named = self._paper_owner(site, source)
        return made

    def _is_timed(self, first: int, that: int) -> bool:
        """Say whether nothing but a time stands before "that": "It was not until May that"."""
        view = self.view
        if not (view.is_word("cleft_subjects", first) and view.is_word("openers", that)):
            return False
        copula = view.kinds.startswith("a", first + 1) and view.kinds[first + 2] in "rpst"
        return copula and not view.has_verb(first + 2, that)

    def _behind_thing(self, before: Attribution, source: Span) -> Span:
        """A subject without what another names in front of it: "called it a lie and | S said"."""
        ends = before.contents[-1][1] if before.object_frame else 0
        at = bisect_left(self.tokens.starts, ends, *source) if ends else source[0]
        return (at + 1, source[1]) if self.view.kinds[at] == "c" else source

    def _is_no_subject(self, site: Site, source: Span) -> bool:
        """Say whether a noun phrase before a verb of saying is not who speaks."""
        view, last_before = self.view, site.begin - 1
        if source[1] - source[0] == 1 and view.is_word("no_subjects", source[0]):
            return True
        if source == (last_before, site.begin) and view.is_word("object_pronouns", last_before):
            return True  # "comme l'a dit S"
        if view.kinds[last_before] in ",-":
            if is_spoken(view, source, site.begin):
                return True  # «The road, which is closed, — said S»
            if not self.tokens.verbs_known and closes_clause(view, site):
                return True  # "El turismo, que supone 3, caerá, augura S"
        if view.joined and view.is_joined(site.index) and last_before >= site.first:
            return True
        # "Nach dem Brand teilte S mit": the subject follows the verb, but in "Aus dem Bericht geht
        # hervor" the report says it.
        emerges = self.words.has("emerging", site.cue.lemma)
        return self.may_invert and not emerges and is_opening(view, source, site.first)

    def _behind_colon(self, site: Site) -> Attribution | None:
        """ "Reactions from the union: Its president, Ada Orr, says that C"."""
        colon = self.view.kinds.rfind(":", site.first, site.begin)
        if colon < 0 or self.view.quoted[colon] >= 0:
            return None
        return self._finite(replace(site, first=colon + 1))

"""Attributions from word order alone: subject, cue and what stands around them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ..lexicon import Cue
from ..tagging.day_marks import behind_relative, opens_time
from ..tagging.flags import TRIGGERS
from . import NEGATIVE, Attribution, Span
from .according import AccordingReader
from .agents import before_relative, past_agent
from .as_clauses import told_so
from .dropped import dropped
from .infinitives import InfinitiveReader
from .inverted import REFLEXIVES, InvertedReader
from .joined import JoinedReader
from .judged import disputed_by
from .object_first import object_first
from .order import closes_clause, is_spoken
from .own_counts import by_own_counts
from .own_points import by_own_points
from .participles import ParticipleReader
from .passed_on import pass_on
from .phrases import phrase_before, skip_back
from .pointing import point_back
from .recollections import by_recollection
from .reduced import ReducedReader
from .said_by import said_by
from .sites import Site
from .unsaid import is_another, nobody_says, only_adds
from .untrue import named_untrue
from .verb_first import is_opening
from .written import written

SO_REACH = 9  # tokens of "as their spokeswoman Ms Fairley" before "put it"
QUOTED_GROUP = 6  # tokens of “has always categorically denied”


class SurfaceReader(
    AccordingReader, ParticipleReader, InfinitiveReader, JoinedReader, InvertedReader, ReducedReader
):
    """Finds attributions sentence by sentence in one document."""

    def read(self) -> list[Attribution]:
        """Return all attributions in the order of their cues."""
        found = pass_on(self, self._read())
        found = by_own_points(self, by_own_counts(self, found))
        return point_back(self, by_recollection(self, found))

    def _read(self) -> list[Attribution]:
        found: list[Attribution] = []
        here: list[Attribution] = []
        words, before, first, last = self.words, -1, 0, 0
        said, sentence, filed = self.tokens.words, self.tokens.sentence, self.tokens.filed
        for index in self._triggers():
            word = said[index]
            number = sentence[index]
            if number != before:
                found += here
                here, before = [], number
                first, last = self.tokens.spans[number]
                first = filed.get(number, first)
            if here and self._in_source(here[-1], index):
                continue
            if word in words.cues or word in words.phrases:
                cited = word in words.prepositions
                made = None
                if cited and self.view.is_word("impersonal_forms", index):
                    made = self._preposition(number, first, last, index)
                made = made or self._verb(number, first, last, index, here)
                if made is None and cited:
                    made = self._preposition(number, first, last, index)
            elif word in words.adjectives:
                made = self._adjective(number, first, last, index, here)
            elif not self._acts_by(here, index):
                made = self._preposition(number, first, last, index)
            else:
                made = None
            if made is not None:
                if here and made.source is not None and self._has_words(made.source):
                    here = [item for item in here if not self._is_of_source(item, made)]
                here.append(made)
        return found + here

    def _has_words(self, source: Span) -> bool:
        """Say whether a source has several words, one of which may be a verb; "he" has not."""
        return self.tokens.text.find(" ", *source) >= 0

    def _is_of_source(self, item: Attribution, made: Attribution) -> bool:
        """Say whether a verb only tells who speaks: "an official who had read | the log said"."""
        if item.cue is None or made.cue is None or made.source is None or not item.contents:
            return False
        tells = made.source[0] < item.cue[0] < made.source[1]
        return tells and item.contents[-1][1] > made.cue[0]

    def _triggers(self) -> list[int]:
        """Tokens at which an attribution may be found: a verb of saying, or a set phrase begins."""
        kinds, words, flags = self.view.kinds, self.tokens.words, self.tokens.flags
        cues, phrases = self.words.cues, self.words.phrases
        found = []
        for index in [at for at in self.tokens.marked if flags[at] & TRIGGERS]:
            word = words[index]
            if word in self.own_nouns:
                self.owned.append(index)
                if word not in cues and word not in phrases:
                    continue
            if word in cues or word in phrases:
                if kinds[index] in "vg" or word in self.words.prepositions:
                    found.append(index)
            elif word not in self.second_words or (
                index + 1 < len(words) and words[index + 1] in self.second_words[word]
            ):
                found.append(index)
        return found

    def _in_source(self, before: Attribution, index: int) -> bool:
        """Say whether a word describes a source: "according to two people briefed on C"."""
        if before.pattern != "according" or before.source is None:
            return False
        start, cue = self.tokens.starts[index], before.cue
        inside = before.source[0] < start < before.source[1]
        return inside or (cue is not None and cue[0] < start < cue[1])  # "как говорится в"

    def _acts_by(self, here: list[Attribution], index: int) -> bool:
        """Say whether "according to" tells how somebody acted: "said that he acted by order"."""
        start = self.tokens.starts[index]
        if self.tokens.verbs_known or self.view.kinds[index - 1] in ',-"':
            return False
        return any(begin < start < end for item in here for begin, end in item.contents)

    # --- verbs -----------------------------------------------------------------------------
    def _verb(
        self, number: int, first: int, last: int, index: int, before: list[Attribution]
    ) -> Attribution | None:
        view, words, kinds = self.view, self.words, self.view.kinds
        word = self.tokens.words[index]
        if word in words.phrases:
            cue, end = view.cue_at(index, last)
            if cue is not None and "q" in cue.frames and not self._puts_so(first, index, end):
                cue, end = words.cues.get(word), index + 1  # "put it at 11"
        else:  # as mostly
            cue, end = words.cues[word] if kinds[index] in "vg" else None, index + 1
        if cue is None or not cue.frames or index in self.bringing:
            return None
        if view.quoted[index] >= 0 and not view.is_enclitic(index + 1):
            group = self._quoted_group(cue, index) if cue.stance in NEGATIVE else None
            if group is None:
                return None
            return self._finite(Site(cue, index, *group, number, first, last, before))
        if index > first and view.is_word("perfect_participles", index - 1):
            told = cue.strong or cue.stance in NEGATIVE  # "having ruled that C"
            perfect = Site(cue, index - 1, index - 1, end, number, first, last, before)
            return self._participle(perfect) if told else None
        begin = skip_back(self.tokens, index, first)
        helpers = self.tokens.words[begin:index]  # mostly none
        aided = bool(helpers) and words.has_any("auxiliaries", helpers)
        if helpers and not cue.participle and not cue.is_base and words.has_any(
            "passive_auxiliaries", helpers
        ) and helpers[0] not in REFLEXIVES:  # fmt: skip
            site = Site(cue, index, begin, end, number, first, last, before)
            if cue.stance in NEGATIVE:
                return self._rejected(site)
            heard = self._heard(site) if "o" in cue.frames else None
            return heard or said_by(self, site)
        placed = kinds[end : end + 1] == "p" and end < last
        if placed and "o" in cue.frames and cue.is_past and view.is_word("informed_marks", end):
            return None  # "a person briefed on the talks said"
        if not aided and (
            cue.is_past_participle
            or (self.done_endings and self._is_done(index))
            or (kinds[index] == "g" and self._is_reduced(cue, index))
            or (kinds[index + 1 : index + 2] == "p" and self._describes(cue, index, last))
            or (kinds[index - 1] == "n" and self._is_posted(cue, index, first))
            or (kinds[index + 1 : index + 2] == "N" and self._only_names(index, first, last))
        ):
            if cue.stance in NEGATIVE and disputed_by(view, index, last):
                return self._judged(Site(cue, index, begin, end, number, first, last, before))
            return None
        site = Site(cue, index, begin, end, number, first, last, before)
        if helpers and cue.is_base and words.has_any("infinitive_marks", helpers):
            return self._infinitive(site)
        if cue.participle and not aided:
            return self._participle(site)
        if not helpers or not words.has_any("negations", helpers):
            made = self._finite(site) or self._behind_colon(site)
            if (
                made is None
                or made.source is None
                or not nobody_says(self.tokens, self.words, made.source)
            ):
                return made
            return self._granted(made)
        return self._negated(site)

    def _quoted_group(self, cue: Cue, index: int) -> Span | None:
        """Tokens of “categorically denies”, where nothing else is quoted."""
        begin, end = self.view.ranges[self.view.quoted[index]]
        alone = end == index + 2 and end - begin <= QUOTED_GROUP and not cue.participle
        plain = alone and not self.view.kinds[begin + 1 : index].strip("ra")
        negated = self.words.has_any("negations", self.tokens.words[begin:index])
        return (begin, end) if plain and not negated else None

    def _granted(self, made: Attribution) -> Attribution | None:
        """What "nobody disputes" is asserted; what "no expert has found" is not said by anybody."""
        if made.stance not in NEGATIVE:
            return None
        made.stance, made.source = "asserts", None
        return made

    def _puts_so(self, first: int, index: int, end: int) -> bool:
        """Say whether "as", a quotation or a colon stands around "S put it"."""
        near = self.tokens.words[max(first, index - SO_REACH) : index]
        if self.words.has_any("quoting_marks", near) or self.view.kinds[end : end + 1] == ":":
            return True
        return '"' in self.view.kinds[max(first, index - SO_REACH) : index]

    def _negated(self, site: Site) -> Attribution | None:
        """ "Did not deny" grants a statement, "does not accept" disputes it.

        What somebody "did not say" is no statement of theirs: the sentence is one of the article.
        """
        cue, words = site.cue, self.words
        if words.has("answering", cue.lemma) or words.has("verifying", cue.lemma):
            return None  # "did not respond to questions about C", "could not confirm that C"
        granting = words.has("granting", cue.lemma)
        if granting:
            # "did not accept the figure".
            site = replace(site, cue=replace(cue, frames=cue.frames + "n"))
        made = self._finite(site) or self._behind_colon(site)
        if made is None or made.stance == "promises" or self._says_nothing(made):
            return None  # "did not promise a bridge": that nobody did, is told
        if made.stance in NEGATIVE:
            made.stance = "concedes"
        elif words.has("granting", made.lemma) or words.has("holding", made.lemma):
            made.stance = "disputes"
        elif not only_adds(self.tokens, words, site):
            return None
        return made

    def _says_nothing(self, made: Attribution) -> bool:
        """Say whether nothing is stated: "did not say who had fired", "never knew the border"."""
        begin, end = (bisect_left(self.tokens.starts, at) for at in made.contents[0])
        asked = made.cue is not None and bisect_left(self.tokens.starts, made.cue[1])
        if made.stance not in NEGATIVE and any(
            self.view.is_word("question_words", at) for at in (begin, asked or begin)
        ):
            return True
        if not made.object_frame or not self.words.has("granting", made.lemma):
            return False
        lone = end == begin + 1 and self.view.is_word("pointing_words", begin)
        stop = next((at for at in range(begin, end) if self.view.kinds[at] not in "dnN#"), end)
        head = self.tokens.words[begin:stop]
        if any(self.words.has_any(table, head) for table in ("no_statements", "yielded")):
            return True  # "did not concede a goal in nine games", "did not accept the offer"
        return not lone and not any(
            self.view.kinds[at] in '#"'
            or self.tokens.words[at] in self.words.nouns
            or self.view.is_word("rebutted_nouns", at)
            for at in range(begin, end)
        )

    def _adjective(
        self, number: int, first: int, last: int, index: int, before: list[Attribution]
    ) -> Attribution | None:
        """ "S was adamant that C"."""
        view, words = self.view, self.tokens.words
        begin = skip_back(self.tokens, index, first)
        copula = self.words.has_any("finite_auxiliaries", words[begin:index])
        source = phrase_before(self.tokens, begin, first, self.words)
        if not copula or source is None or view.quoted[index] >= 0:
            return None
        cue = self.words.adjectives[words[index]]
        site = Site(cue, index, begin, index + 1, number, first, last, before)
        return self._after_subject(site, source)

    def _finite(self, site: Site) -> Attribution | None:
        if "h" in site.cue.frames:
            return self._heard(site)
        view, tokens = self.view, self.tokens
        if self.view.kinds[site.begin - 1] in "nNtgv":
            site.begin = behind_relative(tokens, site.begin, site.first, self.words)
        last_before = site.begin - 1
        if tokens.words[last_before] in self.times and opens_time(
            tokens, last_before - 1, site.begin, self.words
        ):
            site.begin -= 2  # "the bank, which last month said"
            last_before -= 2
        if self.may_invert:
            denied = (object_first if self.points_at_objects else named_untrue)(self, site)
            if denied is not None:
                return denied
        paper = written(self, site) if self.is_impersonal else None
        if paper is not None:
            return paper
        relative = tokens.words[last_before] in self.relatives
        first = self._after_cues(site) if relative else site.first
        source = phrase_before(tokens, site.begin, first, self.words)
        if self.done_endings and source is not None:
            source = past_agent(self, site, source)
        if source is not None and self._is_no_subject(site, source):
            source = None
        if source is None and view.prefixes and view.kinds[last_before] == ",":
            source = before_relative(self, site)
        if source is None:
            if site.begin > site.first and view.kinds[last_before] == "c":
                return self._joined(site) or dropped(self, site)
            return told_so(self, site) or self._inverted(site) or dropped(self, site)
        if site.before and "c" in view.kinds[slice(*source)]:
            source = self._behind_thing(site.before[-1], source)
        if tokens.words[source[0]][0] == "-" and view.is_enclitic(source[0]):
            return self._enclitic(site, source)
        # Most subjects open their sentence: then nothing stands in front that could be judged.
        inside = source[0] - 1 > site.first
        if site.before and (judgement := self._judges(site, source)) is not None:
            return judgement
        if inside and self._takes_relative(site, source):
            return None
        if self._may_be_done(site, source) and self._was_done(site):
            return None
        clause = inside and "n" not in site.cue.frames
        if clause and view.kinds[source[0] - 2] == "p" and view.is_word("whats", source[0] - 1):
            return None  # "sold for half of what the auditors said it was worth"
        if relative:
            if is_another(tokens, self.words, source):
                return None
            made = self._after_subject(site, (last_before, site.begin))
            if made is not None and self._only_defines(made, site, source):
                return None
            if made is not None:
                made.named = tokens.slice(*source)
                self._end_relative(made, site.last)
            return made
        if tokens.words[source[1] - 1] in self.addressed:
            return None  # "Some of you will have read that C": C is the speaker's
        about = self._about_relative(site, source) if inside else None
        made = about or self._after_subject(site, source)
        if made is not None and inside and self.view.is_word("owning_relatives", source[0] - 1):
            made.named = self._paper_owner(site, source)
        return made

    def _behind_thing(self, before: Attribution, source: Span) -> Span:
        """A subject without what another names in front of it: "called it a lie and | S said"."""
        ends = before.contents[-1][1] if before.object_frame else 0
        at = bisect_left(self.tokens.starts, ends, *source) if ends else source[0]
        return (at + 1, source[1]) if self.view.kinds[at] == "c" else source

    def _is_no_subject(self, site: Site, source: Span) -> bool:
        """Say whether a noun phrase before a verb of saying is not who speaks."""
        view, last_before = self.view, site.begin - 1
        if source == (last_before, site.begin) and view.is_word("object_pronouns", last_before):
            return True  # "comme l'a dit S"
        if view.kinds[last_before] in ",-":
            if is_spoken(view, source, site.begin):
                return True  # «The road, which is closed, — said S»
            if not self.tokens.verbs_known and closes_clause(view, site):
                return True  # "El turismo, que supone 3, caerá, augura S"
        if view.joined and view.is_joined(site.index) and last_before >= site.first:
            return True
        # "Nach dem Brand teilte S mit": the subject follows the verb
        return self.may_invert and is_opening(view, source, site.first)

    def _behind_colon(self, site: Site) -> Attribution | None:
        """ "Reactions from the union: Its president, Ada Orr, says that C"."""
        colon = self.view.kinds.rfind(":", site.first, site.begin)
        if colon < 0 or self.view.quoted[colon] >= 0:
            return None
        return self._finite(replace(site, first=colon + 1))

"""Verbs of saying, told by their helpers: finite, negated, passive, a participle, an infinitive."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ..lexicon import Cue
from . import NEGATIVE, Attribution, Span
from .finite import FiniteReader
from .infinitives import InfinitiveReader
from .inverted import REFLEXIVES
from .judged import disputed_by
from .participles import ParticipleReader
from .phrases import phrase_before, skip_back
from .said_by import said_by
from .sites import Site
from .unsaid import (
    between_cue_and_content,
    finds_unlikely,
    nobody_says,
    only_adds,
    says_not,
)
from .verb_brackets import bracketed

SO_REACH = 9  # tokens of "as their spokeswoman Ms Fairley" before "put it"
QUOTED_GROUP = 6  # tokens of “has always categorically denied”


class VerbReader(FiniteReader, ParticipleReader, InfinitiveReader):
    """Reads a verb of saying, or an adjective that does as much, with its helpers."""

    def _verb(
        self, number: int, first: int, last: int, index: int, before: list[Attribution]
    ) -> Attribution | None:
        """What the verb at a token brings, if it is one of saying there."""
        view, words, word = self.view, self.words, self.tokens.words[index]
        if word in words.phrases:
            cue, end = self._cue(index, first, last)
        else:  # as mostly
            cue, end = words.cues[word] if view.kinds[index] in "vg" else None, index + 1
        if cue is None or not cue.frames or index in self.bringing:
            return None
        if cue.is_past and self._is_compared(index, first):
            return None
        site = Site(cue, index, index, end, number, first, last, before)
        if view.quoted[index] >= 0 and not view.is_enclitic(index + 1):
            return self._in_quotes(site)
        if index > first and self.tokens.words[index - 1] in self.perfects:
            return self._perfect(site)
        if view.has_verb_brackets:
            made = bracketed(self, site)
            if made is not None or cue.is_past_participle:
                return made
        site.begin = skip_back(self.tokens, index, first)
        helpers = self.tokens.words[site.begin : index]  # mostly none
        aided = bool(helpers) and words.has_any("auxiliaries", helpers)
        if helpers and self._is_passive(cue, helpers):
            return self._passive(site)
        if end < last and view.kinds[end] == "p" and self._is_informed(site):
            return None
        if not aided and self._describes_noun(site):
            disputed = cue.stance in NEGATIVE and disputed_by(view, index, last)
            return self._judged(site) if disputed else None
        if helpers and cue.is_base and words.has_any("infinitive_marks", helpers):
            return self._infinitive(site)
        if cue.participle and not aided:
            return self._participle(site)
        if helpers and words.has_any("negations", helpers):
            return self._negated(site)
        made = self._finite(site) or self._behind_colon(site)
        if made is None or made.source is None:
            return made
        if nobody_says(self.tokens, words, made.source):
            return self._granted(made)
        return self._weighed(made)

    def _is_compared(self, index: int, first: int) -> bool:
        """Say whether a participle is compared before its noun: "kept more detailed records"; not
        "two more said"."""
        if index < first + 2 or not self.view.is_word("comparing", index - 1):
            return False
        before = self.view.kinds[index - 2]
        return before in "vadp" and self.view.kinds[index + 1 : index + 2] in ("n", "v")

    def _cue(self, index: int, first: int, last: int) -> tuple[Cue | None, int]:
        """The cue of one word or several that begins at a token, and the token after it."""
        cue, end = self.view.cue_at(index, last)
        if cue is not None and "q" in cue.frames and not self._puts_so(first, index, end):
            return self.words.cues.get(self.tokens.words[index]), index + 1  # "put it at 11"
        return cue, end

    def _puts_so(self, first: int, index: int, end: int) -> bool:
        """Say whether "as", a quotation or a colon stands around "S put it"."""
        near = self.tokens.words[max(first, index - SO_REACH) : index]
        if self.words.has_any("quoting_marks", near) or self.view.kinds[end : end + 1] == ":":
            return True
        return '"' in self.view.kinds[max(first, index - SO_REACH) : index]

    def _in_quotes(self, site: Site) -> Attribution | None:
        """What S says in "S “categorically denies” C", where only the verb is quoted."""
        group = self._quoted_group(site.cue, site.index) if site.cue.stance in NEGATIVE else None
        if group is None:
            return None
        site.begin, site.end = group
        return self._finite(site)

    def _quoted_group(self, cue: Cue, index: int) -> Span | None:
        """Tokens of “categorically denies”, where nothing else is quoted."""
        begin, end = self.view.ranges[self.view.quoted[index]]
        alone = end == index + 2 and end - begin <= QUOTED_GROUP and not cue.participle
        plain = alone and not self.view.kinds[begin + 1 : index].strip("ra")
        negated = self.words.has_any("negations", self.tokens.words[begin:index])
        return (begin, end) if plain and not negated else None

    def _perfect(self, site: Site) -> Attribution | None:
        """What "having ruled that C" brings."""
        if not (site.cue.strong or site.cue.stance in NEGATIVE):
            return None
        site.index = site.begin = site.index - 1
        return self._participle(site)

    def _is_passive(self, cue: Cue, helpers: list[str]) -> bool:
        """Say whether the helpers of a verb make it a passive: "was told"."""
        if cue.participle or cue.is_base or helpers[0] in REFLEXIVES:
            return False
        return self.words.has_any("passive_auxiliaries", helpers)

    def _passive(self, site: Site) -> Attribution | None:
        """What a passive brings: "was denied by S", "was told by S that C", "it was said by S"."""
        if site.cue.stance in NEGATIVE:
            return self._rejected(site)
        heard = self._heard(site) if "o" in site.cue.frames else None
        return heard or said_by(self, site)

    def _is_informed(self, site: Site) -> bool:
        """Say whether a verb tells what its subject knows of: "a person briefed on it said"."""
        told = "o" in site.cue.frames and site.cue.is_past
        return told and self.view.is_word("informed_marks", site.end)

    def _describes_noun(self, site: Site) -> bool:
        """Say whether a verb without a helper only describes a noun beside it."""
        kinds, cue, index = self.view.kinds, site.cue, site.index
        following = kinds[index + 1 : index + 2]
        return (
            cue.is_past_participle
            or (bool(self.done_endings) and self._is_done(index))
            or (kinds[index] == "g" and self._is_reduced(cue, index))
            or (following == "p" and self._describes(cue, index, site.last))
            or (kinds[index - 1] == "n" and self._is_posted(cue, index, site.first))
            or (following == "N" and self._only_names(index, site.first, site.last))
        )

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
        if made is None or made.stance == "promises" or self._states_nothing(made):
            return None  # "did not promise a bridge": that nobody did, is told
        if made.stance in NEGATIVE:
            made.stance = "concedes"
        elif words.has("granting", made.lemma) or words.has("holding", made.lemma):
            made.stance = "disputes"
        elif not only_adds(self.tokens, words, site):
            return None
        return made

    def _states_nothing(self, made: Attribution) -> bool:
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

    def _weighed(self, made: Attribution) -> Attribution | None:
        """What is asserted, unless words between the verb and it say that it is not."""
        between = between_cue_and_content(self.tokens, made)
        if between and says_not(between, self.words):
            return None
        if between and finds_unlikely(between, self.words):
            made.stance = "disputes"
        return made

    def _granted(self, made: Attribution) -> Attribution | None:
        """What "nobody disputes" is asserted; what "no expert has found" is not said by anybody."""
        if made.stance not in NEGATIVE:
            return None
        made.stance, made.source = "asserts", None
        return made

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

"""Attributions from word order alone: subject, cue and what stands around them."""

from __future__ import annotations

from ..tagging.flags import TRIGGERS
from . import Attribution, Span
from .according import AccordingReader
from .gapped import by_gapped
from .own_counts import by_own_counts
from .own_points import by_own_points
from .passed_on import pass_on
from .pointing import point_back
from .recollections import by_recollection
from .verbs import VerbReader


class SurfaceReader(AccordingReader, VerbReader):
    """Finds attributions sentence by sentence in one document."""

    def read(self) -> list[Attribution]:
        """Return all attributions in the order of their cues."""
        found = pass_on(self, self._read())
        found = by_own_points(self, by_own_counts(self, by_gapped(self, found)))
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

"""The organisations of one text, and what each may be called in short."""

from __future__ import annotations

from ..records import FoundEntity
from .known_names import KnownNames, Name, call
from .titles import GIVEN


class BodyLearner(KnownNames):
    """Learns the names of organisations in a document."""

    def _is_body_alone(self, at: int) -> bool:
        """Say whether a word alone names a body, by itself or by what stands before it."""
        words = self.tokens.words
        if words[at] in self.bodies:
            return True
        if self.roles[words[at]]:
            return False  # "the Chancellor"
        if self.by_lead.get(words[at]) is not None:
            return False  # "a Meridian official" where Meridian Foods was named
        if not at or not (words[at - 1] in self.articles or self._is_of_a_kind(at)):
            return False
        entity = self.covering(at, at + 1)
        return entity is None or entity.kind != "person"  # "the Holm plan"

    def _goes_by_first_word(self, begin: int) -> bool:
        """Say whether a body is called by the first word of a name: "Skylink" of Skylink Coast."""
        word = self.tokens.words[begin]
        return not self.inflects and word in self.bodies_in_short and GIVEN[word] is None

    def _learn_firm(self, begin: int, end: int, at: int) -> None:
        """Learn a firm by its name and, where that has several words, by its first."""
        name = self._body(self.wording(begin, end), at)
        self.by_head.setdefault(self.tokens.words[end - 1], []).append(name)
        if end - begin > 1:
            call(self.by_lead, self.tokens.words[begin], name)

    def _learn_body(self, begin: int, end: int) -> None:
        """Learn an organisation by its name and its head words, a firm also by its first."""
        tokens = self.tokens
        at = tokens.starts[begin]
        begin, end = self._stretch(begin, end)
        name = self._body(self.wording(begin, end), at)
        is_firm = self.words.has("firm_words", tokens.words[end - 1])
        of_a_kind = begin > 0 and self._is_of_a_kind(begin)
        if of_a_kind:  # "the watchdog Orrwatch" is the watchdog later on
            kind = tokens.words[begin - 1 - (tokens.words[begin - 1] == ",")]
            self.by_head.setdefault(kind, []).append(name)
        if end - begin > 1 and (is_firm or of_a_kind):
            call(self.by_lead, tokens.words[begin], name)
        for index in range(begin, end):
            word = tokens.words[index]
            if word in self.bodies or index == end - 1:
                self.by_head.setdefault(word, []).append(name)

    def _learn_beginning(self, name: Name) -> None:
        """Learn that a firm may go without its last word: "Varn Orley" of Varn Orley Foods."""
        begin, _, last = name.full.rpartition(" ")
        if " " not in begin or not self.words.has("firm_words", last.lower()):
            return
        if GIVEN[begin.partition(" ")[0].lower()] is not None:
            return  # "Ada Holm" is no firm
        short = self.known.get(begin)
        if short is None or not short.is_person:
            self.known[begin] = name

    def _learn_told_body(self, entity: FoundEntity, begin: int, end: int) -> None:
        """Learn an organisation that the whole text tells, if the words are its whole name."""
        tokens = self.tokens
        if entity.start != tokens.starts[begin] or entity.end != tokens.ends[end - 1]:
            return
        name = self._body(entity.text, entity.start)
        self.by_head.setdefault(tokens.words[end - 1], []).append(name)
        self._learn_beginning(name)
        told = tokens.words[begin:end] in self.told_firms
        if told or tokens.words[begin] in self.bodies_in_short:
            call(self.by_lead, tokens.words[begin], name)

    def _is_firm_by_text(self, begin: int, end: int) -> bool:
        """Say whether the text tells elsewhere that a name is that of a firm."""
        told = self.tokens.words[begin:end] in self.told_firms
        return told or self._goes_by_first_word(begin)

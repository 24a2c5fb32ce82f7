"""The organisations of one text, and what each may be called in short."""

from __future__ import annotations

import re

from ..entities.tables import tables
from ..lexicon.together import any_of
from ..records import FoundEntity
from .known_names import KnownNames, Name, call
from .titles import GIVEN

KIND = 8  # tokens of ", the energy market regulator"
#: Class letters of "Unite, the union,".
TOLD_BY_KIND = re.compile(r"(?<![Np-])[Nnvgr](?=,d[nN-]{1,6}[,.;])")
KIND_LETTERS = ("n", "N", "-")
#: Tables of what sort of body one may be told to be.
KINDS = ("generic_organisations", "lone_organisations", "overseers")


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

    def _kind_behind(self, begin: int, end: int) -> str | None:
        """What sort of body a name is told to be behind it: "Ofgrid, the energy regulator,"."""
        tokens = self.tokens
        if tokens.kinds[end : end + 2] != ",d" or tokens.kinds[begin - 1 : begin] == "p":
            return None  # as mostly
        head = end + 2
        while head - end < KIND and tokens.kinds[head : head + 1] in KIND_LETTERS:
            head += 1
        kind = tokens.words[head - 1]
        closed = tokens.kinds[head : head + 1] in (",", ".", ";")
        return kind if closed and kind in any_of(self.words.code, *KINDS) else None

    def _learn_told_by_kind(self) -> None:
        """Learn bodies of one word by what a comma sets behind them, where the word is no name by
        itself: "Unite, the union, struck"."""
        tokens, listed = self.tokens, tables(self.words.code)
        for match in TOLD_BY_KIND.finditer(tokens.kinds):
            at = match.start()
            kind = self._kind_behind(at, at + 1)
            full = self.wording(at, at + 1)
            if kind is None or not full[0].isupper() or listed.kind_of(full) is not None:
                continue
            name = self._body(full, tokens.starts[at])
            for word in (kind, tokens.words[at]):
                self.by_head.setdefault(word, []).append(name)

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
        told = self._kind_behind(begin, end)
        if told is not None:
            self.by_head.setdefault(told, []).append(name)
        if end - begin > 1 and (is_firm or of_a_kind or told):
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

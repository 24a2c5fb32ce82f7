"""What a text tells of a body where it names it: that it is a newspaper, or a firm's rival."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from ..lexicon import Lexicon
from ..records import FoundEntity
from ..tagging.tokens import OWNING, Tokens

REACH = 3  # tokens in front of a name in which its kind stands
BODIES = ("org", "other")  # kinds of names that a newspaper may have


class ToldKinds:
    """The bodies of one document by what stands beside their names."""

    def __init__(self, tokens: Tokens, words: Lexicon, entities: list[FoundEntity]):
        self.tokens, self.words = tokens, words
        self.entities = entities
        self.bodies = [item for item in entities if item.kind in BODIES]

    def paper_before(self, at: int) -> str | None:
        """Newspaper that "the newspaper" at a code point means: the one named last."""
        before = bisect_left(self.named_papers, at, key=lambda item: item.start) - 1
        item = self.named_papers[before] if before >= 0 else None
        return None if item is None else item.name or item.text

    @cached_property
    def named_papers(self) -> list[FoundEntity]:
        """Newspapers in the order in which they are named, also by who writes for them."""
        return [
            item for item in self.bodies if self._is_paper(item.text) or self._is_told_paper(item)
        ]

    @cached_property
    def passing(self) -> frozenset[str]:
        """Names of the firms that are told to be another's rival or supplier.

        Nobody calls one of them "the company" without more ado.
        """
        told = (item for item in self.bodies if self._stands_behind(item, "other_firms"))
        names = {name for item in told for name in (item.text, item.name)}
        opened = (item.text.partition(" ") for item in self.entities)
        others = self.words.table("other_firms")
        names |= {name for kind, _, name in opened if kind.lower() in others}
        return frozenset(names)

    @cached_property
    def firms(self) -> frozenset[str]:
        """Names of the firms, by their own words or by what stands in front of them."""
        told = (
            item
            for item in self.bodies
            if self.words.has("firm_words", item.text.lower().split()[-1])
            or any(self._stands_behind(item, table) for table in ("keepers", "businesses"))
        )
        return frozenset(name for item in told for name in (item.text, item.name))

    @cached_property
    def papers(self) -> frozenset[str]:
        """Names of the newspapers, by their own words or by what stands in front of them."""
        told = (
            item
            for item in self.bodies
            if self._is_paper(item.text) or self._stands_behind(item, "news_media")
        )
        return frozenset(name for item in told for name in (item.text, item.name))

    def _is_paper(self, name: str) -> bool:
        return self.words.has("paper_words", name.lower().split()[-1])

    def _is_told_paper(self, item: FoundEntity) -> bool:
        """Say whether "newspaper", "a report in" or "told the" stands in front of a name."""
        if self._stands_behind(item, "news_media"):
            return True
        words, begin = self.tokens.words, self._token(item.start)
        at = begin
        while at > 1 and (self.words.has("articles", words[at - 1]) or self._is_owning_day(at - 1)):
            at -= 1
        if at > 1 and self.words.has("media_marks", words[at - 1]):
            told = words[at - 2]
            return told in self.words.nouns or self.words.has("articles_in", told)
        cue = self.words.cues.get(words[at - 1]) if 0 < at < begin else None
        return cue is not None and "o" in cue.frames and cue.stance == "asserts"

    def _is_owning_day(self, at: int) -> bool:
        """Say whether a token belongs to "Tuesday's"."""
        word = self.tokens.words[at]
        return word in OWNING or self.words.has("weekdays", word)

    def _stands_behind(self, item: FoundEntity, table: str) -> bool:
        """Say whether a noun of a table stands right before a name, or before its comma."""
        begin = self._token(item.start)
        before = self.tokens.words[max(0, begin - REACH) : begin]
        return self.words.has_any(table, before[-2:] if before[-1:] == [","] else before[-1:])

    def _token(self, start: int) -> int:
        return bisect_left(self.tokens.starts, start)

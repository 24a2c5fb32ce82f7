"""Whether an article says the same once more: a lede, its paragraph further down, a summary."""

from __future__ import annotations

from itertools import chain, compress

from ..attribution import NEGATIVE
from ..tagging.flags import NEGATES
from ..tagging.tokens import Tokens
from ..worth.weighing import Weighed
from .statements import Statement

TELLING = b"nNvg#"  # class letters of words that tell what a statement is about
TELLS = bytes(letter in TELLING for letter in range(256))  # 1 for these letters, 0 for others
LEAST = 2  # telling words below which the same words may well say another thing
KEPT = 8  # earlier statements with the same figures that a statement is held against


class Repeats:
    """The statements of an article so far, by what they say and who says it.

    The same: one speaker, for or against it alike, the same figures, and no telling word that the
    earlier statement lacks. Without a figure all telling words are the same. What a later statement
    adds is kept.
    """

    def __init__(self, tokens: Tokens):
        self.tokens = tokens
        self.tells = tokens.coded.translate(TELLS)
        #: The first statement of each sort with figures: few have a second to be held against.
        self.first: dict[tuple, Statement] = {}
        self.told: dict[tuple, list[frozenset[str]]] = {}
        #: The same without figures, each with its words.
        self.plain: set[tuple] = set()

    def known(self, weighed: Weighed) -> bool:
        """Say whether it was said before, and remember it."""
        statement = weighed.statement
        attribution = statement.attribution
        speaker = attribution and attribution.speaker
        denied, negated = weighed.stance in NEGATIVE, weighed.flags & NEGATES
        if not weighed.quantities:
            said = self._said(statement)
            if len(said) < LEAST:
                return False
            plain = (speaker, denied, negated, said)
            known = plain in self.plain
            self.plain.add(plain)
            return known
        key = (speaker, denied, negated, tuple([item.value for item in weighed.quantities]))
        first = self.first.setdefault(key, statement)
        if first is statement:
            return False
        if key not in self.told:
            said = self._said(first)
            self.told[key] = [said] if len(said) >= LEAST else []
        said = self._said(statement)
        return len(said) >= LEAST and self._is_told(key, said)

    def _said(self, statement: Statement) -> frozenset[str]:
        """The telling words of a statement."""
        words, tells, parts = self.tokens.words, self.tells, statement.parts
        if len(parts) == 1:
            begin, end = parts[0]
            return frozenset(compress(words[begin:end], tells[begin:end]))
        telling = [compress(words[begin:end], tells[begin:end]) for begin, end in parts]
        return frozenset(chain.from_iterable(telling))

    def _is_told(self, key: tuple, said: frozenset[str]) -> bool:
        """Say whether an earlier statement of a sort has all telling words, and keep them."""
        before = self.told.get(key)
        if before is None:
            self.told[key] = [said]
            return False
        if any(map(said.issubset, before[-KEPT:])):
            return True
        before.append(said)
        return False

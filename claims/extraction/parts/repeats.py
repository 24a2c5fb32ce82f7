"""Whether an article says the same once more: a lede, its paragraph further down, a summary."""

from __future__ import annotations

from itertools import chain, compress

from ..attribution import NEGATIVE
from ..tagging.flags import NEGATES
from ..tagging.tokens import Tokens
from ..worth.weighing import Weighed

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
        self.told: dict[tuple, list[frozenset[str]]] = {}

    def known(self, weighed: Weighed) -> bool:
        """Say whether it was said before, and remember it."""
        words, tells, statement = self.tokens.words, self.tells, weighed.statement
        telling = [compress(words[begin:end], tells[begin:end]) for begin, end in statement.parts]
        said = frozenset(chain.from_iterable(telling))
        if len(said) < LEAST:
            return False
        attribution = statement.attribution
        figures = tuple([item.value for item in weighed.quantities])
        key = (
            attribution and attribution.speaker,
            weighed.stance in NEGATIVE,
            weighed.flags & NEGATES,
            figures or said,
        )
        before = self.told.get(key)
        if before is None:
            self.told[key] = [said]
            return False
        if any(map(said.issubset, before[-KEPT:])):
            return True
        before.append(said)
        return False

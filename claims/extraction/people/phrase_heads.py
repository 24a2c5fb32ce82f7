"""The noun in a phrase that tells who or what somebody is: "head" of "head of the clinic"."""

from __future__ import annotations

from itertools import pairwise

from ..lexicon import Lexicon
from ..lexicon.together import any_of
from .titles import roles_of


class PhraseHeads:
    """Finds the heads of phrases in one language; all words are in lower case."""

    def __init__(self, words: Lexicon):
        self.words = words
        self.roles = roles_of(words.code)
        self.links = any_of(words.code, "prepositions", "genitives")
        #: "депутат Облсовета": whose office it is stands behind it, with nothing between them.
        self.genitive_behind = bool(words.table("inflected"))

    def head_of(self, phrase: list[str]) -> str:
        """Last noun of a phrase before "of", "for" or another link."""
        if len(phrase) == 1:
            return phrase[0]  # as mostly
        if self.genitive_behind:
            return next(
                (word for word in phrase if self.is_role(word)), phrase[-1] if phrase else ""
            )
        if not self.links.isdisjoint(phrase[1:]):
            return next(head for head, link in pairwise(phrase) if link in self.links)
        return phrase[-1] if phrase else ""

    def is_role(self, word: str) -> bool:
        """Say whether a word is a title or an office that one person holds."""
        return self.roles[word]

"""Phrases by which a whole clause is said never to be so: "at no time"."""

from __future__ import annotations

from ..lexicon import Lexicon
from .tokens import Tokens

NEVER = 3  # words of such a phrase


def opens_never(tokens: Tokens, begin: int, words: Lexicon) -> bool:
    """Say whether such a phrase stands at a token: "at no point had the board ..."."""
    return " ".join(tokens.words[begin : begin + NEVER]) in words.words["never_phrases"]

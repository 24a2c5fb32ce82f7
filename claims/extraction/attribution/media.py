"""Where a report stands that somebody disputes: "a report in Tuesday's Courier that C"."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import OWNING, Tokens


def medium(tokens: Tokens, begin: int, that: int, words: Lexicon) -> int | None:
    """First token of the newspaper or the site between a cue and "that", whose statement it is."""
    kinds, said = tokens.kinds, tokens.words
    for mark in range(begin + 1, that - 1):
        if not words.has("media_marks", said[mark]):
            continue
        if not any(_reports(word, words) for word in said[begin:mark]):
            return None
        first = mark + 1
        if words.has("weekdays", said[first]) and said[first + 1] in OWNING:
            first += 2
        elif kinds[first] == "N" or kinds[first:that].strip("dnN-"):
            return None  # "reports in Oster that": a place
        named = "N" in kinds[first:that]
        return first if named or words.has_any("media_words", said[first:that]) else None
    return None


def _reports(word: str, words: Lexicon) -> bool:
    return word in words.nouns or words.has("scorned_nouns", word) or words.has("articles_in", word)

"""Several tables of a language as one, joined once per language and not for each text."""

from __future__ import annotations

from functools import cache

from . import lexicon


@cache
def any_of(code: str, *names: str) -> frozenset[str]:
    """The words of several tables together."""
    return frozenset().union(*map(lexicon(code).table, names))


@cache
def first_words_of(code: str, *names: str) -> frozenset[str]:
    """The first words of the phrases of several tables."""
    return frozenset().union(*map(lexicon(code).first_words, names))

"""Figures added behind who says a thing: "Exports fell, Orr said, the lowest since May"."""

from __future__ import annotations

from .clauses import Clause, Splitter
from .rests import Range

NOUN = 3  # tokens of "steep monthly drop"
OF_THEM = 4  # tokens of "almost half of them"
LEAST = 3  # tokens that a figure needs to say something by itself


def figure_behind(
    splitter: Splitter, first: int, begin: int, end: int, sources: list[Range]
) -> Clause | None:
    """The figure or rank at the start of a stretch behind a comma, if there is one.

    first: first token of the sentence. Behind "said Orr" a rank may tell who Orr is.
    """
    kinds = splitter.tokens.kinds
    begin += kinds[begin] == ","
    if begin <= first or kinds[begin - 1] != "," or end - begin < LEAST:
        return None
    stop = splitter.trim(begin, splitter.pause_after(begin, end))[1]
    if stop - begin < LEAST or not adds(splitter, begin, stop):
        return None
    behind_source = any(close in (begin, begin - 1) for _, close in sources)
    if behind_source and not _compares(splitter, begin, stop):
        return None
    return Clause(begin, stop, "figure", host=first)


def adds(splitter: Splitter, begin: int, end: int) -> bool:
    """Say whether words without a finite verb tell a figure or a rank."""
    compared = splitter.words.has("adding_openers", splitter.tokens.words[begin])
    if splitter.does(begin + compared, end):
        return False
    return (
        _compares(splitter, begin, end)
        or splitter.adds_figure(begin, end)
        or _is_change(splitter, begin, end)
    )


def _compares(splitter: Splitter, begin: int, end: int) -> bool:
    """Say whether "down from 4 billion", "compared with 9", "9 more than" or "half of them" begins,
    which cannot tell who somebody is."""
    words, said = splitter.words, splitter.tokens.words
    figure = splitter.has_figure(begin + 1, end)
    if figure and words.has("adding_openers", said[begin]) and begin + 1 < end:
        origin = words.has("origin_marks", said[begin + 1])
        return origin or words.has("adding_openers", said[begin + 1])
    parts = begin + 1 < end and any(
        words.has("partitives", said[at]) and words.has("partitive_relatives", said[at + 1])
        for at in range(begin, min(end - 1, begin + OF_THEM))
    )
    if parts:
        return splitter.has_figure(begin, end) or words.has("portions", said[begin])
    counted = splitter.tokens.kinds[begin] == "#"
    return counted and splitter.compares(begin, end) and splitter.adds_figure(begin, end)


def _is_change(splitter: Splitter, begin: int, end: int) -> bool:
    """Say whether "a drop of 9 percent" begins."""
    kinds = splitter.tokens.kinds
    if kinds[begin] != "d":
        return False
    at = begin + 1
    while at < min(end, begin + 1 + NOUN) and kinds[at] == "n":
        at += 1
    tied = begin + 1 < at < end - 1 and splitter.words.has("partitives", splitter.tokens.words[at])
    return tied and splitter.has_figure(at + 1, end)

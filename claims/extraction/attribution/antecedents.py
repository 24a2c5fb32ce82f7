"""Relative clauses between a source and its verb: where the source begins."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from .noun_phrases import run_back

RELATIVE_REACH = 12  # tokens of "who had worked on" between a noun and what ends its clause
#: Class letters that are passed in one step, going back: all but those that tell the start of a
#: clause, or end the search for it.
BEHIND_RELATIVE = "nN#tpvgarx()"


def before_relative(tokens: Tokens, begin: int, first: int, words: Lexicon) -> int:
    """Start of "two engineers who had worked on the site", given that of "the site"."""
    kinds = tokens.kinds
    least = begin - RELATIVE_REACH + 1 if begin - RELATIVE_REACH > first else first + 1
    index = begin
    while index > least:
        index = least + len(kinds[least:index].rstrip(BEHIND_RELATIVE)) - 1
        if index < least or kinds[index] not in "sd":
            break
        if words.has("openers", tokens.words[index]):
            # "a ferry that ran aground", not "reports that rents rose".
            verb = index + 1 + (kinds[index + 1] == "r")  # "that now owns the building"
            if kinds[verb] in "va" and kinds[index - 1] in "nN":
                return _before_joined(tokens, index, first, words)
            break
        if kinds[index] == "s" and words.has("relatives", tokens.words[index]):
            verbs = any(kind in "vga" for kind in kinds[index + 1 : begin])
            verbs = verbs or words.has_any("irregular_pasts", tokens.words[index + 1 : begin])
            if verbs and kinds[index - 1] in "nN#":
                return _before_joined(tokens, index, first, words)
            break
    return begin


def _before_joined(tokens: Tokens, relative: int, first: int, words: Lexicon) -> int:
    """Start of "two miners who were there and an official | who", given the second "who"."""
    begin = run_back(tokens, relative - 1, first, words)
    joined = "c" in tokens.kinds[begin:relative] or tokens.kinds[begin - 1] == "c"
    return before_relative(tokens, begin, first, words) if joined and begin > first else begin


def before_object_relative(tokens: Tokens, begin: int, first: int, words: Lexicon) -> int:
    """Start of "a study which | the ministry commissioned in May", given that of "the ministry".

    The paper speaks, and not who ordered or published it. "Which" may be missing.
    """
    relative = begin - 1
    if relative > first and words.has("object_relatives", tokens.words[relative]):
        paper = relative - 1
    elif tokens.kinds[begin] == "d":
        paper = relative
    else:
        return begin
    if paper <= first or not words.has("documents", tokens.words[paper]):
        return begin
    start = run_back(tokens, paper, first, words)
    return begin if start > first and tokens.kinds[start - 1] == "p" else start

"""What a sentence holds beside what somebody says, and where that ends."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens

Range = tuple[int, int]
#: Code points start..end give way to, or are followed by, other words.
Edit = tuple[int, int, str]
OPENING = 5  # tokens of "and in the last week"
APPOSED = 3  # tokens of "a bold move"


def uncovered(first: int, last: int, taken: list[Range]) -> list[Range]:
    """Parts of first..last that none of the ranges covers."""
    if not taken:
        return [(first, last)] if first < last else []
    rest, at = [], first
    for begin, end in sorted(taken):
        if begin > at:
            rest.append((at, begin))
        if end > at:
            at = end
    if at < last:
        rest.append((at, last))
    return rest


def before_time(tokens: Tokens, begin: int, end: int, words: Lexicon) -> int:
    """Token after the last before "three days" in "left, three days (after)"."""
    at = end
    if words.has("tag_times", tokens.words[end - 1]):
        while at > begin and tokens.kinds[at - 1] in "dnr#":
            at -= 1
    return at if at > begin and tokens.kinds[at - 1] == "," else end


def before_opening(tokens: Tokens, begin: int, end: int, words: Lexicon) -> int:
    """Token after the last before "and last year" in "left, and last year (Orr said)"."""
    last = tokens.kinds[end - 1]
    if last != "t" and not (last in "nN" and words.has("tag_times", tokens.words[end - 1])):
        return end
    at = end - 1
    while at > max(begin, end - OPENING) and tokens.kinds[at] in "nNptd#":
        at -= 1
    return at if words.has("splitting", tokens.words[at]) else end


def before_apposition(tokens: Tokens, begin: int, end: int) -> int:
    """Token after the last before ", a move" in "shut nine mills, a move (that unions say)"."""
    comma = tokens.kinds.rfind(",", begin, end)
    if comma < 0 or not 1 < end - comma - 1 <= APPOSED or tokens.kinds[comma + 1] != "d":
        return end
    return end if tokens.kinds[comma + 2 : end].strip("n") else comma

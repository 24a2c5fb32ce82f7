"""What somebody is asked in the sentence of the answer: "Asked whether C, she said it had not",
"She said no when asked if C"."""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Attribution, Span
from .denial_frames import FRAME, LEAST

LONGEST = 5  # words of "not a word of it"
TIMED = 4  # tokens of "on Monday" between a verb of saying and "when asked"
#: Class letters with which a question ends, or somebody says or does more.
PARTS = (";", ":", ",c", ",g", ",s", ",x")


def asked_before(
    tokens: Tokens, item: Attribution, first: int, begin: int, words: Lexicon
) -> Span | None:
    """C in "asked whether C, she said", "Pressed by Orr on claims that C, she said" and in "Orr,
    when asked whether C, said".

    first: token that opens the sentence; begin: token at which the answer begins.
    """
    said = tokens.words
    speaks = bisect_left(tokens.starts, item.source[0]) if item.source else begin
    if words.has("side_openers", said[first]) or tokens.kinds[first] in "gv":
        return _asked(tokens, first + 1, min(speaks, begin), words)
    if item.cue is None or speaks >= begin:
        return None
    cue = bisect_left(tokens.starts, item.cue[0])
    for at in range(speaks + 1, cue):
        if words.has("asked", said[at]) and tokens.kinds[at - 1] in ",s":
            return _asked(tokens, at + 1, cue, words)
    return None


def _asked(tokens: Tokens, begin: int, end: int, words: Lexicon) -> Span | None:
    """C up to the last comma before a token."""
    for at in range(begin, min(end, begin + FRAME)):
        if _opens(tokens, at, words):
            comma = tokens.kinds.rfind(",", at, end)
            return (at + 1, comma) if comma - at > LEAST else None
    return None


def _opens(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Say whether "whether" or "claims | that" stands at a token."""
    if words.has("conditions", tokens.words[at]):
        return True
    return words.has("openers", tokens.words[at]) and tokens.words[at - 1] in words.nouns


def bare_no(tokens: Tokens, begin: int, end: int, words: Lexicon) -> int | None:
    """Token after a "no" that is all somebody says there: "no", "No, never", "absolutely not"."""
    kinds, said, after = tokens.kinds, tokens.words, None
    at = begin
    while at < end:
        if kinds[at] in ',"':
            at += 1
            continue
        stop = at + 1 if words.has("refusals", said[at]) else None
        for size in range(1, LONGEST + 1):
            if " ".join(said[at : at + size]) in words.table("bare_noes") and at + size <= end:
                stop = at + size
        if stop is None:
            break
        after = at = stop
    return after


def asked_behind(
    tokens: Tokens, item: Attribution, begin: int, end: int, words: Lexicon
) -> Span | None:
    """C in "said no when asked whether C", "“No,” she said when asked if C".

    begin..end: tokens of what is said.
    """
    if item.cue is None or not words.table("when_asked"):
        return None
    last = tokens.spans[item.sentence][1]
    if words.table("asked").isdisjoint(tokens.words[begin:last]):
        return None  # as almost always
    at = bare_no(tokens, begin, end, words)
    if at is None:
        return None
    if item.contents[0][0] < item.cue[0]:
        if tokens.kinds[at:end].strip('.,"'):
            return None
        ends = [item.cue[1], item.source[1] if item.source else 0]
        at = bisect_left(tokens.starts, max(ends))
    until = min(last - 1, at + TIMED)
    while at < until and not words.has("when_asked", tokens.words[at]):
        if tokens.kinds[at] not in 'prt",n':
            return None
        at += 1
    if at >= until or not words.has("asked", tokens.words[at + 1]):
        return None
    return _rest(tokens, at + 2, last, words)


def _rest(tokens: Tokens, begin: int, last: int, words: Lexicon) -> Span | None:
    """C behind "when asked", up to what somebody says or does besides."""
    for at in range(begin, min(last - LEAST, begin + FRAME)):
        if not _opens(tokens, at, words):
            continue
        stop = at + LEAST
        while stop < last and not tokens.kinds.startswith(PARTS, stop):
            stop += 1
        while stop > at and tokens.kinds[stop - 1] in '.,"':
            stop -= 1
        return (at + 1, stop) if stop - at > LEAST else None
    return None

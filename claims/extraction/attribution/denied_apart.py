"""Denials that a source or a colon parts from C: "It was not true, she said, that C"."""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Attribution
from .denial_frames import FRAME, LEAST
from .denial_words import ends_in_denial, find_denial

VERDICT = 7  # tokens of "nothing could be further from the truth"
SHORT = 5  # tokens of "it had not been true"


def close_frame(tokens: Tokens, item: Attribution, words: Lexicon) -> bool:
    """Part "It was not true, she said, that C": only C is said, and denied."""
    if len(item.contents) != 2:
        return False
    starts, said = tokens.starts, tokens.words
    begin, end = (bisect_left(starts, at) for at in item.contents[0])
    opener = bisect_left(starts, item.contents[1][0])
    short = end - begin <= SHORT and words.has("openers", said[opener])
    if not short or find_denial(said[begin:end], words) is None:
        return False
    item.frames = [*item.frames, item.contents[0]]
    item.contents, item.stance = item.contents[1:], "denies"
    return True


def says_untrue(tokens: Tokens, begin: int, end: int, words: Lexicon) -> bool:
    """Say whether nothing is said but "That is not true", "nothing could be further from the
    truth"."""
    while end > begin and tokens.kinds[end - 1] in '.,"':
        end -= 1
    while begin < end and tokens.kinds[begin] == '"':
        begin += 1
    if not 0 < end - begin <= VERDICT:
        return False
    said = tokens.words[begin:end]
    if ends_in_denial(said, words, "lone_denials"):
        return True
    return words.has("pointers", said[0]) and ends_in_denial(said, words) > 0


def before_colon(tokens: Tokens, item: Attribution, words: Lexicon) -> bool:
    """Part "this was not so: C": what is said behind the colon is not denied."""
    if len(item.contents) != 1:
        return False
    begin, end = (bisect_left(tokens.starts, at) for at in item.contents[0])
    colon = tokens.kinds.find(":", begin, min(end, begin + FRAME))
    if colon < 0 or not _points_at_untruth(tokens, begin, colon, words):
        return False
    item.stance = "disputes"
    return True


def as_alleged(tokens: Tokens, item: Attribution, words: Lexicon) -> bool:
    """Part "It was not true, as S had alleged, that C": S says C, and it is denied."""
    if item.pattern != "aside" or len(item.contents) != 1:
        return False
    begin, end = (bisect_left(tokens.starts, at) for at in item.contents[0])
    comma = bisect_left(tokens.starts, item.cue[1]) if item.cue else end
    last = tokens.spans[item.sentence][1]
    while last > comma and tokens.kinds[last - 1] in '.,"':
        last -= 1
    opened = tokens.kinds[comma : comma + 1] == "," and comma + 1 + LEAST < last
    if not opened or not words.has("openers", tokens.words[comma + 1]):
        return False
    if not _points_at_untruth(tokens, begin, end, words):
        return False
    item.frames = [*item.frames, item.contents[0]]
    item.contents, item.stance = [tokens.slice(comma + 2, last)], "disputes"
    return True


def in_two(tokens: Tokens, item: Attribution, words: Lexicon) -> bool:
    """Say whether the source parts a frame from what is denied: "It is a lie, S said, that"."""
    if item.source is None or not item.contents or item.source[0] > item.contents[-1][0]:
        return False
    starts, said = tokens.starts, tokens.words
    first = tokens.spans[item.sentence][0]
    stop = bisect_left(starts, item.source[0])
    that, end = (bisect_left(starts, at) for at in item.contents[-1])
    here = tokens.sentence[that] == item.sentence
    if not here or stop - first < LEAST or tokens.kinds[stop - 1] not in ',"':
        return False
    while first < stop and tokens.kinds[first] == '"':
        first += 1
    while that < end and tokens.kinds[that] == '"':
        that += 1
    if words.has("infinitive_marks", said[that]) and words.has("stating_verbs", said[that + 1]):
        that += 2  # "It was wrong, S said, to suggest that"
    if that + LEAST >= end or not words.has("openers", said[that]):
        return False
    if first == stop or stop - first > FRAME or not words.has("pointers", said[first]):
        return False
    if find_denial(said[first:stop], words) is None:
        return False
    item.frames = [*item.frames, tokens.slice(first, that + 1)]
    item.contents, item.stance = [tokens.slice(that + 1, end)], "disputes"
    return True


def _points_at_untruth(tokens: Tokens, begin: int, end: int, words: Lexicon) -> bool:
    """Say whether "this was not so" stands between two tokens."""
    said = tokens.words
    pointing = begin < end and words.has("pointers", said[begin])
    return pointing and find_denial(said[begin:end], words) is not None

"""Questions that an answer denies: "Asked whether C, she said it had not", "“C, didn't you?”"."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Attribution, Span
from .denial_frames import FRAME, LEAST

ASKED_BEFORE = 2  # sentences from a question to its answer
#: Class letters of "hadn't you?", "did she not?".
TAG = re.compile("a[ar]?xr?[.]")
ANSWER = 4  # tokens of "it had not been"
PAUSE = re.compile('[.,;:"c]')  # class letters of what ends it


def after_no(tokens: Tokens, begin: int, end: int, words: Lexicon) -> int | None:
    """Token after a bare "no" that opens an answer: "it had not", "Absolutely not. ..."."""
    kinds, said, openers = tokens.kinds, tokens.words, words.words["openers"]
    while begin < end and (kinds[begin] == '"' or said[begin] in openers):
        begin += 1
    stop = begin + ANSWER if begin + ANSWER < end else end
    pause = PAUSE.search(kinds, begin, stop + 1 if stop < end else end)
    if pause is not None:
        stop = pause.start()
    elif stop < end:
        return None  # as almost always
    if stop == begin:
        return None
    short = "a" not in kinds[begin:stop] or kinds[begin : begin + 2] == "xa"
    refuses = any(
        kinds[at] in "rdan" and words.has("negations", said[at].rstrip("."))
        for at in (begin, stop - 1)
    )
    refuses = refuses and not words.has("nothings", said[stop - 1])
    return stop if short and refuses and not set("vg") & set(kinds[begin:stop]) else None


def answer(
    tokens: Tokens,
    item: Attribution,
    before: Attribution | None,
    begin: int,
    end: int,
    stop: int,
    words: Lexicon,
) -> list[Attribution]:
    """ "Asked whether C, she said it had not": C is denied; what she goes on to say is not.

    begin..end: tokens of what is said first; stop: token after the "no" that opens it.
    Returns the denial, if it is beside the attribution that is given.
    """
    put = _put_to(tokens, item, before)
    if put is not None:
        return [_denied(tokens, item, put, (begin, stop))]
    first = tokens.spans[item.sentence][0]
    speaks = bisect_left(tokens.starts, item.source[0]) if item.source else begin
    asked = _asked(tokens, first, min(speaks, begin), words) if len(item.contents) == 1 else None
    if asked is None:
        return []
    frame = tokens.slice(first, asked[0])
    if tokens.kinds[stop:end].strip('.,"'):
        item.contents = [tokens.slice(stop, end)]
        return [_denied(tokens, item, asked, (begin, stop), frame)]
    item.frames = [*item.frames, *item.contents, frame]
    item.contents = [tokens.slice(*asked)]
    item.stance = "denies"
    return []


def _denied(
    tokens: Tokens, item: Attribution, asked: Span, answer: Span, *frames: Span
) -> Attribution:
    """What was asked, as a denial of who answers."""
    denial = denial_of(tokens, item, asked, answer)
    denial.stance, denial.frames = "denies", [*frames]
    return denial


def _asked(tokens: Tokens, first: int, begin: int, words: Lexicon) -> Span | None:
    """C in "asked whether C, she said" and in "Pressed by Orr, the judge, on whether C,".

    begin: token at which the one who answers stands.
    """
    said = tokens.words
    if not (words.has("side_openers", said[first]) or tokens.kinds[first] in "gv"):
        return None
    for at in range(first + 1, min(begin, first + FRAME)):
        if words.has("conditions", said[at]):
            comma = tokens.kinds.rfind(",", at, begin)
            return (at + 1, comma) if comma - at > LEAST else None
    return None


def _put_to(tokens: Tokens, item: Attribution, before: Attribution | None) -> Span | None:
    """C in "“C, didn't you?” the judge asked. “I did not,” Holm said." """
    if before is None or not 0 < item.sentence - before.sentence <= ASKED_BEFORE:
        return None
    if before.source == item.source or not before.contents:
        return None
    begin, end = (bisect_left(tokens.starts, at) for at in before.contents[-1])
    while end > begin and tokens.kinds[end - 1] == '"':
        end -= 1
    while begin < end and tokens.kinds[begin] == '"':
        begin += 1
    comma = tokens.kinds.rfind(",", begin, end)
    tag = TAG.fullmatch(tokens.kinds, comma + 1, end) if comma - begin > LEAST else None
    asks = tag is not None and tokens.text[tokens.starts[end - 1]] == "?"
    return (begin, comma) if asks else None


def denial_of(tokens: Tokens, item: Attribution, denied: Span, whole: Span) -> Attribution:
    """What is denied of an attribution; `whole` is that with the words that deny it."""
    frame = [pair for pair in ((whole[0], denied[0]), (denied[1], whole[1])) if pair[0] < pair[1]]
    number = item.sentence if item.cue else tokens.sentence[whole[0]]
    return Attribution(
        cue=item.cue, source=item.source, contents=[tokens.slice(*denied)],
        lemma=item.lemma, stance="disputes", sentence=number, pattern=item.pattern,
        heir=item.heir, follows=item.follows, named=item.named,
        frames=[tokens.slice(*pair) for pair in frame],
    )  # fmt: skip

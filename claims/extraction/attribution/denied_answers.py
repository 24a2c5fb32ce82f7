"""Questions that an answer denies: "Asked whether C, she said it had not", "“C, didn't you?”"."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Attribution, Span
from .asked import asked_before, bare_no
from .denial_frames import LEAST

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
    if begin < end and words.has("plain_negations", said[begin]):
        hedged = tokens.past_phrase(begin, end, words.table("hedged_noes"))
        if hedged is not None:
            return hedged  # "Not that I know of"
    stop = begin + ANSWER if begin + ANSWER < end else end
    pause = PAUSE.search(kinds, begin, stop + 1 if stop < end else end)
    if pause is not None:
        stop = pause.start()
    elif stop < end:
        return None  # as almost always
    if stop == begin:
        return None
    if kinds.startswith("n", begin + 1) and words.has("refusals", said[begin]):
        return stop if " ".join(said[begin:stop]) in words.table("bare_noes") else None
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
    asked = asked_before(tokens, item, first, begin, words) if len(item.contents) == 1 else None
    if asked is None:
        return []
    frame = tokens.slice(first, asked[0])
    stop = bare_no(tokens, begin, end, words) or stop
    if tokens.kinds[stop:end].strip('.,"'):
        item.contents = [tokens.slice(stop, end)]
        return [_denied(tokens, item, asked, (begin, stop), frame)]
    turn_to(tokens, item, asked, frame)
    return []


def turn_to(tokens: Tokens, item: Attribution, asked: Span, *frames: Span) -> None:
    """Let what somebody is asked be what they deny; all that they say is a "no"."""
    item.frames = [*item.frames, *item.contents, *frames]
    item.contents, item.stance = [tokens.slice(*asked)], "denies"


def _denied(
    tokens: Tokens, item: Attribution, asked: Span, answer: Span, *frames: Span
) -> Attribution:
    """What was asked, as a denial of who answers."""
    denial = denial_of(tokens, item, asked, answer)
    denial.stance, denial.frames = "denies", [*frames]
    return denial


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

"""How far a denial reaches: what is told behind it is not denied as well."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Attribution

PAUSES = ",:;"
TIMED = 4  # tokens of "just a few hours"
FORETOLD = ("predicts", "warns", "hopes", "demands", "promises")  # stances to what is yet to come


def bounded(item: Attribution, tokens: Tokens, words: Lexicon) -> list[Attribution]:
    """Return a denial that ends with what it denies, and what its source asserts behind a colon.

    "She denied that rents had doubled: they rose by a tenth", "He denied having met Orr, who left
    in May", "The army denied that it had fired, after a film was shown".
    """
    if len(item.contents) != 1:
        return [item]
    begin, last = (bisect_left(tokens.starts, at) for at in item.contents[0])
    kinds, quoted = tokens.kinds, False
    for at in range(begin, last - 1):
        kind = kinds[at]
        if kind == '"':
            quoted = not quoted
        if quoted or kind not in PAUSES or at < begin + 1:
            continue
        if kind == "," and words.has("relatives", tokens.words[at + 1]):
            if tokens.has_verb(begin, at, words) or item.object_frame:
                item.contents = [tokens.slice(begin, at)]
                return [item]
        elif kind == "," and (joint := _act_joint(tokens, at + 1, last, words)):
            # "denied misleading the board, after a film showed that ..."
            whole = tokens.has_verb(begin, at, words) or item.object_frame or kinds[begin] == "g"
            if whole and tokens.has_verb(joint + 1, last, words):
                item.contents = [tokens.slice(begin, at)]
                return [item]
        elif kind != "," and _states(at + 1, last, tokens, words):
            item.contents = [tokens.slice(begin, at)]
            return [item, _behind(item, at + 1, last, tokens)]
    return [item]


def _act_joint(tokens: Tokens, begin: int, last: int, words: Lexicon) -> int:
    """Token of "after" in "after S said" and "(a few) hours after S said"; 0 for none."""
    at = begin
    while at < min(last, begin + TIMED) and tokens.kinds[at] in "dn#r":
        at += 1
    if at == last or not words.has("act_joints", tokens.words[at]):
        return 0
    return at if at == begin or words.has("tag_times", tokens.words[at - 1]) else 0


def foretold(item: Attribution, tokens: Tokens, words: Lexicon) -> list[Attribution]:
    """Return what is foretold, hoped or feared, and what its source tells behind a colon.

    "The bank expects rents to fall: in May 400 flats stood empty"; but "expects this: rents will
    fall".
    """
    if item.stance not in FORETOLD:
        return [item]
    begin, last = (bisect_left(tokens.starts, at) for at in item.contents[-1])
    colon = tokens.kinds.find(":", begin + 1, last - 1)
    if colon < 0 or '"' in tokens.kinds[begin:colon] or not _states(colon + 1, last, tokens, words):
        return [item]
    ahead = words.table("modals") | words.table("future")
    for at in range(colon + 1, last):
        if tokens.words[at] in ahead and tokens.text[tokens.starts[at]].islower():  # not "in May"
            return [item]
    item.contents = [*item.contents[:-1], tokens.slice(begin, colon)]
    return [item, _behind(item, colon + 1, last, tokens)]


def _states(begin: int, last: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a sentence follows, not a list of what is denied ("three things: that ...")."""
    opens = words.has("openers", tokens.words[begin])
    return not opens and tokens.has_verb(begin, last, words)


def _behind(item: Attribution, begin: int, last: int, tokens: Tokens) -> Attribution:
    """What the one who denies asserts."""
    return replace(
        item,
        source=item.reporter or item.source,
        named=None if item.reporter else item.named,
        reporter=None,
        contents=[tokens.slice(begin, last)],
        stance="asserts",
        object_frame=False,
        disputes=None,
        frames=[],
    )

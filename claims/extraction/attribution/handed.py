"""Denials that somebody reports of themselves: "S said she did not accept that C"."""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import NEGATIVE, Attribution

REACH = 14  # tokens from the start of what is said to the verb that denies
SUBJECT = 3  # tokens of "the company", "her client"


def hand_over(tokens: Tokens, found: list[Attribution], words: Lexicon) -> list[Attribution]:
    """Return the attributions; what one says that he or it denies is denied by whoever says so.

    "Holm said the firm refutes any suggestion that C": C is denied, and by Holm.
    """
    kept: list[Attribution] = []
    for item in found:
        outer = kept[-1] if kept else None
        if outer is not None and item.stance in NEGATIVE and _is_own(tokens, outer, item, words):
            _take(tokens, outer, item)
            if not outer.contents:
                kept.pop()
        kept.append(item)
    return kept


def _is_own(tokens: Tokens, outer: Attribution, item: Attribution, words: Lexicon) -> bool:
    """Say whether a denial fills what is said, its subject being whoever says it."""
    if outer.stance != "asserts" or outer.cue is None or outer.object_frame:
        return False
    if item.cue is None or item.source is None or not item.contents or len(outer.contents) != 1:
        return False
    if item.object_frame and words.has("granting", item.lemma) and not _cites(tokens, item, words):
        return False  # "does not recognise the court"
    start, end = outer.contents[0]
    if not start <= item.source[0] < item.cue[0] < end:
        return False
    begin, subject = (bisect_left(tokens.starts, at) for at in (start, item.source[0]))
    cue = bisect_left(tokens.starts, item.cue[0])
    if cue - begin > REACH or any(
        not (words.has("openers", tokens.words[at]) or tokens.kinds[at] in 'r"')
        for at in range(begin, subject)
    ):
        return False
    return _is_self(tokens.words[subject:cue][:SUBJECT], words)


def _cites(tokens: Tokens, item: Attribution, words: Lexicon) -> bool:
    """Say whether the thing that is denied is a figure or a statement."""
    first, last = (bisect_left(tokens.starts, at) for at in item.contents[0])
    return words.has_any("scorned_nouns", tokens.words[first:last])


def _is_self(subject: list[str], words: Lexicon) -> bool:
    """Say whether a subject may be the speaker: "she", "the company", "her client"."""
    if words.has("pronouns.third", subject[0]) or words.has("pronouns.first", subject[0]):
        return True
    if len(subject) < 2:
        return False
    body = words.has("articles", subject[0]) and words.has("generic_organisations", subject[1])
    return body or (words.has("owners", subject[0]) and words.has("clients", subject[1]))


def _take(tokens: Tokens, outer: Attribution, item: Attribution) -> None:
    """Make the denial that of the one who reports it, and leave the rest to the report."""
    start, end = outer.contents[0]
    denied_from, denied_to = item.contents[0][0], item.contents[-1][1]
    item.source, item.named, item.follows = outer.source, outer.named, outer.follows
    item.frames = [*item.frames, (start, denied_from)]
    if outer.cue is not None:
        item.frames.append(outer.cue)
    begin, last = (bisect_left(tokens.starts, at) for at in (denied_to, end))
    goes_on = "v" in tokens.kinds[begin:last] or "a" in tokens.kinds[begin:last]
    outer.contents = [(tokens.starts[begin], end)] if denied_to < end and goes_on else []

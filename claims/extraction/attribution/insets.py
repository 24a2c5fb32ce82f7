"""What may stand between a cue and anything said: an aside, an adverb, "outright"."""

from __future__ import annotations

import re

from .occasions import past_set_aside
from .openings import past_particle
from .view import View

#: Class letters of "barely a third", "just over 40": an adverb that belongs to a figure.
MEASURED = re.compile("r+p?d?#")
INSET = 6  # tokens of an inset, with its commas


def past_insets(view: View, begin: int, last: int) -> int:
    """Token after what may stand between a cue and anything said: an aside, "outright"."""
    if view.asides:
        begin = past_set_aside(view, begin, last)
    if begin < last and view.kinds[begin] in "r,":
        begin = _after_aside(view, begin, last)
    if view.particles:
        begin = past_particle(view, begin, last)
    if begin + 1 < last and view.tokens.words[begin] in view.set_before:
        begin += view.is_word("flatly", begin)  # "rejected outright the idea that"
        begin += begin + 1 < last and view.is_word("object_marks", begin)
    return begin


def _after_aside(view: View, begin: int, last: int) -> int:
    """First token after adverbs, also between commas: "noted, however, that"."""
    while begin < last and view.kinds[begin] == "r" and not _counts(view, begin):
        begin += 1
    aside = begin + 1
    while begin < last and view.kinds[begin] == "," and view.kinds[aside : aside + 1] == "r":
        while aside < last and view.kinds[aside] == "r":
            aside += 1
        if aside >= last or view.kinds[aside] != ",":
            break
        begin = aside = aside + 1
    return _past_inset(view, begin, last)


def _past_inset(view: View, begin: int, last: int) -> int:
    """The comma before "that" behind an inset of a few words: "admitió, no obstante, que"."""
    if view.tokens.verbs_known or begin >= last or view.kinds[begin] != ",":
        return begin
    close = view.kinds.find(",", begin + 1, min(last, begin + INSET))
    inset = close > 0 and close + 1 < last
    inset = inset and (view.is_word("openers", close + 1) or view.opens_clause(close + 1))
    return close if inset and not any(kind in 'va"' for kind in view.kinds[begin:close]) else begin


def _counts(view: View, index: int) -> bool:
    """Say whether what a tagger takes for an adverb is a subject: "said most were old".

    Or an adverb of one that begins with a figure: "said barely a third were old".
    """
    if MEASURED.match(view.kinds, index):
        return True
    return view.kinds[index : index + 2] == "ra" and view.is_word("plurals", index)

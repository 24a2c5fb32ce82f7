"""What goes on behind its source: "C, S said, while D", "C, S said, one in four, and D"."""

from __future__ import annotations

import re

from . import NEGATIVE, Span
from .view import View

#: Class letters of a figure behind a comma, with a conjunction: "nearly one in four, and".
SIZE = re.compile("d?r*d?[#nx][#npdx]*,c")
CLAUSE = "dnN#xp"  # the same behind a semicolon
OPENING = "dnN#xv"  # class letters with which a clause begins


def sets_beside(view: View, begin: int, last: int, before: Span) -> bool:
    """Say whether a second statement of the same source begins at a token, behind its tag.

    before: what the tag closes, in the article's words; whoever is quoted there is only told of
    behind it.
    """
    if view.quoted[before[1] - 1] >= 0 or not view.has_verb(*before):
        return False
    if view.is_word("contrasts", begin):
        clause = begin + 1
    elif (size := SIZE.match(view.kinds, begin, last)) and _counts(view, *size.span()):
        clause = size.end()
    else:
        return False
    opens = clause < last and view.kinds[clause] in OPENING
    return opens and view.has_verb(clause, last) and not speaks(view, clause, last)


def goes_on_behind(view: View, begin: int, last: int, before: Span) -> Span | None:
    """What the same source says behind a semicolon: "No lamp burnt, she said; power had failed".

    Behind somebody's own words the article goes on: “No,” she said; the power had failed.
    """
    if view.quoted[before[1] - 1] >= 0 or not view.has_verb(*before):
        return None
    first = view.past_adverbs(begin, last)
    opens = first < last and view.kinds[first] in CLAUSE and '"' not in view.kinds[begin:last]
    if not opens or not view.has_verb(first, last) or speaks(view, first, last):
        return None
    return view.trimmed(begin, last)


def _counts(view: View, begin: int, end: int) -> bool:
    """Say whether a figure or a rank stands in a stretch: "one in four", "the most since"."""
    return any(
        view.kinds[at] == "#" or view.is_word("superlatives", at) or view.is_word("numerals", at)
        for at in range(begin, end)
    )


def speaks(view: View, begin: int, last: int) -> bool:
    """Say whether somebody speaks, or will not, in a stretch: "while S called that a lie"."""
    for at in range(begin, last):
        if view.kinds[at] not in "vg" or view.quoted[at] >= 0:
            continue
        word = view.tokens.words[at]
        cue = view.words.cues.get(word)
        if view.words.has("refusing", word):
            return True
        if cue is not None and (
            cue.strong or cue.stance in NEGATIVE or set("mn") & set(cue.frames)
        ):
            return True
    return False

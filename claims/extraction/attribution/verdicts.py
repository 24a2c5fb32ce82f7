"""What is rejected behind a verdict on it: "dismissed as pure fantasy reports that C"."""

from __future__ import annotations

from ..lexicon import Cue
from . import NEGATIVE
from .thats import is_saying, that_after
from .view import View

REACH = 16  # tokens of a verdict and the noun behind it
BRIEF = 5  # tokens of a verdict without quotation marks, "as a complete fabrication"
THING = "dnN"  # class letters of what is judged, at its first token


def past_verdict(view: View, begin: int, last: int, cue: Cue) -> int:
    """Token after "as pure fantasy", where something that is judged follows; `begin` elsewhere.

    Before "reports that C", "a report which said C", "a report saying C" and, behind a verb that
    denies, before any noun phrase: "dismissed as “slander” the annex".
    """
    for at in range(begin + 1, min(last - 1, begin + REACH)):
        if view.tokens.words[at] in view.words.nouns:
            if that_after(view, at + 1, last) is not None:
                return at
            after = _past_maker(view, at + 1, last)
            if view.is_word("subject_relatives", after) or is_saying(view, after):
                return at
        if view.kinds[at] in "va,;:.":
            break
    return _thing_judged(view, begin, last) if cue.stance in NEGATIVE else begin


def _thing_judged(view: View, begin: int, last: int) -> int:
    """First token of "the annex" behind "as “slander”" or "as a fabrication"; `begin` for none."""
    kinds, at = view.kinds, begin + 1
    if at >= last:
        return begin
    number = view.quoted[at]
    if kinds[at] == '"' and number >= 0:
        at = view.ranges[number][1]
        return at if at < last and kinds[at] in THING else begin
    at += kinds[at] == "d"
    stop = min(last, at + BRIEF)
    while at < stop and kinds[at] in "rnvg":
        at += 1
    judged = begin + 1 < at < stop and kinds[at] == "d"
    return at if judged and view.is_word("articles", at) else begin


def _past_maker(view: View, index: int, last: int) -> int:
    """Token after "by state auditors" behind a report; `index` itself without a maker."""
    if not view.is_word("agent_marks", index):
        return index
    while index + 1 < last and view.kinds[index + 1] in "dnN#":
        index += 1
    return min(index + 1, last - 1)

"""Whether somebody else speaks behind a conjunction: "and a spokesman, Ada Holm, said"."""

from __future__ import annotations

from .judged import SUBJECT_REACH, past
from .view import View


def speaks_apart(view: View, begin: int, joint: int, last: int) -> bool:
    """Say whether somebody else speaks behind an "and" and the thing before it: "put it at 41 and
    the army said C", but not "denied claims that Orr and the army said C"."""
    before = view.tokens.words[begin:joint]
    if "s" in view.kinds[begin:joint] and (
        view.words.has_any("openers", before) or view.words.has_any("relatives", before)
    ):
        return False
    return subject_and_cue(view, joint + 1, last)


def subject_and_cue(view: View, begin: int, last: int) -> bool:
    """Say whether a short subject and a verb of saying follow.

    Also behind a day and with a name between commas: "on Monday a spokesman, Ada Holm, said".
    """
    stop = min(last, begin + SUBJECT_REACH)
    index = past(view, begin, stop, "nNdx#prt")
    if begin < index < stop and view.kinds[index] == ",":
        closing = past(view, index + 1, stop, "nNd#p")
        if "s" in view.kinds[index + 1 : index + 3]:  # "the board, on which S has a seat, said"
            closing = max(0, view.kinds.find(",", index + 1, min(last, index + SUBJECT_REACH)))
        if index < closing < last and view.kinds[closing] == ",":
            index = closing + 1
    while index < last and view.is_word("finite_auxiliaries", index) and index > begin:
        index += 1
    if index == begin or index >= last or view.kinds[index] != "v":
        return False
    cue = view.words.cues.get(view.tokens.words[index])
    if cue is None:
        return False
    states = "c" in cue.frames and index + 1 < last and view.is_word("openers", index + 1)
    # "but police put the toll at nine"
    return cue.strong or states or ("m" in cue.frames and _counts(view, index, last))


def _counts(view: View, begin: int, last: int) -> bool:
    """Say whether a thing is put at a figure: "at nine", "at 9 million"; not "ranked 8th of 90"."""
    return any(
        view.is_word("measure_marks", at)
        and (view.kinds[at + 1] == "#" or view.is_word("numerals", at + 1))
        for at in range(begin, last - 1)
    )

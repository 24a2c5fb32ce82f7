"""Words behind a verb of denial that only point at what others say: "denied that on Monday"."""

from __future__ import annotations

from ..lexicon import Cue
from ..tagging.day_marks import opens_time
from . import NEGATIVE, Span
from .said import Said
from .view import View

PAUSES = ',.;:"'


def pointed_at(view: View, begin: int, last: int, cue: Cue) -> Span | None:
    """Token range of "it", "that", "that account" behind a verb of denial, if it is all.

    When, where and how it was denied may follow.
    """
    if "n" not in cue.frames or cue.stance not in NEGATIVE:
        return None
    end = view.tokens.past_phrase(begin, last, view.words.table("stand_ins"))
    if end is not None:
        return (begin, end) if end == last or view.kinds[end] in ".,;ctp" else None
    person = view.is_word("contradicted", begin)
    if not person and view.tokens.words[begin] not in view.pointers:
        return None
    if view.tokens.words[begin] in view.that:
        noun = _told(view, begin, last)
        if noun is not None:
            return begin, noun + 1
    return (begin, begin + 1) if _is_alone(view, begin, last) else None


def by_itself(view: View, end: int, cue: Cue) -> Said | None:
    """What of a cue that denies by itself stands for what is denied: "his innocence"."""
    if "z" in cue.frames:
        return Said((end - 2, end), is_object=True)
    alone = "y" in cue.frames and _disagrees(view, end)
    return Said((end - 1, end), is_object=True) if alone else None


def _disagrees(view: View, end: int) -> bool:
    """Say whether all that a sentence says up to a token is that somebody disagrees."""
    if view.kinds[end : end + 1] not in (".", ",", ";", "s") or view.is_word("openers", end):
        return False
    first = view.tokens.spans[view.tokens.sentence[end - 1]][0]
    return not view.has_verb(first, end - 1) and not view.is_word("relatives", end - 2)


def _told(view: View, that: int, last: int) -> int | None:
    """Token of a noun for what others say that ends a phrase: "disputed that account"."""
    pause = that + 1
    while pause < last and view.kinds[pause] not in PAUSES:
        pause += 1
    noun = pause - 1
    lone = noun == that + 1 and view.is_word("told_nouns", noun)
    named = view.is_word("rebutted_nouns", noun) or view.tokens.words[noun] in view.words.nouns
    whole = named and not view.kinds[that + 1 : pause].strip("nN#p")
    return noun if lone or (whole and noun > that) else None


def _is_alone(view: View, index: int, last: int) -> bool:
    """Say whether no more than a circumstance follows a pointer: "denied it in a letter"."""
    kinds, at = view.kinds, index + 1
    if at < last and view.is_word("parting", at):
        return True  # "brushed that aside"
    if kinds.startswith(",g", at) and at + 1 < last:
        return True  # "denied it, waving a receipt"
    timed = opens_time(view.tokens, at, last, view.words)
    if at >= last or not (timed or kinds[at] in "prt") or view.is_word("topic_prepositions", at):
        return False  # "denied that of the union"
    if view.tokens.words[index] not in view.that:
        return kinds[at] != "r"
    while at < last and kinds[at] in "prtdnN#":
        at += 1
    return at >= last or kinds[at] in ".;" or kinds.startswith((",c", ",g"), at)

"""Verbs whose particle stands behind their object: "brushed the claim aside", "played it down"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lexicon import Cue

if TYPE_CHECKING:
    from .view import View

CLAUSE = 14  # tokens of "räumte am Montag in einer Sitzung des Rates ein"
OBJECT = 4  # tokens of "the union's claim"


def particle_cue(view: View, index: int, last: int) -> Cue | None:
    """The cue that a verb makes with a particle behind a statement that it names."""
    at = after_object(view, index + 1, last)
    if at is None:
        return None
    particle = (view.tokens.words[at],)
    return next((cue for rest, cue in view.words.phrases[view.tokens.words[index]]
                 if rest == particle and cue.frames == "n"), None)  # fmt: skip


def after_object(view: View, begin: int, last: int) -> int | None:
    """Token behind "that", "it" or "the claim", where something is left; None for other things."""
    if begin + 1 >= last:
        return None
    if view.tokens.words[begin] in view.pointers and view.is_word("parting", begin + 1):
        return begin + 1
    end = begin
    while end < last and end - begin < OBJECT and view.kinds[end] in "dnNp":
        end += 1
        if view.tokens.words[end - 1] in view.words.nouns:
            return end if end < last else None
    return None


def parted_cue(view: View, index: int, last: int) -> Cue | None:
    """The cue that a verb makes with a particle at the end of its clause: "gab S am Montag zu"."""
    words, kinds = view.tokens.words, view.kinds
    if not view.particles:
        return None
    for at in range(index + 1, min(last, index + CLAUSE)):
        if kinds[at] in "va:;":
            return None
        ends = at + 1 >= last or kinds[at + 1] in ",.:"
        if ends and words[at] in view.particles:
            particle = (words[at],)
            known = view.words.phrases[words[index]]
            return next((cue for rest, cue in known if rest == particle), None)
    return None

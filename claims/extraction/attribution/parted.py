"""A statement that who says it parts between its subject and its verb: "Rents, she said, fell"."""

from __future__ import annotations

from . import Span
from .view import View


def completes(view: View, verb: int, before: Span) -> bool:
    """Say whether the verb right behind a source is that of what stands before it.

    "Children born in May, she said, were vaccinated". No finite helper can begin anything else
    there; another verb goes with a subject that has only a participle of its own.
    """
    if view.quoted[before[1] - 1] >= 0 or view.kinds[verb - 1] != ",":
        return False
    if view.kinds[verb] == "a":
        return view.is_word("finite_auxiliaries", verb)
    return view.kinds[verb] in "vg" and is_described(view, before) and not view.is_gerund(verb)


def is_described(view: View, span: Span) -> bool:
    """Say whether a range is a thing and what was done to it: "officers sent to the camp"."""
    begin, end = span
    done = [at for at in range(begin, end) if view.kinds[at] in "vags"]
    if len(done) != 1 or done[0] == begin or view.kinds[done[0]] not in "vg":
        return False
    at = done[0]
    cue = view.words.cues.get(view.tokens.words[at])
    past = view.tokens.words[at] not in view.words.bases and (cue is None or not cue.participle)
    return past and view.kinds[at - 1] in "nN" and at + 1 < end and view.kinds[at + 1] in "patr"

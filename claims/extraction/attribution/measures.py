"""What a source measures or puts down to something: "put the number of dead at 300"."""

from __future__ import annotations

from ..lexicon import Cue
from .between import puts_down, ranks
from .said import Said, packed
from .view import View

PARTS = ("numerals", "ordinals")  # tables of "a tenth of that"


def measured(view: View, begin: int, last: int, cue: Cue) -> Said | None:
    """What a source measures: "put the number of dead at more than 300"."""
    if view.kinds[begin] not in "dnN#x":
        return None
    end = last - (view.kinds[last - 1] == ".")
    if view.is_word("measure_ends", end - 1) and not view.kinds[begin : end - 1].strip("dnN"):
        return packed(view, begin, end, is_object=True)  # "puts the figure lower"
    if puts_down(view, begin, last):
        return packed(view, begin, last, is_object=True)
    marks = view.measure_marks | view.words.table("measure_bounds")
    if view.words.has("ranking_verbs", cue.lemma):
        return packed(view, begin, last, is_object=True) if ranks(view, begin, last) else None
    if view.words.has("rendering_verbs", cue.lemma):
        marks = view.words.table("quoting_marks")  # "gives the gap as 300"
    mark = begin
    while mark < last and view.kinds[mark] in "dnN#xprtsg-":
        if view.tokens.words[mark] in marks:
            break
        mark += 1
    if mark >= last or view.tokens.words[mark] not in marks:
        return None
    stop = mark
    while stop < last and view.kinds[stop] not in ",;.":
        stop += 1
    said = packed(view, begin, last, is_object=True)
    parts = any(view.is_word(table, at) for at in range(mark, stop) for table in PARTS)
    return said if said is not None and (parts or "#" in view.kinds[mark:stop]) else None


def traced(view: View, begin: int, last: int) -> Said | None:
    """What a source puts down to something: "attributed the fall to the closing of the bridge"."""
    stop = begin
    while stop < last and view.kinds[stop] not in ',;:."':
        stop += 1
    mark = next((at for at in range(begin + 1, stop) if view.is_word("infinitive_marks", at)), None)
    if mark is None or view.kinds[begin] not in "dnN#x" or "v" in view.kinds[begin:mark]:
        return None
    traced = view.kinds[mark + 1 : mark + 2] in ("d", "n", "N", "#", "g")
    return packed(view, begin, last, is_object=True) if traced else None

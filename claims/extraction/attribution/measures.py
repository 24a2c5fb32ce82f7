"""What a source measures or puts down to something: "put the number of dead at 300"."""

from __future__ import annotations

from ..lexicon import Cue
from .between import puts_down, ranks
from .said import Said, packed
from .view import View

YEAR = 4  # digits of "2019"
PARTS = ("numerals", "ordinals")  # tables of "a tenth of that"


def measured(view: View, begin: int, last: int, cue: Cue) -> Said | None:
    """What a source measures: "put the number of dead at more than 300"."""
    if view.kinds[begin] not in "dnN#x":
        return None
    if "c" in cue.frames and view.is_clause(begin, last, narrow=True):
        return None  # "estimated prices at the mill had risen by 9%"
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
    mark = _mark_of_figure(view, begin, last, marks)
    if mark is None:
        return None
    stop = view.first_of(",;.", mark, last)
    said = packed(view, begin, last, is_object=True)
    parts = any(view.is_word(table, at) for at in range(mark, stop) for table in PARTS)
    counted = any(
        view.kinds[at] == "#" and not view.is_word("year_nouns", at + 1) for at in range(mark, stop)
    )
    return said if said is not None and (parts or counted) else None


def _mark_of_figure(view: View, begin: int, last: int, marks: frozenset[str]) -> int | None:
    """Token of what stands between a thing and its figure: "put the number of dead | at 300"."""
    for at in range(begin, last):
        if view.tokens.words[at] in marks or _gives_share(view, at, last):
            return at
        if not (view.kinds[at] in "dnN#xprtsg-" or _ends_noun(view, at, marks)):
            return None
    return None


def _ends_noun(view: View, index: int, marks: frozenset[str]) -> bool:
    """Say whether a verb only tells more of what is measured: "the number of jobs lost at 300"."""
    ends = view.kinds[index] == "v" and view.tokens.words[index + 1] in marks
    return ends and view.kinds[index - 1] in "nN"


def _gives_share(view: View, mark: int, last: int) -> bool:
    """Say whether somebody is put "on 41%"."""
    on = view.is_word("share_marks", mark) and mark + 2 < last and view.kinds[mark + 1] == "#"
    return on and view.is_word("percent_marks", mark + 2)


def given(view: View, begin: int, last: int) -> Said | None:
    """What a poll or a paper gives in figures: "gave Labour a lead of 9 points"."""
    if view.kinds[begin] not in "dnN#x":
        return None
    stop = view.first_of(",;.", begin, last)
    figure = any(_is_figure(view, at) for at in range(begin, stop))
    return packed(view, begin, last, is_object=True) if figure else None


def told_of(view: View, begin: int, last: int) -> Said | None:
    """A thing that somebody reports on, with its figure: "сообщил о гибели 40 человек"."""
    stop = view.first_of(",;.:", begin, last)
    thing = begin + 1 < stop and view.kinds[begin + 1] in "dnN#"
    figure = any(_is_figure(view, at) for at in range(begin + 1, stop))
    return packed(view, begin + 1, stop, is_object=True) if thing and figure else None


def _is_figure(view: View, index: int) -> bool:
    """Say whether a number stands at a token, and no year behind "in"."""
    if view.kinds[index] != "#":
        return view.is_word("numerals", index)
    word = view.tokens.words[index]
    return not (view.kinds[index - 1] == "p" and len(word) == YEAR and word.isdecimal())


def traced(view: View, begin: int, last: int) -> Said | None:
    """What a source puts down to something: "attributed the fall to the closing of the bridge"."""
    stop = view.first_of(',;:."', begin, last)
    mark = next((at for at in range(begin + 1, stop) if view.is_word("infinitive_marks", at)), None)
    if mark is None or view.kinds[begin] not in "dnN#x" or "v" in view.kinds[begin:mark]:
        return None
    traced = view.kinds[mark + 1 : mark + 2] in ("d", "n", "N", "#", "g")
    return packed(view, begin, last, is_object=True) if traced else None

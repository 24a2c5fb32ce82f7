"""Sources set behind "and" or "but": "19 bridges fell and, by the army's count, 40 homes"."""

from __future__ import annotations

from . import Span
from .tails import tail_cut
from .view import View

BOUND = "drp"  # class letters in front of a figure: "at least 40", "some 40"


def later_half(view: View, mark: int, end: int, first: int, last: int) -> Span | None:
    """Token range of what a source says alone that is set behind a conjunction.

    mark: the comma in front of the source; end: the token behind it.
    """
    kinds = view.kinds
    if mark - 1 <= first or kinds[mark - 1 : mark + 1] != "c,":
        return None  # as mostly
    begin = end + 1
    if begin >= last or kinds[end] != ",":
        return None
    if not view.has_verb(first, mark - 1) and "g" not in kinds[first:mark]:
        return None  # "The price of bread and, S said, of 40 goods rose"
    cut = tail_cut(view, begin, last)
    at = begin
    while at < cut and kinds[at] in BOUND:
        at += 1
    counted = at < cut and (kinds[at] == "#" or view.is_word("numerals", at))
    alone = counted or view.is_clause(begin, cut, narrow=True)
    return view.trimmed(begin, cut) if alone else None

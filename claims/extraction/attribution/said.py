"""What follows a cue, as a range of tokens."""

from __future__ import annotations

from dataclasses import dataclass

from . import Span
from .tails import tail_cut
from .view import View


@dataclass(slots=True)
class Said:
    """What follows a cue: a token range.

    is_object: it is a noun phrase, not a clause. noun: token of the noun that brings it, as
    "reports" in "denied reports that C".
    """

    span: Span
    is_object: bool = False
    noun: int | None = None


def packed(
    view: View, begin: int, last: int, *, is_object: bool = False, noun: int | None = None
) -> Said | None:
    pair = view.trimmed(begin, tail_cut(view, begin, last, is_object=is_object))
    return Said(pair, is_object, noun) if pair else None

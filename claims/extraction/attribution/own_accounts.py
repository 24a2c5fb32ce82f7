"""Statements by one's own account inside a clause: "Die Werft hat nach eigenen Angaben C"."""

from __future__ import annotations

from . import Span
from .phrases_behind import phrase_after
from .view import View

#: Class letters with which a subject begins.
SUBJECT = "dnNx"


def owner(view: View, first: int, last: int, phrase: Span) -> Span | None:
    """Token range of the subject of the sentence first..last, whose account `phrase` names.

    It opens the sentence, or follows the verb.
    """
    index, stop = phrase
    if index > first and view.kinds[first] in SUBJECT:
        return _before(phrase_after(view.tokens, first, index, view.words), index)
    opening = stop if index == first else first
    verb = view.first_of("va", opening, last)
    end = index if verb < index else last
    return _before(phrase_after(view.tokens, verb + 1, end, view.words), end)


def _before(subject: Span | None, end: int) -> Span | None:
    """A subject that ends by a token; None for one that runs on behind it."""
    return subject if subject is not None and subject[1] <= end else None

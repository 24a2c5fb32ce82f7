"""Obliques that stand between a subject and its verb, as in Slavic: "S через помощника передал"."""

from __future__ import annotations

from . import Span
from .phrases import phrase_before
from .site_reader import SiteReader


def past_obliques(reader: SiteReader, source: Span, first: int) -> Span:
    """The subject in front of the person told and of phrases that a preposition opens.

    "В мэрии | агентству сообщили", "Иванов | через помощника передал"; the phrase itself where
    nothing that may speak stands in front of it.
    """
    view, (begin, end) = reader.view, source
    if view.is_word("told", end - 1) and end - 1 > first:
        return phrase_before(reader.tokens, end - 1, first, reader.words) or source
    if view.is_word("request_nouns", begin):  # "На запит редакції | в мерії відповіли"
        marks = (at for at in range(end - 2, begin, -1) if view.is_word("body_marks", at))
        mark = next(marks, None)
        return source if mark is None else (mark + 1, end)
    preposition = begin - 1
    if preposition <= first or view.kinds[preposition] != "p":
        return source
    at = preposition - 1
    while at > first + 1 and view.kinds[at] == "t" and view.kinds[at - 1] in "pt":
        at -= 1 + (view.kinds[at - 1] == "p")  # "в среду | по итогам заседания"
    if at < first or view.is_word("body_marks", preposition) or view.kinds[at] != "N":
        return source
    return phrase_before(reader.tokens, at + 1, first, reader.words) or source

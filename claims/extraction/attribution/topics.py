"""Subjects set in front of their verb with a word of their own: "أما S فقال إن C"."""

from __future__ import annotations

from . import Span
from .site_reader import SiteReader
from .sites import Site

LONGEST = 12  # tokens of such a subject


def topic(reader: SiteReader, site: Site) -> Span | None:
    """Token range of the subject that "as for" sets in front of a verb behind "then"."""
    view, first = reader.view, site.first
    if not view.is_word("topic_marks", first) or not view.is_joined(site.index):
        return None
    if not 1 < site.begin - first <= LONGEST or view.kinds[first + 1] not in "nNd":
        return None
    comma = view.kinds.find(",", first, site.begin)
    return first + 1, comma if comma > first + 1 else site.begin

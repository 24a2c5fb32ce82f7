"""What the order of words tells of subjects where verbs cannot be told from other words."""

from __future__ import annotations

from . import Span
from .sites import Site
from .view import View

OPENING = 3  # tokens of "for his part"


def only_opens(view: View, before: Span) -> bool:
    """Say whether a few words say nothing: behind a preposition, or adverbs: "for his part"."""
    begin, end = before
    adverbs = view.kinds[begin:end].strip("r") == ""
    return adverbs or (view.kinds[begin] == "p" and end - begin <= OPENING)


def is_spoken(view: View, source: Span, begin: int) -> bool:
    """Say whether what looks like a subject stands in a quotation that a pause closes."""
    at = begin - 1
    while at > source[0] and view.kinds[at] in ",-":
        at -= 1
    quote = view.quoted[source[0]]
    paused = at < begin - 1 <= source[1] and view.quoted[begin] < 0
    return paused and 0 <= quote == view.quoted[at]


def closes_clause(view: View, site: Site) -> bool:
    """Say whether a piece with a verb of its own stands before the comma in front of a cue."""
    comma = site.begin - 1
    if comma <= site.first or view.kinds[comma] != ",":
        return False
    opening = view.kinds.rfind(",", site.first, comma)
    begin = opening + 1
    verb = opening > site.first and view.kinds[begin] in "va"
    return verb and view.kinds[site.end : site.end + 1] in ("d", "N")

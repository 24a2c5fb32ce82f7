"""Sources that others stand behind: "fuentes consultadas por este diario afirman que C"."""

from __future__ import annotations

from . import Span
from .phrases import phrase_before
from .site_reader import SiteReader
from .sites import Site

LONGEST = 3  # tokens of "interrogées hier par"


def past_agent(reader: SiteReader, site: Site, source: Span) -> Span:
    """Who speaks, where what stands before the verb only asked them or wrote of them."""
    view, mark = reader.view, source[0] - 1
    mark -= view.is_word("determiners", mark)  # "par ce journal"
    if mark <= site.first or not view.is_word("agent_marks", mark):
        return source
    words, endings = view.tokens.words, reader.done_endings
    done = next(
        (at for at in range(mark - 1, max(site.first, mark - LONGEST) - 1, -1)
         if words[at].endswith(endings)), site.first,
    )  # fmt: skip
    if done <= site.first or view.kinds[done - 1] not in "nN":
        return source
    return phrase_before(view.tokens, done, site.first, view.words) or source


def before_relative(reader: SiteReader, site: Site) -> Span | None:
    """Who or what speaks, where a clause between commas stands before the verb.

    "מדו"ח של הרשות, שהגיע לידי העיתון, עולה כי C": the report.
    """
    view, close = reader.view, site.begin - 1
    opening = view.kinds.rfind(",", site.first, close)
    if opening <= site.first or not view.opens_clause(opening + 1):
        return None
    if set(view.kinds[site.first : opening]) & set('va":;,'):
        return None
    source = phrase_before(view.tokens, opening, site.first, view.words)
    return source if source is not None and source[0] == site.first else None

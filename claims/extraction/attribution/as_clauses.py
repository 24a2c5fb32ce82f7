"""Clauses that say in passing who says the rest: "as S noted, C", "según confirmó S"."""

from __future__ import annotations

from . import Attribution
from .asides import said_around
from .between import past_body_mark, past_day, past_told
from .phrases_behind import phrase_after
from .set_between import past_settings
from .site_reader import SiteReader
from .sites import Site

TITLE = 5  # tokens of the name of a newspaper in quotation marks


def told_so(reader: SiteReader, site: Site) -> Attribution | None:
    """Return what is said around "como dijo S", where the speaker stands behind the verb."""
    view, mark = reader.view, site.begin - 1
    while mark > site.first and view.is_word("object_pronouns", mark):
        mark -= 1
    if view.is_word("complementizers", mark) and view.is_word("quoting_marks", mark - 1):
        mark -= 1  # "ainsi que le note S"
    if mark < site.first or "c" not in site.cue.frames or not view.is_word("quoting_marks", mark):
        return None
    start = past_told(view, past_day(view, site.end, site.last), site)
    start = past_settings(view, start, site.last)
    start = past_body_mark(view, start, site)
    if view.kinds[start : start + 1] == "p" and view.is_word("settings", start + 1):
        start += 2
    number = view.quoted[start] if start < site.last else -1
    if number >= 0 and view.ranges[number][1] - start <= TITLE:
        start = view.ranges[number][1]  # "as S told the «Forest Courier»"
    source = phrase_after(view.tokens, start, site.last, view.words)
    if number >= 0 and view.kinds[start : start + 1] == ",":
        source = (view.ranges[number][0], start)  # "as the «Forest Courier» found out, C"
    contents = said_around(reader.view, site, mark, source[1]) if source else []
    comma = view.kinds.find(",", *source) if source else -1
    if source and not contents and comma > 0 and not view.tokens.verbs_known:
        # What stands behind the pause is no description: "Як зазначив S, міст закрито".
        source, contents = (source[0], comma), said_around(reader.view, site, mark, comma)
    if source is None or not contents:
        return None
    named = view.tokens.slice(*source)
    return reader.made(site, (site.begin, site.end), named, contents, "aside")

"""Measures behind a verb that is not said again: "Police put it at 40, organisers at 900"."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..lexicon.together import any_of
from . import Attribution
from .site_reader import SiteReader

#: Class letters of ", organisers at 900", "; and the union's lawyers at between 300".
GAP = re.compile("[,;]+c?([dnN]+)p[drpn]{0,2}#")
NAME = 3  # tokens of "the Varn Union"
#: Tables of who may count something.
COUNTERS = ("groups", "people", "titles", "generic_organisations", "organisation_words")


def by_gapped(reader: SiteReader, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions, with one for each further source of another measure."""
    made: list[Attribution] = []
    for item in found:
        if item.object_frame and item.pattern == "subject" and item.cue is not None:
            cue = reader.words.cues.get(item.lemma)
            if cue is not None and "m" in cue.frames:
                made += _further(reader, item)
    return sorted([*found, *made], key=lambda item: item.sentence) if made else found


def _further(reader: SiteReader, item: Attribution) -> list[Attribution]:
    """Those who measure the same thing behind a comma; what the first says ends there."""
    tokens, view = reader.tokens, reader.view
    last = tokens.spans[item.sentence][1]
    begin = bisect_left(tokens.starts, item.contents[0][0])
    made: list[Attribution] = []
    for gap in GAP.finditer(view.kinds, begin, last):
        start, end = gap.span(1)
        if tokens.words[end] not in view.measure_marks or not _counts(reader, start, end):
            continue
        if not {"v", "a"}.isdisjoint(view.kinds[begin : gap.start()]):
            break
        stop = view.first_of(",;.", gap.end(), last)
        if not {"v", "a"}.isdisjoint(view.kinds[gap.end() : stop]):
            break  # "Police put it at 40, drivers at 9 firms said"
        if not made:
            item.contents = [tokens.slice(begin, gap.start())]
        made.append(
            Attribution(
                item.cue, tokens.slice(start, end), [tokens.slice(start, stop)], item.lemma,
                item.stance, item.sentence, item.pattern, object_frame=True,
            )
        )  # fmt: skip
    return made


def _counts(reader: SiteReader, begin: int, end: int) -> bool:
    """Say whether a noun phrase is a name, or one of people or a body: not "profit at 9"."""
    head = reader.tokens.words[end - 1]
    if reader.view.kinds[end - 1] == "N" and end - begin <= NAME:
        return True
    known = any_of(reader.words.code, *COUNTERS)
    return head in known or head.removesuffix("s") in known

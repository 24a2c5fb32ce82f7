"""Two dates that bound a stretch ("between 2010 and 2020"), or one that opens it ("since 2018")."""

from __future__ import annotations

from datetime import date

from claims.extraction.dates.calendar import NONE
from claims.extraction.dates.records import Found
from claims.extraction.quantities.lexicon import Lexicon
from claims.extraction.quantities.tokens import Tokens

DASHES = ("-", "–", "—")


def join_stretches(
    tokens: Tokens, lexicon: Lexicon, found: list[Found], reference: date | None
) -> list[Found]:
    """The mentions with pairs joined and open stretches widened to the word that opens them."""
    joined: list[Found] = []
    for mention in found:
        before = joined[-1] if joined else None
        if before is not None and _belong(tokens, lexicon, before, mention):
            joined[-1] = _stretch(tokens, before, mention)
            continue
        joined.append(_opened(tokens, lexicon, mention, reference))
    return joined


def _belong(tokens: Tokens, lexicon: Lexicon, first: Found, second: Found) -> bool:
    if second.first - first.last > 1:
        return False
    words, sets = tokens.words, lexicon.sets
    gap = words[first.last : second.first]
    before = words[first.first - 1] if first.first else ""
    if before in lexicon.dates["year_words"] and first.first > 1:
        before = words[first.first - 2]  # "بين عامي 2018 و2023"
    if len(gap) != 1 or "relative" in (first.kind, second.kind):
        return first.kind == "weekday" and not gap and second.kind in ("date", "month")
    if gap[0] == "," and first.kind == "weekday":
        return second.kind == "date"
    if gap[0] in sets["and"]:
        return before in sets["between"]
    if first.kind == "period" or second.kind == "period":
        return False
    return gap[0] in DASHES or (gap[0] in sets["to"] and before in sets["from"])


def _stretch(tokens: Tokens, first: Found, second: Found) -> Found:
    if first.kind == "weekday":
        return Found(first.first, second.last, second.kind, second.precision, second.span)
    start, end = first.span[0], second.span[1]
    span = NONE if start and end and start > end else (start, end)
    opening = first.first - 1 if tokens.words[first.last] not in DASHES else first.first
    return Found(opening, second.last, "period", second.precision, span)


def _opened(tokens: Tokens, lexicon: Lexicon, mention: Found, reference: date | None) -> Found:
    """ "since 2018" runs from its first day to the article's; "until May" ends with its last."""
    before = tokens.words[mention.first - 1] if mention.first else ""
    since, dates = before in lexicon.dates["since"], lexicon.dates
    if mention.kind == "duration" or not (since or before in dates["until"]):
        return mention
    start, end = mention.span
    span = (start, reference) if since else (None, end)
    kind = mention.kind if mention.kind == "relative" else "period"
    return Found(mention.first - 1, mention.last, kind, mention.precision, span)

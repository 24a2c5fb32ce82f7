"""What one passes on from another: "نقلت الصحيفة عن المدير قوله إن C" is said by the manager."""

from __future__ import annotations

from bisect import bisect_left

from . import Attribution
from .site_reader import SiteReader


def pass_on(reader: SiteReader, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions; of what is passed on the source is whom it comes from."""
    words = reader.words
    if not words.table("passing_on"):
        return found
    starts, view = reader.tokens.starts, reader.view
    for item in found:
        if item.source is None or not item.contents or not words.has("passing_on", item.lemma):
            continue
        begin, end = bisect_left(starts, item.source[0]), bisect_left(starts, item.contents[0][0])
        mark = next((at for at in range(begin, end) if view.is_word("passing_marks", at)), end)
        until = next((at for at in range(mark, end + 1) if view.is_word("passed_on", at)), end)
        pair = view.trimmed(mark + 1, until) if mark + 1 < until else None
        if pair is not None:
            item.source = reader.tokens.slice(*pair)
    return found

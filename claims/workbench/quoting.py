"""Whether the words that were pinned stand in the copy that was kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from claims.models import Capture, Evidence

# Whoever quotes leaves words out, or puts some in brackets; the rest has to be there, in order.
OMITTED = re.compile(r"\[[^\]]{0,80}\]|\.{3}|…")
BLANK = re.compile(r"\s+")
# Typographic signs that a copy and a quote write either way; None: counts for nothing.
SIGNS: dict[int, str | None] = dict.fromkeys(map(ord, "\"'“”„‟‘’‚‛«»‹›\u00ad\u200b\u200e\u200f"))
SIGNS |= dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


def contains(text: str, quote: str) -> bool:
    """Whether a text holds a quote; blanks, capitals and kinds of signs aside."""
    return _holds(_plain(text), quote)


def astray(evidence: Iterable[Evidence]) -> set[int]:
    """Return the numbers of those whose pinned quote stands in no copy of which text is known."""
    quoted = {item.pk: item for item in evidence if item.quote and item.withdrawn_at is None}
    if not quoted:
        return set()
    texts = defaultdict(list)
    copies = Capture.objects.filter(evidence__in=quoted).exclude(text="").order_by()
    for pk, text in copies.values_list("evidence_id", "text"):
        texts[pk].append(_plain(text))
    return {
        quoted[pk].number
        for pk, known in texts.items()
        if not any(_holds(text, quoted[pk].quote) for text in known)
    }


def _plain(text: str) -> str:
    return BLANK.sub(" ", text.translate(SIGNS)).casefold()


def _holds(text: str, quote: str) -> bool:
    place = 0
    for part in OMITTED.split(quote):
        words = _plain(part).strip()
        found = text.find(words, place)
        if found < 0:
            return False
        place = found + len(words)
    return True

"""What has been read of one text, for the making of records."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import Any

from ..answering.answers import Answers
from ..lexicon import Lexicon
from ..parts.wording import Wording
from ..records import FoundEntity, Span
from ..tagging.tokens import Tokens
from .weights import weights

#: What a statement holds: figures, dates, and the names in it and in a subject it shares.
Holdings = tuple[tuple[Any, ...], tuple[Any, ...], tuple[FoundEntity, ...]]

NOTHING: Holdings = ((), (), ())
BEYOND = sys.maxsize  # greater than every place in a text

# What a named entity is as a source of statements. A place that speaks is told by no name.
HEAD_ENDS = frozenset(("of", "for", "at", "in", "with", "from", "on"))  # end a head
SPEAKER_KINDS = {"person": "person", "org": "organisation", "group": "group"}


class Placed:
    """Quotations of one text, for look-up by place."""

    def __init__(self, items: list[Any]):
        self.spans = [(item.start, item.end) for item in items]
        self.starts = [start for start, _ in self.spans]

    def beside(self, start: int, end: int) -> list[Span]:
        """Those that begin in a span, and the one before."""
        first = bisect_right(self.starts, start)
        return self.spans[first - 1 if first else 0 : bisect_left(self.starts, end, first)]


class Stretches:
    """Stretches of one text, for look-up by place; they may overlap."""

    def __init__(self, spans: Iterable[Span] = ()):
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        #: How far any of the stretches up to each one reaches.
        self.reach = list(accumulate((end for _, end in ordered), max))

    def meet(self, start: int, end: int) -> bool:
        """Say whether one of them has a code point in common with this span."""
        before = bisect_left(self.starts, end)
        return before > 0 and self.reach[before - 1] > start


class Contents:
    """All quantities, dates and entities of one text, looked up together."""

    def __init__(self, quantities: list[Any], dates: list[Any], entities: list[FoundEntity]):
        self.entities = entities
        every = [(item.start, 0, item) for item in quantities]
        every += [(item.start, 1, item) for item in dates]
        every += [(item.start, 2, item) for item in entities]
        every.sort(key=itemgetter(0))
        #: Behind the last start one that no stretch reaches, at which a look-up ends.
        self.starts = [*[start for start, _, _ in every], BEYOND]
        self.items = every

    def inside(self, segments: Iterable[Span]) -> Holdings:
        """Those that lie inside one of the segments, in order."""
        starts, items, found = self.starts, self.items, None
        for begin, end in segments:
            at = bisect_left(starts, begin)
            if starts[at] >= end:
                continue  # as many
            found = found or ([], [], [])
            while starts[at] < end:
                _, sort, item = items[at]
                if item.end <= end:
                    found[sort].append(item)
                at += 1
        if found is None:
            return NOTHING
        quantities, dates, entities = found
        return tuple(quantities), tuple(dates), tuple(entities)


@dataclass(slots=True)
class Material:
    """What has been read of one text.

    blocks: kind of the block that each sentence stands in.
    disputed: stretches that somebody denies in another sentence ("She denies it").
    """

    tokens: Tokens
    words: Lexicon
    blocks: list[str]
    sentences: list[Span]
    quotes: Placed
    contents: Contents
    left_out: list[tuple[Span, tuple[str, ...]]]
    wording: Wording
    answers: Answers
    disputed: Stretches = field(default_factory=Stretches)
    weights: Mapping[str, float] = field(default_factory=weights)
    kinds: dict[str, str] | None = None

    def kind_of_speaker(self, name: str | None) -> str:
        """Person, organisation or group: as the name is known in the text, or by its words."""
        if name is None:
            return ""
        if self.kinds is None:
            known = [item for item in self.contents.entities if item.kind in SPEAKER_KINDS]
            self.kinds = {item.name or item.text: SPEAKER_KINDS[item.kind] for item in known}
        if name not in self.kinds:
            bare = [word.strip(".,").lower() for word in name.split()]
            is_body = not self.words.table("organisation_words").isdisjoint(bare)
            head = next((at for at, word in enumerate(bare) if word in HEAD_ENDS), len(bare))
            if is_body and head and self.words.has("titles", bare[head - 1]):
                is_body = False  # "Obama's former campaign strategist"
            self.kinds[name] = "organisation" if is_body else ""
        return self.kinds[name]

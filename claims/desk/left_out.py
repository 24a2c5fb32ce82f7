"""What the reading of a text left out, and why, for whoever looks over its shoulder."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

from articles.jobs import State
from articles.models import Snapshot
from claims.models import Mention
from claims.workbench.reasons import worded

SHOWN = 300  # stretches of one text


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that no claim was made of. start, end: code points; reasons: in words."""

    start: int
    end: int
    words: str
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The first of what was left out, in reading order; rest: how many more there are."""

    shown: list[Stretch]
    rest: int = 0

    @property
    def total(self) -> int:
        return len(self.shown) + self.rest


def left_out(snapshot: Snapshot, mentions: Iterable[Mention]) -> LeftOut:
    """Return what the last reading of a snapshot left out and nobody has made a claim of since.

    mentions: all of the snapshot.
    """
    done = snapshot.readings.filter(state=State.DONE).order_by("-id")
    noted = done.values_list("left_out", flat=True).first() or []
    is_taken = _taken(mentions)
    open_ = [(start, end, codes) for start, end, codes in noted if not is_taken(start, end)]
    text = snapshot.text
    shown = [
        Stretch(start, end, text[start:end], worded(codes)) for start, end, codes in open_[:SHOWN]
    ]
    return LeftOut(shown, len(open_) - len(shown))


def _taken(mentions: Iterable[Mention]) -> Callable[[int, int], bool]:
    """Return a question: does a stretch lie wholly inside a mention?"""
    spans = sorted((mention.start, mention.end) for mention in mentions)
    starts = [start for start, _end in spans]
    furthest = list(accumulate((end for _start, end in spans), max))

    def is_taken(start: int, end: int) -> bool:
        before = bisect_right(starts, start)
        return before > 0 and furthest[before - 1] >= end

    return is_taken

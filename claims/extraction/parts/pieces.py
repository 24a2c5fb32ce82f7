"""What each attribution brings to each sentence, as token ranges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from ..attribution import Attribution
from ..tagging.tokens import Tokens
from .rests import Range

NESTED = 7  # pieces of what is said, of which one may lie in another

#: Attributions of one sentence with the token ranges of what they bring there.
Pieces = list[tuple[Attribution, list[Range]]]


def pieces_of(found: list[Attribution], tokens: Tokens) -> dict[int, Pieces]:
    """Number of a sentence -> what is said in it, without what stands in something said."""
    starts, owner, spans = tokens.starts, tokens.sentence, tokens.spans
    pieces: dict[int, Pieces] = {}
    for attribution in _outermost(found):
        for begin, end in attribution.contents:
            first = bisect_left(starts, begin)
            last = bisect_left(starts, end, first)
            while first < last:
                number = owner[first]
                stop = spans[number][1]
                if not first < stop <= last:
                    stop = last if stop > last else first + 1
                here = pieces.setdefault(number, [])
                if here and here[-1][0] is attribution:
                    here[-1][1].append((first, stop))
                else:
                    here.append((attribution, [(first, stop)]))
                first = stop
    return pieces


def _outermost(found: list[Attribution]) -> list[Attribution]:
    """Attributions that are not themselves part of what another one brings."""
    # The end is negative so that of two with one start the longer comes first; the number keeps the
    # order of equal ones.
    covered = [
        (start, -end, number) for number, item in enumerate(found) for start, end in item.contents
    ]
    covered.sort()
    begins = [start for start, _, _ in covered]
    #: How far any of the contents up to each one reaches.
    reach = list(accumulate([-end for _, end, _ in covered], max))

    def is_inner(at: int, number: int) -> bool:
        until = bisect_right(begins, at)
        if not until or reach[until - 1] <= at:
            return False  # as most
        # Contents nest only a few deep; looking further back would find other sentences.
        near = covered[max(0, until - NESTED) : until]
        return any(at < -end and owner != number for _, end, owner in near)

    return [
        item
        for number, item in enumerate(found)
        if item.contents and not (item.cue and is_inner(item.cue[0], number))
    ]

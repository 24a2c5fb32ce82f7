"""Answers of a counted crowd: "40 percent said they had moved" is itself the statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..quantities import Quantity
from ..tagging.tokens import Tokens
from . import Attribution

SHARES = ("percent", "proportion")
#: A smaller number without a noun is of people somebody spoke to: "Two said they had seen it".
CROWD = 13
LEAD = set("rdpc")  # class letters of "only some of", "all but" before the figure


def without_polls(
    tokens: Tokens, found: list[Attribution], quantities: Sequence[Quantity]
) -> list[Attribution]:
    """Leave out what is said by a share or a bare number: no claimant, but the result of a poll.

    "1,300 residents said" stays: they can have said it in one letter.
    """
    if not quantities:
        return found
    starts = [quantity.start for quantity in quantities]
    return [item for item in found if not _is_poll(tokens, item, quantities, starts)]


def _is_poll(
    tokens: Tokens, item: Attribution, quantities: Sequence[Quantity], starts: list[int]
) -> bool:
    if item.source is None:
        return False
    start, end = item.source
    at = bisect_left(starts, start)
    if at == len(quantities) or quantities[at].end > end:
        return False
    first = quantities[at]
    before = slice(bisect_left(tokens.starts, start), bisect_left(tokens.starts, first.start))
    if not LEAD.issuperset(tokens.kinds[before]):
        return False  # "Orr, 61, said"
    if first.unit_kind in SHARES:
        return True
    further = quantities[at + 1] if at + 1 < len(quantities) else None
    of = further is not None and further.end <= end and (further.value or 0) >= CROWD
    if first.kind != "count" or first.unit or (not of and (first.value or 0) < CROWD):
        return False
    return of or first.end == end

"""Sentences that only say that somebody denies what stands elsewhere."""

from __future__ import annotations

from bisect import bisect_left

from ..attribution import Attribution
from .clauses import Clause, Splitter

BARE = 12  # tokens of a sentence that only says that somebody denies


def bare_denial(
    splitter: Splitter, item: Attribution, first: int, last: int, taken: list[tuple[int, int]]
) -> Clause | None:
    """ "The ministry disputes this.": that it does, where the sentence says no more.

    taken: what else somebody says in the sentence, as in "disputed this, saying C".
    """
    tokens, kinds = splitter.tokens, splitter.tokens.kinds
    if taken and item.cue is not None:
        cue_end = bisect_left(tokens.starts, item.cue[1])
        pauses = (at for at in range(cue_end, last) if kinds[at] in ",:")
        joined = (at - 1 for at, _ in taken if at > cue_end and kinds[at - 1] == "c")
        last = min([*pauses, *joined], default=-1)
    begin, end = splitter.trim(first, last)
    begin += kinds.startswith("c", begin)
    return Clause(begin, end, "denial") if begin < end <= begin + BARE else None

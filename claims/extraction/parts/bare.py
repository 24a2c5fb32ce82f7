"""Sentences that only say that somebody denies what stands elsewhere."""

from __future__ import annotations

from bisect import bisect_left

from ..attribution import Attribution
from .clauses import Clause, Splitter
from .rests import Range, uncovered

BARE = 12  # tokens of a clause that only says that somebody denies, beside who does


def bare_denial(
    splitter: Splitter, item: Attribution, first: int, last: int, taken: list[Range]
) -> tuple[Clause | None, list[Clause]]:
    """ "The ministry disputes this.": that it does, where the sentence says no more, and the
    clauses of the article behind it: "... deny this; the UN counted 14 breaches".

    taken: what else somebody says in the sentence, as in "disputed this, saying C".
    """
    stop = _denied_by(splitter, item, first, last, taken)
    return _denial(splitter, item, first, stop), _beside(splitter, item, first, stop, last, taken)


def _denial(splitter: Splitter, item: Attribution, first: int, stop: int) -> Clause | None:
    """The words that say that somebody denies, if they are short."""
    kinds = splitter.tokens.kinds
    begin, end = splitter.trim(first, stop)
    begin += kinds.startswith("c", begin)
    who = item.named or item.source or (0, 0)
    starts = splitter.tokens.starts
    longest = begin + BARE + bisect_left(starts, who[1]) - bisect_left(starts, who[0])
    if end > longest and item.cue is not None:
        end = kinds.find("p", bisect_left(starts, item.cue[1]), longest)  # "| in a letter"
    if kinds.count('"', begin, end) % 2 and kinds.startswith('"', end):
        end += 1  # "as “absurd”"
    return Clause(begin, end, "denial") if begin < end <= longest else None


def _beside(
    splitter: Splitter, item: Attribution, first: int, stop: int, last: int, taken: list[Range]
) -> list[Clause]:
    """Clauses behind a denial that ends before token `stop`, or around one in a relative clause."""
    relative = None if taken else _relative(splitter, item)
    if relative is not None and stop < last:
        begin, end = splitter.trim(first, last)
        return [Clause(begin, end, gap=(relative - 1, stop + 1))]
    return [
        clause
        for left, right in uncovered(stop, last, taken)
        for clause in splitter.split(_behind_joint(splitter, left, right), right)
        if _tells(splitter, clause)
    ]


def _denied_by(
    splitter: Splitter, item: Attribution, first: int, last: int, taken: list[Range]
) -> int:
    """Token after the clause that says that somebody denies."""
    tokens, kinds = splitter.tokens, splitter.tokens.kinds
    if item.cue is None:
        return last
    cue = bisect_left(tokens.starts, item.cue[1])
    if taken:
        pauses = (at for at in range(cue, last) if kinds[at] in ",:;")
        joined = (at - 1 for at, _ in taken if at > cue and kinds[at - 1] == "c")
        return min([*pauses, *joined], default=first)
    if _relative(splitter, item) is not None:
        comma = kinds.find(",", cue, last)
        return comma if comma > 0 else last
    if kinds.find(";", cue, last) < 0 and "c" not in kinds[cue:last]:
        return last  # as most
    clauses = splitter.split(first, last)
    return next((clause.end for clause in clauses if clause.begin < cue <= clause.end), last)


def _relative(splitter: Splitter, item: Attribution) -> int | None:
    """Token of the "who" in "Orr, who denied it, left", where that is who denies."""
    tokens = splitter.tokens
    at = bisect_left(tokens.starts, item.cue[0]) - 1 if item.cue is not None else -1
    relative = at > 1 and splitter.words.has("subject_relatives", tokens.words[at])
    return at if relative and tokens.kinds[at - 1] == "," else None


def _behind_joint(splitter: Splitter, begin: int, end: int) -> int:
    """First token behind ", and"."""
    begin, end = splitter.trim(begin, end)
    return begin + 1 if splitter.tokens.kinds[begin:end].startswith("c") else begin


def _tells(splitter: Splitter, clause: Clause) -> bool:
    """Say whether a clause states something: with a subject of its own, or a figure or a name."""
    begin, end = clause.begin, clause.end
    if not splitter.has_verb(begin, end):
        return False
    if clause.relation in ("main", "coordinate") and clause.subject is None:
        return splitter.tokens.kinds[begin] in "dnN#xt"
    named = splitter.tokens.kinds.find("N", begin, end) >= 0
    return clause.relation == "coordinate" and (named or splitter.has_figure(begin, end))

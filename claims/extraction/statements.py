"""Stretches of each sentence that state something, with the attribution they stand under."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from .attribution import Attribution
from .clauses import Clause, split_clauses, without_opener
from .lexicon import Lexicon
from .tokens import Tokens


@dataclass(slots=True)
class Statement:
    """One clause and who stands behind it; attribution None is the article's own voice.

    parts: token ranges; two where the source interrupts the clause.
    """

    sentence: int
    parts: list[tuple[int, int]]
    attribution: Attribution | None
    clause: Clause

    @property
    def begin(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


def find_statements(tokens: Tokens, found: list[Attribution], words: Lexicon) -> list[Statement]:
    """Return the statements of all sentences in order."""
    pieces = _pieces(tokens, found)
    statements: list[Statement] = []
    for number, (first, last) in enumerate(tokens.spans):
        here = pieces.get(number, [])
        taken: list[tuple[int, int]] = []
        for attribution, parts in here:
            statements.extend(_attributed(tokens, number, attribution, parts, words))
            taken.extend(parts)
            taken.extend(_tag_tokens(tokens, attribution, number))
        for begin, end in _rest(first, last, taken):
            for clause in split_clauses(tokens, begin, end, words):
                if (
                    (clause.begin, clause.end) != (first, last)
                    and here
                    and not _worth(tokens, clause)
                ):
                    continue
                parts = [(clause.begin, clause.end)]
                statements.append(Statement(number, parts, None, clause))
    return statements


def _pieces(
    tokens: Tokens, found: list[Attribution]
) -> dict[int, list[tuple[Attribution, list[tuple[int, int]]]]]:
    """Sentence -> attributions with the token ranges of what they bring there."""
    pieces: dict[int, list[tuple[Attribution, list[tuple[int, int]]]]] = {}
    for attribution in found:
        by_sentence: dict[int, list[tuple[int, int]]] = {}
        for begin, end in attribution.contents:
            first = bisect_left(tokens.starts, begin)
            last = bisect_left(tokens.starts, end)
            while first < last:
                number = tokens.sentence[first]
                stop = min(last, max(first + 1, tokens.spans[number][1]))
                by_sentence.setdefault(number, []).append((first, stop))
                first = stop
        for number, parts in by_sentence.items():
            pieces.setdefault(number, []).append((attribution, parts))
    return pieces


def _attributed(
    tokens: Tokens,
    number: int,
    attribution: Attribution,
    parts: list[tuple[int, int]],
    words: Lexicon,
) -> list[Statement]:
    """Statements of one attribution in one sentence."""
    clauses = [
        split_clauses(tokens, without_opener(tokens, begin, end, words), end, words)
        for begin, end in parts
    ]
    if len(parts) == 2 and clauses[0] and clauses[1] and not _has_verb(tokens, clauses[0]):
        head, tail = clauses[0][0], clauses[1][0]
        joined = [
            Statement(number, [(head.begin, head.end), (tail.begin, tail.end)], attribution, tail)
        ]
        joined += [Statement(number, [(c.begin, c.end)], attribution, c) for c in clauses[1][1:]]
        return joined
    return [
        Statement(number, [(clause.begin, clause.end)], attribution, clause)
        for group in clauses
        for clause in group
    ]


def _has_verb(tokens: Tokens, clauses: list[Clause]) -> bool:
    return any(
        kind in "va" for clause in clauses for kind in tokens.kinds[clause.begin : clause.end]
    )


def _worth(tokens: Tokens, clause: Clause) -> bool:
    kinds = tokens.kinds[clause.begin : clause.end]
    return len(kinds) >= 5 and any(kind in "va" for kind in kinds)


def _tag_tokens(tokens: Tokens, attribution: Attribution, number: int) -> list[tuple[int, int]]:
    """Token ranges of cue and source, where they lie in the sentence."""
    ranges = []
    first, last = tokens.spans[number]
    for span in (attribution.cue, attribution.source):
        if span is None:
            continue
        begin = bisect_right(tokens.starts, span[0]) - 1
        end = bisect_left(tokens.starts, span[1])
        if first <= begin < last:
            ranges.append((begin, end))
    return ranges


def _rest(first: int, last: int, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts of first..last that none of the ranges covers."""
    rest, at = [], first
    for begin, end in sorted(taken):
        if begin > at:
            rest.append((at, begin))
        at = max(at, end)
    if at < last:
        rest.append((at, last))
    return rest

"""Insets between two dashes, which part a clause as commas would: "the mill — it burned — and"."""

from __future__ import annotations

from ..tagging.tokens import Tokens

DASHES = ("—", "--")  # marks that tie no words, whatever stands between them


def insets(tokens: Tokens) -> list[tuple[int, int]]:
    """The tokens of each two dashes of a sentence, in order; none where one has no partner."""
    dashes: dict[int, list[int]] = {}
    at = tokens.kinds.find("-")
    while at >= 0:
        if _is_dash(tokens, at):
            dashes.setdefault(tokens.sentence[at], []).append(at)
        at = tokens.kinds.find("-", at + 1)
    return [
        pair
        for places in dashes.values()
        if len(places) % 2 == 0
        for pair in zip(places[::2], places[1::2], strict=True)
    ]


def with_commas(kinds: str, pairs: list[tuple[int, int]]) -> str:
    """Class letters with a comma for each dash of a pair."""
    letters = list(kinds)
    for pair in pairs:
        for at in pair:
            letters[at] = ","
    return "".join(letters)


def _is_dash(tokens: Tokens, at: int) -> bool:
    """Say whether a mark stands between two clauses, not within a word or between two figures."""
    starts, ends = tokens.starts, tokens.ends
    if at == 0 or at + 1 >= len(starts):
        return False
    apart = starts[at] > ends[at - 1] and starts[at + 1] > ends[at]
    return apart or tokens.words[at] in DASHES

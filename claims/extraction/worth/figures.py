"""Which figures and dates of a statement can be checked: not an age that tells who somebody is."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.tokens import Tokens
from .material import Holdings

UNCOUNTED = 0.4  # strength of a number that is no quantity and no date


def mark_figures(
    found: dict[str, float], statement: Statement, tokens: Tokens, words: Lexicon, held: Holdings
) -> None:
    """Add the marks that the figures and dates of a statement leave."""
    weak, (quantities, dates, _) = words.table("weak_numerals"), held
    for quantity in quantities:
        kind = quantity.kind
        if kind == "duration" and not _is_measure(statement, tokens, words):
            found["dated"] = 1.0
        elif kind != "ordinal" and not (
            quantity.text.lower() in weak or _only_tells_age(quantity, tokens)
        ):
            found["figure"] = 1.0
        if kind == "change":
            found["change"] = 1.0
        if kind == "money" or quantity.unit_kind == "money":
            found["money"] = 1.0
        if quantity.consistent is False:
            found["inconsistent"] = 1.0
    if dates:
        found["dated"] = 1.0
    if "figure" not in found:
        for begin, end in statement.parts:
            index = tokens.kinds.find("#", begin, end)
            while index >= 0:
                at = tokens.starts[index]
                if tokens.words[index] not in weak and not any(
                    item.start <= at < item.end for item in (*dates, *quantities)
                ):
                    found["figure"] = UNCOUNTED
                index = tokens.kinds.find("#", index + 1, end)


def _only_tells_age(quantity: Any, tokens: Tokens) -> bool:
    """Say whether a figure only tells who somebody is: "Ada Holm, 52, left", "a 9-year-old boy";
    not "the boats are nine years old"."""
    if not (quantity.unit or "").endswith(" of age"):
        return False
    at = bisect_left(tokens.starts, quantity.start)
    return "-" in quantity.text or tokens.kinds[max(0, at - 1)] == ","


def _is_measure(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a time is what is measured: "the average age rose to 31.2 years"."""
    return words.has_any("averages", tokens.words[statement.begin : statement.end])

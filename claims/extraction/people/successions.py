"""Whom "her predecessor" and "his successor" mean: who was replaced, and by whom."""

from __future__ import annotations

from itertools import pairwise

from .pronouns import PronounReader

NEAR = 60  # code points between two names of whom one followed the other


def of_succession(reader: PronounReader, owner: str, rest: list[str], at: int) -> str | None:
    """Who came before or behind somebody in office, where the text tells it before a code point.

    rest: the words of whom the owner has: "predecessor".
    """
    words, text = reader.words, reader.tokens.text
    table = next((one for one in ("followers", "forerunners") if words.has(one, rest[-1])), None)
    if table is None:
        return None  # as mostly
    for (_, stop, one), (start, _, two) in pairwise(reader.names.in_span(0, at)):
        between = text[stop:start].lower().split() if start - stop < NEAR else []
        if not (one.is_person and two.is_person and between):
            continue
        if owner == one.full and rest[-1] in (word.strip(",") for word in between[-2:]):
            return two.full  # "Holm said. Her predecessor, Ada Orr,"
        told = " ".join(["", *between, ""])
        if "." in told or not any(f" {verb} " in told for verb in words.table("succeeding")):
            continue
        passive = words.has_any("agent_marks", between)
        former, later = (one, two) if passive else (two, one)
        meant, other = (later, former) if table == "followers" else (former, later)
        if other.full == owner:
            return meant.full
    return None

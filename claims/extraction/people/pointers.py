"""Words that name nobody, but lead to somebody: "she", "both", "these", "a rival"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..lexicon import lexicon
from ..lexicon.together import any_of
from .pairs import parts_of_two
from .titles import PRONOUNS

#: Tables of pronouns that stand for somebody who was named.
THIRD = (*PRONOUNS.values(), "pronouns.third")
#: Tables of words after which nothing else tells who is meant.
NAMELESS = ("pronouns.first", "lone_demonstratives", "pronouns.indefinite")


@dataclass(frozen=True, slots=True)
class Pointers:
    """Such words of one language, in lower case.

    rivals: in front of the name of a firm; either: his or hers; third: pronouns of whom was named;
    pairs: what one or both of two are called -> the table that tells which.
    """

    rivals: frozenset[str]
    either: frozenset[str]
    third: frozenset[str]
    first: frozenset[str]
    of_several: frozenset[str]
    demonstratives: frozenset[str]
    nameless: frozenset[str]
    relatives: frozenset[str]
    pairs: dict[str, str]


@cache
def pointers(code: str) -> Pointers:
    """The pointers of a language."""
    table = lexicon(code).table
    return Pointers(
        rivals=table("other_firms"),
        either=table("owners_of_either"),
        third=any_of(code, *THIRD),
        first=table("pronouns.first"),
        of_several=table("of_several"),
        demonstratives=table("lone_demonstratives"),
        nameless=any_of(code, *NAMELESS),
        relatives=table("relatives"),
        pairs=parts_of_two(code),
    )

"""Whom "the French leader", "the Labour candidate" or "the Tory" means: of one land or party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .known_names import Name

if TYPE_CHECKING:
    from .descriptions import Descriptions


def of_origin(descriptions: Descriptions, phrase: list[str], at: int) -> Name | None:
    """The one person before a code point whom the text tells to be of a land or party.

    phrase: "tory" or "french leader", in lower case; the noun is one that fits many offices.
    """
    origin = phrase[0]
    kind = descriptions.listed.kind_of(origin.title())
    if kind == "org" and len(phrase) == 1:
        return None  # "the WHO" is not its director
    if kind not in ("group", "org") and not descriptions.words.has("parties", origin):
        return None  # as mostly
    if kind == "org" and origin.endswith("s"):
        return None  # "the Greens" are the party
    if len(phrase) == 2 and not descriptions.words.has("loose_roles", phrase[1]):
        return None
    told = {
        item.name.full: item.name
        for items in descriptions.by_head.values()
        for item in items
        if item.at < at and origin in item.words
    }
    return next(iter(told.values())) if len(told) == 1 else None

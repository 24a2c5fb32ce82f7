"""Words by which those who were named are called later: "le syndicaliste", "чиновник"."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import Lexicon, lexicon
from ..lexicon.together import any_of

ELISION = re.compile(r"^[ldLD]['’]")
PAUSE = re.compile(r",(?!\d)|\(")  # not in "2,000"
LONGEST = 4  # words of "der langjährige Kommunalpolitiker"


@cache
def sorts_of(code: str) -> dict[str, str | None]:
    """What sort of person one is -> "m" or "f", None where the word tells neither.

    Empty for a language whose tables do not part men from women.
    """
    words = lexicon(code)
    men = words.table("epithet_men")
    if not men:
        return {}
    sorts: dict[str, str | None] = dict.fromkeys(words.table("epithets"))
    return sorts | dict.fromkeys(men, "m") | dict.fromkeys(words.table("epithet_women"), "f")


def sort_of(surface: str, words: Lexicon) -> str | None:
    """What sort of person words point back at; None for "a fisherman" and "the bank's boss"."""
    sorts = sorts_of(words.code)
    if not sorts:
        return None
    pause = PAUSE.search(surface)
    parts = (surface[: pause.start()] if pause else surface).lower().split()
    if not parts or len(parts) > LONGEST:
        return None
    if not words.table("articles"):
        # "67-летний пенсионер", but not "пенсионер Лужин" or "местный житель".
        aged = len(parts) == 2 and parts[0][0].isdigit()
        return parts[-1] if (aged or len(parts) == 1) and parts[-1] in sorts else None
    elided = ELISION.sub("", parts[0])
    if elided == parts[0] and parts[0] not in words.table("back_pointers"):
        return None
    rest = parts[1:] if elided == parts[0] else [elided, *parts[1:]]
    if not any_of(words.code, "prepositions", "genitives", "articles").isdisjoint(rest):
        return None
    return next((word for part in rest if (word := part.rpartition("-")[2]) in sorts), None)

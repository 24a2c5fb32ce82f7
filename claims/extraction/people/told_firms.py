"""Names of several words that a text tells to be those of firms, though no word in them does."""

from __future__ import annotations

from collections.abc import Iterable

from ..lexicon import Lexicon
from ..tagging.tokens import OWNING, Tokens
from .titles import GIVEN

#: Tokens of a run: where it begins, where the name in it begins behind titles and where it ends,
#: and where the run ends.
Run = tuple[int, int, int, int]
HEADED = 3  # tokens of "chief financial officer" behind "Varn Orr's"
BEHIND = frozenset('pvtra"')  # class letters of what stands right behind such a name
SAID = 5  # tokens of "said on Monday that" between a name and "its"


def told_firms(tokens: Tokens, runs: Iterable[Run], words: Lexicon) -> list[list[str]]:
    """The words of each name that has a head or says something of what is "its" own.

    "Varn Orr said its profit fell", "Varn Orr's chief executive". Not so where the first word is
    a first name.
    """
    return [
        tokens.words[begin:end]
        for titles, begin, end, close in runs
        if end - begin > 1
        and end == close
        and titles == begin
        and tokens.kinds[end : end + 1] in BEHIND
        and (_is_headed(tokens, end, words) or _tells_of_its_own(tokens, end, words))
        and GIVEN[tokens.words[begin]] is None
    ]


def _is_headed(tokens: Tokens, end: int, words: Lexicon) -> bool:
    """Say whether "'s chief executive" stands behind a name."""
    if tokens.words[end : end + 1] == [] or tokens.words[end] not in OWNING:
        return False
    behind = tokens.words[end + 1 : end + 1 + HEADED]
    return words.has_any("firm_heads", behind)


def _tells_of_its_own(tokens: Tokens, end: int, words: Lexicon) -> bool:
    """Say whether a name says something of what is "its": "said on Monday its profit fell"."""
    behind = tokens.kinds[end : end + SAID]
    verb = behind.find("v")
    if verb < 0 or behind[:verb].strip("ptr") or tokens.words[end + verb] not in words.cues:
        return False
    its = end + verb + 1
    while its < end + SAID and tokens.kinds[its : its + 1] in ("p", "t", "s"):
        its += 1
    return words.has_any("gender.its", tokens.words[its : its + 1])

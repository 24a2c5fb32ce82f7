"""Two people named side by side, and which of them "both", "the latter" or "the other" means."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise

from ..lexicon import Lexicon, lexicon
from ..tagging.tokens import Tokens
from .known_names import Name
from .names import Names

#: Tables of such phrases.
PARTS = ("pair_both", "pair_first", "pair_second", "pair_other", "pair_younger", "pair_elder")
AGE = re.compile(r", (?:aged )?(\d{1,3})\b")  # behind a name
BACK = 3  # sentences in which the two are looked for
APART = 8  # tokens of ", the mayor, and her deputy," between their names
VERBS = "vag:;."  # class letters that do not stand between two who are named side by side


@cache
def parts_of_two(code: str) -> dict[str, str]:
    """What one or both of two are called -> the table that tells which."""
    return {phrase: part for part in PARTS for phrase in lexicon(code).table(part)}


def of_pair(
    part: str, at: int, tokens: Tokens, names: Names, words: Lexicon, spoke: str | None
) -> str | None:
    """Whom a word at a code point means of the two who were named last; None for nobody.

    part: table of the word; spoke: who did before.
    """
    pair = _named_before(at, tokens, names, words)
    if pair is None:
        return None
    one, two, joint = pair
    if part == "pair_both":
        return f"{one.full} {joint} {two.full}"
    if part in ("pair_younger", "pair_elder"):
        aged = sorted((_age_of(name, tokens, names), name.full) for name in (one, two))
        if aged[0][0] < 0 or aged[0][0] == aged[1][0]:
            return None
        return aged[part == "pair_elder"][1]
    if part == "pair_other":
        return {one.full: two.full, two.full: one.full}.get(spoke or "")
    return one.full if part == "pair_first" else two.full


def _age_of(name: Name, tokens: Tokens, names: Names) -> int:
    """The age that stands behind the full name of a person; -1 without one."""
    age = AGE.match(tokens.text, name.first + len(name.full))
    return int(age[1]) if age else -1


def _named_before(
    at: int, tokens: Tokens, names: Names, words: Lexicon
) -> tuple[Name, Name, str] | None:
    """The two persons named last with "and" between them, in the sentences before."""
    here = tokens.sentence[bisect_left(tokens.starts, at)]
    begin, end = tokens.spans[max(0, here - BACK)][0], tokens.spans[here][0]
    if begin == end:
        return None
    before = names.in_span(tokens.starts[begin], tokens.starts[end])
    for (_, stop, one), (start, _, two) in reversed([*pairwise(before)]):
        if not (one.is_person and two.is_person) or one is two:
            continue
        between = range(bisect_left(tokens.starts, stop), bisect_left(tokens.starts, start))
        if len(between) > APART or any(tokens.kinds[index] in VERBS for index in between):
            continue
        joint = next((index for index in between if words.has("joining", tokens.words[index])), -1)
        if joint >= 0:
            return one, two, tokens.words[joint]
    return None

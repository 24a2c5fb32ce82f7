"""Words around a figure that loosen it: "about", "at least", "or more"."""

from __future__ import annotations

from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import Lexicon
from claims.extraction.quantities.tokens import Tokens

#: How many such phrases may stand before one figure ("no more than about 5").
MOST_BOUNDS = 2
#: How far before "to" the verb of its change may stand, in tokens.
CHANGE_REACH = 10


def read_bounds(tokens: Tokens, lexicon: Lexicon, item: Item, earliest: int) -> None:
    """Note approximation and comparison; "some half a million" takes "some" into the figure."""
    words, at = tokens.words, item.first - 1
    if at >= earliest and words[at] in lexicon.sets["articles"]:
        at -= 1
    for _ in range(MOST_BOUNDS):
        if at < earliest or words[at] not in lexicon.bounds_before.before:
            break
        found = lexicon.bounds_before.ending_at(words, at)
        if found is None:
            break
        length, name = found
        if not (length == 1 and _ends_a_change(tokens, lexicon, at)):
            _note(item, name)
        at -= length
    last = item.noun[1] if item.noun else item.last
    starts = lexicon.bounds_after.after
    if words[last] not in starts and words[item.last] not in starts:
        return
    found = lexicon.bounds_after.starting_at(words, last)
    if found is None and item.noun:
        found = lexicon.bounds_after.starting_at(words, item.last)
    if found is not None and (words[last] != "+" or tokens.glued(last)):
        _note(item, found[1])


def _ends_a_change(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether a word for "up to" says where a change ends ("вырос на 3 % до 45")."""
    words = tokens.words
    if words[at] not in lexicon.sets["to"]:
        return False
    near = words[max(0, at - CHANGE_REACH) : at]
    return any(word in lexicon.change_verbs or word in lexicon.change_nouns for word in near)


def _note(item: Item, name: str) -> None:
    if name == "approximately":
        item.approximate = True
    elif item.comparison is None:
        item.comparison = name

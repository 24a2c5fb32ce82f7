"""Money in two parts: "3 dollars 50 cents", "twelve pounds eighty", "a pound fifty"."""

from __future__ import annotations

from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import POUNDS, Lexicon
from claims.extraction.quantities.nouns import is_plural
from claims.extraction.quantities.tokens import Tokens

COINS = ("cent", "penny")


def with_coins(tokens: Tokens, lexicon: Lexicon, first: Item, second: Item) -> Item | None:
    """The amount of money whose small coins the second figure counts, or None.

    Pounds of so much more without a unit are no weight.
    """
    if first.prefixed or first.scaled or second.scaled:
        return None
    if not (isinstance(first.value, int) and isinstance(second.value, int)):
        return None
    named = second.unit in COINS and first.unit not in COINS
    rated = second.rated and second.noun is None and second.unit.startswith("per ")
    if not (named or rated or second.is_bare) or not 0 < second.value < 100:
        return None
    gap = tokens.words[first.last : second.first]
    weighed = first.unit == "pound-mass"
    if weighed and (tokens.words[first.last - 1] not in POUNDS or (gap and not named)):
        return None
    if gap and (rated or not (len(gap) == 1 and gap[0] in lexicon.sets["and"])):
        return None
    if not named and tokens.words[second.last][:1].isalpha() and gap:
        return None
    first.value, first.step, first.last = first.value + second.value / 100, 0.01, second.last
    if weighed:
        first.unit, first.unit_kind = "pound sterling", "money"
    if rated:
        first.unit, first.rated = f"{first.unit} {second.unit}", True
    return first


def read_one_coin(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """ "a pound fifty": note the money in front of a number of small coins; say if it is there.

    at: the token right before the number.
    """
    words, last = tokens.words, item.last
    if words[at - 1] not in lexicon.sets["one_of_scale"] or item.scaled:
        return False
    if not isinstance(item.value, int) or not 9 < item.value < 100:
        return False
    behind = words[last]
    if behind in lexicon.time_units or is_plural(behind, lexicon):
        return False
    found = lexicon.money.starting_at(words, at)
    item.unit = found[1] if found else "pound sterling"
    item.unit_kind, item.prefixed = "money", True
    item.value, item.step, item.first = 1 + item.value / 100, 0.01, at - 1
    return True

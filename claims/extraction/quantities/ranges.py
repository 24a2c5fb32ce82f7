"""Two figures that are one: "10 to 15", "between 3 and 5", "$2-3 million", "one in five"."""

from __future__ import annotations

from claims.extraction.quantities.coins import with_coins
from claims.extraction.quantities.items import Item, Number
from claims.extraction.quantities.lexicon import HYPHENS, Lexicon
from claims.extraction.quantities.tokens import Tokens
from claims.extraction.quantities.words import times

DASHES = (*HYPHENS, "–", "—")
#: A first figure takes over the magnitude of the second ("2 to 3 million") within this ratio.
WIDEST_SHARED_SCALE = 100
MOST_OUT_OF = 10_000_000
FARTHEST_APART = 4  # times the first figure, the second of "by 3 to 4 percent"
LENGTHS = range(4, 13)  # digits of the sums that are given by how many they have
LONGEST_GAP = 12  # tokens between a part and the whole that it is of


def join_pairs(tokens: Tokens, lexicon: Lexicon, items: list[Item]) -> list[Item]:
    """The items with each proportion and range made into one."""
    joined: list[Item] = []
    index = 0
    while index < len(items):
        first, pair = items[index], None
        if first.unit == "figure":
            _of_figures(tokens, lexicon, first)
        if index + 1 < len(items):
            second = items[index + 1]
            if second.first - (first.noun[1] if first.noun else first.last) <= LONGEST_GAP:
                pair = _pair(tokens, lexicon, first, second)
        joined.append(pair or first)
        index += 2 if pair else 1
    return joined


def _pair(tokens: Tokens, lexicon: Lexicon, first: Item, second: Item) -> Item | None:
    pair = _proportion(tokens, lexicon, first, second)
    if pair is None and (first.unit_kind == "money" or first.unit == "pound-mass"):
        pair = with_coins(tokens, lexicon, first, second)
    if pair is None and second.first - first.last <= 1:
        pair = _range(tokens, lexicon, first, second)
    return pair


def share_scale(first: Item, second: Item) -> Number:
    """Value of the first figure, with the magnitude of the second where it clearly shares it."""
    factor = second.amount.factor
    if first.scaled or factor == 1 or first.value >= 1000:
        return first.value
    if factor >= 1000 and first.value < 10 and second.amount.form == "words":
        hundreds = second.value // factor
        if hundreds % 100 == 0 and first.value < hundreds // 100:
            factor *= 100  # "two or three hundred thousand"
    value = times(first.value, factor)
    if factor < 1000:  # "five or six hundred", "two or three dozen", but "from 50 to two hundred"
        shared = first.value < 10 and first.is_bare and value < second.value
        return value if shared else first.value
    near = abs(second.value) <= abs(value) * WIDEST_SHARED_SCALE
    return value if near and abs(value) <= abs(second.value) * WIDEST_SHARED_SCALE else first.value


def same_sort(first: Item, second: Item) -> bool:
    """Whether two figures can be of one thing: alike in kind, or one without a unit."""
    if first.unit is None or second.unit is None:
        return first.unit_kind == second.unit_kind or "count" in (first.unit_kind, second.unit_kind)
    if first.unit_kind == second.unit_kind:
        return first.unit == second.unit or first.unit_kind in ("count", "money")
    return False


def _range(tokens: Tokens, lexicon: Lexicon, first: Item, second: Item) -> Item | None:
    if first.kind or second.kind or not same_sort(first, second):
        return None
    start = _range_start(tokens, lexicon, first, second)
    return make_range(first, second, start) if start >= 0 else None


def make_range(first: Item, second: Item, start: int) -> Item | None:
    """The range of two figures, its text from token `start` on; None if it runs downward."""
    low, high = share_scale(first, second), second.value
    if low >= high or (first.noun and second.noun is None):
        return None
    pair = Item(start, second.last, second.amount, high, max(first.step, second.step))
    pair.low, pair.high, pair.kind = low, high, "range"
    pair.unit, pair.unit_kind = second.unit, second.unit_kind
    if pair.unit is None or (first.prefixed and second.unit_kind == "count"):
        pair.unit, pair.unit_kind = first.unit, first.unit_kind
    pair.noun, pair.what = second.noun, second.what or first.what
    pair.approximate = first.approximate or second.approximate
    pair.comparison, pair.scaled = first.comparison, second.scaled
    return pair


def _range_start(tokens: Tokens, lexicon: Lexicon, first: Item, second: Item) -> int:
    """The first token of the range, or -1 if the words between do not make one."""
    words, sets = tokens.words, lexicon.sets
    gap = words[first.last : second.first]
    before = words[first.first - 1] if first.first else ""
    if not gap and before in sets["between"] and lexicon.prefixes:
        return first.first - 1
    if len(gap) != 1:
        return -1
    joint = gap[0]
    if joint in DASHES:
        if first.is_bare and second.is_bare and not _may_be_range(tokens, lexicon, first, second):
            return -1
        return first.first
    if before in sets["between"] and (joint in sets["and"] or joint in sets["range_to"]):
        return first.first - 1
    if before in sets["range_from"] and joint in sets["range_to"]:
        return first.first - 1
    if joint in sets["range_to"] and before not in sets["from"]:
        # "fell $1.20 to $74.10": by the first, to the second.
        by_and_to = first.unit_kind == "money" and first.prefixed and second.prefixed
        if by_and_to and before in lexicon.change_verbs:
            return -1
        # "fell by 14,000 to 188,000", but "fell by 3 to 4 percent".
        apart = by_and_to or second.value >= FARTHEST_APART * first.value
        return -1 if apart and before in sets["by"] else first.first
    if joint in sets["or"] and first.is_bare:
        return first.first if second.value <= 2 * share_scale(first, second) + 5 else -1
    return -1


def _may_be_range(tokens: Tokens, lexicon: Lexicon, first: Item, second: Item) -> bool:
    """Two bare numbers around a dash: a range after a bound or a preposition, else a score."""
    before = tokens.words[first.first - 1] if first.first else ""
    if first.approximate or first.comparison or before in lexicon.sets["in"]:
        return True
    return not isinstance(first.value, int) or first.value >= 100


def _spaced(first: Item, second: Item) -> bool:
    """Whether the first figure's noun stands between the two: "une personne sur cinq"."""
    return first.noun is not None and first.noun[1] < second.first and first.unit_kind == "count"


def _of_figures(tokens: Tokens, lexicon: Lexicon, item: Item) -> None:
    """ "a six-figure sum", "in six figures": from 100,000 to 999,999."""
    words = tokens.words
    hyphened = words[item.amount.last] in HYPHENS
    if not hyphened and (not item.first or words[item.first - 1] not in lexicon.sets["in_figures"]):
        return
    if item.value not in LENGTHS:
        return
    item.low, item.high = 10 ** (item.value - 1), 10**item.value - 1
    item.value, item.kind, item.unit, item.what = item.high, "range", None, None
    item.last, item.noun = item.noun[1] if item.noun else item.last, None


def _proportion(tokens: Tokens, lexicon: Lexicon, first: Item, second: Item) -> Item | None:
    """ "one in five", "three out of four", "1 in 100,000": a part of a whole."""
    words, sets = tokens.words, lexicon.sets
    start = first.noun[1] if first.noun else first.last
    if words[start] not in lexicon.part_words:
        return None
    gap = [word for word in words[start : second.first] if word not in HYPHENS]
    spread = (len(gap) == 1 and gap[0] in sets["in"]) or (
        len(gap) == 2 and gap[0] in sets["out_of"] and gap[1] in sets["of"]
    )
    spread = spread or " ".join(gap) in sets["of_each"]  # "in every", "de cada"
    if not spread and not (len(gap) == 3 and gap[0] in sets["out_of"] and gap[1] in sets["of"]):
        return None
    if first.scaled or second.unit_kind != "count" or (first.unit and not _spaced(first, second)):
        return None
    whole_number, part = second.value, first.value
    if not (isinstance(part, int) and isinstance(whole_number, int)):
        return None
    if not 0 < part < whole_number <= MOST_OUT_OF or 1900 <= whole_number <= 2100:
        return None
    pair = Item(first.first, second.last, second.amount, part / whole_number, 0)
    pair.kind = pair.unit_kind = "proportion"
    pair.unit, pair.noun, pair.what = second.unit, second.noun, second.what
    if pair.unit is None or (lexicon.language != "en" and _spaced(first, second)):
        pair.unit, pair.noun, pair.what = first.unit, first.noun, first.what
    pair.approximate, pair.comparison = first.approximate, first.comparison
    return pair

"""Number words that state no quantity: "one another", "the third", "at sixes and sevens"."""

from __future__ import annotations

from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import HYPHENS, Lexicon
from claims.extraction.quantities.tokens import Tokens


def stray_fraction(tokens: Tokens, lexicon: Lexicon, item: Item) -> int:
    """ "a third term", "the first half": no part of anything."""
    words, sets, last = tokens.words, lexicon.sets, item.amount.last
    if words[item.amount.first] in sets["each_one"] | sets["lone_fractions"]:
        return 0
    if words[last] in sets["of"] or (
        item.amount.value not in (0.5,) and _stands_alone(words, last)
    ):
        return 0
    if not words[item.amount.first].isalpha():
        return 0
    if item.amount.last - item.amount.first > 1 and words[item.amount.first] in lexicon.cardinals:
        return 0
    if words[last - 1] in sets["half"]:
        follows = words[last]
        if follows in sets["one_of_scale"] or follows in sets["determiners"] or follows in HYPHENS:
            return 0
        if follows in lexicon.time_units or follows in sets["half_of"]:
            return 0
        before = words[item.amount.first - 1] if item.amount.first else ""
        if before in sets["by"] or before in sets["half_after"]:
            return 0
        if lexicon.bounds_before.ending_at(words, item.amount.first - 1):
            return 0
        return last
    before = words[item.amount.first - 1] if item.amount.first else ""
    if before in sets["by"] or before in sets["half_after"] or words[last] in lexicon.time_units:
        return 0
    return 0 if words[last] in sets["after_fraction"] else last


def _stands_alone(words: list[str], last: int) -> bool:
    return not words[last] or words[last] in ".;:)!?\n"


def stray_word(tokens: Tokens, lexicon: Lexicon, item: Item) -> int:
    """ "one another", "no one", "at sixes and sevens"; names such as "Channel Four"."""
    words, sets, amount = tokens.words, lexicon.sets, item.amount
    first, last = amount.first, amount.last
    hyphened = first > 1 and words[first - 1] in HYPHENS and tokens.glued(first)
    if hyphened and tokens.glued(first - 1) and words[first - 2].isalpha():
        return last
    if amount.value == 1 and amount.form == "words" and last == first + 1:
        return _stray_one(tokens, lexicon, first)
    before = words[first - 1] if first else ""
    if before in sets["labels"] and (tokens.is_capitalised(first) or before in sets["hard_labels"]):
        return last
    return 0


def _stray_one(tokens: Tokens, lexicon: Lexicon, at: int) -> int:
    words, sets = tokens.words, lexicon.sets
    before, after = words[at - 1] if at else "", words[at + 1]
    if _has_whole(tokens, lexicon, at) or _shares_scale(tokens, lexicon, at):
        return 0
    if words[at] in sets["one_of_scale"] and words[at] not in sets["one_counts"]:
        return at + 1
    if after in sets["of"] and lexicon.language == "en":
        return 0
    if before in sets["not_before_one"] or after in sets["not_after_one"]:
        return at + 1
    if not after[:1].isalpha() and after not in HYPHENS:
        return at + 1
    if after in lexicon.cardinals or after in lexicon.change_verbs:
        return at + 1
    return 0


def _has_whole(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether the whole follows that this one is of: "one in five", "une personne sur cinq"."""
    words, sets = tokens.words, lexicon.sets
    for joint in (at + 1, at + 2):
        for last in (joint, joint + 1):
            gap = " ".join(words[joint : last + 1])
            spread = gap in sets["in"] or gap in sets["of_each"]
            spread = spread or (words[joint] in sets["out_of"] and words[last] in sets["of"])
            number = words[last + 1]
            if number in sets["one_of_scale"]:
                number = words[last + 2]
            counted = number in lexicon.cardinals or number in lexicon.scales
            if spread and (counted or number[:1].isdecimal()):
                return True
        if words[joint] in sets["stops"] or words[joint] in sets["verbs"]:
            break  # "the next one comes in 2031"
    return False


def _shares_scale(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Whether one is the lower end of a range: "one or two hundred", "between one and two"."""
    words, sets = tokens.words, lexicon.sets
    joint = words[at + 1]
    between = at > 0 and words[at - 1] in sets["between"] and joint in sets["and"]
    if not between and joint not in sets["or"]:
        return False
    behind = words[at + 3]
    return words[at + 2] in lexicon.cardinals and (
        behind in lexicon.scales or behind in lexicon.dozens
    )


def unmeasured_word(tokens: Tokens, lexicon: Lexicon, item: Item) -> int:
    """A lone small number word counts nothing unless a noun, unit or bound goes with it."""
    if item.value != 1 or item.unit is not None or item.amount.form != "words":
        return 0
    first = item.amount.first
    kept = _has_whole(tokens, lexicon, first) or _shares_scale(tokens, lexicon, first)
    return 0 if kept else item.last

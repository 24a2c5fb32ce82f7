"""Phrases that deny: "not true", "a crude provocation", wherever they stand."""

from __future__ import annotations

from functools import cache

from ..lexicon import Lexicon, lexicon

PAIR = 2  # words of "a provocation"
ADJECTIVES = 2  # words between the two
DENIAL = "judgement.denial"  # what denies any statement
SCORN = "scorning"  # what denies a charge or a figure


@cache
def _phrases(code: str, table: str) -> dict[str, list[list[str]]]:
    """First word -> the phrases of a table that begin with it."""
    phrases: dict[str, list[list[str]]] = {}
    words = lexicon(code)
    for phrase in map(str.split, words.table(table)):
        phrases.setdefault(phrase[0], []).append(phrase)
        for short in words.table("short_negations") if phrase[0] == "not" else ():
            phrases.setdefault(short, []).append([short, *phrase[1:]])
    return phrases


@cache
def _by_last_word(code: str, table: str) -> dict[str, list[list[str]]]:
    """Last word -> the phrases of a table that end with it."""
    phrases: dict[str, list[list[str]]] = {}
    for found in _phrases(code, table).values():
        for phrase in found:
            phrases.setdefault(phrase[-1], []).append(phrase)
    return phrases


def find_denial(inside: list[str], words: Lexicon, table: str = DENIAL) -> list[str] | None:
    """The first phrase of denial among some words."""
    phrases = _phrases(words.code, table)
    if phrases.keys().isdisjoint(inside):
        return None
    for index in [at for at, word in enumerate(inside) if word in phrases]:
        behind = inside[index + 1 : index + 2 + ADJECTIVES]
        for phrase in phrases[inside[index]]:
            if len(phrase) > 1 and phrase[1] not in behind:
                continue  # as almost every one
            if inside[index : index + len(phrase)] == phrase:
                return phrase
            if _is_described(inside[index:], phrase, words):
                return phrase
    return None


def _is_described(inside: list[str], phrase: list[str], words: Lexicon) -> bool:
    """Say whether words stand for "a provocation", an adjective or two between: "a crude ..."."""
    if len(phrase) != PAIR or not words.has("indefinites", phrase[0]):
        return False
    return phrase[1] in inside[2 : 2 + ADJECTIVES]


def _between(inside: list[str], phrase: list[str], words: Lexicon) -> int:
    """How many adjectives stand inside a phrase that ends some words; -1 if it is not theirs.

    "a crude provocation", "an outright lie".
    """
    if len(phrase) != PAIR or inside[-1:] != phrase[1:]:
        return -1
    if not words.has("indefinites", phrase[0]):
        return -1
    before = inside[-2 : -3 - ADJECTIVES : -1]
    return next((at for at, word in enumerate(before) if words.has("indefinites", word)), -1)


def ends_in_denial(inside: list[str], words: Lexicon, table: str = DENIAL) -> int:
    """How many words at the end are a phrase of denial; 0 for none."""
    longest = 0
    for phrase in _by_last_word(words.code, table).get(inside[-1], ()) if inside else ():
        if inside[-len(phrase) :] == phrase:
            longest = max(longest, len(phrase))
        between = _between(inside, phrase, words)
        if between >= 0:
            longest = max(longest, PAIR + between)
    return longest

"""Noun phrases that only name a statement made before: "those reports", "this account", "it"."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens

PLACE = 3  # tokens of "a written statement"


def points_back(tokens: Tokens, first: int, last: int, words: Lexicon) -> bool:
    """Say whether a noun phrase only names a statement made before ("those reports", "it")."""
    last = _without_time(tokens, first, last, words)
    for size in (2, 3, 4):
        if " ".join(tokens.words[last - size : last]) in words.table("manner_tails"):
            last -= size  # "rejected this out of hand"
            break
    inside = [index for index in range(first, last) if tokens.kinds[index] not in ',."r']
    if any(words.has("wholes", tokens.words[index]) for index in inside):
        return False  # "denied all charges"
    spelt = " ".join(tokens.words[first:last])
    if spelt in words.table("stand_ins") or spelt in words.table("contrary"):
        return True  # "denied as much", "says otherwise"
    if len(inside) == 1:
        pointing = words.has("pointers", tokens.words[inside[0]])
        return pointing or tokens.kinds[inside[0]] == "x" or tokens.words[inside[0]] in words.nouns
    if not 0 < len(inside) <= 3 or tokens.kinds[inside[0]] not in "ds":
        return False
    points = words.has("demonstratives", tokens.words[inside[0]])
    if points and words.has("told_nouns", tokens.words[inside[-1]]):
        return True  # "rejected that account"
    return (points or tokens.kinds[inside[0]] == "d") and any(
        tokens.words[index] in words.nouns for index in inside
    )


def _without_time(tokens: Tokens, first: int, last: int, words: Lexicon) -> int:
    """Token after "the accusation" in "rejected the accusation within hours", also in "rejected it
    in a letter to the board, in which she said C"."""
    for at in range(first + 1, last - 1):
        if tokens.kinds[at] == "p":
            placed, near = (
                words.has("media_marks", tokens.words[at]),
                tokens.words[at + 1 : at + 1 + PLACE],
            )
            if placed and (any(map(words.is_setting, near)) or words.has_any("court_papers", near)):
                return at
            behind = range(at + 1, last)
            timed = all(tokens.kinds[index] in "dn#t" for index in behind) and any(
                tokens.kinds[index] == "t" or words.has("tag_times", tokens.words[index])
                for index in behind
            )
            return at if timed else last
    return last

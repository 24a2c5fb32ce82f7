"""What credits, bylines and captions begin with, or have anywhere in them."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import Lexicon, lexicon
from ..tagging.remembered import Remembered
from .places import places_of

SPECIAL = ("credit", "byline", "caption", "clock")  # kinds of blocks that are told by their words
NEVER = r"(?!)"
DIGIT = "0"  # stands for all digits among the letters that a pattern may begin with


@cache
def patterns(code: str, kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a block of a kind begins with, and what it has anywhere."""
    opening, anywhere = _parted(lexicon(code).lists.get(f"blocks.{kind}", ()))
    return _any_of(opening), _any_of(anywhere)


@cache
def special(code: str) -> tuple[Remembered[re.Pattern[str]], re.Pattern[str]]:
    """What a block of any of the kinds SPECIAL begins with, by its first letter, or has anywhere.

    Most blocks have neither; few of two dozen patterns begin with one letter.
    """
    lists = lexicon(code).lists
    opening, anywhere = _parted([p for kind in SPECIAL for p in lists.get(f"blocks.{kind}", ())])
    # Without "^", so that they can be matched where a block begins in its text.
    heads = [(letters_of(part), part.removeprefix("^")) for part in opening]

    def beginning_with(letter: str) -> re.Pattern[str]:
        letter = DIGIT if letter.isdecimal() else letter.lower()
        return _any_of([part for letters, part in heads if letters is None or letter in letters])

    return Remembered(beginning_with), _any_of(anywhere)


def marked_places(text: str, words: Lexicon) -> list[int]:
    """Where the words stand without which no block has what it may have anywhere, in order."""
    lower = text.lower()
    places = places_of(words.lists.get("blocks.marks", ()), lower)
    if places and len(lower) != len(text):
        return list(range(len(text)))  # some letter is two in lower case: anywhere
    return places


def matches(kind: str, piece: str, words: Lexicon) -> bool:
    """Say whether a block is worded like those of a kind."""
    opening, anywhere = patterns(words.code, kind)
    return bool(opening.match(piece)) or bool(anywhere.search(piece))


def letters_of(pattern: str) -> set[str] | None:
    """What a pattern may begin with, in lower case; None where that may be anything."""
    found: set[str] = set()
    at = 1 if pattern.startswith("^") else 0
    while at < len(pattern):
        head = pattern[at]
        if head == "(":
            end = _closing(pattern, at)
            inner = pattern[at + 1 : end - 1]
            heads = None if inner.startswith("?") else _letters_of_any(inner)
        elif head == "[":
            end = pattern.index("]", at + 1) + 1
            heads = _letters_of_set(pattern[at + 1 : end - 1])
        elif head == "\\":
            end = at + 2
            heads = _letters_of_set(pattern[at:end])
        else:
            end = at + 1
            heads = None if head in ".^$|)" else {head.lower()}
        if heads is None:
            return None
        found |= heads
        if pattern[end : end + 1] not in ("?", "*"):
            return found
        at = end + 1
    return None  # it may be empty


def _letters_of_any(alternatives: str) -> set[str] | None:
    """The same for "photo|image"."""
    found: set[str] = set()
    begin = at = 0
    while at <= len(alternatives):
        if at == len(alternatives) or alternatives[at] == "|":
            letters = letters_of(alternatives[begin:at])
            if letters is None:
                return None
            found |= letters
            begin = at + 1
        elif alternatives[at] == "(":
            at = _closing(alternatives, at) - 1
        elif alternatives[at] == "\\":
            at += 1
        at += 1
    return found


def _letters_of_set(letters: str) -> set[str] | None:
    r"""The same for what stands between "[" and "]", or for "\d" or "\(" alone."""
    plain = letters.replace(r"\d", DIGIT)
    if "-" in plain[1:] or plain.startswith("^") or re.search(r"\\\w", plain):
        return None
    return set(plain.replace("\\", "").lower())


def _closing(pattern: str, opened: int) -> int:
    """Where a group ends that begins at a place."""
    depth, at = 0, opened
    while True:
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] in "()" and not _in_set(pattern, at):
            depth += 1 if pattern[at] == "(" else -1
            if not depth:
                return at + 1
        at += 1


def _in_set(pattern: str, at: int) -> bool:
    """Say whether a place lies between "[" and "]"."""
    return pattern.rfind("[", 0, at) > pattern.rfind("]", 0, at)


def _parted(parts: tuple[str, ...] | list[str]) -> tuple[list[str], list[str]]:
    opening = [part for part in parts if part.startswith("^")]
    return opening, [part for part in parts if not part.startswith("^")]


def _any_of(parts: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts) or NEVER, re.IGNORECASE)

"""A word without its ending, as far as forms of one word agree, in each language."""

from __future__ import annotations

from collections.abc import Callable

from ..lexicon import Lexicon

STEM = 5  # letters in which forms of a word agree
SHORTEST = 3  # letters that have to be left
ENDINGS = ("ments", "ment", "ings", "ing", "ions", "ion", "ed", "es", "s", "e")


def cutter(words: Lexicon) -> Callable[[str], str]:
    """What cuts a word down, in one language.

    stem_endings, stem_beginnings: what forms of a word add; weak_letters: those that come and go
    behind its first letter, as vowels do in Hebrew and Arabic.
    """
    endings = _longest_first(words.table("stem_endings")) or ENDINGS
    beginnings = _longest_first(words.table("stem_beginnings"))
    weak = str.maketrans("", "", "".join(words.table("weak_letters")))
    least = SHORTEST - bool(weak)
    vowels = words.table("vowels")

    def bare(word: str) -> str:
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                left = word.removesuffix(ending)
                if vowels.isdisjoint(left) and vowels:
                    continue  # "shred" is no form of another word
                word = left
                break
        return (word[0] + word[1:].translate(weak) if weak else word)[:STEM]

    def cut(word: str) -> str:
        for beginning in beginnings:
            if word.startswith(beginning) and len(word) - len(beginning) >= SHORTEST:
                stem = bare(word.removeprefix(beginning))
                return stem if len(stem) >= SHORTEST else bare(word)
        return bare(word)

    return cut


def figure(word: str) -> str:
    """A figure that tells what is meant, as it is written; nothing for a year or a single digit."""
    year = len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
    return "" if year or len(word) == 1 else word


def _longest_first(parts: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))

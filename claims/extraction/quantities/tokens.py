"""Cuts a text into the tokens that the number and date grammars read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.quantities.lexicon import Lexicon

# A numeral keeps its inner separators; spaces that do not break (nbsp, thin, narrow) only before
# groups of three. Combining marks stay with their letter; an apostrophe divides words except inside
# a Cyrillic one, a double quote except inside a Hebrew acronym. Nothing after a repeated part can
# fail, so the time is linear.
TOKEN = re.compile(
    r"\d+(?:[.,'’٬٫]\d+|[\u00a0\u2009\u202f]\d{3}(?!\d))*"
    r"|[\u05d0-\u05ea]+[\"״][\u05d0-\u05ea]+"
    r"|[\u0400-\u04ff]+(?:['’ʼ][\u0400-\u04ff]+)+"
    r"|(?:[^\W\d_]+[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]*)+"
    r"|\n"
    r"|[^\s\w]"
    r"|[\w_]"
)
BREAK = "\n"
# Empty tokens behind the last, so that the grammars may look ahead without asking.
SENTINELS = 8
PREFIX_HYPHENS = ("-", "\u05be", "\u2010", "\u2011", "–")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text: `text[starts[i]:ends[i]]`, and `words[i]`, its key in the lexicon.

    Line breaks inside a running sentence are left out; any other stands as BREAK. The lists end
    with SENTINELS empty tokens, which `len` does not count.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words) - SENTINELS

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return (
            0 < index < len(self.words) - SENTINELS and self.starts[index] == self.ends[index - 1]
        )

    def raw(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def is_capitalised(self, index: int) -> bool:
        start = self.starts[index]
        return start < len(self.text) and self.text[start].isupper()

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to but not including token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """Cut `text` into tokens; offsets are code points of `text`."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    key, prefixes = lexicon.key, lexicon.prefixes
    # Only blanks stand between tokens, so the next occurrence is the token itself.
    end, find = 0, text.find
    for word in TOKEN.findall(text):
        start = find(word, end)
        end = start + len(word)
        if word == BREAK and _runs_on(text, end):
            continue
        if prefixes and word in PREFIX_HYPHENS and _follows_prefix(text, words, ends, start, end):
            continue
        words.append(key(word))
        starts.append(start)
        ends.append(end)
    words += [""] * SENTINELS
    starts += [len(text)] * SENTINELS
    ends += [len(text)] * SENTINELS
    return Tokens(text, words, starts, ends)


def _follows_prefix(text: str, words: list[str], ends: list[int], start: int, end: int) -> bool:
    """Whether a hyphen joins a prefix letter to a figure, as Hebrew writes "ב-12"."""
    joined = bool(ends) and ends[-1] == start and len(words[-1]) <= 2 and words[-1].isalpha()
    return joined and end < len(text) and text[end].isdecimal()


def _runs_on(text: str, index: int) -> bool:
    """Whether a line that starts at `index` goes on with the sentence before it."""
    return index < len(text) and text[index].islower()

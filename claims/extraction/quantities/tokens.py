"""Cuts a text into the tokens that the number and date grammars read."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, compress

from claims.extraction.quantities.lexicon import (
    COUNTED,
    COUNTS_ONE,
    STARTS_DATE,
    STARTS_FIGURE,
    STATES_CHANGE,
    Lexicon,
)

# A numeral keeps its inner separators; spaces that do not break (nbsp, thin, narrow) only before
# groups of three. Combining marks stay with their letter; an apostrophe divides words except inside
# a Cyrillic one, a double quote except inside a Hebrew acronym. Nothing after a repeated part can
# fail, so the time is linear.
TOKEN = (
    r"\d+(?:[.,'’٬٫]\d+|[\u00a0\u2009\u202f]\d{3}(?!\d))*"
    r"|[\u05d0-\u05ea]+[\"״][\u05d0-\u05ea]+"
    r"|[\u0400-\u04ff]+(?:['’ʼ][\u0400-\u04ff]+)+"
    r"|(?:[^\W\d_]+[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]*)+"
    r"|\n(?![a-z])"
    r"|[^\s\w]"
    r"|[\w_]"
)
# Most words are of plain letters, with no mark or other letter behind them, most marks are plain,
# and most of what begins no token is a blank; the group makes `split` keep what it splits at.
PARTED = re.compile(rf"((?=[^ ])(?:[A-Za-z]++(?![^\x00-\x7f])|[!-/:-@\[-^`{{-~]|{TOKEN}))")
BREAK = "\n"
STARTS = STARTS_FIGURE | STARTS_DATE | STATES_CHANGE
# Empty tokens behind the last, so that the grammars may look ahead without asking.
SENTINELS = 8
PREFIX_HYPHENS = ("-", "\u05be", "\u2010", "\u2011", "–")
#: A line that may go on with the sentence before it, which it does with a small letter; before one
#: of ASCII a break is no token anyway.
RUNNING_ON = re.compile(r"\n[^\s\da-zA-Z\"'‘“«„•(\[–—-]")
#: So many numerals in a row, each at most so many tokens behind the one before, are a table.
LONG_ROW, CELL = 30, 2


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text: `text[starts[i]:ends[i]]`, and `words[i]`, its key in the lexicon.

    Line breaks inside a running sentence are left out; any other stands as BREAK. Words and bounds
    end with SENTINELS empty tokens, which `count` does not count.
    roles: what each token may start, as bits. sites: the tokens that may start anything.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    roles: list[int]
    sites: list[int]
    count: int

    def __len__(self) -> int:
        return self.count

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return self.starts[index] == self.ends[index - 1]

    def stand_apart(self, first: int, last: int) -> bool:
        """Whether nothing is glued to the figure from token `first` up to token `last`."""
        starts, ends = self.starts, self.ends
        return (
            starts[first] != ends[first - 1]
            and starts[first + 1] != ends[first]
            and starts[last] != ends[last - 1]
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
    # Blanks and tokens in turn. The steps are lists at a time: this runs over every word there is.
    parts = PARTED.split(text)
    bounds = list(accumulate(map(len, parts)))
    words = list(map(lexicon.keys.__getitem__, parts[1::2]))
    starts, ends = bounds[:-1:2], bounds[1::2]
    if _pass_over(text, words, starts, ends, lexicon):
        starts, ends = list(compress(starts, words)), list(compress(ends, words))
        words = list(filter(None, words))
    roles = list(map(lexicon.roles.__getitem__, words))
    count = len(words)
    roles += [0] * SENTINELS
    # "A" or "an", a tenth of all words, begins nothing but "a year".
    sites = [
        at
        for at in compress(range(count), roles)
        if (role := roles[at]) & STARTS or (role & COUNTS_ONE and roles[at + 1] & COUNTED)
    ]
    words += [""] * SENTINELS
    starts += [len(text) + 1] * SENTINELS  # glued to nothing
    ends += [len(text)] * SENTINELS
    return Tokens(text, words, starts, ends, roles, _outside_tables(words, sites), count)


def _outside_tables(words: list[str], sites: list[int]) -> list[int]:
    """The sites without rows of numerals with next to nothing between them, which say nothing.

    A text of nothing but numerals would take five times as long as prose.
    """
    numerals = [at for at in sites if words[at][0].isdecimal()]
    if len(numerals) < LONG_ROW:
        return sites
    in_tables: set[int] = set()
    row: list[int] = []
    for at in numerals:
        if row and at - row[-1] > CELL:
            if len(row) >= LONG_ROW:
                in_tables.update(row)
            row = []
        row.append(at)
    if len(row) >= LONG_ROW:
        in_tables.update(row)
    return [at for at in sites if at not in in_tables] if in_tables else sites


def _pass_over(
    text: str, words: list[str], starts: list[int], ends: list[int], lexicon: Lexicon
) -> bool:
    """Empty the words that neither end what stands before them nor begin anything; say if any."""
    places, at, count = [], 0, len(starts)
    for match in RUNNING_ON.finditer(text):
        if text[match.end() - 1].islower():
            place = match.start()
            # No token is shorter than a code point.
            at = bisect_left(starts, place, at, min(count, at + place - starts[at] + 1))
            places.append(at)
    if lexicon.prefixes:
        hyphens = [at for at, word in enumerate(words) if word in PREFIX_HYPHENS]
        places += [at for at in hyphens if _is_behind_prefix(text, words, starts, ends, at)]
    for at in places:
        words[at] = ""
    return bool(places)


def _is_behind_prefix(
    text: str, words: list[str], starts: list[int], ends: list[int], hyphen: int
) -> bool:
    """Whether a hyphen stands between a prefix and a figure: Hebrew writes "ב-12"."""
    if not hyphen or ends[hyphen - 1] != starts[hyphen]:
        return False
    before, end = words[hyphen - 1], ends[hyphen]
    return len(before) <= 2 and before.isalpha() and end < len(text) and text[end].isdecimal()

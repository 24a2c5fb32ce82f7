"""Cuts a text into the tokens that the number and date grammars read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from claims.extraction.quantities.lexicon import (
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
    r"|\n"
    r"|[^\s\w]"
    r"|[\w_]"
)
# Most words are of plain letters, with no mark or other letter behind them, and most of what begins
# no token is a blank; the group makes `split` keep what it splits at.
PARTED = re.compile(rf"([A-Za-z]++(?![^\x00-\x7f])|(?! )(?:{TOKEN}))")
BREAK = "\n"
STARTS = STARTS_FIGURE | STARTS_DATE | STATES_CHANGE
# Empty tokens behind the last, so that the grammars may look ahead without asking.
SENTINELS = 8
PREFIX_HYPHENS = ("-", "\u05be", "\u2010", "\u2011", "–")
#: A line that may go on with the sentence before it; `_runs_on` decides.
RUNNING_ON = re.compile(r"\n[^\s\dA-Z]")
#: So many numerals in a row, each at most so many tokens behind the one before, are a table.
LONG_ROW, CELL = 30, 2
PASSED_OVER = frozenset((BREAK, *PREFIX_HYPHENS))


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
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

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
    dropped = _passed_over(text, words, starts, ends, lexicon)
    if dropped:
        kept = [index for index in range(len(words)) if index not in dropped]
        words, starts, ends = ([column[at] for at in kept] for column in (words, starts, ends))
    roles = list(map(lexicon.roles.__getitem__, words))
    sites = _outside_tables(words, [index for index, role in enumerate(roles) if role & STARTS])
    roles += [0] * SENTINELS
    count = len(words)
    words += [""] * SENTINELS
    starts += [len(text)] * SENTINELS
    ends += [len(text)] * SENTINELS
    return Tokens(text, words, starts, ends, roles, sites, count)


def _outside_tables(words: list[str], sites: list[int]) -> list[int]:
    """The sites without rows of numerals with next to nothing between them, which say nothing.

    A text of nothing but numerals would take five times as long as prose.
    """
    if len(sites) < LONG_ROW:
        return sites
    in_tables: set[int] = set()
    row: list[int] = []
    for at in [at for at in sites if words[at][0].isdecimal()]:
        if row and at - row[-1] > CELL:
            if len(row) >= LONG_ROW:
                in_tables.update(row)
            row = []
        row.append(at)
    if len(row) >= LONG_ROW:
        in_tables.update(row)
    return [at for at in sites if at not in in_tables] if in_tables else sites


def _passed_over(
    text: str, words: list[str], starts: list[int], ends: list[int], lexicon: Lexicon
) -> set[int]:
    """Tokens that are none: they neither end what stands before them nor begin anything."""
    if not (lexicon.prefixes or RUNNING_ON.search(text)):
        return set()
    places = [index for index, word in enumerate(words) if word in PASSED_OVER]
    return {at for at in places if _is_passed_over(text, words, starts, ends, at, lexicon)}


def _is_passed_over(
    text: str, words: list[str], starts: list[int], ends: list[int], index: int, lexicon: Lexicon
) -> bool:
    """Whether a token is no token: a line break inside a sentence, a hyphen behind a prefix."""
    if words[index] == BREAK:
        return _runs_on(text, ends[index])
    if not (lexicon.prefixes and index and ends[index - 1] == starts[index]):
        return False
    # Hebrew writes "ב-12".
    before, end = words[index - 1], ends[index]
    return len(before) <= 2 and before.isalpha() and end < len(text) and text[end].isdecimal()


def _runs_on(text: str, index: int) -> bool:
    """Whether a line that starts at `index` goes on with the sentence before it."""
    return index < len(text) and text[index].islower()

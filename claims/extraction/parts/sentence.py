"""Pieces of a text put together as one sentence, with the marks that it needs."""

from __future__ import annotations

import re
from functools import cached_property

from ..lexicon import Lexicon

BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")  # a word that a line of a file breaks
PAIRS = (("«", "»"), ("„", "“"), ("“", "”"))
MARK = re.compile(r"(?<![\u05d0-\u05ea])\"|\"(?![\u05d0-\u05ea])")  # none inside Hebrew acronyms
ENDS, CLOSING = ".!?…", '”"»’'
SPOKEN = (",'", ",’")  # a pause inside a quotation within one
INSIDE, OUTSIDE = re.compile('[.,][”"]'), re.compile('[”"][.,]')
QUOTED = re.compile('["«»„“”]')


class Sentences:
    """Puts sentences of one text together, with full stops where the text has them."""

    def __init__(self, text: str, words: Lexicon):
        self.text, self.is_english = text, words.has("articles", "the")

    def of(self, pieces: list[str], opened: str) -> str:
        """Pieces of the text as one sentence; opened: the mark of a quotation before them."""
        joined = _in_one_line(pieces)
        if not joined:
            return joined
        at = 1 if joined[0] == "[" and len(joined) > 1 else 0
        joined = _closed(joined[:at] + joined[at].upper() + joined[at + 1 :], opened=opened)
        if joined[-1] in ENDS:
            return joined
        if joined[-2:] in SPOKEN:
            return f"{joined[:-2]}.{joined[-1]}"
        if joined[-1] not in CLOSING or len(joined) == 1:
            return joined + "."
        return self._stopped(joined[:-1], joined[-1])

    def _stopped(self, wording: str, mark: str) -> str:
        """A wording that ends with a closing mark, and its full stop, if it has none."""
        if wording[-1] in ENDS:
            return wording + mark
        wording = wording.rstrip(",")
        return f"{wording}.{mark}" if self._stops_inside else f"{wording}{mark}."

    @cached_property
    def _stops_inside(self) -> bool:
        """Whether full stops stand inside quotation marks, as in American texts."""
        inside = self.is_english and INSIDE.search(self.text) is not None
        return inside and OUTSIDE.search(self.text) is None


def _in_one_line(pieces: list[str]) -> str:
    """Pieces of a text with blanks between their words, and no marks around them."""
    if len(pieces) == 1:  # as most often
        line = pieces[0].lstrip(" ,;").rstrip(" ;")
    else:
        line = " ".join([piece.lstrip(" ,;").rstrip(" ;") for piece in pieces])
    # Most are so already: of all that is space only a blank is printable.
    if "  " in line or not line.isprintable():
        line = " ".join(BROKEN.sub("", line).split())
    return line.lstrip().rstrip(" ,")


def _closed(wording: str, *, opened: str) -> str:
    """The wording with a closing mark for a quotation that opens in it, or before it (opened)."""
    if not opened:
        plain = '"' not in wording if wording.isascii() else QUOTED.search(wording) is None
        if plain:
            return wording
    for opening, closing in PAIRS:
        if opened == opening and wording.count(closing) > wording.count(opening):
            return opened + wording
        if wording.count(opening) > wording.count(closing):
            spaced = wording[wording.rfind(opening) + 1].isspace()  # « as French has it »
            return wording + (f"\u00a0{closing}" if spaced else closing)
        if opening in wording:
            return wording
    if len(MARK.findall(wording)) % 2 == 0:
        return wording
    return opened + wording if opened == '"' else wording + '"'

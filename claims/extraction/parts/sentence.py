"""Pieces of a text put together as one sentence, with the marks that it needs."""

from __future__ import annotations

import re

BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")  # a word that a line of a file breaks
PAIRS = (("«", "»"), ("„", "“"), ("“", "”"))
MARK = re.compile(r"(?<![\u05d0-\u05ea])\"|\"(?![\u05d0-\u05ea])")  # none inside Hebrew acronyms
QUOTED = re.compile('["«»„“”]')


def as_sentence(pieces: list[str], opened: str) -> str:
    """Pieces of a text as one sentence; opened: the mark of a quotation right before them."""
    joined = _in_one_line(pieces)
    if not joined:
        return joined
    at = 1 if joined[0] == "[" and len(joined) > 1 else 0
    joined = _closed(joined[:at] + joined[at].upper() + joined[at + 1 :], opened=opened)
    return joined if joined[-1] in '.!?…”"»' else joined + "."


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

"""Pieces of a text put together as one sentence, with the marks that it needs."""

from __future__ import annotations

import re

from ..lexicon import Lexicon

BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")  # a word that a line of a file breaks
PAIRS = (("«", "»"), ("„", "“"), ("“", "”"))
#: Quotation marks; none of them inside Hebrew acronyms, nor the inches of 6'3".
MARK = re.compile(r"(?<!['’]\d)(?<!['’]\d\d)(?:(?<![\u05d0-\u05ea])\"|\"(?![\u05d0-\u05ea]))")
CLOSES = re.compile(r'(?<=\w)"(?=\s)')  # a mark that closes a quotation inside a wording
DOUBLED = re.compile(r'\b(?:the|an?) (?=[“"](?:the|an?)\b)', re.IGNORECASE)
OPENINGS = '“"«['  # what may open somebody's own words
ENDS, CLOSING = ".!?…", '”"»’'
SINGLE = "'’"
SPOKEN = (",'", ",’")  # a pause inside a quotation within one
INSIDE, OUTSIDE = re.compile('[.,][”"]'), re.compile('[”"][.,]')
QUOTED = re.compile('["«»„“”]')


class Sentences:
    """Puts sentences of one text together, with full stops where the text has them."""

    def __init__(self, text: str, words: Lexicon):
        self.text, self.is_english = text, words.has("articles", "the")
        self.stops_inside: bool | None = None  # until it is asked for
        self.linkers, self.apart = words.table("linkers"), words.table("linked_apart")
        self.linking = words.first_words("linkers")

    def of(self, pieces: list[str], opened: str) -> str:
        """Pieces of the text as one sentence; opened: the mark of a quotation before them."""
        bare = [piece.lstrip(" ,;").rstrip(" ;") for piece in pieces]
        return self.of_line(" ".join(bare), opened)

    def unlinked(self, wording: str) -> str:
        """A sentence without what only ties it to the one before: "But", "However,"."""
        head, _, rest = wording.partition(" ")
        if head.lower() not in self.linking or not rest:
            return wording  # as most
        if head.lower() not in self.linkers:
            phrase, comma, rest = wording.partition(", ")
            if f"{phrase}{comma.rstrip()}".lower() not in self.linkers:
                return wording  # "In May", where "In fact," is left out
        elif head[-1] != "," and self._is_tied(rest):
            return wording
        return self.unlinked(rest[0].upper() + rest[1:])  # "And yet"

    def _is_tied(self, rest: str) -> bool:
        """Say whether what stands behind "But" keeps it: "But for the dam", "And “we” left"."""
        return rest.partition(" ")[0].rstrip(",").lower() in self.apart or rest[0] in OPENINGS

    def of_line(self, piece: str, opened: str) -> str:
        """One piece of the text as a sentence."""
        joined = _in_one_line(piece)
        if not joined:
            return joined
        may_quote = '"' in joined or not joined.isascii()  # few do
        if joined[0] == "(" and joined[-1] == ")" and "(" not in joined[1:]:
            joined = joined[1:-1] or joined
        elif may_quote and self.is_english and QUOTED.search(joined) is not None:
            joined = DOUBLED.sub("", joined)  # "the “the forces of habit”"
        at = 1 if joined[0] in '["“' and len(joined) > 1 else 0
        head = joined[at].upper()
        if head != joined[at]:
            joined = joined[:at] + head + joined[at + 1 :]
        if opened or may_quote:
            joined = _closed(joined, opened=opened)
        last = joined[-1]
        if last.isalnum():
            return joined + "."  # as most
        if last in ENDS:
            return joined
        if joined[-2:] in SPOKEN:
            return f"{joined[:-2]}.{joined[-1]}"
        if last in SINGLE and joined[-2:-1] in ENDS:
            # Of a quotation within one that opens in the text before, it closes nothing here.
            return joined if "‘" in joined or " '" in joined else joined[:-1]
        if last not in CLOSING or len(joined) == 1:
            return joined + "."
        return self._stopped(joined[:-1], last)

    def _stopped(self, wording: str, mark: str) -> str:
        """A wording that ends with a closing mark, and its full stop, if it has none."""
        if wording.rstrip(SINGLE)[-1:] in ENDS:
            return wording + mark
        wording = wording.rstrip(",")
        return f"{wording}.{mark}" if self._stops_inside() else f"{wording}{mark}."

    def _stops_inside(self) -> bool:
        """Whether full stops stand inside quotation marks, as in American texts."""
        if self.stops_inside is None:
            inside = self.is_english and INSIDE.search(self.text) is not None
            self.stops_inside = inside and OUTSIDE.search(self.text) is None
        return self.stops_inside


def _in_one_line(piece: str) -> str:
    """A piece of a text with blanks between its words, and no marks around them."""
    line = piece.lstrip(" ,;").rstrip(" ;")
    # Most are so already: of all that is space only a blank is printable.
    if "  " in line or not line.isprintable():
        line = " ".join(BROKEN.sub("", line).split())
    return line.lstrip().rstrip(" ,")


def _closed(wording: str, *, opened: str) -> str:
    """The wording with a closing mark for a quotation that opens in it, or before it (opened)."""
    if not opened and QUOTED.search(wording) is None:
        return wording
    for opening, closing in PAIRS:
        if opened == opening and wording.count(closing) > wording.count(opening):
            return opened + wording
        if wording.count(opening) > wording.count(closing):
            spaced = wording[wording.rfind(opening) + 1 :][:1].isspace()  # « as French has it »
            return wording + (f"\u00a0{closing}" if spaced else closing)
        if wording.endswith(closing) and wording.count(closing) > wording.count(opening):
            return wording[:-1].rstrip() or wording  # of one that opens in the text before
        if opening in wording:
            return wording
    marks = MARK.findall(wording)
    if len(marks) % 2 == 0:
        return wording
    if opened == '"':
        return opened + wording
    return wording if len(marks) == 1 and CLOSES.search(wording) else wording + '"'

"""A copy of a transcript that can be read, as long as the text, so that every place is the same.

What nobody said, or said without meaning anything, is blank in the copy; lines that only their
width broke are one; a text in capitals is in small letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ..lexicon import lexicon
from ..records import FoundClaim
from .captions import LABEL, Captions, Span, find_captions, find_changes
from .fillers import without_fillers
from .utterances import LONG

#: Marks for text that runs from right to left: they stand beside a word, and are no part of it.
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
#: Such marks behind what opens a word, and in front of what closes one.
INSIDE_OPENING = re.compile(rf"(?<!\S)([^\w\s]+?)({DIRECTION.pattern})(?=\w)")
INSIDE_CLOSING = re.compile(rf"({DIRECTION.pattern})([^\w\s]+)(?!\S)")
LEAST = 100  # code points of a transcript
STOPS = (". ", ".\n", "? ", "?\n", "! ", "!\n", "; ", ".”", '."', "。", "؟", "।", "•")
APART = 350  # code points for each full stop, in a text that has hardly any
LOUD = 0.8  # share of capitals among the letters of a text in capitals
SAMPLE = 6_000  # code points at which that is looked
LETTERS = 60  # letters from which on that is told
LONE_I = (" i ", " i'", " i’", "\ni ")


@dataclass(frozen=True, slots=True)
class Copy:
    """What is read instead of a text of the same length; unsaid: spans that are no part of it."""

    text: str
    unsaid: tuple[Span, ...] = ()


def copy_of(text: str, code: str) -> Copy | None:
    """The copy of a transcript without punctuation, or of captions; None for any other text."""
    if len(text) < LEAST:
        return None
    words = lexicon(code)
    captions = find_captions(text, words)
    if captions is None and not _is_bare(text):
        return None
    captions = captions or Captions()
    find_changes(text, captions)
    said = _said(text, captions)
    if _is_loud(said):
        said = _lowered(said)
    if words.table("fillers"):
        said = without_fillers(said, words.code)
        if " I " not in said:
            for small in LONE_I:
                said = said.replace(small, small.upper())
    return Copy(said, tuple(captions.unsaid))


def undirected(text: str, copy: Copy | None) -> Copy | None:
    """The same with a blank for each mark that only tells which way letters run.

    copy: that of a transcript, if the text is one.
    """
    if DIRECTION.search(text) is None:
        return copy  # as almost always
    said, unsaid = (text, ()) if copy is None else (copy.text, copy.unsaid)
    for inside in (INSIDE_OPENING, INSIDE_CLOSING):
        said = inside.sub(r"\2\1", said)  # a blank there would part a mark from its word
    return Copy(DIRECTION.sub(lambda marks: " " * len(marks.group()), said), unsaid)


def _is_bare(text: str) -> bool:
    """Say whether a text is long lines with hardly a full stop."""
    stops = 0
    for stop in STOPS:
        stops += text.count(stop)
        if APART * stops > len(text):
            return False  # as almost every text
    return sum(len(line) for line in text.split("\n") if len(line) > LONG) > 0.6 * len(text)


def _said(text: str, captions: Captions) -> str:
    """A text without what was not said, its lines joined but where an utterance must begin."""
    if not captions.unsaid and not captions.begins:
        return text
    pieces, at = [], 0
    for start, end in captions.unsaid:
        if start >= at:
            pieces += [text[at:start], " " * (end - start)]
            at = end
    said = "".join([*pieces, text[at:]]).replace("\n", " ").replace("\t", " ")
    pieces, at = [], 0
    for begin in sorted(captions.begins):
        # Two of them: one would be a line that the copy has broken.
        first = max(at, begin - 2)
        pieces += [said[at:first], said[first:begin].replace(" ", "\n")]
        at = max(at, begin)
    return "".join([*pieces, said[at:]])


def _is_loud(text: str) -> bool:
    text = text[:SAMPLE]
    capitals = sum(map(str.isupper, text))
    letters = capitals + sum(map(str.islower, text))
    return letters >= LETTERS and capitals > LOUD * letters


def _lowered(text: str) -> str:
    """A text in small letters, but for the names that its lines begin with."""
    lines = []
    for line in text.split("\n"):
        label = LABEL.match(line)
        kept = label.end() if label else 0
        lines.append(line[:kept] + line[kept:].lower())
    lowered = "\n".join(lines)
    return lowered if len(lowered) == len(text) else text


def restored(claim: FoundClaim, text: str, copy: Copy) -> FoundClaim:
    """A claim that was found in the copy with the wording of the text itself."""
    for part in (*claim.quantities, *claim.dates, *claim.entities):
        part.text = text[part.start : part.end]
    pieces = [piece for span in claim.segments for piece in _pieces(span, text, copy.unsaid)]
    return replace(
        claim,
        text=text[claim.start : claim.end],
        segments=tuple(pieces),
        cue=text[slice(*claim.cue_span)] if claim.cue_span else claim.cue,
    )


def _pieces(span: Span, text: str, unsaid: tuple[Span, ...]) -> list[Span]:
    """The parts of a span that were said."""
    pieces, begin = [], span[0]
    for start, end in unsaid[bisect_left(unsaid, span) :]:
        if start >= span[1]:
            break
        pieces.append((begin, start))
        begin = max(begin, end)
    pieces.append((begin, span[1]))
    return [piece for piece in (_trimmed(piece, text) for piece in pieces) if piece[0] < piece[1]]


def _trimmed(span: Span, text: str) -> Span:
    piece = text[slice(*span)]
    begin = span[0] + len(piece) - len(piece.lstrip())
    return begin, max(begin, span[0] + len(piece.rstrip()))

"""The text of a snapshot, cut into pieces so that every claim in it can be lit in place.

Only offsets count: a quote is never searched for again. The pieces joined give the text back,
character for character, so that a selection in the browser can be turned into offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from uuid import UUID

from articles.models import Snapshot
from claims.models import Mention
from claims.workbench.edits import Edit, edits

BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that belongs to a claim.

    start, end: code points, end exclusive. segments: the parts of an interrupted statement;
    empty when it is whole. subject: what the template knows about the claim.
    """

    start: int
    end: int
    subject: Any
    segments: tuple[tuple[int, int], ...] = ()
    is_current: bool = False

    def stretches(self) -> Iterator[tuple[int, int, bool]]:
        """Yield (start, end, is_said); what stands between two segments is not said."""
        if not self.segments:
            yield self.start, self.end, True
            return
        place = self.start
        for start, end in self.segments:
            if place < start:
                yield place, start, False
            yield start, end, True
            place = end
        if place < self.end:
            yield place, self.end, False


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under one mark, or under none.

    depth: how many claims lie over it. is_said: False between the parts of an interrupted
    statement. is_start: the first piece of its mark. edit: what the publisher made of it since.
    """

    text: str
    mark: Mark | None = None
    depth: int = 0
    is_said: bool = True
    is_start: bool = False
    edit: Edit | None = None

    @property
    def is_current(self) -> bool:
        return self.mark is not None and self.mark.is_current


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces, and the blank lines that follow it in the text."""

    start: int
    pieces: tuple[Piece, ...]
    gap: str = ""


def lit(text: str, marks: Iterable[Mark], edits: Sequence[Edit] = ()) -> list[Paragraph]:
    """Return the text in paragraphs, with each character under the mark that shows there.

    edits: later changes of the text, in order and apart from one another.
    Where marks overlap, the current one shows, else the shortest. Marks may touch, nest, overlap
    and run over paragraphs. Raises ValueError for a mark outside the text.
    """
    stretches = sorted(_stretches(text, marks), key=lambda one: one[0])
    started: set[int] = set()
    paragraphs = []
    for start, end, gap in _paragraphs(text):
        later = [edit for edit in edits if edit.start < end and edit.end > start]
        pieces = tuple(_pieces(text, start, end, stretches, started, later))
        paragraphs.append(Paragraph(start, pieces, gap))
    return paragraphs


Stretch = tuple[int, int, bool, Mark]


def _stretches(text: str, marks: Iterable[Mark]) -> Iterator[Stretch]:
    for mark in marks:
        if not 0 <= mark.start < mark.end <= len(text):
            raise ValueError(f"{mark.start}-{mark.end} lies outside a text of {len(text)}.")
        for start, end, is_said in mark.stretches():
            yield start, end, is_said, mark


def _paragraphs(text: str) -> Iterator[tuple[int, int, str]]:
    place = 0
    for blank in BLANK_LINES.finditer(text):
        yield place, blank.start(), blank.group()
        place = blank.end()
    if place < len(text):
        yield place, len(text), ""


def _pieces(
    text: str,
    start: int,
    end: int,
    stretches: list[Stretch],
    started: set[int],
    edits: list[Edit],
) -> Iterator[Piece]:
    """Cut one paragraph at every border and put each cut under what shows there."""
    here = [one for one in stretches if one[0] < end and one[1] > start]
    borders = {start, end}
    for left, right in [(one[0], one[1]) for one in here] + [(one.start, one.end) for one in edits]:
        borders.update((max(start, left), min(end, right)))
    cuts = sorted(borders)
    for left, right in pairwise(cuts):
        over = [one for one in here if one[0] <= left and one[1] >= right]
        edit = next((one for one in edits if one.start <= left and one.end >= right), None)
        if not over:
            yield Piece(text[left:right], edit=edit)
            continue
        _from, _to, is_said, mark = min(over, key=_rank)
        is_start = id(mark) not in started
        started.add(id(mark))
        depth = len({id(one[3]) for one in over if one[2]})
        yield Piece(text[left:right], mark, depth, is_said, is_start, edit)


def _rank(stretch: Stretch) -> tuple[bool, bool, int, int]:
    """Said before unsaid, current before others, then the shortest, then the later."""
    start, _end, is_said, mark = stretch
    return (not is_said, not mark.is_current, mark.end - mark.start, -start)


@dataclass(frozen=True, slots=True)
class LitText:
    """A wording with its claims lit, and the mentions in reading order."""

    snapshot: Snapshot
    paragraphs: list[Paragraph]
    mentions: list[Mention]
    current: Mention | None = None
    edits: list[Edit] = field(default_factory=list)

    @property
    def edits_here(self) -> list[Edit]:
        """Later edits of the words that the current mention stands for."""
        here = self.current
        return [
            edit for edit in self.edits if here and edit.start < here.end and edit.end > here.start
        ]

    @property
    def claims(self) -> list[Any]:
        """Claims in reading order, each once."""
        return list(dict.fromkeys(mention.claim for mention in self.mentions))


def lit_text(
    snapshot: Snapshot, *, current: UUID | None = None, newer: Snapshot | None = None
) -> LitText:
    """Return a snapshot's text with every claim in it lit, in one query.

    current: the claim that shows over all others. newer: a later wording; what the publisher
    changed on the way to it is marked.
    """
    later = edits(snapshot.text, newer.text) if newer else []
    mentions = list(
        snapshot.mentions.select_related("claim__claimant").order_by("start", "end", "pk")
    )
    marks = [
        Mark(
            mention.start,
            mention.end,
            mention,
            tuple((start, end) for start, end in mention.segments),
            is_current=mention.claim_id == current,
        )
        for mention in mentions
    ]
    here = next((mention for mention in mentions if mention.claim_id == current), None)
    return LitText(snapshot, lit(snapshot.text, marks, later), mentions, here, later)

"""Why each sentence of a text was taken or was not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .attribution import Attribution
from .pipeline import read
from .records import FoundClaim, Span


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch that was not taken, and why: `reasons` are keys of records.REASONS."""

    start: int
    end: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attitude:
    """Spans of who is for, against or busy with something, in which words, and with what."""

    source: Span
    cue: Span
    thing: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with what was taken from it and what was left out, in the order of the text."""

    start: int
    end: int
    taken: tuple[FoundClaim, ...]
    left_out: tuple[LeftOut, ...]
    attitudes: tuple[Attitude, ...] = ()


def explain(
    text: str, language: str | None = None, published: date | None = None
) -> list[Sentence]:
    """Return every sentence of a text with the reasons for and against what it states.

    A sentence of which nothing was even weighed only says that somebody spoke.
    """
    if not text.strip():
        return []
    doc = read(text, language, published)
    spans: list[Span] = doc._.sentence_spans
    taken: dict[int, list[FoundClaim]] = {}
    for claim in doc._.found:
        taken.setdefault(claim.sentence_start, []).append(claim)
    left: dict[int, list[LeftOut]] = {}
    order = sorted(doc._.left_out)
    at = 0
    for (start, end), reasons in order:
        while at + 1 < len(spans) and spans[at + 1][0] <= start:
            at += 1
        left.setdefault(spans[at][0], []).append(LeftOut(start, end, reasons))
    attitudes = _attitudes(doc._.attitudes)
    sentences = []
    for number, (start, end) in enumerate(spans):
        against = left.get(start, [])
        if start not in taken and not against:
            against = [LeftOut(start, end, ("speech_act",))]
        told = tuple(attitudes.get(number, ()))
        sentences.append(Sentence(start, end, tuple(taken.get(start, ())), tuple(against), told))
    return sentences


def _attitudes(found: list[Attribution]) -> dict[int, list[Attitude]]:
    """Sentence number -> attitudes told there."""
    told: dict[int, list[Attitude]] = {}
    for item in found:
        if item.cue is not None and item.source is not None:
            told.setdefault(item.sentence, []).append(
                Attitude(item.source, item.cue, item.contents[0])
            )
    return told

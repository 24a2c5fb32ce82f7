"""Why each sentence of a text was taken or was not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

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
    attitudes = _attitudes(doc._.attitudes)
    return [
        replace(sentence, attitudes=tuple(attitudes.get(number, ())))
        for number, sentence in enumerate(_sentences(doc))
    ]


def find_and_explain(
    text: str, language: str | None = None, published: date | None = None
) -> tuple[list[FoundClaim], list[LeftOut]]:
    """Return the statements that could be checked, and what was left out and why.

    Both in the order of the text. Costs no more than finding alone.
    """
    if not text.strip():
        return [], []
    doc = read(text, language, published)
    return doc._.found, [left for sentence in _sentences(doc) for left in sentence.left_out]


def _sentences(doc: Doc) -> list[Sentence]:
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
    sentences = []
    for start, end in spans:
        against = left.get(start, [])
        if start not in taken and not against and any(map(str.isalnum, doc._.source[start:end])):
            against = [LeftOut(start, end, ("speech_act",))]
        sentences.append(Sentence(start, end, tuple(taken.get(start, ())), tuple(against)))
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

"""Whom the labels of a transcript mean: "MS. ORR", "THE PRESIDENT", "MINISTER ADA HOLM"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..attribution import Attribution, Span
from ..entities.tables import tables
from ..layout.blocks import Block
from ..layout.office_labels import WORD
from ..lexicon import Lexicon
from .names import Names

PLACE = " of "  # behind a name in the record of a congress: "Ms. ORR of Delmar"
ACRONYM = 4  # letters of a word in capitals that may be one
SCOTTISH = re.compile(r"\bMc([a-z])")


def called_by_labels(
    voices: Iterable[Attribution], blocks: list[Block], names: Names, words: Lexicon
) -> dict[Span, str]:
    """Span of a label in capitals -> who speaks behind it, where that can be told."""
    heading = next((block.start for block in blocks if block.label is not None), None)
    if heading is None:
        return {}
    told: dict[str, str | None] = dict(_holders(blocks, names))  # labels come back
    found: dict[Span, str] = {}
    for voice in voices:
        if voice.source is None:
            continue
        label = names.tokens.text[slice(*voice.source)]
        if label not in told:
            told[label] = _called(label, heading, names, words)
        called = told[label]
        if called is not None:
            found[voice.source] = called
    return found


def _holders(blocks: list[Block], names: Names) -> Iterator[tuple[str, str]]:
    """Offices and who holds them by labels such as "The Minister for Ports (Ada Holm)"."""
    text = names.tokens.text
    for block in blocks:
        if block.label is not None and text[block.label[0] - 1 : block.label[0]] == "(":
            held = next((name for _, _, name in names.in_span(*block.label)), None)
            if held is not None and held.is_person:
                yield text[block.start : block.label[0] - 1].strip(), held.full


def _called(label: str, heading: int, names: Names, words: Lexicon) -> str | None:
    """Who speaks behind a label; None where it is not in capitals, or tells nothing.

    heading: code point at which the heading of the text ends. "THE PRESIDENT" is whom that names
    with this office; a name that only the label tells is given as names are written.
    """
    if words.has("question_labels", label.lower()):
        return None
    parts = WORD.findall(label.partition(PLACE)[0])
    name = [part for part in parts if not _is_title(part, words)]
    if not name:
        office = [part for part in parts if not words.has("articles", part.lower())]
        return _holder(office, heading, names) if label.isupper() else None
    if not all(map(_is_shouted, name)):
        return None
    known = names.by_surname.get(name[-1].lower())
    if known is not None and known.is_person:
        return as_written(known.full) if _is_shouted(known.full) else known.full
    if len(name) == len(parts) == 1 and _is_acronym(name[0], words):
        return None
    return as_written(" ".join(name))


def as_written(name: str) -> str:
    """A name in capitals as names are written: "ADA McVANE" -> "Ada McVane"."""
    return SCOTTISH.sub(lambda match: f"Mc{match[1].upper()}", name.title())


def _is_shouted(name: str) -> bool:
    return name.replace("Mc", "MC").isupper()


def _is_acronym(word: str, words: Lexicon) -> bool:
    return len(word) <= ACRONYM or tables(words.code).kind_of(word) is not None


def _is_title(word: str, words: Lexicon) -> bool:
    bare = word.lower().rstrip(".")
    return words.is_title(bare) or words.has("articles", bare)


def _holder(office: list[str], heading: int, names: Names) -> str | None:
    """Whom the heading names with an office in front: "Remarks by President Ada Holm"."""
    wanted = " ".join(office).lower()
    above = names.tokens.text[:heading].lower()
    for item in names.entities:
        if item.start >= heading:
            return None
        if item.kind == "person" and above[: item.start].rstrip().endswith(wanted):
            return item.name or item.text
    return None

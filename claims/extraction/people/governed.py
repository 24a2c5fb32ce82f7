"""Sources behind words that ask for another case or a preposition, as they are called."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ..attribution import Attribution
from ..entities.tables import CASELESS
from .declension import inflects
from .genitives import called

if TYPE_CHECKING:
    from .speakers import Speakers


def has_cases(code: str) -> bool:
    """Say whether a source may be called otherwise where such words stand in front of it."""
    return inflects(code) or code == "de" or code in CASELESS


def is_governed(reader: Speakers, attribution: Attribution) -> bool:
    """Say whether a source stands behind words that ask for another case."""
    if attribution.pattern == "according" or " " in attribution.lemma:
        return True
    marks = reader.words.table("body_marks")
    if not marks or attribution.source is None:
        return False
    at = bisect_left(reader.tokens.starts, attribution.source[0])
    return at > 0 and reader.tokens.words[at - 1] in marks


def as_called(reader: Speakers, attribution: Attribution) -> str | None:
    """A source behind a set phrase that governs another case, in the nominative."""
    speaker, source = attribution.speaker, attribution.source
    if speaker is None or speaker in reader.names.known:
        return speaker
    if reader.caseless is not None:
        return reader.caseless.without_hung(speaker, attribution.lemma)
    if not reader.names.inflects:
        if reader.words.code != "de" or source is None:
            return speaker
        genitive = reader.tokens.text.endswith("des ", 0, source[0] + 4)
        return called(speaker, "de") if genitive else speaker
    name = called(speaker, reader.words.code)
    return name if source is None else reader.holder(name, source[0]) or name

"""Text in, statements that can be checked out. spaCy and numpy only; knows no Django."""

from __future__ import annotations

from datetime import date

from .model import pipeline_id
from .pipeline import read
from .records import FoundClaim

__all__ = ["FoundClaim", "find_claims", "pipeline_id"]


def find_claims(
    text: str, language: str | None = None, published: date | None = None
) -> list[FoundClaim]:
    """Return the statements in a text that could be checked, in the order of the text.

    text: any text; offsets of the records are code points of exactly this string.
    language: code such as "en"; told from the text itself when none is given.
    published: the day of publication, from which "yesterday" and "last month" are counted.
    """
    if not text.strip():
        return []
    return read(text, language, published)._.found

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """What a reader made of a document, with what the document says of itself.

    text: blocks separated by blank lines, the headline first.
    title, byline, language, canonical_url: empty where the document does not say.
    published: aware; None where the document does not say, or says nothing believable.
    reader, reader_version: what read it. media_type: what the bytes were, with the encoding.
    sha256: of the bytes as they came.
    """

    text: str
    reader: str
    reader_version: str
    media_type: str
    sha256: str
    title: str = ""
    byline: str = ""
    published: datetime | None = None
    language: str = ""
    canonical_url: str = ""

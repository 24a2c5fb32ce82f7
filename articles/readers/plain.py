"""Plain text: the bytes decoded, and nothing else done to them."""

from __future__ import annotations

from .. import wording
from . import decoding
from .readtext import ReadText

NAME, VERSION = "plain", "1"


def read(body: bytes, *, charset: str, sha256: str, field: str) -> ReadText:
    """Return the text of `body` with line ends as LF.

    Raises UnknownEncoding.
    """
    text, encoding = decoding.decode(body, charset, field=field)
    return ReadText(
        text=wording.clean(text),
        reader=NAME,
        reader_version=VERSION,
        media_type=f"text/plain; charset={encoding}",
        sha256=sha256,
    )

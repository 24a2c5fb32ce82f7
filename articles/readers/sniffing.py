"""What kind of document some bytes are, told by the bytes and not by a name."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..errors import Empty, NotReadable


class Kind(StrEnum):
    HTML = "text/html"
    PLAIN = "text/plain"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


# First bytes of files that hold no text, or none that is read here.
FOREIGN = (
    (b"\x89PNG\r\n\x1a\n", gettext_lazy("a picture")),
    (b"\xff\xd8\xff", gettext_lazy("a picture")),
    (b"GIF8", gettext_lazy("a picture")),
    (b"II*\x00", gettext_lazy("a picture")),
    (b"MM\x00*", gettext_lazy("a picture")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", gettext_lazy("an old Office file")),
    (b"{\\rtf", gettext_lazy("an RTF file")),
    (b"PK\x03\x04", gettext_lazy("an archive or another Office file")),
    (b"Rar!", gettext_lazy("an archive")),
    (b"7z\xbc\xaf\x27\x1c", gettext_lazy("an archive")),
    (b"\x1f\x8b", gettext_lazy("a compressed file")),
    (b"BZh", gettext_lazy("a compressed file")),
    (b"\xfd7zXZ\x00", gettext_lazy("a compressed file")),
    (b"ID3", gettext_lazy("a sound recording")),
    (b"OggS", gettext_lazy("a recording")),
    (b"RIFF", gettext_lazy("a recording or picture")),
    (b"\x7fELF", gettext_lazy("a program")),
    (b"MZ\x90\x00", gettext_lazy("a program")),
    (b"SQLite format 3\x00", gettext_lazy("a database")),
)
# What stands before the first element is never read a second way (`*+`): the ways to read a row
# of comments double with each of them.
HTML = re.compile(
    rb"^(\s|\xef\xbb\xbf|<!--.*?-->|<\?xml[^>]*>)*+<(!doctype\s+html|html|head|body|article|main|div"
    rb"|section|p|h1)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
XML = re.compile(rb"^(\s|\xef\xbb\xbf)*<(\?xml|rss|feed|svg)[\s>]")
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def kind_of(body: bytes, *, field: str = "file") -> Kind:
    """Return the kind of a document.

    Raises Empty for no bytes, NotReadable for a kind that no reader knows.
    """
    if not body:
        raise Empty(_("The file is empty."), field=field)
    start = body[:4096]
    if b"%PDF-" in start[:1024]:
        return Kind.PDF
    if start.startswith(b"PK\x03\x04") and _is_word_document(body):
        return Kind.DOCX
    for mark, name in FOREIGN:
        if start.startswith(mark):
            raise _not_readable(name, field)
    if start.startswith(WIDE_MARKS):
        return Kind.PLAIN
    if b"\x00" in body:
        raise _not_readable(_("no text"), field)
    if HTML.match(start):
        return Kind.HTML
    if XML.match(start):
        raise _not_readable(_("an XML file"), field)
    return Kind.PLAIN


def _is_word_document(body: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _not_readable(what: str, field: str) -> NotReadable:
    return NotReadable(
        _(
            "This is {what}. Text files, web pages (.html), PDF and Word files (.docx) are read; "
            "save it as one of these, or paste the text."
        ).format(what=what),
        field=field,
    )

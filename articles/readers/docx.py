"""Word documents (.docx)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC
from importlib.metadata import version

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.oxml.simpletypes import ST_Merge
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from ..errors import NotReadable, TooLarge
from ..wording import FORBIDDEN, clean
from .readtext import ReadText
from .sniffing import Kind

NAME, VERSION = "docx", f"1 (python-docx {version('python-docx')})"
MOST_UNPACKED = 100_000_000  # bytes of all parts together
MOST_XML = 30_000_000  # bytes of the part that holds the text
HEADLINE_STYLES = ("Title", "Heading 1")


def read(body: bytes, *, sha256: str, field: str) -> ReadText:
    """Return the paragraphs and table rows of a Word document, blank lines between them.

    Raises NotReadable for a damaged or protected file, TooLarge for one that unpacks to too much.
    """
    _check_size(body, field)
    try:
        document = docx.Document(io.BytesIO(body))
        styled = list(_paragraphs(document))
        properties = document.core_properties
        title, author, created = properties.title, properties.author, properties.created
    except Exception:
        # The library raises whatever a broken part makes its parsers raise.
        raise NotReadable(
            _("This Word file is damaged. Open it, save it again as .docx, or paste the text."),
            field=field,
        ) from None
    headline = next((text for style, text in styled if style in HEADLINE_STYLES), "")
    return ReadText(
        text=clean("\n\n".join(text for _style, text in styled)),
        title=headline or _tidy(title or ""),
        byline=_tidy(author or "") if author != "python-docx" else "",
        published=created.replace(tzinfo=created.tzinfo or UTC) if created else None,
        reader=NAME,
        reader_version=VERSION,
        media_type=str(Kind.DOCX),
        sha256=sha256,
    )


def _check_size(body: bytes, field: str) -> None:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        sizes = {part.filename: part.file_size for part in archive.infolist()}
    if sum(sizes.values()) > MOST_UNPACKED or sizes["word/document.xml"] > MOST_XML:
        raise TooLarge(
            _("This Word file unpacks to more than is read. Paste the text instead."), field=field
        )


def _paragraphs(document: Document) -> Iterator[tuple[str, str]]:
    """Yield (name of the style, text) of each paragraph and table row that has text."""
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            style = item.style.name if item.style is not None else ""
            if text := _tidy(item.text):
                yield style or "", text
        elif isinstance(item, Table):
            for row in item.rows:
                if text := " | ".join(filter(None, map(_tidy, _cells(row)))):
                    yield "", text


def _cells(row: _Row) -> Iterator[str]:
    """Yield the text of each cell that begins in a row; a merged one counts once.

    `row.cells` would give it for every column and row that it covers, however many it claims.
    """
    for cell in row._tr.tc_lst:
        if cell.vMerge != ST_Merge.CONTINUE:
            yield _Cell(cell, row.table).text


def _tidy(text: str) -> str:
    """Return the text without blanks at line ends and without marks that cannot be kept."""
    lines = (line.strip() for line in FORBIDDEN.sub(" ", text).split("\n"))
    return "\n".join(filter(None, lines))

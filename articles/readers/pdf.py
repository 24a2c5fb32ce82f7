"""PDF files that carry text. A scanned page carries none."""

from __future__ import annotations

import io
import re
import statistics
from importlib.metadata import version

import pypdf
from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from pypdf.errors import FileNotDecryptedError

from ..errors import CannotTakeIn, NotReadable, TooLarge
from ..wording import FORBIDDEN, clean
from .readtext import ReadText
from .sniffing import Kind

NAME, VERSION = "pdf", f"1 (pypdf {version('pypdf')})"
MOST_PAGES = 300
SHORT_LINE = 0.75  # of a usual line: what is shorter and ends a sentence ends a paragraph
SENTENCE_END = re.compile(r"""[.!?:…]["'”’»)\]]*$""")
HYPHENATED = re.compile(r"[^\W\d_]-$")


def read(body: bytes, *, sha256: str, field: str) -> ReadText:
    """Return the text of a PDF file, its lines joined to paragraphs with blank lines between.

    A PDF says where each line stands, not which lines belong together: a line that is clearly
    shorter than most and ends a sentence is taken for the end of a paragraph, and a word that is
    hyphenated at a line's end is joined: without its hyphen where it goes on in a small letter.

    Raises NotReadable for a damaged, protected or scanned file, TooLarge for too many pages.
    """
    try:
        document = pypdf.PdfReader(io.BytesIO(body))
        pages = _pages(document, field)
        about = document.metadata
        title = str((about and about.title) or "")
        author = str((about and about.author) or "")
    except CannotTakeIn:
        raise
    except FileNotDecryptedError:
        raise _refused(_("This PDF file is protected by a password."), field) from None
    except Exception:
        # The library raises whatever broken objects make it raise, RecursionError included.
        raise _refused(_("This PDF file is damaged."), field) from None
    text = "\n\n".join(paragraphs(FORBIDDEN.sub(" ", "\n".join(pages))))
    if not text.strip():
        raise _refused(_("This PDF file holds pictures of pages, and no text."), field)
    return ReadText(
        text=clean(text),
        title=_tidy(title),
        byline=_tidy(author),
        reader=NAME,
        reader_version=VERSION,
        media_type=str(Kind.PDF),
        sha256=sha256,
    )


def _pages(document: pypdf.PdfReader, field: str) -> list[str]:
    """Return the text of each page. Stops as soon as it is more than is taken in.

    The time that a page takes grows with the square of its text, so the whole is counted while
    it is read: a million characters take some seconds.
    """
    count, most = len(document.pages), settings.ARTICLE_MAX_CHARACTERS
    if count > MOST_PAGES:
        raise TooLarge(
            _("This PDF file has {count} pages; at most {most} are read.").format(
                count=count, most=MOST_PAGES
            ),
            field=field,
        )
    seen = 0

    def weigh(text: str, *_rest: object) -> None:
        nonlocal seen
        seen += len(text)
        if seen > most:
            raise TooLarge(
                _("This PDF file has more than {most} characters. Paste a part of it.").format(
                    most=number_format(most, force_grouping=True)
                ),
                field=field,
            )

    return [page.extract_text(visitor_text=weigh) for page in document.pages]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text whose lines were broken to fit a page."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lengths = [len(line) for line in lines if line]
    usual = statistics.quantiles(lengths, n=4)[2] if len(lengths) > 3 else 0
    found: list[str] = []
    current = ""
    for line in lines:
        if not line:
            found.append(current)
            current = ""
            continue
        current = _joined(current, line)
        if SENTENCE_END.search(line) and len(line) < SHORT_LINE * usual:
            found.append(current)
            current = ""
    found.append(current)
    return [paragraph for paragraph in found if paragraph]


def _joined(before: str, line: str) -> str:
    if not before:
        return line
    if HYPHENATED.search(before):
        return (before[:-1] if line[0].islower() else before) + line
    return f"{before} {line}"


def _tidy(value: str) -> str:
    return " ".join(FORBIDDEN.sub(" ", value).split())


def _refused(why: str, field: str) -> NotReadable:
    return NotReadable(f"{why} " + _("Open it, copy the text and paste it."), field=field)

"""Bytes in, readable text out: one module per kind of document."""

from __future__ import annotations

import hashlib
from email.message import Message

from django.conf import settings
from django.utils.translation import gettext as _

from ..errors import TooLarge
from . import docx, html, pdf, plain
from .readtext import ReadText
from .sniffing import Kind, kind_of

__all__ = ["Kind", "ReadText", "charset_of", "kind_of", "read"]


def read(body: bytes, *, media_type: str = "", url: str = "", field: str = "file") -> ReadText:
    """Return what a document says; its kind is told by its bytes, not by a name or header.

    media_type: the Content-Type it came with, of which only the charset is used.
    url: where it was found, for relative links; "" if unknown.
    field: the form field that errors speak of.

    Slow for large documents (seconds): call it while no transaction is open.
    Raises a subclass of CannotTakeIn.
    """
    if len(body) > settings.ARTICLE_MAX_BYTES:
        raise TooLarge(
            _("This has {size:.1f} MB; at most {limit:.0f} MB are taken in.").format(
                size=len(body) / 1_000_000, limit=settings.ARTICLE_MAX_BYTES / 1_000_000
            ),
            field=field,
        )
    kind = kind_of(body, field=field)
    sha256, charset = hashlib.sha256(body).hexdigest(), charset_of(media_type)
    if kind is Kind.HTML:
        return html.read(body, charset=charset, url=url, sha256=sha256, field=field)
    if kind is Kind.PDF:
        return pdf.read(body, sha256=sha256, field=field)
    if kind is Kind.DOCX:
        return docx.read(body, sha256=sha256, field=field)
    return plain.read(body, charset=charset, sha256=sha256, field=field)


def charset_of(media_type: str) -> str:
    """Return the charset parameter of a Content-Type, or ""."""
    message = Message()
    message["Content-Type"] = media_type.encode("ascii", "ignore").decode()
    return message.get_content_charset() or ""

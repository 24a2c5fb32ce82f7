"""The wording of an article: what is done to a text before it is hashed, and what is refused.

Line ends become LF and a leading byte order mark goes; nothing else is changed. Whatever cannot
be stored, shown or counted safely is refused with its place, never dropped: offsets of claims
count the code points of exactly this text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .errors import Empty, ForbiddenCharacter, TooLarge

# NUL cannot be stored by PostgreSQL, the other controls break XML feeds, lone surrogates have no
# UTF-8 form and the two noncharacters are no XML characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BYTE_ORDER_MARK = "\ufeff"


def clean(text: str) -> str:
    """Return `text` without a leading byte order mark, CRLF and CR as LF. Idempotent."""
    return text.lstrip(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def check(text: str, *, field: str = "text") -> None:
    """Refuse a cleaned text that is empty, too long or holds a forbidden character.

    Raises Empty, TooLarge or ForbiddenCharacter, worded for the person, naming `field`.
    """
    limit = settings.ARTICLE_MAX_CHARACTERS
    if len(text) > limit:
        raise TooLarge(
            ngettext(
                "The text has {length} character; at most {limit} are taken in. "
                "Hand it in as several articles.",
                "The text has {length} characters; at most {limit} are taken in. "
                "Hand it in as several articles.",
                len(text),
            ).format(
                length=number_format(len(text), force_grouping=True),
                limit=number_format(limit, force_grouping=True),
            ),
            field=field,
        )
    refuse_forbidden(text, field=field)
    if not text.strip():
        raise Empty(_("There is no text here. Paste the wording of the article."), field=field)


def refuse_forbidden(text: str, *, field: str) -> None:
    """Raise ForbiddenCharacter that says where the first one stands, if there is one."""
    if (found := FORBIDDEN.search(text)) is None:
        return
    before = text[: found.start()]
    line = before.count("\n") + 1
    column = found.start() - (before.rfind("\n") + 1) + 1
    raise ForbiddenCharacter(
        _(
            "Line {line}, character {column} is {name}, which cannot be kept in a text. "
            "Remove it and hand the text in again."
        ).format(line=line, column=column, name=_name(found.group())),
        field=field,
    )


def sha256_of(text: str) -> str:
    """Return the sha256 of the text's UTF-8 bytes as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _name(character: str) -> str:
    category = unicodedata.category(character)
    kind = {
        "Cc": _("a control character"),
        "Cs": _("half of a surrogate pair"),
    }.get(category, _("a noncharacter"))
    return f"{kind} (U+{ord(character):04X})"

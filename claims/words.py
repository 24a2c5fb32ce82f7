"""Text that people type: what is refused before it is stored."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.wording import FORBIDDEN
from claims.errors import Invalid


def checked(text: str, *, field: str, most: int, required: bool = False) -> str:
    """Return `text` with line ends as LF and no blanks around it.

    most: characters it may have. Raises Invalid, naming `field`, for a text that is too long,
    holds a character that cannot be stored or shown safely, or is missing where `required`.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    found = FORBIDDEN.search(text)
    if found:
        raise Invalid(
            _("Character {place} is U+{code:04X}, which cannot be kept. Remove it.").format(
                place=found.start() + 1, code=ord(found.group())
            ),
            field=field,
        )
    if len(text) > most:
        raise Invalid(
            ngettext(
                "This has {length} character; at most {most} fit. Shorten it.",
                "This has {length} characters; at most {most} fit. Shorten it.",
                len(text),
            ).format(
                length=number_format(len(text), force_grouping=True),
                most=number_format(most, force_grouping=True),
            ),
            field=field,
        )
    if required and not text:
        raise Invalid(_("Please fill this in."), field=field)
    return text

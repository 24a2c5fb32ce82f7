"""How claims and what belongs to them are put into words in templates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from claims.workbench.lit import Piece

register = template.Library()

COUNTED_TO = 1000  # rows; lists and stages are counted no further


@register.simple_tag
def same(one: object, other: object) -> bool:
    """Say whether two rows are one and the same."""
    return one == other


@register.simple_tag
def found(text: str, words: str = "") -> SafeString:
    """Return `text` with the words that were searched for marked, whatever their case."""
    wanted = [re.escape(word) for word in re.findall(r"\w+", words or "")]
    if not wanted:
        return conditional_escape(text)
    pattern = re.compile(rf"\b({'|'.join(wanted)})", re.IGNORECASE)
    pieces = pattern.split(text)
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<mark>{}</mark>", piece) if number % 2 else piece,)
            for number, piece in enumerate(pieces)
        ),
    )


@register.simple_tag
def words_of(piece: Piece) -> SafeString:
    """Return the words of a piece of a lit text, marked where the publisher changed them since."""
    edit = piece.edit
    if edit is None:
        return conditional_escape(piece.text)
    now = Truncator(edit.newer).chars(300)
    title = _("Now: {words}").format(words=now) if edit.newer else _("Taken out since")
    gone = "" if edit.newer else mark_safe(" data-gone")
    return format_html('<span class="edited"{} title="{}">{}</span>', gone, title, piece.text)


@register.filter
def counted(number: int, to: int = COUNTED_TO) -> str:
    """Return a number that was counted no further than `to`."""
    return f"{to - 1}+" if number >= to else str(number)


@register.filter
def newest(rows: Iterable[object]) -> object:
    """Return the last of the rows that a prefetch has loaded, or None."""
    loaded = list(rows)
    return loaded[-1] if loaded else None

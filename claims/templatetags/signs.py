"""Small signs in templates: icons, key caps, gauges, commas, directions of writing."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info

from claims import commas

register = template.Library()

SPRITE = "claims/img/signs.svg"
# Signs that point somewhere along the line, and therefore turn round in right-to-left pages.
POINTING = {"arrow", "back", "chevron", "undo", "verdict-changes_requested", "external"}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Return the sign `name` of the sprite; without a label it is hidden from screen readers."""
    flip = format_html(' data-flip="{}"', "") if name in POINTING else ""
    chevron = format_html(' data-chevron="{}"', "") if name == "chevron" else ""
    described = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else format_html('aria-hidden="{}"', "true")
    )
    return format_html(
        '<svg class="icon" {} focusable="false"{}{}><use href="{}#{}"></use></svg>',
        described,
        flip,
        chevron,
        static(SPRITE),
        name,
    )


@register.simple_tag
def gauge(value: object = None) -> SafeString:
    """Return the plumb line of a rating; `value` is 1 (worst) to 5 (best), or None."""
    known = str(value) if str(value) in {"1", "2", "3", "4", "5"} else "none"
    return format_html(
        '<svg class="rating__gauge" aria-hidden="true" focusable="false">'
        '<use href="{}#gauge-{}"></use></svg>',
        static(SPRITE),
        known,
    )


@register.simple_tag
def key(name: str) -> SafeString:
    """Return a drawn key cap. The act it belongs to says the key to assistive technology."""
    return format_html('<kbd class="key" aria-hidden="true">{}</kbd>', name) if name else ""


@register.simple_tag
def comma() -> str:
    """Return the comma between two parts of a line, as the language of the page writes it."""
    return commas.comma()


@register.filter
def listed(parts: Iterable[object]) -> str:
    """Return the parts on one line, with commas between them."""
    return commas.listed(parts)


@register.filter
def direction(language: str | None) -> str:
    """Return "rtl" or "ltr" for a language code, and "auto" for an unknown or missing one."""
    if not language:
        return "auto"
    try:
        return "rtl" if get_language_info(language)["bidi"] else "ltr"
    except KeyError:
        return "auto"


@register.filter
def initials(person: object) -> str:
    """Return one or two capitals that stand for a person in narrow places."""
    words = str(person).replace(".", " ").replace("_", " ").split()
    return "".join(word[0] for word in words[:2]).upper()

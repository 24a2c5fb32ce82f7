"""Markdown in templates."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from claims.prose import rendered

register = template.Library()


@register.filter
def prose(text: str) -> SafeString:
    """Return Markdown as safe HTML; [1] becomes a link to `#evidence-1` on the same page."""
    return rendered(text or "", target=lambda number: f"#evidence-{number}")

"""What every page of readers shows around its content."""

from __future__ import annotations

from django import template
from django.core.cache import cache

from claims.models import Page

register = template.Library()

KEPT = 60  # seconds until a page that was just written is linked everywhere


@register.simple_tag
def desk_pages() -> list[tuple[str, str]]:
    """Return (place, title) of each page that the desk has written about itself."""
    order = {place: number for number, place in enumerate(Page.Place.values)}
    found = cache.get_or_set(
        "desk-pages", lambda: list(Page.objects.values_list("place", "title")), KEPT
    )
    return sorted(found, key=lambda page: order[page[0]])

"""What every page of readers shows around its content."""

from __future__ import annotations

from django import template
from django.core.cache import cache
from django.utils.translation import gettext as _

from claims.models import Page, ReportSnapshot

register = template.Library()

KEPT = 60  # seconds until a page that was just written is linked everywhere


@register.simple_tag
def desk_pages() -> list[tuple[str, str]]:
    """Return (place, title) of each page that the desk has written about itself."""
    order = {place: number for number, place in enumerate(Page.Place.values)}
    found = cache.get_or_set(
        "desk-pages", lambda: list(Page.objects.values_list("place", "title")), KEPT
    )
    pages = sorted(found, key=lambda page: order[page[0]])
    published = ReportSnapshot.objects.filter(published_at__isnull=False, withdrawn_at=None)
    if cache.get_or_set("has-reports", published.exists, KEPT):
        pages.append(("reports", _("Reports")))
    return pages

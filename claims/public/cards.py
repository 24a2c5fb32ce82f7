"""A fact-check as a card in somebody else's page: the frame around it, and how it is found."""

from __future__ import annotations

from urllib.parse import urlencode

from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.public.addresses import absolute
from claims.public.factcheck import FactCheck

WIDTH, HEIGHT = 600, 320  # CSS pixels of a card
LEAST = 200  # below this a card cannot be read; a site that gives less gets this
# Links open in a page of their own; the card runs no script and has no origin.
SANDBOX = "allow-popups allow-popups-to-escape-sandbox"


def frame(check: FactCheck, width: int = WIDTH, height: int = HEIGHT) -> SafeString:
    """Return the HTML that puts a card into a page."""
    return format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" sandbox="{}" loading="lazy"'
        ' referrerpolicy="no-referrer" frameborder="0"></iframe>',
        absolute("card", slug=check.slug),
        width,
        height,
        check.headline,
        SANDBOX,
    )


def discovery(check: FactCheck) -> str:
    """Return the address at which consumers ask for the card of a fact-check."""
    return f"{absolute('oembed')}?{urlencode({'url': check.url})}"

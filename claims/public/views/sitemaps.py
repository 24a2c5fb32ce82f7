"""Where crawlers find every fact-check, and those of the last two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.views.decorators.http import require_safe

from claims.models import Page, PublicState
from claims.public.addresses import absolute
from claims.public.caching import answered
from claims.public.views.finding import check_of

PART = 10_000  # addresses in one file; the protocol allows 50,000
MOST = 50_000  # files; the protocol allows no more in one list
NEWS_AGE = timedelta(days=2)
NEWS_MOST = 1000
XML = "application/xml; charset=utf-8"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# What stands beside the fact-checks.
PAGES = ("home", "topics", "claimants", "corrections", "methodology", "ledger")


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """What crawlers may read, and where they find it."""
    closed = (reverse("desk:queue"), reverse("admin:index"), "/accounts/", "/setup/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    lines += [f"Sitemap: {absolute(name)}" for name in ("sitemap", "news_sitemap")]
    return answered(request, HttpResponse("\n".join(lines) + "\n", "text/plain; charset=utf-8"))


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """The list of sitemaps: one for the pages, then one for each PART of fact-checks."""
    count = PublicState.objects.live().count()
    parts = [absolute("sitemap_pages")]
    parts += [absolute("sitemap_part", number=1 + start // PART) for start in range(0, count, PART)]
    lines = [f"<sitemap><loc>{escape(part)}</loc></sitemap>" for part in parts]
    return _xml(request, f'<sitemapindex xmlns="{SPACE}">', lines, "</sitemapindex>")


@require_safe
def pages(request: HttpRequest) -> HttpResponseBase:
    """The addresses of lists and rules."""
    written = Page.objects.order_by("place").values_list("place", flat=True)
    names = [*PAGES, *(f"page_{place}" for place in written)]
    lines = [f"<url><loc>{escape(absolute(name))}</loc></url>" for name in names]
    return _xml(request, f'<urlset xmlns="{SPACE}">', lines, "</urlset>")


@require_safe
def part(request: HttpRequest, number: int) -> HttpResponseBase:
    """Fact-checks in the order of their first publication, PART at a time."""
    start = (min(number, MOST) - 1) * PART
    rows = PublicState.objects.live().order_by("first_published_at", "claim_id")
    found = list(rows.values_list("slug", "updated_at")[start : start + PART]) if number else []
    if not found:
        raise Http404("No such sitemap.")
    lines = [
        f"<url><loc>{escape(absolute('fact_check', slug=slug))}</loc>"
        f"<lastmod>{updated_at:%Y-%m-%dT%H:%M:%SZ}</lastmod></url>"
        for slug, updated_at in found
    ]
    return _xml(request, f'<urlset xmlns="{SPACE}">', lines, "</urlset>")


@require_safe
def news(request: HttpRequest) -> HttpResponseBase:
    """Fact-checks of the last two days, as news readers want them."""
    recent = PublicState.objects.live().filter(first_published_at__gte=timezone.now() - NEWS_AGE)
    rows = recent.newest_first()[:NEWS_MOST]
    head = f'<urlset xmlns="{SPACE}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
    return _xml(request, head, _news(rows), "</urlset>")


def _news(rows: Iterable[PublicState]) -> Iterator[str]:
    for row in rows:
        check = check_of(row)
        yield (
            f"<url><loc>{escape(check.url)}</loc><news:news><news:publication>"
            f"<news:name>{escape(settings.PUBLISHER_NAME)}</news:name>"
            f"<news:language>{escape(check.language)}</news:language></news:publication>"
            f"<news:publication_date>{check.first_published_at:%Y-%m-%dT%H:%M:%SZ}"
            f"</news:publication_date><news:title>{escape(check.headline)}</news:title>"
            "</news:news></url>"
        )


def _xml(request: HttpRequest, head: str, lines: Iterable[str], foot: str) -> HttpResponseBase:
    text = "\n".join([HEAD + head, *lines, foot]) + "\n"
    return answered(request, HttpResponse(text, content_type=XML))

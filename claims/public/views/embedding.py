"""A fact-check as a card inside somebody else's page."""

from __future__ import annotations

from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from claims.public import cards
from claims.public.caching import answered
from claims.public.factcheck import FactCheck
from claims.public.languages import page_language
from claims.public.views.finding import check_of, state_of

CACHE_AGE = 3600  # seconds that a consumer may keep the answer


@require_safe
def oembed(request: HttpRequest) -> HttpResponseBase:
    """oEmbed 1.0 for the address of a fact-check."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only JSON is written here.\n", "text/plain", status=501)
    check = _named_by(request.GET.get("url", ""))
    width = _size(request.GET.get("maxwidth"), cards.WIDTH)
    height = _size(request.GET.get("maxheight"), cards.HEIGHT)
    return answered(
        request,
        JsonResponse(
            {
                "version": "1.0",
                "type": "rich",
                "title": check.headline,
                "author_name": check.publisher["name"],
                "author_url": check.publisher["url"],
                "provider_name": settings.PUBLISHER_NAME,
                "provider_url": settings.PUBLISHER_URL,
                "cache_age": CACHE_AGE,
                "width": width,
                "height": height,
                "html": cards.frame(check, width, height),
            }
        ),
    )


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def card(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The card itself; any site may frame it. A retracted one says so."""
    state = state_of(slug)
    status = 410 if state.is_retracted else 200
    check, language = check_of(state), translation.get_language()
    if not state.is_retracted:
        language = page_language(check.language)
    with translation.override(language):
        page = render(request, "public/card.html", {"check": check}, status=status)
    page.headers["Content-Language"] = language
    return answered(request, page)


def _named_by(url: str) -> FactCheck:
    """The live fact-check at an address of ours. Raises Http404."""
    try:
        parts = urlsplit(url)
        match = resolve(parts.path)
    except (ValueError, Resolver404):
        raise Http404("No such fact-check.") from None
    is_ours = parts.netloc.lower() == urlsplit(settings.PUBLIC_BASE_URL).netloc.lower()
    if not is_ours or match.view_name != "public:fact_check":
        raise Http404("No such fact-check.")
    state = state_of(match.kwargs["slug"])
    if state.is_retracted:
        raise Http404("That fact-check was retracted.")
    return check_of(state)


def _size(asked: str | None, usual: int) -> int:
    if asked is None or not asked.isascii() or not asked.isdecimal():
        return usual
    return max(cards.LEAST, min(int(asked[:6]), usual))

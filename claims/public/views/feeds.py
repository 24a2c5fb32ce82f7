"""Feeds of everything and of every selection."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.models import Publication
from claims.public import corrections as log
from claims.public import datafeed, feeds
from claims.public.addresses import absolute
from claims.public.caching import CACHE_CONTROL, answered
from claims.public.facets import facets
from claims.public.factcheck import FactCheck
from claims.public.selection import Selection

Writer = Callable[[feeds.Channel, Iterable[FactCheck]], str]


@require_safe
def atom(request: HttpRequest) -> HttpResponseBase:
    """The latest changes as Atom, retractions as deleted entries."""
    return _feed(request, feeds.atom, "application/atom+xml; charset=utf-8")


@require_safe
def rss(request: HttpRequest) -> HttpResponseBase:
    """The latest changes as RSS 2.0."""
    return _feed(request, feeds.rss, "application/rss+xml; charset=utf-8")


@require_safe
def json_feed(request: HttpRequest) -> HttpResponseBase:
    """The latest changes as JSON Feed 1.1."""
    return _feed(request, feeds.json_feed, "application/feed+json")


@require_safe
def corrections(request: HttpRequest) -> HttpResponseBase:
    """The latest corrections and retractions as Atom."""
    channel = feeds.Channel(
        title=_("Corrections by {publisher}").format(publisher=settings.PUBLISHER_NAME),
        address=absolute("corrections_feed"),
        home=absolute("corrections"),
    )
    changes = [log.change_of(row) for row in log.changes()[: feeds.SIZE]]
    content = feeds.corrections(channel, changes)
    response = HttpResponse(content, content_type="application/atom+xml; charset=utf-8")
    return answered(request, response, changed_at=changes[0].at if changes else None)


@require_safe
def claimreview(request: HttpRequest) -> HttpResponseBase:
    """All ClaimReview markup as one DataFeed, streamed."""
    newest = Publication.objects.order_by("-sequence").first()
    known = f"{newest.sha256 if newest else ''} {settings.PUBLISHER_LICENSE} {datafeed.FORM}"
    tag = f'"{hashlib.sha256(known.encode()).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=tag)
    if response is None:
        parts = () if request.method == "HEAD" else datafeed.written(newest)
        response = StreamingHttpResponse(parts, content_type="application/ld+json")
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = CACHE_CONTROL
    if newest is not None:
        response.headers["Last-Modified"] = http_date(newest.published_at.timestamp())
    return response


def _feed(request: HttpRequest, writer: Writer, content_type: str) -> HttpResponseBase:
    selection = Selection.asked_for(request.GET)
    states = selection.states().order_by("-publication_id")[: feeds.SIZE]
    checks = [FactCheck(state.publication) for state in states]
    channel = feeds.Channel(
        title=title_of(selection),
        address=f"{settings.PUBLIC_BASE_URL}{request.path}{selection.query}",
        home=f"{settings.PUBLIC_BASE_URL}{reverse('public:home')}{selection.query}",
        language=selection.language or None,
    )
    response = HttpResponse(writer(channel, checks), content_type=content_type)
    changed_at = max((check.updated_at for check in checks), default=None)
    return answered(request, response, changed_at=changed_at)


def title_of(selection: Selection) -> str:
    """Return what a feed of this selection is called, in names that are public."""
    title = _("Fact-checks by {publisher}").format(publisher=settings.PUBLISHER_NAME)
    known = facets()
    names = []
    for key, entries in (
        (selection.rating, known.ratings),
        (selection.claimant, known.claimants),
        (selection.topic, known.topics),
        (selection.language, known.languages),
    ):
        names += [next((entry.name for entry in entries if entry.key == key), key)] if key else []
    names += [f"“{selection.q}”"] if selection.q else []
    return f"{title}: {', '.join(names)}" if names else title

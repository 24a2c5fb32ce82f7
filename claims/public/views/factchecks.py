"""A fact-check, and how it stood before."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.http import parse_http_date_safe
from django.views.decorators.http import require_safe

from claims import claimreview, mediareview
from claims.models import Publication, PublicState
from claims.moments import in_utc
from claims.public import cards, comparing, jsonld, mementos
from claims.public.addresses import absolute
from claims.public.caching import answered, unchanging
from claims.public.factcheck import FactCheck
from claims.public.languages import page_language
from claims.public.receipts import receipt_of
from claims.public.views.finding import check_of, state_of


@require_safe
def fact_check(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One fact-check; 410 with the reason for one that was retracted.

    as_of: a day or a time; leads to the version that stood then.
    """
    state = state_of(slug)
    if "as_of" in request.GET:
        return _as_of(state, request.GET["as_of"])
    check = check_of(state)
    kept = receipt_of(check.publication)
    # The root of the day appears on the page later than the publication.
    changed_at = max(state.updated_at, kept.sealed_at or state.updated_at)
    if state.is_retracted:
        context = {"check": check, "receipt": kept}
        page = render(request, "public/retracted.html", context, status=410)
        return answered(request, page, changed_at=changed_at)
    page = _page(
        request,
        "public/fact_check.html",
        check,
        state,
        receipt=kept,
        discovery=cards.discovery(check),
        frame=cards.frame(check),
    )
    page.headers["Link"] = mementos.links(slug)
    # The mark comes and goes without a publication; while it shows, only the entity tag counts.
    return answered(request, page, changed_at=None if state.is_under_review else changed_at)


@require_safe
def version(request: HttpRequest, slug: str, sequence: int) -> HttpResponseBase:
    """A fact-check as it stood from one publication to the next."""
    state = state_of(slug)
    publication = _version_of(state, sequence)
    later = Publication.objects.filter(claim_id=state.claim_id, sequence__gt=sequence)
    page = _page(
        request,
        "public/version.html",
        FactCheck(publication),
        state,
        receipt=receipt_of(publication),
        until=later.order_by("sequence").values_list("published_at", flat=True).first(),
    )
    page.headers["Link"] = mementos.links(slug)
    page.headers["Memento-Datetime"] = mementos.when(publication.published_at)
    return answered(request, page)


@require_safe
def document(request: HttpRequest, slug: str, sequence: int) -> HttpResponseBase:
    """The document of a publication, byte for byte as its sha256 was taken; of tombstones, too."""
    publication = Publication.objects.filter(
        claim=state_of(slug).claim_id, sequence=sequence
    ).first()
    if publication is None:
        raise Http404("No such publication.")
    response = HttpResponse(publication.document, content_type="application/json")
    return unchanging(request, response, tag=publication.sha256)


@require_safe
def versions(request: HttpRequest, slug: str) -> HttpResponseBase:
    """How a fact-check stood over time, for people; `timemap` tells machines."""
    state = state_of(slug)
    known = [FactCheck(row) for row in mementos.versions(state)]
    language = page_language(known[-1].language)
    with translation.override(language):
        shown = comparing.steps(known)[::-1]
        context = {"state": state, "check": check_of(state), "steps": shown}
        page = render(request, "public/versions.html", context)
    page.headers["Content-Language"] = language
    return answered(request, page)


@require_safe
def timemap(request: HttpRequest, slug: str) -> HttpResponseBase:
    """All versions of a fact-check (RFC 7089)."""
    response = HttpResponse(mementos.timemap(state_of(slug)), content_type=mementos.LINK_FORMAT)
    return answered(request, response)


@require_safe
def timegate(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Lead to the version that stood at the time of `Accept-Datetime`; without one, the last."""
    state = state_of(slug)
    asked = request.headers.get("Accept-Datetime")
    at = datetime.now(UTC)
    if asked is not None:
        seconds = parse_http_date_safe(asked)
        if seconds is None:
            return HttpResponse("Accept-Datetime is not a date of HTTP.\n", "text/plain", 400)
        at = datetime.fromtimestamp(seconds, UTC)
    publication = mementos.closest(state, at)
    assert publication is not None  # a state exists because something was published
    response = HttpResponseRedirect(absolute("version", slug=slug, sequence=publication.sequence))
    response.headers["Link"] = mementos.links(slug)
    response.headers["Cache-Control"] = "public, no-cache"
    patch_vary_headers(response, ["Accept-Datetime"])
    return response


def _page(
    request: HttpRequest, template: str, check: FactCheck, state: PublicState, **more: object
) -> HttpResponse:
    language = page_language(check.language)
    with translation.override(language):
        media = mediareview.build(check.document)
        context = {
            "check": check,
            "state": state,
            "claimreview": jsonld.script(claimreview.build(check.document)),
            "mediareview": jsonld.script(media) if media else "",
            **more,
        }
        page = render(request, template, context)
    page.headers["Content-Language"] = language
    return page


def _version_of(state: PublicState, sequence: int) -> Publication:
    publication = mementos.versions(state).filter(sequence=sequence).first()
    if publication is None:
        raise Http404("No such version.")
    return publication


def _as_of(state: PublicState, asked: str) -> HttpResponse:
    at = _time(asked)
    publication = mementos.standing_at(state, at) if at else None
    if publication is None:
        raise Http404("Nothing was published then.")
    if publication.kind == Publication.Kind.RETRACTED:
        return HttpResponseRedirect(absolute("fact_check", slug=state.slug))
    return HttpResponseRedirect(absolute("version", slug=state.slug, sequence=publication.sequence))


def _time(asked: str) -> datetime | None:
    """A time with its offset, or the end of a day in UTC; None for anything else."""
    try:
        day = parse_date(asked)
        if day is not None:
            return datetime(day.year, day.month, day.day, 23, 59, 59, 999_999, tzinfo=UTC)
        at = parse_datetime(asked)
        return in_utc(at) if at is not None else None
    except ValueError:
        return None

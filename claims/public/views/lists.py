"""Lists of fact-checks: all of them, of a topic, of a claimant; the corrections."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.models import PublicState
from claims.public import corrections as log
from claims.public import jsonld
from claims.public.addresses import absolute
from claims.public.caching import answered
from claims.public.facets import Entry, facets
from claims.public.factcheck import FactCheck
from claims.public.nearest import nearest
from claims.public.paging import page_of
from claims.public.selection import Selection
from claims.public.views.finding import check_of
from claims.templatetags.public import desk_pages

# What schema.org calls the pages that the desk writes about itself.
POLICIES = {"funding": "ownershipFundingInfo", "corrections-policy": "correctionsPolicy"}


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """The published fact-checks, the newest first; searched and filtered."""
    selection = Selection.asked_for(request.GET)
    context = _listed(request, selection)
    if not context["checks"] and selection.q and selection == selection.only("q"):
        context["near"] = nearest(selection.q)
    if selection.is_all and not context["page"].previous:
        context["publisher"] = jsonld.script(_publisher())
    return answered(request, render(request, "public/home.html", context))


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The fact-checks on one topic."""
    selection = Selection.asked_for(request.GET, topic=slug)
    context = _listed(request, selection)
    newest = PublicState.objects.live().filter(topics__contains=[slug]).newest_first().first()
    if newest is None:
        raise Http404("No such topic.")
    names = {found["slug"]: found["name"] for found in check_of(newest).topics}
    return answered(request, render(request, "public/topic.html", {**context, "name": names[slug]}))


@require_safe
def claimant(request: HttpRequest, claimant_id: UUID) -> HttpResponseBase:
    """The fact-checks of what one person or organisation said."""
    selection = Selection.asked_for(request.GET, claimant=claimant_id)
    context = _listed(request, selection)
    live = PublicState.objects.live().filter(claimant_id=claimant_id)
    newest = live.select_related("publication").order_by("-publication_id").first()
    if newest is None:
        raise Http404("No such claimant.")
    context |= {"claimant": check_of(newest).claimant, "tally": _tally(live)}
    return answered(request, render(request, "public/claimant.html", context))


@require_safe
def topics(request: HttpRequest) -> HttpResponseBase:
    """Every topic that something is published on."""
    return answered(request, render(request, "public/topics.html", {"entries": facets().topics}))


@require_safe
def claimants(request: HttpRequest) -> HttpResponseBase:
    """Whose claims were checked, those with most fact-checks first."""
    page = render(request, "public/claimants.html", {"entries": facets().claimants})
    return answered(request, page)


@require_safe
def corrections(request: HttpRequest) -> HttpResponseBase:
    """What was corrected, fixed and retracted, the latest first."""
    page = log.page_of(request.GET.get("before", ""))
    return answered(request, render(request, "public/corrections.html", {"page": page}))


def _listed(request: HttpRequest, selection: Selection) -> dict[str, Any]:
    states = selection.states().filter(is_retracted=False)
    page = page_of(states, request.GET)
    return {
        "selection": selection,
        "page": page,
        "checks": [FactCheck(row.publication, is_under_review=row.is_under_review)
                   for row in page.rows],
        "facets": facets(),
    }  # fmt: skip


def _tally(live: QuerySet[PublicState]) -> list[tuple[Entry, int]]:
    """How many of these fact-checks have each rating, in the order of the scale."""
    grouped = live.order_by().values_list("rating_key").annotate(count=Count("pk"))
    counts = dict(grouped)
    return [(entry, counts[entry.key]) for entry in facets().ratings if entry.key in counts]


def _publisher() -> dict[str, Any]:
    """Who publishes, and by what rules, as machines read it."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "name": settings.PUBLISHER_NAME,
        "url": settings.PUBLISHER_URL,
        "verificationFactCheckingPolicy": absolute("methodology"),
        "correctionsPolicy": absolute("corrections"),
        **{
            POLICIES[place]: absolute(f"page_{place}")
            for place, _title in desk_pages()
            if place in POLICIES
        },
    }

"""How this desk works, for readers: its methodology and what it says of itself."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.models import Methodology, Page, Rating
from claims.public.caching import answered


@require_safe
def methodology(request: HttpRequest, version: int | None = None) -> HttpResponseBase:
    """One version of the methodology, by default the one in force, with the ratings."""
    versions = list(Methodology.objects.order_by("-version"))
    if not versions:
        raise Http404("No methodology was adopted yet.")
    chosen = next((row for row in versions if row.version == version), None)
    if version is None:
        chosen = versions[0]
    if chosen is None:
        raise Http404("No such version.")
    ratings = Rating.objects.filter(scale__is_current=True, retired_at=None).order_by("order")
    context = {
        "methodology": chosen,
        "versions": versions,
        "is_current": chosen == versions[0],
        "ratings": ratings.select_related("scale"),
    }
    return answered(request, render(request, "public/methodology.html", context))


@require_safe
def page(request: HttpRequest, place: str) -> HttpResponseBase:
    """What the desk says of itself, once it has written it."""
    found = Page.objects.filter(place=place).first()
    if found is None:
        raise Http404("Nothing is written here yet.")
    shown = render(request, "public/page.html", {"page": found})
    return answered(request, shown, changed_at=found.changed_at)

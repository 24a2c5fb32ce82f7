"""Pages of readers. Each reads public states and publications, never the desk's tables."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from claims import claimreview
from claims.models import PublicState
from claims.public import jsonld
from claims.public.caching import answered
from claims.public.factcheck import FactCheck
from claims.public.paging import page_of


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """The published fact-checks, the newest first."""
    page = page_of(PublicState.objects.live().select_related("publication"), request.GET)
    checks = [
        FactCheck(state.publication, is_under_review=state.is_under_review) for state in page.rows
    ]
    return answered(request, render(request, "public/home.html", {"checks": checks, "page": page}))


@require_safe
def fact_check(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One fact-check; 410 with the reason for one that was retracted."""
    state = PublicState.objects.select_related("publication").filter(slug=slug).first()
    if state is None:
        raise Http404("No such fact-check.")
    check = FactCheck(state.publication, is_under_review=state.is_under_review)
    if state.is_retracted:
        page = render(request, "public/retracted.html", {"check": check}, status=410)
        return answered(request, page, changed_at=state.updated_at)
    language = page_language(check.language)
    with translation.override(language):
        page = render(
            request,
            "public/fact_check.html",
            {"check": check, "claimreview": jsonld.script(claimreview.build(check.document))},
        )
    page.headers["Content-Language"] = language
    # The mark comes and goes without a publication; while it shows, only the entity tag counts.
    changed_at = None if state.is_under_review else state.updated_at
    return answered(request, page, changed_at=changed_at)


@cache
def page_language(language: str) -> str:
    """Return the language for the words around a text: its own, where the pages speak it."""
    main = language.partition("-")[0].lower()
    for folder in settings.LOCALE_PATHS:
        if main.isalpha() and (Path(folder) / main / "LC_MESSAGES" / "django.mo").exists():
            return main
    return settings.LANGUAGE_CODE

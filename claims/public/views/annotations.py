"""Fact-checks as Web Annotations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from claims.public import annotations as w3c
from claims.public.caching import answered
from claims.public.factcheck import FactCheck
from claims.public.views.finding import check_of, state_of


@require_safe
def annotations(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The annotations of one fact-check."""
    return _json(request, w3c.collection(_live(slug).document))


@require_safe
def annotation(request: HttpRequest, slug: str, mention_id: UUID) -> HttpResponseBase:
    """The annotation of one mention."""
    document = _live(slug).document
    for mention in document["mentions"]:
        if mention["id"] == str(mention_id) and mention["article"]["url"]:
            found = w3c.annotation(document, mention)
            return _json(request, {"@context": w3c.CONTEXT, **found})
    raise Http404("No such annotation.")


def _live(slug: str) -> FactCheck:
    state = state_of(slug)
    if state.is_retracted:
        raise Http404("That fact-check was retracted.")
    return check_of(state)


def _json(request: HttpRequest, content: dict[str, Any]) -> HttpResponseBase:
    params = {"ensure_ascii": False}
    response = JsonResponse(content, content_type=w3c.MEDIA_TYPE, json_dumps_params=params)
    return answered(request, response)

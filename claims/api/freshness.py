"""The short way to 304: whoever only asks whether a list still holds is answered before the rest.

Polling is what most clients do most of the time. The answer follows from the address, the tag they
send and the number of the last publication, so neither session nor view are needed for it. Keys,
networks and rates count here as they do there; whatever is not plain goes the long way.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from rest_framework.exceptions import APIException

from claims.accounts import rates
from claims.accounts.models import Scope, ServiceKey
from claims.api import caching, published
from claims.api.authentication import KeyAuthentication
from claims.api.throttles import client_of, tell_rate

# Lists whose tag is made of their address and the last publication.
LISTS = frozenset({"/api/v1/claims", "/api/v1/claims/"})
# As the whole answer says by itself.
VARIES = ("Accept-Language",)


class FreshnessMiddleware:
    """Answer 304 to a poll of a public list that has not changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and request.path in LISTS and "If-None-Match" in request.headers:
            return _answer(request) or self.get_response(request)
        return self.get_response(request)


def _answer(request: HttpRequest) -> HttpResponse | None:
    try:
        return _not_modified(request)
    except DatabaseError:
        # The long way has words for it.
        return None


def _not_modified(request: HttpRequest) -> HttpResponse | None:
    if "as_of" in request.GET or not _is_known(request):
        return None
    newest = published.NEWEST.format(where="")
    request.rate, (sequence, changed_at) = rates.count_and_read(*client_of(request), newest)
    etag = caching.etag_of(request, sequence or 0)
    given = [tag.removeprefix("W/") for tag in parse_etags(request.headers["If-None-Match"])]
    if etag not in given or request.rate.is_exceeded:
        return None
    response = caching.conditional(request, etag=etag, changed_at=changed_at, make=HttpResponse)
    tell_rate(request, response)
    patch_vary_headers(response, VARIES)
    return response


def _is_known(request: HttpRequest) -> bool:
    """Tell who asks; False where the long way has to word a refusal."""
    try:
        known = KeyAuthentication().authenticate(request)
    except APIException:
        return False
    request.auth = known[1] if known else None
    if not isinstance(request.auth, ServiceKey):
        return True
    return Scope.READ_PUBLISHED in request.auth.scopes

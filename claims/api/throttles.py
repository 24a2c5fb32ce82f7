"""How much one client may ask in a minute."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from claims.accounts import rates
from claims.accounts.models import Key


class PerClient(BaseThrottle):
    """Counts by key, else by person, else by address. The count is left on the request."""

    def allow_request(self, request: Request, view: APIView) -> bool:
        # Counted already where the short way to 304 was tried first.
        known = getattr(request._request, "rate", None)
        self.rate = known or rates.count(*client_of(request))
        request.rate = self.rate
        return not self.rate.is_exceeded

    def wait(self) -> float:
        return self.rate.seconds


def client_of(request: Request | HttpRequest) -> tuple[str, int]:
    """Return who is counted together, and how many requests per minute they have."""
    if isinstance(request.auth, Key):
        return f"key:{request.auth.prefix}", request.auth.rate_per_minute
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return f"person:{user.pk}", settings.API_RATE_PERSON
    return f"address:{rates.origin_of(request)}", settings.API_RATE_ANONYMOUS


def tell_rate(request: Request | HttpRequest, response: HttpResponseBase) -> None:
    """Say in RateLimit headers where the client stands (draft-ietf-httpapi-ratelimit-headers)."""
    rate = getattr(request, "rate", None)
    if rate is not None:
        response["RateLimit-Policy"] = f'"default";q={rate.allowed};w={rates.WINDOW}'
        response["RateLimit"] = f'"default";r={rate.left};t={rate.seconds}'

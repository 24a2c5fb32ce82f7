"""Errors as Google's APIs write them (google.rpc.Status in JSON)."""

from __future__ import annotations

import json
from typing import Any

from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions

MEDIA_TYPE = "application/json"
STATUSES = {
    400: ("INVALID_ARGUMENT", "badRequest"),
    401: ("UNAUTHENTICATED", "unauthorized"),
    403: ("PERMISSION_DENIED", "forbidden"),
    404: ("NOT_FOUND", "notFound"),
    405: ("UNIMPLEMENTED", "methodNotAllowed"),
    429: ("RESOURCE_EXHAUSTED", "rateLimitExceeded"),
    500: ("INTERNAL", "backendError"),
    503: ("UNAVAILABLE", "backendError"),
}
ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo"
BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"


class GoogleError(Exception):
    """A refusal with its status; `details` are google.rpc messages as JSON."""

    def __init__(self, status: int, message: str, *details: dict[str, Any]) -> None:
        super().__init__(message)
        self.status, self.message, self.details = status, message, details


class BadKey(GoogleError):
    """The key is not valid: 400, as Google answers it."""

    def __init__(self) -> None:
        super().__init__(
            400,
            "API key not valid. Please pass a valid API key.",
            {
                "@type": ERROR_INFO,
                "reason": "API_KEY_INVALID",
                "domain": "googleapis.com",
                "metadata": {"service": "factchecktools.googleapis.com"},
            },
        )


class BadArgument(GoogleError):
    """A parameter that is not usable."""

    def __init__(self, name: str, message: str) -> None:
        violation = {"field": name, "description": message}
        super().__init__(400, message, {"@type": BAD_REQUEST, "fieldViolations": [violation]})


def error(status: int, message: str, *details: dict[str, Any]) -> HttpResponse:
    """Return an error of Google's form."""
    name, reason = STATUSES.get(status, STATUSES[400 if status < 500 else 500])
    body: dict[str, Any] = {
        "code": status,
        "message": message,
        "errors": [{"message": message, "domain": "global", "reason": reason}],
        "status": name,
    }
    if details:
        body["details"] = list(details)
    text = json.dumps({"error": body}, indent=2)
    return HttpResponse(text, status=status, content_type=f"{MEDIA_TYPE}; charset=UTF-8")


def answer(raised: Exception, _context: dict[str, Any]) -> HttpResponse | None:
    """Turn what a view raised into an error; None for a fault of our own, which goes on."""
    if isinstance(raised, GoogleError):
        return error(raised.status, raised.message, *raised.details)
    if isinstance(raised, exceptions.Throttled):
        response = error(429, _("Quota exceeded: too many requests in this minute."))
        response["Retry-After"] = str(int(raised.wait or 1))
        return response
    if isinstance(raised, Http404):
        return error(404, _("Requested entity was not found."))
    if isinstance(raised, OperationalError):
        return error(503, _("The service is currently unavailable."))
    if isinstance(raised, exceptions.APIException):
        return error(raised.status_code, str(raised.detail))
    return None

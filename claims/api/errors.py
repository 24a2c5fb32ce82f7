"""Every refusal as `application/problem+json` (RFC 9457), from one place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.settings import api_settings

from articles.errors import CannotTakeIn, TooLarge
from claims.errors import (
    Conflict,
    Forbidden,
    Incomplete,
    Invalid,
    NotThere,
    Outdated,
    Refused,
)

MEDIA_TYPE = "application/problem+json"

# code -> what the kind of problem is, whatever the case. `type` leads to this sentence.
TITLES = {
    "bad_request": "The request cannot be read",
    "invalid": "Something in the request is not usable",
    "forbidden_character": "A character that cannot be kept",
    "no_credentials": "A key or a login is needed",
    "bad_credentials": "The key is not valid",
    "forbidden": "Not allowed",
    "wrong_network": "The key may not come from this address",
    "missing_scope": "The key does not open this",
    "not_a_person": "Only a person may do this",
    "same_eyes": "An author cannot approve their own revision",
    "not_there": "Not there",
    "method_not_allowed": "This address does not take this method",
    "not_acceptable": "Only JSON is served here",
    "refused": "Refused",
    "conflict": "Not possible as things stand",
    "wrong_state": "Not possible in this state",
    "leased": "Somebody else has the claim in hand",
    "outdated": "There is a newer version",
    "retracted": "This fact-check was retracted",
    "resync_required": "Too long ago to go on from: start again",
    "range": "The part lies outside of the file",
    "in_flight": "The same request is still being worked on",
    "key_reused": "The Idempotency-Key belongs to another request",
    "too_large": "Too large",
    "unsupported_media_type": "The body is of a kind that is not read here",
    "incomplete": "Something is missing",
    "too_many_requests": "Too many requests",
    "server_error": "Something broke here",
    "not_available": "Not available at the moment",
}
STATUS_CODES = {
    400: "bad_request",
    401: "no_credentials",
    403: "forbidden",
    404: "not_there",
    405: "method_not_allowed",
    406: "not_acceptable",
    409: "conflict",
    413: "too_large",
    415: "unsupported_media_type",
    429: "too_many_requests",
    503: "not_available",
}
REFUSALS: list[tuple[type[Refused], int]] = [
    (Forbidden, 403),
    (NotThere, 404),
    (Conflict, 409),
    (Incomplete, 422),
    (Invalid, 400),
    (Refused, 409),
]


class BadParameters(exceptions.APIException):
    """Query parameters that are not understood: a list of (parameter, sentence)."""

    status_code = 400
    default_code = "invalid"

    def __init__(self, problems: Iterable[tuple[str, str]]) -> None:
        self.problems = [{"parameter": name, "detail": said} for name, said in problems]
        super().__init__(_("A query parameter is not usable."))


class Gone(exceptions.APIException):
    """Something that was here and is no longer. `more` are further members of the problem."""

    status_code = 410

    def __init__(self, detail: str, *, code: str, **more: Any) -> None:
        super().__init__(detail, code)
        self.more = more


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """Return a problem. `more` are its further members; None and empty ones are left out."""
    body = {
        "type": type_of(code),
        "title": TITLES.get(code, TITLES["refused"]),
        "status": status,
        "detail": detail,
        "code": code,
        **{name: value for name, value in more.items() if value},
    }
    # Escapes keep whatever a client sent, even half a surrogate pair, from breaking the answer.
    return HttpResponse(json.dumps(body), status=status, content_type=MEDIA_TYPE)


def type_of(code: str) -> str:
    """Return the address that names and explains a kind of problem."""
    return f"{settings.PUBLIC_BASE_URL}/api/problems/{code.replace('_', '-')}"


def answer(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Turn what a view raised into a problem; None for a fault of our own, which goes on."""
    if isinstance(error, Refused):
        return _refused(error)
    if isinstance(error, CannotTakeIn):
        status, code = (413, "too_large") if isinstance(error, TooLarge) else (400, "invalid")
        return problem(status, code, str(error), errors=_fields([(error.field, str(error))]))
    if isinstance(error, Http404):
        error = exceptions.NotFound(str(error) or None)
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied(str(error) or None)
    elif isinstance(error, OperationalError):
        response = problem(503, "not_available", _("The database does not answer. Try again."))
        response["Retry-After"] = "5"
        return response
    return _api_error(error) if isinstance(error, exceptions.APIException) else None


def _refused(error: Refused) -> HttpResponse:
    status = next(status for kind, status in REFUSALS if isinstance(error, kind))
    more: dict[str, Any] = {}
    if isinstance(error, Outdated):
        more["newer"] = error.newer
    if isinstance(error, Incomplete):
        more["errors"] = _fields(error.missing.items())
    elif error.field:
        more["errors"] = _fields([(error.field, error.message)])
    return problem(status, error.code, error.message, **more)


def _api_error(error: exceptions.APIException) -> HttpResponse:
    more: dict[str, Any] = {}
    code = _code_of(error)
    if isinstance(error, BadParameters):
        more["errors"] = error.problems
    elif isinstance(error, Gone):
        more |= error.more
    if isinstance(error, exceptions.ValidationError):
        more["errors"] = _fields(_sentences(error.detail))
        detail = _("Something in the request is not usable.")
    else:
        detail = str(error.detail)
    response = problem(error.status_code, code, detail, **more)
    if header := getattr(error, "auth_header", None):
        response["WWW-Authenticate"] = header
    if isinstance(error, exceptions.Throttled):
        response["Retry-After"] = str(int(error.wait or 1))
    return response


def _code_of(error: exceptions.APIException) -> str:
    """The code that was raised with the error where it is one of ours, else that of its status."""
    if isinstance(error, exceptions.ValidationError):
        return "invalid"
    codes = error.get_codes()
    if isinstance(codes, str) and codes in TITLES:
        return codes
    return STATUS_CODES.get(error.status_code, "refused")


def _fields(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"field": field, "detail": str(said)} for field, said in pairs if field]


def _sentences(detail: Any, path: str = "") -> list[tuple[str, str]]:
    """Flatten DRF's nested errors to (field, sentence); what concerns no field is `body`."""
    if isinstance(detail, dict):
        found = []
        for name, inner in detail.items():
            own = "" if name == api_settings.NON_FIELD_ERRORS_KEY else str(name)[:100]
            found += _sentences(inner, ".".join(part for part in (path, own) if part))
        return found
    if isinstance(detail, list):
        return [pair for inner in detail for pair in _sentences(inner, path)]
    return [(path or "body", str(detail))]

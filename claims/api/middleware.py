"""What no view answers: unknown addresses, wrong methods, faults, as JSON under /api/."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from claims.api import errors
from claims.api.google import errors as google

API = "/api/"
GOOGLE = "/v1alpha1/"


class ProblemMiddleware:
    """Give every error under the API's addresses the form its clients read.

    Stands outside of all that may refuse a request: hosts, CSRF, sizes, routes, faults.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code < 400:
            return response
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if request.path.startswith(API) and kind != errors.MEDIA_TYPE:
            return _kept(response, errors.problem(*_told(response.status_code)))
        if request.path.startswith(GOOGLE) and kind != google.MEDIA_TYPE:
            status, _code, sentence = _told(response.status_code)
            return _kept(response, google.error(status, sentence))
        return response


def _kept(old: HttpResponse, new: HttpResponse) -> HttpResponse:
    """Carry over what still holds of the answer that is replaced."""
    for name in ("Allow", "Retry-After", "WWW-Authenticate", "Vary"):
        if name in old.headers:
            new[name] = old[name]
    return new


def _told(status: int) -> tuple[int, str, str]:
    """Return status, code and sentence of an error that no view worded."""
    code = "server_error" if status == 500 else errors.STATUS_CODES.get(status, "refused")
    return (
        status,
        code,
        {
            400: _("The request cannot be read."),
            403: _("The request was refused."),
            404: _("There is nothing at this address."),
            405: _("This address does not take this method."),
            413: _("The request is larger than is read."),
            500: _("Something broke on our side; it was noted. Try again later."),
        }.get(status, _("The request was refused.")),
    )

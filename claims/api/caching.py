"""What lets a client or a cache ask whether anything is new: ETag, Last-Modified, 304."""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from rest_framework.request import Request

# Part of every ETag of a list: raised when the form of the answers changes.
FORM = 1
PUBLIC = "public, no-cache"
PRIVATE = "private, no-store"
# Last-Modified counts whole seconds: what is younger than this could change within its second.
SETTLED = 2  # seconds


def etag_of(request: Request | HttpRequest, *parts: object) -> str:
    """Return the ETag of an answer that follows from its address and these parts alone."""
    text = repr((FORM, request.get_full_path(), *parts))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def conditional(
    request: Request | HttpRequest,
    *,
    etag: str,
    changed_at: datetime | None,
    make: Callable[[], HttpResponse],
) -> HttpResponse:
    """Return 304 when the client has this already, else what `make` makes, marked."""
    modified = None
    if changed_at and (timezone.now() - changed_at).total_seconds() > SETTLED:
        modified = calendar.timegm(changed_at.utctimetuple())
    plain = request._request if isinstance(request, Request) else request
    response = get_conditional_response(plain, etag=etag, last_modified=modified)
    if response is None or response.status_code not in (304, 412):
        response = make()
    if response.status_code in (200, 304, 410):
        response.headers.setdefault("ETag", etag)
        if modified:
            response.headers.setdefault("Last-Modified", http_date(modified))
    response.headers.setdefault("Cache-Control", PUBLIC)
    return response

"""How public answers are stored: by anybody, and asked for again each time."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

CACHE_CONTROL = "public, no-cache"


def answered(
    request: HttpRequest, response: HttpResponse, *, changed_at: datetime | None = None
) -> HttpResponseBase:
    """Return `response` with its validators, or 304 when the asker has it already.

    The entity tag is that of the very bytes, so that it also follows what is not in a publication:
    the mark "under review", a language, a newer template.
    """
    digest = hashlib.sha256(response.content).hexdigest()
    response.headers["ETag"] = f'"{digest[:32]}"'
    response.headers["Cache-Control"] = CACHE_CONTROL
    if changed_at is not None:
        response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    if request.method not in ("GET", "HEAD"):
        return response
    return get_conditional_response(
        request,
        etag=response.headers["ETag"],
        last_modified=int(changed_at.timestamp()) if changed_at else None,
        response=response,
    )


def unchanging(request: HttpRequest, response: HttpResponse, *, tag: str) -> HttpResponseBase:
    """Return a response that never changes, so that nobody has to ask for it again."""
    response.headers["ETag"] = f'"{tag}"'
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return get_conditional_response(request, etag=response.headers["ETag"], response=response)

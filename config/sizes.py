"""How much one request may carry."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


class LargestRequest:
    """Refuse a request that says it is larger than UPLOAD_LIMIT_MB before any of it is read.

    Django's own limit leaves files out of account: whoever may send a form, and everybody may,
    could have any amount of them written to the disk before a view is asked. A body without its
    length is not read at all.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        told = request.META.get("CONTENT_LENGTH") or "0"
        if told.isdecimal() and int(told[:20]) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return HttpResponse(render_to_string("400.html"), status=413)
        return self.get_response(request)

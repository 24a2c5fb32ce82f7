"""In which language a page speaks, where no person of the desk has chosen it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

STAFF_PAGES = ("/desk/", "/accounts/", "/admin/", "/api/")


class Language(LocaleMiddleware):
    """What a reader chose, else the language of the public site, else what the browser asks for.

    Public answers differ by a cookie that their Vary does not name. That is safe: each is asked
    for again before it is shown, and its entity tag is that of its bytes (claims.public.caching).
    """

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if not settings.PUBLIC_LANGUAGE or request.path.startswith(STAFF_PAGES):
            return
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen not in dict(settings.LANGUAGES):
            translation.activate(settings.PUBLIC_LANGUAGE)
            request.LANGUAGE_CODE = translation.get_language()

"""The language that a person chose goes before what their browser asks for."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

SPOKEN = frozenset(code for code, _name in settings.LANGUAGES)


class PersonsLanguage:
    """Speak the language of the person's preferences on the pages of the desk and the admin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(("/desk/", "/admin/", "/accounts/")):
            language = getattr(request.user, "language", "")
            if language in SPOKEN:
                translation.activate(language)
                request.LANGUAGE_CODE = language
        return self.get_response(request)

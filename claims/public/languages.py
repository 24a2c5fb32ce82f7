"""In which language a public page speaks: the words around a text in the language of the text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings


@cache
def page_language(language: str) -> str:
    """Return the language for the words around a text: its own, where the pages speak it."""
    main = language.partition("-")[0].lower()
    for folder in settings.LOCALE_PATHS:
        if main.isalpha() and (Path(folder) / main / "LC_MESSAGES" / "django.mo").exists():
            return main
    return settings.LANGUAGE_CODE

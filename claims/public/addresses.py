"""Absolute addresses of public pages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse


def absolute(name: str, **parts: Any) -> str:
    """Return the address of a public page as readers elsewhere see it."""
    return settings.PUBLIC_BASE_URL + reverse(f"public:{name}", kwargs=parts or None)

"""Parts of a line, with the comma of the language between them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import pgettext


def comma() -> str:
    """Return what stands between two parts: a comma and a blank, as the language writes them."""
    return pgettext("between the parts of a list", ", ")


def listed(parts: Iterable[object]) -> str:
    """Return the parts that say something, on one line."""
    return comma().join(str(part) for part in parts if part not in (None, ""))

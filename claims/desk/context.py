"""What every page of the desk knows about the person who looks at it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from claims.desk import keys


def person(request: HttpRequest) -> dict[str, Any]:
    """Their theme and their keys. Costs no query: both lie on the person's own row."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {
        "theme": user.preferences.get("theme", ""),
        "keys_off": bool(user.preferences.get("keys_off")),
        "keymap": keys.as_attribute(user),
        "key_groups": lambda: keys.groups(keys.keymap(user.preferences)),
    }

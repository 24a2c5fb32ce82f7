"""What every page of the desk knows about the person who looks at it."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest

from claims.desk import keys
from claims.desk.notices import inbox_count, unread_count

STAFF_PAGES = ("/desk/", "/accounts/", "/admin/")


def person(request: HttpRequest) -> dict[str, Any]:
    """Their theme, their keys, and what waits for them; counted only where a page shows it."""
    if not request.path.startswith(STAFF_PAGES):
        # A public page is the same for everybody and must not depend on a session.
        return {}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {
        "theme": user.preferences.get("theme", ""),
        "keys_off": bool(user.preferences.get("keys_off")),
        "keymap": keys.as_attribute(user),
        "key_groups": lambda: keys.groups(keys.keymap(user.preferences)),
        "unread_count": cache(lambda: unread_count(user)),
        "inbox_count": cache(lambda: inbox_count(user)),
    }

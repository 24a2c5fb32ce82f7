"""The arguments of Google's methods: their names, in both spellings, and their types."""

from __future__ import annotations

import re
from typing import Any

from django.http import QueryDict

from claims.api.fields import forbidden
from claims.api.google.errors import BadArgument

# What every method of Google's takes, and what changes nothing here.
SYSTEM = {
    "$.xgafv", "access_token", "alt", "callback", "fields", "key", "oauth_token", "prettyPrint",
    "quotaUser", "upload_protocol", "uploadType",
}  # fmt: skip
PAGING = {"pageSize": int, "pageToken": str, "offset": int}
SEARCH = {
    "query": str,
    "languageCode": str,
    "reviewPublisherSiteFilter": str,
    "maxAgeDays": int,
    **PAGING,
}
IMAGE_SEARCH = {"imageUri": str, "languageCode": str, **PAGING}
PAGES = {"url": str, "organization": str, **PAGING}
INT32 = re.compile(r"[+-]?\d{1,10}", re.ASCII)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
LARGEST_PAGE, PAGE = 100, 10


def read(given: QueryDict, known: dict[str, type]) -> dict[str, Any]:
    """Return the arguments of a method that have a value, with `pageSize` and `offset` always.

    Raises BadArgument for one that the method does not have or whose type is wrong.
    """
    found: dict[str, Any] = {}
    for name, values in given.lists():
        proper = camel(name)
        if name in SYSTEM:
            continue
        if proper not in known:
            raise BadArgument(
                name[:100],
                f'Invalid JSON payload received. Unknown name "{name[:100]}": '
                f"Cannot bind query parameter. Field '{name[:100]}' could not be found in request "
                "message.",
            )
        value = values[-1]
        if value:
            found[proper] = whole(proper, value) if known[proper] is int else text(proper, value)
    return with_page(found)


def with_page(found: dict[str, Any]) -> dict[str, Any]:
    """Fill in the size and the place of the page. More than the largest page is that page."""
    for name in ("pageSize", "offset", "maxAgeDays"):
        if found.get(name, 0) < 0:
            raise BadArgument(name, f"{name} must not be negative.")
    size = found.get("pageSize") or PAGE
    return {**found, "pageSize": min(size, LARGEST_PAGE), "offset": found.get("offset", 0)}


def whole(name: str, value: str) -> int:
    if not INT32.fullmatch(value) or not -(2**31) <= int(value) < 2**31:
        raise BadArgument(name, f"Invalid value at '{name}' (TYPE_INT32), \"{value[:50]}\"")
    return int(value)


def text(name: str, value: str) -> str:
    if forbidden(value) or len(value) > 10_000:
        raise BadArgument(name, f"Invalid value at '{name}' (TYPE_STRING).")
    if name == "languageCode" and not LANGUAGE.fullmatch(value):
        raise BadArgument(name, "languageCode must be a BCP-47 language code.")
    return value


def camel(name: str) -> str:
    """Return `page_size` as `pageSize`: proto3 JSON reads both."""
    first, *rest = name.split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)

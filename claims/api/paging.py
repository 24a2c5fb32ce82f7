"""Pages by keyset: a cursor says after which row to go on, so that page 10,000 costs as page 1."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from rest_framework.request import Request

from claims.api.errors import BadParameters
from claims.api.fields import read_moment

# Parameters that may differ from page to page of one walk.
FREE = {"cursor", "page_size", "fields"}


def binding(name: str, given: dict[str, Any]) -> str:
    """Return a short hash of a list's name and filters, to which its cursors are bound."""
    filters = {key: str(value) for key, value in given.items() if key not in FREE}
    text = json.dumps([name, sorted(filters.items())])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def seal(bound: str, *values: Any) -> str:
    """Return an opaque cursor that `unseal` reads back."""
    plain = [value.isoformat() if isinstance(value, datetime) else value for value in values]
    text = json.dumps([bound, *plain], default=str, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def unseal(cursor: str, bound: str, *kinds: Callable[[Any], Any]) -> list[Any]:
    """Return the values in a cursor. Raises BadParameters where it is not one of this list."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        own, *values = found
        if own != bound or len(values) != len(kinds):
            raise ValueError
        return [kind(value) for kind, value in zip(kinds, values, strict=True)]
    except (ValueError, TypeError, AttributeError, binascii.Error, RecursionError):
        sentence = _("Not a cursor of this list with these filters. Take it from `next`.")
        raise BadParameters([("cursor", sentence)]) from None


def moment(value: Any) -> datetime:
    """Read a time out of a cursor."""
    found = read_moment(value)
    if found is None:
        raise ValueError
    return found


def identifier(value: Any) -> UUID:
    """Read a UUID out of a cursor."""
    if not isinstance(value, str):
        raise TypeError
    return UUID(value)


def count(value: Any) -> int:
    """Read a number of the size of a database key out of a cursor."""
    if type(value) is not int or not 0 <= value < 2**63:
        raise ValueError
    return value


def text(value: Any) -> str:
    """Read a string out of a cursor."""
    if not isinstance(value, str) or "\x00" in value:
        raise TypeError
    return value


def after(**keys: Any) -> Q:
    """Return the rows behind the row with these sort keys; `-name` sorts downwards.

    Written so that an index over the keys, in this order and direction, is walked from there.
    """
    [(first, value), *rest] = keys.items()
    name, is_down = first.removeprefix("down_"), first.startswith("down_")
    strictly = Q(**{f"{name}__{'lt' if is_down else 'gt'}": value})
    if not rest:
        return strictly
    bound = Q(**{f"{name}__{'lte' if is_down else 'gte'}": value})
    return bound & (strictly | after(**dict(rest)))


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page, and the cursor of the next where there is one."""

    rows: list[Any]
    cursor: str | None


def cut(rows: list[Any], size: int, cursor_of: Callable[[Any], str]) -> Page:
    """Return the first `size` of `size + 1` rows; the one too many tells that more follow."""
    if len(rows) <= size:
        return Page(rows, None)
    return Page(rows[:size], cursor_of(rows[size - 1]))


def next_url(request: Request, cursor: str | None) -> str | None:
    """Return the address of the next page: this one with another cursor."""
    if cursor is None:
        return None
    query = request.query_params.copy()
    query["cursor"] = cursor
    return f"{request.build_absolute_uri(request.path)}?{query.urlencode()}"


def link(response: HttpResponseBase, **relations: str | None) -> None:
    """Add Link headers (RFC 8288) for the relations that have an address."""
    links = [
        f'<{address}>; rel="{relation.replace("_", "-")}"'
        for relation, address in relations.items()
        if address
    ]
    if links:
        known = [response["Link"]] if response.has_header("Link") else []
        response["Link"] = ", ".join(known + links)

"""Pages of a list that is read from the newest on, by key, never by counting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.http import Http404, QueryDict

from claims.models import PublicState
from claims.moments import in_utc

SIZE = 20


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, and the query strings of its neighbours."""

    rows: list[PublicState]
    previous: str | None
    next: str | None


def page_of(states: QuerySet[PublicState], query: QueryDict, *, size: int = SIZE) -> Page:
    """Return the page that `query` asks for with `before` or `after`.

    Raises Http404 for a cursor that is none.
    """
    before, after = query.get("before"), query.get("after")
    backwards = bool(after and not before)
    cursor = before or after
    order = ("first_published_at", "claim_id")
    rows = states.order_by(*order if backwards else (f"-{name}" for name in order))
    if cursor:
        rows = _beyond(rows, cursor, backwards=backwards)
    found = list(rows[: size + 1])
    is_more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    is_newer = is_more if backwards else bool(cursor)
    is_older = True if backwards else is_more
    return Page(
        rows=found,
        previous=_link(query, "after", found[0]) if found and is_newer else None,
        next=_link(query, "before", found[-1]) if found and is_older else None,
    )


def _beyond(rows: QuerySet[PublicState], cursor: str, *, backwards: bool) -> QuerySet[PublicState]:
    at, _, claim_id = cursor.partition("~")
    try:
        key = [in_utc(datetime.fromisoformat(at)), UUID(claim_id)]
    except ValueError:
        raise Http404("No such page.") from None
    sign = ">" if backwards else "<"
    return rows.alias(
        is_beyond=RawSQL(
            f'("claims_publicstate"."first_published_at", "claims_publicstate"."claim_id")'
            f" {sign} (%s, %s)",
            key,
        )
    ).filter(is_beyond=True)


def _link(query: QueryDict, name: str, row: PublicState) -> str:
    kept = query.copy()
    kept.pop("before", None)
    kept.pop("after", None)
    kept[name] = f"{row.first_published_at.isoformat()}~{row.claim_id}"
    return f"?{kept.urlencode()}"

"""What there is to choose from: ratings, languages, topics and claimants with their counts.

Names come from the newest document that carries them, so that nothing is named that is not public.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.db.models import Count, Max
from django.utils.translation import get_language_info

from claims.models import Publication, PublicState
from claims.public.factcheck import mark_of

MOST = 200  # entries of one kind; the rest is found by searching
KEPT = 3600  # seconds; the key changes with every publication anyway


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose: its key in an address, its name, how many fact-checks have it."""

    key: str
    name: str
    count: int
    detail: dict[str, Any]

    @property
    def mark(self) -> int | None:
        """Of a rating: its place on the gauge."""
        return mark_of(self.detail)


@dataclass(frozen=True, slots=True)
class Facets:
    ratings: list[Entry]
    languages: list[Entry]
    topics: list[Entry]
    claimants: list[Entry]


def facets() -> Facets:
    """Return what can be chosen, as of the newest publication."""
    newest = Publication.objects.order_by("-sequence").values_list("sha256", flat=True).first()
    return cache.get_or_set(f"public-facets:{newest}", _read, KEPT)


def _read() -> Facets:
    rows = {
        "rating": _grouped("rating_key"),
        "language": _grouped("language"),
        "topic": _topics(),
        "claimant": _grouped("claimant_id"),
    }
    wanted = {last for found in rows.values() for _key, _count, last in found}
    known = Publication.objects.filter(sequence__in=wanted)
    documents = {
        sequence: json.loads(text) for sequence, text in known.values_list("sequence", "document")
    }
    ratings = _entries(rows["rating"], documents, lambda found, _key: found["rating"])
    return Facets(
        ratings=sorted(ratings, key=_truest_first),
        languages=_entries(rows["language"], documents, lambda _found, key: {"name": _spoken(key)}),
        topics=_entries(rows["topic"], documents, _topic_of),
        claimants=_entries(rows["claimant"], documents, lambda found, _key: found["claimant"]),
    )


def _grouped(column: str) -> list[tuple[Any, int, int]]:
    groups = PublicState.objects.live().exclude(**{column: None}).values(column)
    counted = groups.annotate(count=Count("pk"), last=Max("publication_id"))
    return list(counted.order_by("-count", column).values_list(column, "count", "last")[:MOST])


def _topics() -> list[tuple[str, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT topic, count(*), max(publication_id)"
            " FROM claims_publicstate, jsonb_array_elements_text(topics) AS found(topic)"
            " WHERE NOT is_retracted GROUP BY topic ORDER BY count(*) DESC, topic LIMIT %s",
            [MOST],
        )
        return cursor.fetchall()


def _entries(
    rows: list[tuple[Any, int, int]],
    documents: dict[int, dict[str, Any]],
    detail_of: Callable[[dict[str, Any], str], dict[str, Any]],
) -> list[Entry]:
    entries = []
    for key, count, last in rows:
        detail = detail_of(documents[last], str(key))
        name = detail.get("label") or detail["name"]
        entries.append(Entry(str(key), name, count, detail))
    return entries


def _topic_of(document: dict[str, Any], key: str) -> dict[str, Any]:
    return next(topic for topic in document["topics"] if topic["slug"] == key)


def _spoken(code: str) -> str:
    """The language's own name, or its code where Django does not know it."""
    try:
        return get_language_info(code)["name_local"]
    except KeyError:
        return code


def _truest_first(rating: Entry) -> tuple[bool, int, str]:
    value = rating.detail["value"]
    return value is None, -(value or 0), rating.name

"""What is published, in numbers: counted over the projection of the publications alone."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count
from django.db.models.functions import TruncMonth

from claims.models import Publication, PublicState

MOST_OUTLETS = 100
_LISTED = """
SELECT entry.value, count(*) FROM claims_publicstate state
CROSS JOIN LATERAL jsonb_array_elements_text(state.{column}) entry
WHERE NOT state.is_retracted
GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %s
"""
# The newest document of each claimant, by index.
_CLAIMANTS = """
SELECT wanted.id, newest.claimant FROM unnest(%s::uuid[]) wanted(id)
CROSS JOIN LATERAL (
    SELECT publication.document::jsonb -> 'claimant' AS claimant
    FROM claims_publicstate state
    JOIN claims_publication publication ON publication.sequence = state.publication_id
    WHERE state.claimant_id = wanted.id AND NOT state.is_retracted
    ORDER BY state.first_published_at DESC LIMIT 1
) newest
"""


@lru_cache(maxsize=4)
def counts(sequence: int) -> dict[str, Any]:
    """Return the counts as of a publication; counted once for each.

    What changes without a publication (`under_review`) is not among them.
    """
    live = PublicState.objects.live()
    return {
        "published": live.count(),
        "retracted": PublicState.objects.filter(is_retracted=True).count(),
        "corrections": Publication.objects.filter(kind=Publication.Kind.CORRECTED).count(),
        "ratings": _by(live, "rating_key"),
        "kinds": _by(live, "kind"),
        "languages": _by(live, "language"),
        "topics": listed("topics"),
        "outlets": listed("outlets", most=MOST_OUTLETS),
        "months": {
            f"{month:%Y-%m}": number
            for month, number in live.annotate(month=TruncMonth("first_published_at"))
            .values_list("month")
            .annotate(number=Count("pk"))
            .order_by("month")
        },
    }


def listed(column: str, *, most: int | None = None) -> dict[str, int]:
    """Return how often each entry of a listed column stands, the most frequent first."""
    with connection.cursor() as cursor:
        cursor.execute(_LISTED.format(column=column), [most])
        return dict(cursor.fetchall())


def named(claimant_ids: list[UUID]) -> dict[UUID, str]:
    """Return the claimants as their newest fact-check names them, as JSON text."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIMANTS, [claimant_ids])
        return dict(cursor.fetchall())


def ratings_of(claimant_ids: list[UUID]) -> dict[UUID, dict[str, int]]:
    """Return for each claimant how many of their claims have which rating."""
    rows = (
        PublicState.objects.live()
        .filter(claimant_id__in=claimant_ids)
        .values_list("claimant_id", "rating_key")
        .annotate(number=Count("pk"))
        .order_by("claimant_id", "rating_key")
    )
    found: dict[UUID, dict[str, int]] = {claimant_id: {} for claimant_id in claimant_ids}
    for claimant_id, key, number in rows:
        found[claimant_id][key] = number
    return found


def _by(live: Any, column: str) -> dict[str, int]:
    rows = live.values_list(column).annotate(number=Count("pk")).order_by("-number", column)
    return dict(rows)

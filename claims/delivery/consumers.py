"""Which state of a fact-check each program has: what it pulled, followed or acknowledged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from claims.accounts.models import ServiceKey
from claims.locks import Lock, hold
from claims.models import Following

# Rows whose state is known already are left alone, so that a repeated look writes nothing.
_PULLED = """
INSERT INTO claims_pull AS known (key_id, claim_id, sequence, at)
SELECT %(key)s, new.claim_id, new.sequence, now()
FROM unnest(%(claims)s::uuid[], %(sequences)s::bigint[]) AS new(claim_id, sequence)
WHERE NOT EXISTS (
    SELECT 1 FROM claims_pull own WHERE own.key_id = %(key)s
    AND own.claim_id = new.claim_id AND own.sequence >= new.sequence
)
ON CONFLICT (claim_id, key_id) DO UPDATE SET sequence = excluded.sequence, at = excluded.at
WHERE known.sequence < excluded.sequence
"""
# For each claim and program the newest publication that the program can be known to have.
_HOLDING = """
WITH own AS (
    SELECT claim_id, sequence, kind, (document::jsonb ->> 'revision')::int AS revision,
        max(sequence) OVER (PARTITION BY claim_id) AS newest
    FROM claims_publication WHERE claim_id = ANY(%(claims)s)
), had AS (
    SELECT pull.claim_id, pull.key_id, NULL::uuid AS endpoint_id, pull.sequence, pull.at
    FROM claims_pull pull WHERE pull.claim_id = ANY(%(claims)s)
    UNION ALL
    SELECT own.claim_id, following.key_id, NULL, max(own.sequence), following.at
    FROM claims_following following
    JOIN own ON own.sequence <= following.sequence AND own.sequence > following.began
    GROUP BY own.claim_id, following.key_id, following.at
    UNION ALL
    SELECT own.claim_id, endpoint.key_id,
        CASE WHEN endpoint.key_id IS NULL THEN endpoint.id END,
        delivery.publication_id, delivery.done_at
    FROM claims_delivery delivery
    JOIN claims_webhookendpoint endpoint ON endpoint.id = delivery.endpoint_id
    JOIN own ON own.sequence = delivery.publication_id
    WHERE delivery.state = 'done'
), last AS (
    SELECT DISTINCT ON (claim_id, key_id, endpoint_id) *
    FROM had ORDER BY claim_id, key_id, endpoint_id, sequence DESC
)
SELECT last.claim_id, coalesce(key.name, endpoint.name), coalesce(key.contact, ''), own.revision,
    own.kind, last.sequence, last.at, last.sequence = own.newest
FROM last JOIN own ON own.sequence = last.sequence
LEFT JOIN accounts_servicekey key ON key.id = last.key_id
LEFT JOIN claims_webhookendpoint endpoint ON endpoint.id = last.endpoint_id
ORDER BY last.sequence, 2
"""


@dataclass(frozen=True, slots=True)
class Held:
    """What one consumer has of a claim: which publication, since when, and whether it is the last.

    kind: of that publication; a consumer at "retracted" has taken the fact-check down.
    """

    consumer: str
    contact: str
    revision: int
    kind: str
    sequence: int
    at: datetime
    is_current: bool


def pulled(key: ServiceKey, found: Iterable[tuple[UUID, int]]) -> None:
    """Note that a program pulled these claims in the state of these publications."""
    rows = list(found)
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            _PULLED,
            {
                "key": key.pk,
                "claims": [claim_id for claim_id, _sequence in rows],
                "sequences": [sequence for _claim_id, sequence in rows],
            },
        )


def followed(key: ServiceKey, began: int, sequence: int) -> None:
    """Note that a program has followed the changes after publication `began` up to `sequence`.

    Stretches that touch become one. What lies between two that do not, it may never have had.
    """
    known = Following.objects.filter(key=key)
    if known.filter(began__lte=began, sequence__gte=sequence).exists():
        return
    with transaction.atomic():
        hold(Lock.FOLLOWING, str(key.pk))
        touching = known.filter(began__lte=sequence, sequence__gte=began)
        ends = [(began, sequence), *touching.values_list("began", "sequence")]
        touching.delete()
        Following.objects.create(
            key=key,
            began=min(first for first, _last in ends),
            sequence=max(last for _first, last in ends),
        )


def holding(claim_id: UUID) -> list[Held]:
    """Return what each consumer has of a claim, the oldest state first.

    A program and the endpoints it registered are one consumer.
    """
    return holdings([claim_id]).get(claim_id, [])


def holdings(claim_ids: Iterable[UUID]) -> dict[UUID, list[Held]]:
    """Return the same for several claims at once; a claim that nobody has is left out."""
    found: dict[UUID, list[Held]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_HOLDING, {"claims": list(claim_ids)})
        for claim_id, *held in cursor.fetchall():
            found.setdefault(claim_id, []).append(Held(*held))
    return found

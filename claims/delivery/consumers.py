"""Which state of a fact-check each program has: what it pulled, followed or acknowledged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from claims.accounts.models import ServiceKey

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
_FOLLOWED = """
INSERT INTO claims_following AS known (key_id, began, sequence, at)
VALUES (%(key)s, %(began)s, %(sequence)s, now())
ON CONFLICT (key_id) DO UPDATE SET
    began = least(known.began, excluded.began),
    sequence = greatest(known.sequence, excluded.sequence), at = excluded.at
WHERE known.sequence < excluded.sequence OR known.began > excluded.began
"""
# For each program the newest publication of the claim that it can be known to have.
_HOLDING = """
WITH own AS (
    SELECT sequence, kind, published_at, (document::jsonb ->> 'revision')::int AS revision
    FROM claims_publication WHERE claim_id = %(claim)s
), had AS (
    SELECT pull.key_id, NULL::uuid AS endpoint_id, pull.sequence, pull.at
    FROM claims_pull pull WHERE pull.claim_id = %(claim)s
    UNION ALL
    SELECT following.key_id, NULL, max(own.sequence), following.at
    FROM claims_following following
    JOIN own ON own.sequence <= following.sequence AND own.sequence > following.began
    GROUP BY following.key_id, following.at
    UNION ALL
    SELECT endpoint.key_id, CASE WHEN endpoint.key_id IS NULL THEN endpoint.id END,
        delivery.publication_id, delivery.done_at
    FROM claims_delivery delivery
    JOIN claims_webhookendpoint endpoint ON endpoint.id = delivery.endpoint_id
    JOIN own ON own.sequence = delivery.publication_id
    WHERE delivery.state = 'done'
), newest AS (
    SELECT DISTINCT ON (key_id, endpoint_id) key_id, endpoint_id, sequence, at
    FROM had ORDER BY key_id, endpoint_id, sequence DESC
)
SELECT coalesce(key.name, endpoint.name), coalesce(key.contact, ''), own.revision, own.kind,
    newest.sequence, newest.at, newest.sequence = (SELECT max(sequence) FROM own)
FROM newest JOIN own ON own.sequence = newest.sequence
LEFT JOIN accounts_servicekey key ON key.id = newest.key_id
LEFT JOIN claims_webhookendpoint endpoint ON endpoint.id = newest.endpoint_id
ORDER BY newest.sequence, 1
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
    """Note that a program has followed the changes after publication `began` up to `sequence`."""
    with connection.cursor() as cursor:
        cursor.execute(_FOLLOWED, {"key": key.pk, "began": began, "sequence": sequence})


def holding(claim_id: UUID) -> list[Held]:
    """Return what each consumer has of a claim, the oldest state first.

    A program and the endpoints it registered are one consumer.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HOLDING, {"claim": claim_id})
        return [Held(*row) for row in cursor.fetchall()]

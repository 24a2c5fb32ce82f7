"""What the tree of one day is made of: a head, what was published, and the chains that moved.

Every leaf is RFC 8785 JSON. In this order:

    {"chains", "day", "previous", "publications", "sealed_at"}     the head: the row of the root
    {"event", "publication", "sha256"}                             by sequence number
    {"chain", "hash", "position"}                                  by chain, as bytes

A chain that did not move is covered by the root before, which the head names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import rfc8785
from django.db import connection

from claims.documents import moment
from claims.ledger.tree import leaf_hash, root_of
from claims.models import LedgerRoot

_PUBLISHED = """
SELECT p.sequence, p.sha256, e.hash FROM claims_event e
JOIN claims_publication p ON p.claim_id = e.claim_id AND e.subject = 'publication:' || p.sha256
WHERE e.at >= %(start)s AND e.at < %(end)s AND e.kind LIKE 'publication.%%'
ORDER BY p.sequence
"""
# A chain's head is its last event before the end of the day, also where clocks did not agree.
_MOVED = """
SELECT moved.chain, head.position, head.hash
FROM (SELECT DISTINCT chain FROM claims_event WHERE at >= %(start)s AND at < %(end)s) moved
CROSS JOIN LATERAL (
    SELECT e.position, e.hash FROM claims_event e
    WHERE e.chain = moved.chain AND e.at < %(end)s ORDER BY e.position DESC LIMIT 1
) head
ORDER BY moved.chain COLLATE "C"
"""
_BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Published:
    """The leaf of one publication: its number, the hash of its document and of its event."""

    sequence: int
    sha256: str
    event: str

    def row(self) -> dict[str, Any]:
        return {"event": self.event, "publication": self.sequence, "sha256": self.sha256}


@dataclass(frozen=True, slots=True)
class Moved:
    """The leaf of one chain: its last event at the end of the day."""

    chain: str
    position: int
    hash: str

    def row(self) -> dict[str, Any]:
        return {"chain": self.chain, "hash": self.hash, "position": self.position}


@dataclass(frozen=True, slots=True)
class Day:
    """The leaves of one day without its head."""

    published: list[Published]
    moved: list[Moved]

    def hashes(self, root: LedgerRoot) -> list[bytes]:
        """Return the leaf hashes of the whole tree, the head first."""
        return [hash_of(row) for row in (head_of(root), *(leaf.row() for leaf in self.leaves()))]

    def leaves(self) -> list[Published | Moved]:
        return [*self.published, *self.moved]


def day_of(day: date, *, is_first: bool) -> Day:
    """Return what happened on a day (UTC); the first one of a ledger takes in all before it."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    bounds = {"start": _BEGINNING if is_first else start, "end": start + timedelta(days=1)}
    with connection.cursor() as cursor:
        cursor.execute(_PUBLISHED, bounds)
        published = [Published(*row) for row in cursor.fetchall()]
        cursor.execute(_MOVED, bounds)
        moved = [Moved(*row) for row in cursor.fetchall()]
    return Day(published, moved)


def day_under(root: LedgerRoot) -> Day:
    """Return the leaves that a root stands over, read anew from the trail."""
    return day_of(root.day, is_first=not root.previous)


def head_of(root: LedgerRoot) -> dict[str, Any]:
    """Return the leaf that ties a root to its day and to the root before."""
    return {
        "chains": root.chains,
        "day": root.day.isoformat(),
        "previous": root.previous,
        "publications": root.publications,
        "sealed_at": moment(root.sealed_at),
    }


def hash_of(row: dict[str, Any]) -> bytes:
    """Return the leaf hash of a leaf's content."""
    return leaf_hash(rfc8785.dumps(row))


def value_of(root: LedgerRoot, day: Day) -> str:
    """Return the hex Merkle root over a day."""
    return root_of(day.hashes(root)).hex()

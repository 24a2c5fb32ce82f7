"""The ledger as lines of JSON, in the one order in which `verify.py` reads them.

A head with counts, the events of each chain, the publications, the roots. In the public form the
chains of claims that were never published stand as bare leaf hashes under their roots, and of a
published claim the events about evidence, remarks and readers as bare hashes: when a source was
heard is nobody's concern. Names and texts that are not public stand nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Collate

from claims.audit import row_of
from claims.documents import moment
from claims.ledger.leaves import Moved, day_under, hash_of
from claims.ledger.receipts import shown
from claims.models import Event, LedgerRoot, Publication

VERSION = 1
CHUNK = 1000
# Events that the public form shows in full; `verdict.disputed` tells of a reader.
SHOWN = ("claim.", "verdict.", "retraction.", "publication.", "detail.erased")
HIDDEN = ("verdict.disputed",)


def written(*, whole: bool = False) -> Iterator[str]:
    """Yield the ledger line by line, all as of one moment.

    whole: with every chain and event, for an auditor whom the desk trusts with them.
    """
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        events = _events(whole=whole)
        counts = (events, Publication.objects.all(), LedgerRoot.objects.all())
        yield _line("ledger", **_head(*(rows.count() for rows in counts)))
        for event in events.iterator(chunk_size=CHUNK):
            yield _line("event", **_event(event, whole=whole))
        for row in Publication.objects.order_by("sequence").iterator(chunk_size=CHUNK):
            yield _line("publication", **_publication(row))
        for root in LedgerRoot.objects.order_by("day").iterator(chunk_size=CHUNK):
            leaves = _leaves(day_under(root).moved, whole=whole)
            yield _line("root", **shown(root), leaves=leaves)


def _head(events: int, publications: int, roots: int) -> dict[str, int]:
    return {"version": VERSION, "events": events, "publications": publications, "roots": roots}


def _events(*, whole: bool) -> QuerySet[Event]:
    rows = Event.objects.order_by(Collate("chain", "C"), "position")
    if whole:
        return rows
    return rows.filter(Exists(Publication.objects.filter(claim_id=OuterRef("claim_id"))))


def _event(event: Event, *, whole: bool) -> dict[str, Any]:
    links = {"previous_hash": event.previous_hash, "hash": event.hash}
    is_shown = event.kind.startswith(SHOWN) and event.kind not in HIDDEN
    if whole or is_shown:
        return {**row_of(event), **links}
    return {"chain": event.chain, "position": event.position, **links}


def _publication(row: Publication) -> dict[str, Any]:
    return {
        "sequence": row.sequence,
        "kind": row.kind,
        "claim": str(row.claim_id),
        "verdict": str(row.verdict_id),
        "document": row.document,
        "sha256": row.sha256,
        "published_at": moment(row.published_at),
    }


def _leaves(moved: Iterable[Moved], *, whole: bool) -> list[Any]:
    """A chain and its position where its events stand above, else nothing but the leaf hash."""
    moved = list(moved)
    chains = {leaf.chain for leaf in moved}
    if not whole:
        ids = [chain for chain in chains if len(chain) == 36]
        public = Publication.objects.filter(claim_id__in=ids).values_list("claim_id", flat=True)
        chains = {str(claim_id) for claim_id in public}
    return [
        [leaf.chain, leaf.position] if leaf.chain in chains else hash_of(leaf.row()).hex()
        for leaf in moved
    ]


def _line(kind: str, /, **content: Any) -> str:
    row = {"type": kind, **content}
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"

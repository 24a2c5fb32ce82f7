"""The receipt of a publication: with it, anybody can show that it was there, and unaltered."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from claims.audit import row_of
from claims.documents import moment
from claims.ledger.leaves import day_under
from claims.ledger.tree import path_to
from claims.models import Event, LedgerRoot, Publication


def event_of(publication: Publication) -> Event:
    """Return the event that ties a publication to the chain of its claim."""
    subject = f"publication:{publication.sha256}"
    return Event.objects.get(claim_id=publication.claim_id, subject=subject)


def root_over(event: Event) -> LedgerRoot | None:
    """Return the root that covers an event; None while its day is not sealed."""
    day = event.at.astimezone(UTC).date()
    # The first root of a ledger covers all days before its own as well.
    return LedgerRoot.objects.filter(day__gte=day).order_by("day").first()


def receipt_of(publication: Publication) -> dict[str, Any]:
    """Return a receipt as JSON types.

    root, proof: None while the day is not sealed. proof: the place of the publication's leaf in
    the tree of the day, how many leaves that has, and the hex siblings up to the root.
    """
    event = event_of(publication)
    root = root_over(event)
    return {
        "publication": {
            "sequence": publication.sequence,
            "kind": publication.kind,
            "claim": str(publication.claim_id),
            "sha256": publication.sha256,
            "published_at": moment(publication.published_at),
        },
        "event": {**row_of(event), "previous_hash": event.previous_hash, "hash": event.hash},
        "root": shown(root) if root else None,
        "proof": _proof(publication, root) if root else None,
    }


def shown(root: LedgerRoot) -> dict[str, Any]:
    """Return a root as it is published."""
    return {
        "day": root.day.isoformat(),
        "root": root.root,
        "previous": root.previous,
        "chains": root.chains,
        "publications": root.publications,
        "sealed_at": moment(root.sealed_at),
    }


def _proof(publication: Publication, root: LedgerRoot) -> dict[str, Any]:
    day = day_under(root)
    hashes = day.hashes(root)
    numbers = [leaf.sequence for leaf in day.published]
    index = 1 + numbers.index(publication.sequence)
    return {
        "leaf": day.published[index - 1].row(),
        "index": index,
        "size": len(hashes),
        "path": [sibling.hex() for sibling in path_to(index, hashes)],
    }

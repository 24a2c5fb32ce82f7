"""What a page says of its receipt; the receipt itself is JSON at its own address."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache

from claims.ledger.receipts import event_of, root_over
from claims.models import LedgerRoot, Publication

KEPT = 3600  # seconds


@dataclass(frozen=True, slots=True)
class Receipt:
    """The number and hash of a publication, the hash of its event, and the root over it, if any."""

    sequence: int
    sha256: str
    event: str
    root: LedgerRoot | None


def receipt_of(publication: Publication) -> Receipt:
    """Return the receipt of a publication. Once its day is sealed it is final, and remembered."""
    name = f"receipt:{publication.sha256}"
    known = cache.get(name)
    if known is None:
        event = event_of(publication)
        known = Receipt(publication.sequence, publication.sha256, event.hash, root_over(event))
        if known.root is not None:
            cache.set(name, known, KEPT)
    return known

"""What a page says of its receipt; the receipt itself is JSON at its own address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.core.cache import cache
from django.db.models import OuterRef, Subquery
from django.db.models.functions import TruncDate

from claims.models import Event, LedgerRoot, Publication

KEPT = 3600  # seconds


@dataclass(frozen=True, slots=True)
class Receipt:
    """The number and hash of a publication, the hash of its event, and the root over it.

    day, root, sealed_at: None while its day is not sealed.
    """

    sequence: int
    sha256: str
    event: str
    day: date | None
    root: str | None
    sealed_at: datetime | None


def receipt_of(publication: Publication) -> Receipt:
    """Return the receipt of a publication. Once its day is sealed it is final, and remembered."""
    name = f"receipt:{publication.sha256}"
    known = cache.get(name)
    if known is None:
        known = Receipt(publication.sequence, publication.sha256, *_looked_up(publication))
        if known.root is not None:
            cache.set(name, known, KEPT)
    return known


def _looked_up(publication: Publication) -> tuple[str, date | None, str | None, datetime | None]:
    """Event and root in one query; the root is the first one of its day or later."""
    over = LedgerRoot.objects.filter(day__gte=OuterRef("utc_day")).order_by("day")
    names = ("day", "root", "sealed_at")
    columns = {f"root_{name}": Subquery(over.values(name)[:1]) for name in names}
    events = Event.objects.filter(
        claim_id=publication.claim_id, subject=f"publication:{publication.sha256}"
    )
    events = events.annotate(utc_day=TruncDate("at", tzinfo=UTC))
    return events.values_list("hash", *columns.values()).get()

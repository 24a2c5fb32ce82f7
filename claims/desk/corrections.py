"""What is being put right: corrections in progress, and who still serves what was corrected."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.functional import Promise

from claims.delivery.consumers import Held, holdings
from claims.models import CorrectionType, Publication, Verdict
from claims.models.moves import VERDICT_OPEN

RUNNING = 100  # corrections in progress that are shown
DONE = 30  # of the last ones that went out
PUT_RIGHT = (Publication.Kind.CORRECTED, Publication.Kind.CLERICAL, Publication.Kind.RETRACTED)


@dataclass(frozen=True, slots=True)
class Done:
    """A correction or retraction that went out.

    consumers: what each program has; those with an earlier publication are behind.
    """

    claim_id: UUID
    headline: str
    label: str | Promise
    note: str
    at: datetime
    revision: int
    sequence: int
    consumers: list[Held]

    @property
    def behind(self) -> list[Held]:
        return [held for held in self.consumers if held.sequence < self.sequence]


def running() -> QuerySet[Verdict]:
    """Return the corrections that are open, the longest open first."""
    rows = Verdict.objects.filter(corrects__isnull=False, state__in=VERDICT_OPEN)
    shown = rows.select_related("claim__claimant", "claim__lease_by", "corrects")
    return shown.order_by("drafted_at", "id")[:RUNNING]


def done() -> list[Done]:
    """Return the last corrections and retractions that went out, the latest first."""
    rows = Publication.objects.filter(kind__in=PUT_RIGHT).order_by(F("sequence").desc())
    found = list(rows.select_related("claim")[:DONE])
    known = holdings(row.claim_id for row in found)
    return [_done(row, known.get(row.claim_id, [])) for row in found]


def _done(row: Publication, consumers: list[Held]) -> Done:
    document = json.loads(row.document)
    label, note = Publication.Kind(row.kind).label, document.get("reason", "")
    if not document["deleted"]:
        correction = document["corrections"][-1]
        label, note = CorrectionType(correction["type"]).label, correction["note"]
    return Done(
        claim_id=row.claim_id,
        headline=document.get("headline") or row.claim.text,
        label=label,
        note=note,
        at=row.published_at,
        revision=document["revision"],
        sequence=row.sequence,
        consumers=consumers,
    )

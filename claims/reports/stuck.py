"""The claims that have stood longest where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from claims.models import Claim, Verdict
from claims.reports.catalogue.work import STANDING
from claims.reports.scope import Scope

SHOWN = 15
# Since when a verdict waits, by its state; of a claim the row itself says it.
MOMENTS = {"submitted": "submitted_at", "approved": "approved_at"}


@dataclass(frozen=True, slots=True)
class Stuck:
    """A claim, where it waits and since when."""

    claim: Claim
    stage: str
    since: datetime


def stuck(scope: Scope) -> list[Stuck]:
    """Return the claims over the limit of their stage, the longest waiting first.

    Each stage gives its first few along an index, however many stand there.
    """
    found = [one for stage, name in STANDING for one in _of_stage(scope, stage, str(name))]
    return sorted(found, key=lambda one: (one.since, one.claim.pk))[:SHOWN]


def _of_stage(scope: Scope, stage: str, name: str) -> list[Stuck]:
    limit = timezone.now() - timedelta(hours=settings.STAGE_HOURS[stage])
    if moment := MOMENTS.get(stage):
        verdicts = Verdict.objects.filter(state=stage, **{f"{moment}__lt": limit})
        rows = scope.limited(verdicts, is_small=True).select_related("claim__claimant")
        ordered = rows.order_by(moment, "pk")
        return [Stuck(row.claim, name, getattr(row, moment)) for row in ordered[:SHOWN]]
    claims = Claim.objects.filter(state=stage, state_since__lt=limit)
    rows = scope.limited(claims, "", is_small=True).select_related("claimant")
    ordered = rows.order_by("state_since", "pk")
    return [Stuck(claim, name, claim.state_since) for claim in ordered[:SHOWN]]

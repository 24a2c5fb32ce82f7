"""The claims that have stood longest where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.models import Claim
from claims.reports.catalogue.work import STANDING, standing
from claims.reports.scope import Scope

SHOWN = 15


@dataclass(frozen=True, slots=True)
class Stuck:
    """A claim, where it waits and since when."""

    claim: Claim
    stage: str
    since: datetime


def stuck(scope: Scope) -> list[Stuck]:
    """Return the claims over the limit of their stage, the longest waiting first."""
    names = {key: str(name) for key, name in STANDING}
    rows = standing(scope).filter(is_late=True).select_related("claimant").order_by("since", "pk")
    return [Stuck(claim, names[claim.stage], claim.since) for claim in rows[:SHOWN]]

"""What the desk's decisions say about the reasons of check-worthiness, and weights that fit them.

A decision is the last acceptance or dismissal of a claim that the extraction proposed, with the
features it had at that moment. Dismissals for reasons outside the statement (no capacity, not our
subject) tell nothing about check-worthiness and are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy

from claims.models import Event
from claims.models.claim import DismissalReason

#: Dismissals that say that a statement is not worth checking.
TELLING = frozenset(
    {
        DismissalReason.NOT_CHECKABLE,
        DismissalReason.OPINION,
        DismissalReason.PREDICTION,
        DismissalReason.TRIVIAL,
        DismissalReason.NOT_A_CLAIM,
        DismissalReason.BAD_EXTRACTION,
    }
)
ENOUGH = 20  # decisions with a reason before a new weight is proposed for it
HOLD = 8.0  # decisions' worth of trust in the weight in force
ROUNDS = 50
Z = 1.96  # of a 95 % interval


@dataclass(frozen=True, slots=True)
class Decision:
    """One claim that somebody accepted, or dismissed for a reason of `DismissalReason`."""

    features: Mapping[str, float]
    accepted: bool
    reason: str = ""


@dataclass(slots=True)
class ReasonRow:
    """What became of the claims that had one reason for or against checking.

    precision: accepted share of the decided; low, high: its 95 % interval (Wilson 1927).
    proposed: None while there are fewer than ENOUGH decisions.
    """

    code: str
    weight: float
    accepted: int = 0
    dismissed: Counter[str] = field(default_factory=Counter)
    proposed: float | None = None

    @property
    def decided(self) -> int:
        return self.accepted + self.dismissed.total()

    @property
    def precision(self) -> float | None:
        return self.accepted / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float]:
        count = self.decided
        if not count:
            return 0.0, 1.0
        share = self.accepted / count
        middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count)
        spread = Z * (share * (1 - share) / count + Z * Z / (4 * count * count)) ** 0.5
        spread /= 1 + Z * Z / count
        return max(0.0, middle - spread), min(1.0, middle + spread)


def decisions(since: datetime | None = None, language: str = "") -> list[Decision]:
    """The last decision on each proposed claim; one that was undone or erased does not count."""
    rows = Event.objects.filter(kind__in=("claim.accepted", "claim.dismissed", "claim.undone"))
    if since is not None:
        rows = rows.filter(at__gte=since)
    if language:
        rows = rows.filter(claim__language=language)
    last: dict[Any, list[tuple[str, Any]]] = {}
    values = rows.order_by("id").values_list("claim_id", "kind", "detail__data")
    for claim_id, kind, data in values.iterator():
        made = last.setdefault(claim_id, [])
        if kind != "claim.undone":
            made.append((kind, data))
        elif made:
            made.pop()
    found = []
    for kind, data in (made[-1] for made in last.values() if made):
        features = (data or {}).get("features")
        accepted = kind == "claim.accepted"
        reason = "" if accepted else str((data or {}).get("reason", ""))
        if features and (accepted or reason in TELLING):
            found.append(Decision(features, accepted, reason))
    return found


def rows(made: Iterable[Decision], weights: Mapping[str, float]) -> list[ReasonRow]:
    """One row per reason that any decided claim had, the most frequent first, with proposals."""
    made = list(made)
    table: dict[str, ReasonRow] = {}
    for decision in made:
        for code in decision.features:
            row = table.setdefault(code, ReasonRow(code, weights.get(code, 0.0)))
            if decision.accepted:
                row.accepted += 1
            else:
                row.dismissed[decision.reason] += 1
    fitted = fit(made, weights)
    for row in table.values():
        if row.decided >= ENOUGH and row.code in fitted:
            row.proposed = fitted[row.code]
    return sorted(table.values(), key=lambda row: (-row.decided, row.code))


def fit(made: list[Decision], weights: Mapping[str, float]) -> dict[str, float]:
    """Weights that make the decisions likely without leaving those in force for little.

    Logistic regression by Newton steps, with a normal prior around the weights in force that
    counts like HOLD decisions; "base" has no prior, because desks accept more or less.
    """
    if len({decision.accepted for decision in made}) < 2:
        return {}
    codes = ["base", *sorted({code for one in made for code in one.features} & weights.keys())]
    place = {code: index for index, code in enumerate(codes)}
    seen = numpy.zeros((len(made), len(codes)))
    seen[:, 0] = 1.0
    for number, decision in enumerate(made):
        for code, strength in decision.features.items():
            if code in place:
                seen[number, place[code]] = strength
    taken = numpy.array([float(decision.accepted) for decision in made])
    before = numpy.array([weights.get(code, 0.0) for code in codes])
    hold = numpy.full(len(codes), HOLD / 4)  # a decision in doubt weighs 1/4
    hold[0] = 1e-3
    now = before.copy()
    for _ in range(ROUNDS):
        likely = 1 / (1 + numpy.exp(-numpy.clip(seen @ now, -30, 30)))
        slope = seen.T @ (taken - likely) - hold * (now - before)
        curve = (seen * (likely * (1 - likely))[:, None]).T @ seen + numpy.diag(hold)
        step = numpy.clip(numpy.linalg.solve(curve, slope), -1.0, 1.0)
        now += step
        if float(numpy.abs(step).max()) < 1e-6:
            break
    return {code: round(float(value), 2) for code, value in zip(codes, now, strict=True)}

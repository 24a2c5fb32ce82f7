"""What happened to a claim, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from claims.commas import listed
from claims.models import Event
from claims.models.claim import DismissalReason
from claims.models.verdict import CorrectionType, ReturnReason
from claims.telling import sentence

STRONG = frozenset(
    {"verdict.submitted", "verdict.approved", "verdict.published", "verdict.retracted"}
)
REASONS = {
    "claim.dismissed": dict(DismissalReason.choices),
    "verdict.returned": dict(ReturnReason.choices),
    "verdict.correction_started": dict(CorrectionType.choices),
}


@dataclass(frozen=True, slots=True)
class TrailStep:
    """One line of a history."""

    what: str
    who: str
    at: datetime
    note: str = ""
    is_strong: bool = False


def trail(events: Iterable[Event]) -> list[TrailStep]:
    """Return events as sentences, in the order given; each has its actor and detail loaded."""
    return [_step(event) for event in events]


def _step(event: Event) -> TrailStep:
    detail = getattr(event, "detail", None)
    if detail is not None and detail.data is None:
        note = _("(The texts of this event were erased.)")
    else:
        note = _note(event.kind, detail.data if detail else {})
    who = str(event.actor) if event.actor else _("the desk itself")
    return TrailStep(sentence(event), who, event.at, note, event.kind in STRONG)


def _note(kind: str, data: dict[str, Any]) -> str:
    """The texts of an event that a colleague wants to read."""
    lines = []
    for name in ("reason", "type"):
        if data.get(name):
            lines.append(str(REASONS.get(kind, {}).get(data[name], data[name])))
    if data.get("note"):
        lines.append(data["note"])
    if kind == "claim.edited":
        for change in data.values():
            if isinstance(change, dict) and {"before", "after"} <= change.keys():
                lines.append(f"{_shown(change['before'])} → {_shown(change['after'])}")
    return "\n".join(lines)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return listed(value) or "–"
    return str(value) if value not in (None, "") else "–"

"""What happened to a claim, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import Event
from claims.models.claim import DismissalReason
from claims.models.verdict import CorrectionType, ReturnReason

SENTENCES: dict[str, str | Promise] = {
    "claim.entered": gettext_lazy("Entered by hand"),
    "claim.found": gettext_lazy("Found in an article"),
    "claim.accepted": gettext_lazy("Accepted into the queue"),
    "claim.dismissed": gettext_lazy("Dismissed"),
    "claim.merged": gettext_lazy("Marked as a duplicate"),
    "claim.reopened": gettext_lazy("Reopened"),
    "claim.undone": gettext_lazy("Undone"),
    "claim.taken": gettext_lazy("Taken in hand"),
    "claim.taken_over": gettext_lazy("Taken over"),
    "claim.released": gettext_lazy("Given back"),
    "claim.lease_lapsed": gettext_lazy("Back in the queue: the time had run out"),
    "claim.edited": gettext_lazy("Edited"),
    "claim.assigned": gettext_lazy("Assigned"),
    "claim.checked": gettext_lazy("Checked"),
    "claim.queued": gettext_lazy("Back in the queue"),
    "claim.in_progress": gettext_lazy("In progress again"),
    "claim.claimant_renamed": gettext_lazy("The claimant was renamed"),
    "comment.added": gettext_lazy("Commented"),
    "evidence.added": gettext_lazy("Evidence added"),
    "evidence.changed": gettext_lazy("Evidence changed"),
    "evidence.withdrawn": gettext_lazy("Evidence withdrawn"),
    "evidence.captured": gettext_lazy("Copy of the evidence kept"),
    "mention.added": gettext_lazy("Mention added"),
    "mention.changed": gettext_lazy("Mention changed"),
    "verdict.drafted": gettext_lazy("Verdict drafted"),
    "verdict.submitted": gettext_lazy("Verdict submitted"),
    "verdict.recalled": gettext_lazy("Verdict recalled"),
    "verdict.returned": gettext_lazy("Verdict returned"),
    "verdict.approved": gettext_lazy("Verdict approved"),
    "verdict.evidence_waived": gettext_lazy("Captured evidence waived"),
    "verdict.revised": gettext_lazy("Approval given up, back to draft"),
    "verdict.published": gettext_lazy("Verdict published"),
    "verdict.superseded": gettext_lazy("Earlier verdict superseded"),
    "verdict.abandoned": gettext_lazy("Revision given up"),
    "verdict.correction_started": gettext_lazy("Correction started"),
    "verdict.retracted": gettext_lazy("Verdict retracted"),
    "retraction.requested": gettext_lazy("Retraction requested"),
    "retraction.declined": gettext_lazy("Retraction declined"),
    "detail.erased": gettext_lazy("Texts of an event erased"),
}  # fmt: skip
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
    sentence = str(SENTENCES.get(event.kind, event.kind.replace(".", " ").replace("_", " ")))
    detail = getattr(event, "detail", None)
    if detail is not None and detail.data is None:
        note = _("(The texts of this event were erased.)")
    else:
        note = _note(event.kind, detail.data if detail else {})
    who = str(event.actor) if event.actor else _("the desk itself")
    return TrailStep(sentence, who, event.at, note, event.kind in STRONG)


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
        return ", ".join(str(item) for item in value) or "–"
    return str(value) if value not in (None, "") else "–"

"""Ten seconds to take back an accept, a dismissal or a merge."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.audit import record
from claims.errors import Conflict, Forbidden, NotThere
from claims.models import Claim, ClaimState, Event

if TYPE_CHECKING:
    from claims.accounts.models import User

UNDOABLE = frozenset({"claim.accepted", "claim.dismissed", "claim.merged"})


def undoable(claim: Claim, actor: User) -> Event | None:
    """Return the event that `actor` could still undo on this claim, if there is one."""
    last = claim.events.select_related("detail").order_by("-id").first()
    if last is None or last.kind not in UNDOABLE or last.actor_id != actor.pk:
        return None
    age = timezone.now() - last.at
    return last if age <= timedelta(seconds=settings.UNDO_SECONDS) else None


def undo(claim_id: UUID, *, actor: User) -> Claim:
    """Restore what was before the person's own last accept, dismissal or merge.

    Raises Conflict when something else has happened since, or UNDO_SECONDS have passed.
    """
    if not actor.is_active:
        raise Forbidden(_("Your role does not include this."))
    with transaction.atomic():
        claim = Claim.objects.select_for_update(no_key=True).filter(pk=claim_id).first()
        if claim is None:
            raise NotThere(_("There is no such claim."))
        event = undoable(claim, actor)
        if event is None:
            raise Conflict(_("There is nothing of yours to undo here any more."))
        was = claim.state
        _restore(claim, event)
        claim.undone_event = event
        claim.version += 1
        claim.changed_at = timezone.now()
        claim.save()
        record(
            "claim.undone",
            actor=actor,
            claim=claim,
            from_state=was,
            to_state=claim.state,
            detail={"undone": event.position},
        )
    return claim


def _restore(claim: Claim, event: Event) -> None:
    claim.dismissal_reason, claim.duplicate_of = "", None
    claim.state, claim.state_since = event.from_state, timezone.now()
    if claim.state == ClaimState.IN_PROGRESS:
        before = event.detail.data["before"]
        claim.lease_by_id = before["lease_by"]
        claim.lease_until = datetime.fromisoformat(before["lease_until"])

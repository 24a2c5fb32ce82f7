"""Verbs about what is public already: corrections, retractions, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import publishing
from claims.audit import record
from claims.errors import Forbidden, Invalid, NotThere
from claims.models import (
    Claim,
    Claimant,
    Publication,
    PublicState,
    RetractionRequest,
    Side,
    Verdict,
    VerdictState,
)
from claims.models.verdict import CorrectionType
from claims.words import checked
from claims.workflow.taking import taking

if TYPE_CHECKING:
    from claims.accounts.models import User

# What a correction starts from.
CARRIED = (
    "rating",
    "said",
    "confidence",
    "headline",
    "summary",
    "rationale",
    "media",
    "media_original",
    "media_context",
)


def start_correction(
    claim_id: UUID, *, actor: User, correction_type: str, public_note: str = ""
) -> Verdict:
    """Open a new revision beside the published one, which stays public until it is replaced."""
    if correction_type not in CorrectionType.values:
        raise Invalid(_("Say what kind of correction this is."), field="correction_type")
    public_note = checked(public_note, field="public_note", most=2000)
    with taking("start_correction", actor, claim_id) as work:
        live = work.case.live_verdict
        assert live is not None  # the table has made sure of it
        last = work.claim.verdicts.aggregate(last=Max("number"))["last"]
        work.verdict = Verdict(
            claim=work.claim,
            number=last + 1,
            corrects=live,
            correction_type=correction_type,
            public_note=public_note,
            **{name: getattr(live, name) for name in CARRIED},
        )
        work.authors.add(actor.pk)
        work.lease(actor)
        work.detail = {"type": correction_type, "corrects": live.number}
        publishing.mark_under_review(work.claim, is_under_review=True)
    return work.open_verdict()


def request_retraction(claim_id: UUID, *, actor: User, reason: str) -> RetractionRequest:
    """Ask a second editor to take the published verdict back, for a reason that readers see."""
    reason = checked(reason, field="reason", most=2000, required=True)
    with taking("request_retraction", actor, claim_id) as work:
        live = work.case.live_verdict
        assert live is not None  # the table has made sure of it
        request = RetractionRequest.objects.create(verdict=live, reason=reason, requested_by=actor)
        work.verdict, work.to_verdict = live, ""
        work.detail = {"reason": reason}
    return request


def confirm_retraction(claim_id: UUID, *, actor: User) -> Publication:
    """Take the published verdict back. Raises SameEyes for the editor who requested it."""
    with taking("confirm_retraction", actor, claim_id) as work:
        request = work.case.retraction
        assert request is not None  # the table has made sure of it
        verdict = Verdict.objects.select_for_update(no_key=True).get(pk=request.verdict_id)
        if verdict.state != VerdictState.PUBLISHED:
            raise NotThere(_("That revision is no longer the published one."))
        verdict.claim = work.claim
        verdict.retracted_at = timezone.now()
        request.is_confirmed, request.decided_by = True, actor
        request.decided_at = verdict.retracted_at
        request.save()
        work.verdict = verdict
        work.detail = {"reason": request.reason}
        work.last = lambda: publishing.retract(verdict, reason=request.reason)
    return Publication.objects.filter(verdict=verdict).latest()


def decline_retraction(claim_id: UUID, *, actor: User, note: str = "") -> RetractionRequest:
    """Leave the published verdict as it is. The requesting editor may withdraw this way, too."""
    note = checked(note, field="note", most=1000)
    with taking("decline_retraction", actor, claim_id) as work:
        request = work.case.retraction
        assert request is not None  # the table has made sure of it
        request.is_confirmed, request.decided_by = False, actor
        request.decided_at = timezone.now()
        request.save()
        work.verdict, work.to_verdict = request.verdict, ""
        work.detail = {"note": note} if note else {}
    return request


def rename_claimant(claimant_id: UUID, *, actor: User, **changes: Any) -> Claimant:
    """Change a claimant; every public fact-check that names them is published again.

    changes: any of name, role, kind, aliases, same_as, side, is_private_person. A side is for the
    desk alone: where nothing else changes, nothing is published. Raises Forbidden for somebody
    who may not publish when something is to be.
    """
    for name in ("name", "role"):
        if name in changes:
            changes[name] = checked(changes[name], field=name, most=200, required=name == "name")
    with transaction.atomic():
        # Before the claimant, as every verb does: one that is being published is waited for, and
        # one that is published next compares its document with the new name.
        claims = _claims_of(claimant_id)
        claimant = Claimant.objects.select_for_update().filter(pk=claimant_id).first()
        if claimant is None:
            raise NotThere(_("There is no such claimant."))
        shown = PublicState.objects.live().filter(claimant=claimant)
        told = set() if set(changes) <= {"side"} else set(shown.values_list("pk", flat=True))
        claims = [claim for claim in claims if claim.pk in told]
        needed = "claims.publish_verdict" if claims else "claims.change_claimant"
        if not (actor.is_active and actor.has_perm(needed)):
            raise Forbidden(_("Your role does not include this."))
        before = {name: _told(getattr(claimant, name)) for name in changes}
        for name, value in changes.items():
            setattr(claimant, name, value)
        claimant.save()
        record(
            "claimant.changed",
            actor=actor,
            subject=f"claimant:{claimant.pk}",
            detail={
                "before": before,
                "after": {name: _told(value) for name, value in changes.items()},
            },
        )
        for claim in claims:
            record("claim.claimant_renamed", actor=actor, claim=claim)
        states = PublicState.objects.filter(claim__in=claims).order_by("claim_id")
        for state in states.select_related("publication__claim", "publication__verdict"):
            publishing.rename_claimant(state, claimant)
    return claimant


def _claims_of(claimant_id: UUID) -> list[Claim]:
    """Lock the claims that are public with this claimant, or may be next, in their order."""
    shown = PublicState.objects.live().filter(claimant=claimant_id).values("claim_id")
    coming = Verdict.objects.filter(state__in=[VerdictState.SUBMITTED, VerdictState.APPROVED])
    named = Q(pk__in=shown) | Q(claimant=claimant_id, pk__in=coming.values("claim_id"))
    return list(Claim.objects.select_for_update(no_key=True).filter(named).order_by("pk"))


def _told(value: Any) -> Any:
    """Return a value of a claimant as the trail keeps it: of a side its name."""
    return value.name if isinstance(value, Side) else value

"""Objections of readers: they come in as flags on a verdict, and somebody settles each."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import addresses
from articles.errors import CannotTakeIn
from claims.audit import record
from claims.errors import Conflict, Forbidden, Invalid, NotThere
from claims.models import Dispute, PublicState, Verdict, VerdictState
from claims.words import checked

if TYPE_CHECKING:
    from claims.accounts.models import User


def raise_dispute(
    claim_id: UUID, *, text: str, url: str = "", name: str = "", email: str = ""
) -> Dispute:
    """Keep a reader's objection to what is published of a claim.

    Raises NotThere where nothing is published. Nothing about the verdict changes.
    """
    text = checked(text, field="text", most=5000, required=True)
    name = checked(name, field="name", most=200)
    email = checked(email, field="email", most=254)
    if email:
        _check_email(email)
    url = _address(url) if url else ""
    with transaction.atomic():
        state = PublicState.objects.live().filter(claim_id=claim_id).first()
        verdict = Verdict.objects.filter(claim_id=claim_id, state=VerdictState.PUBLISHED).first()
        if state is None or verdict is None:
            raise NotThere(_("There is no such fact-check."))
        dispute = Dispute.objects.create(
            verdict=verdict, text=text, url=url, name=name, email=email
        )
        record(
            "verdict.disputed",
            actor=None,
            claim=verdict.claim,
            subject=f"dispute:{dispute.pk}",
            detail={"text": text, "url": url},
        )
    return dispute


def settle(
    dispute_id: UUID, *, actor: User, outcome: str, note: str = "", answer: str = ""
) -> Dispute:
    """Say what came of an objection. A correction is started apart, by its own verb.

    note: for colleagues. answer: goes to the reader by e-mail, where they left an address.
    """
    if outcome not in Dispute.Outcome.values:
        raise Invalid(_("Choose one of the answers."), field="outcome")
    note = checked(note, field="note", most=2000)
    answer = checked(answer, field="answer", most=5000)
    if not (actor.is_active and actor.has_perm("claims.settle_dispute")):
        raise Forbidden(_("Your role does not include this."))
    with transaction.atomic():
        rows = Dispute.objects.select_for_update(of=("self",)).select_related("verdict__claim")
        dispute = rows.filter(pk=dispute_id).first()
        if dispute is None:
            raise NotThere(_("There is no such objection."))
        if dispute.settled_at is not None:
            raise Conflict(_("A colleague has settled this already."))
        if answer and not dispute.email:
            raise Invalid(_("The reader left no address to write to."), field="answer")
        dispute.settled_by, dispute.settled_at = actor, timezone.now()
        dispute.outcome, dispute.note, dispute.answer = outcome, note, answer
        dispute.save()
        record(
            "dispute.settled",
            actor=actor,
            claim=dispute.verdict.claim,
            subject=f"dispute:{dispute.pk}",
            detail={"outcome": outcome, "note": note, "answer": answer},
        )
    return dispute


def _check_email(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise Invalid(_("This is not a mail address."), field="email") from None


def _address(url: str) -> str:
    try:
        return addresses.normal(url)
    except CannotTakeIn as error:
        raise Invalid(error.message, field="url") from error

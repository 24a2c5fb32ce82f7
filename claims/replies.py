"""The right of reply: a claimant is asked, answers through a link, and readers see what came.

Verbs lock the claim first, as those of the workflow do.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import publishing
from claims.audit import record
from claims.errors import Conflict, Forbidden, Incomplete, Invalid, NotThere
from claims.models import Claim, PublicState, ReplyRequest
from claims.words import checked

if TYPE_CHECKING:
    from claims.accounts.models import User

LEAST_DAYS, MOST_DAYS = 1, 60


def ask(
    claim_id: UUID, *, actor: User, name: str, question: str, address: str = "", days: int = 7
) -> tuple[ReplyRequest, str]:
    """Open a way for the claimant to answer; return the request and the secret of its link.

    days: how long the link holds, 1 to 60. The secret is shown once and kept nowhere.
    """
    name = checked(name, field="name", most=200, required=True)
    question = checked(question, field="question", most=5000, required=True)
    address = checked(address, field="address", most=300)
    if not LEAST_DAYS <= days <= MOST_DAYS:
        raise Invalid(
            _("Give them between {least} and {most} days.").format(
                least=LEAST_DAYS, most=MOST_DAYS
            ),
            field="days",
        )
    secret = secrets.token_urlsafe(32)
    with _locked(claim_id, actor, "claims.ask_reply") as claim:
        now = timezone.now()
        request = ReplyRequest.objects.create(
            claim=claim,
            name=name,
            address=address,
            question=question,
            token_sha256=_digest(secret),
            asked_by=actor,
            asked_at=now,
            expires_at=now + timedelta(days=days),
        )
        record(
            "reply.asked",
            actor=actor,
            claim=claim,
            subject=f"reply:{request.pk}",
            detail={"name": name, "question": question, "days": days},
        )
    return request, secret


def link(secret: str) -> str:
    """Return the address at which a request is answered."""
    return f"{settings.PUBLIC_BASE_URL}/reply/{secret}/"


def request_of(secret: str) -> ReplyRequest:
    """Return the request behind a link, open or not. Raises NotThere."""
    rows = ReplyRequest.objects.select_related("claim")
    request = rows.filter(token_sha256=_digest(secret), withdrawn_at=None).first()
    if request is None:
        raise NotThere(_("This link does not lead anywhere."))
    return request


def answer(secret: str, *, text: str, signed: str) -> ReplyRequest:
    """Keep the claimant's answer. It can be given once, within its time."""
    text = checked(text, field="text", most=10_000, required=True)
    signed = checked(signed, field="signed", most=200, required=True)
    found = request_of(secret)
    with transaction.atomic():
        claim = Claim.objects.select_for_update(no_key=True).get(pk=found.claim_id)
        request = ReplyRequest.objects.select_for_update().get(pk=found.pk)
        if request.answered_at is not None:
            raise Conflict(_("Your reply has reached us already."))
        if not request.is_open:
            raise Conflict(_("The time for a reply is over."))
        request.answer, request.answered_by = text, signed
        request.answered_at = timezone.now()
        request.save()
        record(
            "reply.answered",
            actor=None,
            claim=claim,
            subject=f"reply:{request.pk}",
            detail={"answer": text, "signed": signed},
        )
    return request


def release(request_id: UUID, *, actor: User) -> ReplyRequest:
    """Show readers the answer, or that none came; a live fact-check is published again with it.

    Before the first publication it is kept ready, and goes out with it.
    """
    with _request(request_id, actor, "claims.release_reply") as request:
        if request.answered_at is None and request.silent_at is None:
            raise Conflict(_("There is still time to answer."))
        if request.released_at is not None:
            raise Conflict(_("Readers see this already."))
        request.released_by, request.released_at = actor, timezone.now()
        request.save()
        record("reply.released", actor=actor, claim=request.claim, subject=f"reply:{request.pk}")
        state = PublicState.objects.live().filter(claim=request.claim).first()
        if state is not None:
            publishing.show_replies(state)
    return request


def withdraw(request_id: UUID, *, actor: User, reason: str) -> ReplyRequest:
    """Close a link that nobody has answered yet, for instance one sent to the wrong person."""
    reason = checked(reason, field="reason", most=300)
    if not reason:
        raise Incomplete(_("Say why."), missing={"reason": _("A reason is needed for the trail.")})
    with _request(request_id, actor, "claims.ask_reply") as request:
        if request.answered_at is not None:
            raise Conflict(_("They have answered. An answer is kept."))
        if request.released_at is not None:
            raise Conflict(_("Readers see this already."))
        request.withdrawn_by, request.withdrawn_at = actor, timezone.now()
        request.save()
        record(
            "reply.withdrawn",
            actor=actor,
            claim=request.claim,
            subject=f"reply:{request.pk}",
            detail={"reason": reason},
        )
    return request


def record_silence() -> int:
    """Record for each request whose time is over that no answer came; return how many."""
    count = 0
    for request_id, claim_id in ReplyRequest.objects.lapsed().values_list("pk", "claim_id")[:500]:
        with transaction.atomic():
            claim = Claim.objects.select_for_update(no_key=True).get(pk=claim_id)
            lapsed = ReplyRequest.objects.lapsed().select_for_update()
            request = lapsed.filter(pk=request_id).first()
            if request is None:
                continue
            request.silent_at = timezone.now()
            request.save()
            record("reply.silent", actor=None, claim=claim, subject=f"reply:{request.pk}")
            count += 1
    return count


@contextmanager
def _locked(claim_id: UUID, actor: User, permission: str) -> Iterator[Claim]:
    if not (actor.is_active and actor.has_perm(permission)):
        raise Forbidden(_("Your role does not include this."))
    with transaction.atomic():
        claim = Claim.objects.select_for_update(no_key=True).filter(pk=claim_id).first()
        if claim is None:
            raise NotThere(_("There is no such claim."))
        yield claim


@contextmanager
def _request(request_id: UUID, actor: User, permission: str) -> Iterator[ReplyRequest]:
    found = ReplyRequest.objects.filter(pk=request_id).values_list("claim_id", flat=True).first()
    if found is None:
        raise NotThere(_("There is no such request."))
    with _locked(found, actor, permission) as claim:
        request = ReplyRequest.objects.select_for_update().get(pk=request_id)
        if request.withdrawn_at is not None:
            raise Conflict(_("This request was withdrawn."))
        request.claim = claim
        yield request


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()

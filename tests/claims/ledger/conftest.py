"""A ledger with two sealed days and a third that runs."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.utils import timezone

from claims import audit, workflow
from claims.ledger import export, sealing
from claims.models import Claim, Event, LedgerRoot, Publication, Rating
from tests.claims.conftest import give_evidence, write_draft


def correct(claim: Claim, author, editor) -> Publication:
    """Replace the published verdict of a claim by one with another rating."""
    workflow.start_correction(
        claim.pk, actor=author, correction_type="verdict", public_note="The log was misread."
    )
    workflow.draft(
        claim.pk, actor=author, rating=Rating.objects.get(key="half-true"),
        media="StagedContent", media_original="https://pictures.example/1", media_context="A play.",
    )  # fmt: skip
    verdict = workflow.submit(claim.pk, actor=author)
    workflow.approve(verdict.pk, actor=editor, content_hash=verdict.content_hash)
    return workflow.publish(verdict.pk, actor=editor)


@pytest.fixture
def ledger(request, candidate, rosa, emil, edna, dana) -> SimpleNamespace:
    """Day 1: a verdict is published. Day 2: it is corrected. Today: another is taken back.

    A candidate, a comment and a claim under work are nowhere public. One text was erased.
    """
    now = timezone.now()
    with time_machine.travel(now - timedelta(days=2)):
        published = request.getfixturevalue("published")
        workflow.comment(published.claim_id, actor=emil, body="Ask the harbour master.")
        workflow.accept(candidate.pk, actor=rosa)
    with time_machine.travel(now - timedelta(days=1)):
        corrected = correct(published.claim, edna, emil)
        erased = Event.objects.filter(kind="claim.entered").first()
        audit.erase(erased.pk, actor=dana, reason="A private address.")
    sealing.seal_days()
    workflow.take(candidate.pk, actor=rosa)
    give_evidence(candidate, rosa)
    verdict = write_draft(candidate, rosa)
    verdict = workflow.submit(candidate.pk, actor=rosa)
    workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)
    workflow.publish(verdict.pk, actor=emil)
    workflow.request_retraction(candidate.pk, actor=emil, reason="The log was forged.")
    workflow.confirm_retraction(candidate.pk, actor=edna)
    return SimpleNamespace(
        first=published,
        corrected=corrected,
        roots=list(LedgerRoot.objects.order_by("day")),
        now=now,
    )


@pytest.fixture
def seal_tomorrow(ledger, travelling):
    """Seal the day that runs, as if it were over."""

    def sealed() -> LedgerRoot:
        with time_machine.travel(datetime.now(ledger.now.tzinfo) + timedelta(days=1)):
            return sealing.seal_days()[-1]

    return sealed


@pytest.fixture
def lines(ledger) -> list[str]:
    """The public form of the ledger."""
    return list(export.written())

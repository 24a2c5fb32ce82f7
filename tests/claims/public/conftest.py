"""Fact-checks as readers meet them."""

from __future__ import annotations

import json

import pytest

from claims import workflow
from claims.models import PublicState, Rating


@pytest.fixture
def state(published) -> PublicState:
    return PublicState.objects.select_related("publication").get(claim=published.claim)


@pytest.fixture
def document(state) -> dict:
    return json.loads(state.publication.document)


@pytest.fixture
def address(state) -> str:
    return f"/fact-checks/{state.slug}/"


@pytest.fixture
def corrected(published, emil, edna):
    """The published verdict, replaced by one with another rating."""
    workflow.start_correction(
        published.claim_id,
        actor=emil,
        correction_type="verdict",
        public_note="The log was misread.",
    )
    workflow.draft(published.claim_id, actor=emil, rating=Rating.objects.get(key="half-true"))
    correction = workflow.submit(published.claim_id, actor=emil)
    workflow.approve(correction.pk, actor=edna, content_hash=correction.content_hash)
    workflow.publish(correction.pk, actor=emil)
    return correction


@pytest.fixture
def retracted(published, emil, edna):
    """The published verdict, taken back by two editors."""
    workflow.request_retraction(published.claim_id, actor=emil, reason="The log was forged.")
    workflow.confirm_retraction(published.claim_id, actor=edna)
    return published

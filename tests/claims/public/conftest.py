"""Fact-checks as readers meet them."""

from __future__ import annotations

import json

import pytest
from django.core.cache import cache

from claims import intake, workflow
from claims.accounts.models import User
from claims.models import Claim, Publication, PublicState, Rating, Topic
from tests.claims.conftest import give_evidence, write_draft


@pytest.fixture(autouse=True)
def empty_cache():
    """What one test let a page remember is no concern of the next."""
    cache.clear()


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


def publish(claim: Claim, author: User, editor: User, **content) -> Publication:
    """Carry a queued claim to the public."""
    workflow.take(claim.pk, actor=author)
    give_evidence(claim, author)
    write_draft(claim, author, **content)
    verdict = workflow.submit(claim.pk, actor=author)
    workflow.approve(verdict.pk, actor=editor, content_hash=verdict.content_hash)
    return workflow.publish(verdict.pk, actor=editor)


@pytest.fixture
def pier(snapshot, rosa, emil, dana) -> PublicState:
    """A second fact-check: unproven, on the topic of the harbour, by nobody named."""
    text = "We never closed the northern pier"
    start = snapshot.text.index(text)
    claim = intake.enter(
        snapshot.pk, actor=dana, text=text, start=start, end=start + len(text), kind="denial"
    )
    claim.topics.add(Topic.objects.create(name="Harbour & sea", slug="harbour"))
    publish(claim, rosa, emil, rating=Rating.objects.get(key="unproven"), summary="No record.")
    return PublicState.objects.select_related("publication").get(claim=claim)

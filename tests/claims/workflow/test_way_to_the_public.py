"""The way of one claim from the queue to the public, a correction and a retraction."""

from __future__ import annotations

import json

import pytest

from claims import anchoring, audit, evidence, workflow
from claims.errors import Forbidden, Incomplete, Leased, Outdated, SameEyes, WrongState
from claims.models import (
    Claim,
    ClaimState,
    Event,
    Publication,
    PublicState,
    Rating,
    Verdict,
    VerdictState,
)
from tests.claims.conftest import give_evidence, write_draft

pytestmark = pytest.mark.django_db


class TestPublishing:
    def test_public_document_says_what_was_approved(self, published):
        state = PublicState.objects.get(claim=published.claim)
        document = json.loads(state.publication.document)

        assert document["text"] == published.claim.text
        assert document["rating"]["label"] == "Mostly true"
        assert document["claimant"]["name"] == "Mara Quill"
        assert document["evidence"][0]["quote"] == "604 crossings"
        assert document["mentions"][0]["quote"].startswith("Ferry traffic fell")
        assert document["content_hash"] == published.content_hash
        assert document["sequence"] == state.publication_id == 1
        assert document["first_published_at"] == document["updated_at"]

    def test_a_correction_replaces_the_live_verdict_only_when_published(
        self, published, rosa, emil
    ):
        claim = published.claim
        before = PublicState.objects.get(claim=claim).publication.document

        correction = workflow.start_correction(
            claim.pk, actor=emil, correction_type="verdict", public_note="The log was misread."
        )
        assert PublicState.objects.get(claim=claim).publication.document == before
        assert PublicState.objects.get(claim=claim).is_under_review
        workflow.draft(claim.pk, actor=emil, rating=Rating.objects.get(key="half-true"))
        workflow.release(claim.pk, actor=emil)
        workflow.take(claim.pk, actor=rosa)
        correction = workflow.submit(claim.pk, actor=rosa)
        with pytest.raises(SameEyes):
            workflow.approve(correction.pk, actor=emil, content_hash=correction.content_hash)

    def test_corrected_document_tells_of_the_correction(self, published, emil, edna):
        claim = published.claim
        first = PublicState.objects.get(claim=claim).first_published_at
        workflow.start_correction(
            claim.pk, actor=emil, correction_type="verdict", public_note="The log was misread."
        )
        workflow.draft(claim.pk, actor=emil, rating=Rating.objects.get(key="half-true"))
        correction = workflow.submit(claim.pk, actor=emil)
        workflow.approve(correction.pk, actor=edna, content_hash=correction.content_hash)
        publication = workflow.publish(correction.pk, actor=emil)

        published.refresh_from_db()
        state = PublicState.objects.get(claim=claim)
        document = json.loads(publication.document)
        assert published.state == VerdictState.SUPERSEDED
        assert publication.kind == Publication.Kind.CORRECTED
        assert document["revision"] == 2
        assert document["corrections"][0]["note"] == "The log was misread."
        assert document["rating"]["key"] == "half-true"
        assert state.first_published_at == first
        assert not state.is_under_review

    def test_retraction_takes_two_editors_and_leaves_a_tombstone(self, published, emil, edna):
        claim_id = published.claim_id
        workflow.request_retraction(claim_id, actor=emil, reason="The log was forged.")
        with pytest.raises(SameEyes):
            workflow.confirm_retraction(claim_id, actor=emil)
        publication = workflow.confirm_retraction(claim_id, actor=edna)

        published.refresh_from_db()
        assert published.state == VerdictState.RETRACTED
        document = json.loads(publication.document)
        assert document["deleted"] is True
        assert document["reason"] == "The log was forged."
        assert PublicState.objects.get(claim_id=claim_id).is_retracted

    def test_the_trail_holds_and_replays(self, published):
        assert list(audit.verify()) == []
        assert list(audit.replay()) == []


class TestFourEyes:
    def test_refuses_an_author(self, submitted, rosa, root):
        with pytest.raises(Forbidden):
            workflow.approve(submitted.pk, actor=rosa, content_hash=submitted.content_hash)

        submitted.refresh_from_db()
        assert submitted.state == VerdictState.SUBMITTED

    def test_refuses_a_superuser_who_wrote(self, claim, root, db):
        workflow.take(claim.pk, actor=root)
        give_evidence(claim, root)
        write_draft(claim, root)
        verdict = workflow.submit(claim.pk, actor=root)
        before = Event.objects.count()

        with pytest.raises(SameEyes):
            workflow.approve(verdict.pk, actor=root, content_hash=verdict.content_hash)

        verdict.refresh_from_db()
        assert verdict.state == VerdictState.SUBMITTED
        assert Event.objects.count() == before

    def test_who_added_the_evidence_is_an_author(self, taken, rosa, emil):
        give_evidence(taken, emil)
        write_draft(taken, rosa)
        verdict = workflow.submit(taken.pk, actor=rosa)

        with pytest.raises(SameEyes):
            workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)

    def test_who_changed_the_evidence_is_an_author(self, taken, rosa, emil):
        item = give_evidence(taken, rosa, quote="")
        write_draft(taken, rosa)
        evidence.pin_quote(item.pk, actor=emil, quote="604 crossings")
        verdict = workflow.submit(taken.pk, actor=rosa)

        with pytest.raises(SameEyes):
            workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)

        verdict.refresh_from_db()
        assert verdict.state == VerdictState.SUBMITTED

    def test_evidence_that_is_not_cited_makes_no_author(self, taken, rosa, emil):
        give_evidence(taken, rosa)
        write_draft(taken, rosa)
        give_evidence(taken, emil, title="Something else")
        verdict = workflow.submit(taken.pk, actor=rosa)

        workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)

        assert not verdict.is_by(emil)

    @pytest.mark.parametrize("when", ["before", "since"])
    def test_who_changed_the_wording_since_it_was_opened_is_an_author(
        self, claim, rosa, emil, when
    ):
        def reword():
            workflow.edit(claim.pk, actor=emil, text="Ferry traffic fell by half in five years.")

        if when == "before":
            reword()
        workflow.take(claim.pk, actor=rosa)
        give_evidence(claim, rosa)
        write_draft(claim, rosa)
        if when == "since":
            # An editor's late change of a word, while the author has the claim in hand.
            workflow.release(claim.pk, actor=rosa)
            reword()
            workflow.take(claim.pk, actor=rosa)
        verdict = workflow.submit(claim.pk, actor=rosa)

        assert verdict.is_by(emil) == (when == "since")

    def test_who_moved_a_mention_since_it_was_opened_is_an_author(self, drafted, rosa, emil):
        mention = drafted.claim.mentions.get()
        workflow.release(drafted.claim_id, actor=rosa)
        anchoring.move_mention(mention.pk, actor=emil, start=mention.start, end=mention.end - 1)
        workflow.take(drafted.claim_id, actor=rosa)
        verdict = workflow.submit(drafted.claim_id, actor=rosa)

        with pytest.raises(SameEyes):
            workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)

    def test_approval_is_bound_to_the_text_that_was_read(self, submitted, emil, rosa):
        read = submitted.content_hash
        workflow.recall(submitted.pk, actor=rosa)
        workflow.draft(submitted.claim_id, actor=rosa, summary="Another summary.")
        workflow.submit(submitted.claim_id, actor=rosa)

        with pytest.raises(Outdated) as refused:
            workflow.approve(submitted.pk, actor=emil, content_hash=read)

        assert refused.value.newer["summary"] == "Another summary."
        assert Verdict.objects.get(pk=submitted.pk).state == VerdictState.SUBMITTED


class TestReturn:
    def test_reserves_the_claim_for_its_author(self, submitted, emil, rosa, pavel):
        workflow.return_(submitted.pk, actor=emil, reason="evidence", note="One more source.")

        with pytest.raises(Leased):
            workflow.take(submitted.claim_id, actor=pavel)
        claim = workflow.take(submitted.claim_id, actor=rosa)
        assert claim.state == ClaimState.IN_PROGRESS
        workflow.draft(claim.pk, actor=rosa, summary="With one more source.")
        assert workflow.submit(claim.pk, actor=rosa).number == 1


class TestSubmit:
    def test_says_what_is_missing(self, taken, rosa):
        workflow.draft(taken.pk, actor=rosa, rationale="I think so [3].")

        with pytest.raises(Incomplete) as refused:
            workflow.submit(taken.pk, actor=rosa)

        assert set(refused.value.missing) == {
            "rating", "summary", "said", "confidence", "evidence",
        }  # fmt: skip
        taken.refresh_from_db()
        assert taken.state == ClaimState.IN_PROGRESS

    def test_leaves_the_public_address_to_what_is_published(self, submitted, emil, edna, rosa):
        workflow.return_(submitted.pk, actor=emil, reason="wording", note="Too long.")
        workflow.take(submitted.claim_id, actor=rosa)
        workflow.edit(submitted.claim_id, actor=rosa, text="Ferry crossings halved.")
        write_draft(submitted.claim, rosa)
        verdict = workflow.submit(submitted.claim_id, actor=rosa)
        assert Claim.objects.get().slug is None

        workflow.approve(verdict.pk, actor=edna, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=edna)

        assert Claim.objects.get().slug == "ferry-crossings-halved"

    def test_ends_the_lease(self, submitted):
        assert submitted.claim.state == ClaimState.CHECKED
        assert submitted.claim.lease_by is None


class TestAbandon:
    def test_of_a_correction_leaves_what_is_public(self, published, emil):
        correction = workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="A slip."
        )
        workflow.abandon(correction.pk, actor=emil)

        claim = correction.claim.__class__.objects.get(pk=published.claim_id)
        assert claim.state == ClaimState.CHECKED
        assert not PublicState.objects.get(claim=claim).is_under_review

    def test_refuses_a_published_verdict(self, published, emil):
        with pytest.raises(WrongState):
            workflow.abandon(published.pk, actor=emil)

        published.refresh_from_db()
        assert published.state == VerdictState.PUBLISHED


class TestDismissing:
    def test_refuses_a_claim_with_a_verdict(self, published, emil):
        with pytest.raises(WrongState):
            workflow.dismiss(published.claim_id, actor=emil, reason="opinion")

"""What the buttons of a claim's page do."""

from __future__ import annotations

import pytest

from claims import workflow
from claims.models import (
    Claim,
    ClaimState,
    Distinction,
    Event,
    Verdict,
    VerdictState,
)
from claims.workbench.alike import alike
from tests.claims.conftest import write_draft
from tests.claims.desk.conftest import do, url


class TestVerbs:
    def test_take_release_and_dismiss(self, at_desk, rosa, claim):
        client = at_desk(rosa)

        assert do(client, claim, "take").status_code == 302
        assert Claim.objects.get().is_leased_to(rosa)
        do(client, claim, "release")
        do(client, claim, "dismiss", reason="trivial", note="")

        assert Claim.objects.get().state == ClaimState.DISMISSED

    def test_ask_again_for_a_reason_that_is_missing(self, at_desk, rosa, claim):
        response = do(at_desk(rosa), claim, "dismiss", reason="other", note="")

        assert response.status_code == 422
        assert Claim.objects.get().state == ClaimState.QUEUED

    def test_answer_a_refusal_with_its_reason_and_change_nothing(self, at_desk, pavel, taken):
        events = Event.objects.count()

        response = do(at_desk(pavel), taken, "take")

        page = response.content.decode()
        assert response.status_code == 409
        assert "Rosa has this claim in hand." in page
        assert "<p>Nothing was changed.</p>" in page
        assert Event.objects.count() == events

    def test_refuse_who_may_not(self, at_desk, rhea, claim):
        response = do(at_desk(rhea), claim, "take")

        assert response.status_code == 403
        assert Claim.objects.get().state == ClaimState.QUEUED

    def test_know_no_other_verb(self, at_desk, dana, claim):
        assert do(at_desk(dana), claim, "delete").status_code == 404
        assert at_desk(dana).get(url("act", claim.pk, "take")).status_code == 405

    def test_keep_the_filters_of_the_list(self, at_desk, rosa, claim):
        response = at_desk(rosa).post(url("act", claim.pk, "take") + "?state=queued&kind=quantity")

        assert response.headers["Location"].endswith("?state=queued&kind=quantity")

    def test_undo_within_its_time(self, at_desk, rosa, candidate):
        client = at_desk(rosa)
        do(client, candidate, "accept")

        assert b"data-seconds" in client.get(url("claim", candidate.pk)).content
        client.post(url("undo", candidate.pk))

        assert Claim.objects.get().state == ClaimState.CANDIDATE


class TestSplitting:
    @pytest.mark.parametrize(("start", "end"), [(5, 9), (0, 10_000), (-3, 0)])
    def test_needs_words_at_one_end_and_leaves_some(self, at_desk, rosa, claim, start, end):
        mention = claim.first_mention
        place = {"start": mention.start + start, "end": min(mention.start + end, mention.end)}
        words = mention.snapshot.text[place["start"] : place["end"]]
        answers = {"words": words, "then": "split", **place}

        answer = at_desk(rosa).post(url("move", mention.pk), answers)

        assert answer.status_code == 422
        assert Claim.objects.count() == 1
        assert claim.first_mention.quote == mention.quote


class TestTwins:
    @pytest.fixture
    def twin(self, claim):
        return Claim.objects.create(text=f"{claim.text} (again)", state="queued")

    def test_that_were_told_apart_come_last_and_stay_so(self, at_desk, rosa, claim, twin):
        Claim.objects.create(text=f"{claim.text} (yet once more)", state="queued")
        do(at_desk(rosa), claim, "tell_apart", of=twin.pk)

        found = list(alike(claim, rosa))

        assert [one.is_apart for one in found] == [False, True]
        assert found[1] == twin
        assert b"told apart" in at_desk(rosa).get(url("claim", claim.pk)).content

    def test_are_refused_to_who_may_not_merge(self, at_desk, rhea, claim, twin):
        assert do(at_desk(rhea), claim, "tell_apart", of=twin.pk).status_code == 403
        assert not Distinction.objects.exists()


class TestApproval:
    def test_is_bound_to_the_text_that_was_read(self, at_desk, emil, submitted):
        client = at_desk(emil)

        response = do(client, submitted.claim, "approve", content_hash="0" * 64)

        assert response.status_code == 409
        submitted.refresh_from_db()
        assert submitted.state == VerdictState.SUBMITTED

    def test_walks_on_to_publication(self, at_desk, emil, submitted):
        client, claim = at_desk(emil), submitted.claim

        do(client, claim, "approve", content_hash=submitted.content_hash)
        do(client, claim, "publish", content_hash=submitted.content_hash)

        submitted.refresh_from_db()
        assert submitted.state == VerdictState.PUBLISHED

    def test_refuses_an_author(self, at_desk, root, submitted):
        workflow.recall(submitted.pk, actor=root)
        write_draft(submitted.claim, root)
        verdict = workflow.submit(submitted.claim_id, actor=root)

        response = do(at_desk(root), verdict.claim, "approve", content_hash=verdict.content_hash)

        assert response.status_code == 403
        verdict.refresh_from_db()
        assert verdict.state == VerdictState.SUBMITTED

    def test_returns_with_a_reason(self, at_desk, emil, submitted):
        do(at_desk(emil), submitted.claim, "return", reason="evidence", note="Which year?")

        submitted.refresh_from_db()
        assert (submitted.state, submitted.return_note) == ("changes_requested", "Which year?")


class TestPublic:
    def test_a_correction_is_started(self, at_desk, emil, published):
        do(at_desk(emil), published.claim, "start_correction", correction_type="typo")

        assert Verdict.objects.open().get().corrects == published

    def test_a_retraction_takes_two_editors(self, at_desk, emil, edna, published):
        do(at_desk(emil), published.claim, "request_retraction", reason="It was wrong.")
        assert do(at_desk(emil), published.claim, "confirm_retraction").status_code == 403
        page = at_desk(edna).get(url("claim", published.claim_id)).content.decode()
        assert "Emil requests a retraction" in page.partition('id="evidence"')[0]
        assert "It was wrong." in page.partition('id="evidence"')[0]

        do(at_desk(edna), published.claim, "confirm_retraction")

        published.refresh_from_db()
        assert published.state == VerdictState.RETRACTED
        page = at_desk(emil).get(url("claim", published.claim_id)).content.decode()
        assert 'data-verdict-state="retracted"' in page.partition('id="evidence"')[0]
        assert "The verdict was retracted." in page

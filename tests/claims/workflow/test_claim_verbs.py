"""Verbs about a claim: who may, from where, what stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from claims import workflow
from claims.errors import Conflict, Forbidden, Invalid, Leased, Outdated, Refused, WrongState
from claims.models import Claim, ClaimState, Distinction, Event, Outbox

pytestmark = pytest.mark.django_db


def later(**delta):
    return time_machine.travel(timezone.now() + timedelta(**delta), tick=True)


class TestTake:
    def test_leases_the_claim(self, claim, rosa):
        taken = workflow.take(claim.pk, actor=rosa)

        assert taken.state == ClaimState.IN_PROGRESS
        assert taken.is_leased_to(rosa)

    def test_refuses_while_a_colleague_has_it(self, taken, pavel, rosa):
        with pytest.raises(Leased, match="Rosa"):
            workflow.take(taken.pk, actor=pavel)

        assert Claim.objects.get(pk=taken.pk).lease_by == rosa

    def test_a_lapsed_lease_can_be_taken_at_once_and_the_draft_survives(self, drafted, pavel):
        with later(minutes=31):
            claim = workflow.take(drafted.claim_id, actor=pavel)

            assert claim.is_leased_to(pavel)
            verdict = workflow.draft(claim.pk, actor=pavel, summary="Taken further.")
        assert verdict.pk == drafted.pk
        assert verdict.rationale == drafted.rationale
        assert verdict.authorships.count() == 2

    def test_extending_leaves_no_event(self, taken, rosa):
        before = Event.objects.count()

        with later(minutes=20):
            claim = workflow.extend(taken.pk, actor=rosa)

        assert claim.lease_until > timezone.now() + timedelta(minutes=45)
        assert Event.objects.count() == before

    def test_an_editor_takes_over_with_a_reason(self, drafted, emil, pavel):
        with pytest.raises(Forbidden):
            workflow.take_over(drafted.claim_id, actor=pavel, reason="Mine.")
        with pytest.raises(Invalid):
            workflow.take_over(drafted.claim_id, actor=emil, reason=" ")

        claim = workflow.take_over(drafted.claim_id, actor=emil, reason="Rosa is ill.")

        assert claim.is_leased_to(emil)
        assert Outbox.objects.filter(event__kind="claim.taken_over").exists()

    def test_the_sweeper_returns_lapsed_claims(self, taken):
        assert workflow.release_lapsed() == 0
        with later(minutes=31):
            assert workflow.release_lapsed() == 1

        taken.refresh_from_db()
        assert (taken.state, taken.lease_by) == (ClaimState.QUEUED, None)


class TestDraft:
    def test_refuses_who_has_not_taken_the_claim(self, claim, rosa):
        with pytest.raises(WrongState):
            workflow.draft(claim.pk, actor=rosa, summary="Mine.")

        assert not claim.verdicts.exists()

    def test_a_stale_save_gets_what_stands_now(self, drafted, rosa):
        seen = drafted.version
        workflow.draft(drafted.claim_id, actor=rosa, version=seen, summary="First window.")

        with pytest.raises(Outdated) as refused:
            workflow.draft(drafted.claim_id, actor=rosa, version=seen, summary="Second window.")

        assert refused.value.newer["summary"] == "First window."
        drafted.refresh_from_db()
        assert drafted.summary == "First window."

    def test_control_characters_are_refused_by_name(self, taken, rosa):
        with pytest.raises(Invalid, match="U\\+0007") as refused:
            workflow.draft(taken.pk, actor=rosa, rationale="a\x07b")

        assert refused.value.field == "rationale"


class TestUndo:
    @pytest.mark.parametrize("act", ["accept", "dismiss", "merge"])
    def test_restores_what_was(self, candidate, claim, rosa, act):
        if act == "accept":
            workflow.accept(candidate.pk, actor=rosa)
        elif act == "dismiss":
            workflow.dismiss(candidate.pk, actor=rosa, reason="trivial")
        else:
            workflow.mark_duplicate(candidate.pk, actor=rosa, of=claim.pk)

        restored = workflow.undo(candidate.pk, actor=rosa)

        assert restored.state == ClaimState.CANDIDATE
        assert (restored.dismissal_reason, restored.duplicate_of) == ("", None)

    def test_gives_the_claim_back_into_the_hand_it_was_in(self, taken, rosa):
        workflow.dismiss(taken.pk, actor=rosa, reason="trivial")

        assert workflow.undo(taken.pk, actor=rosa).is_leased_to(rosa)

    def test_is_for_the_same_person_within_ten_seconds(self, candidate, rosa, pavel):
        workflow.accept(candidate.pk, actor=rosa)

        with pytest.raises(Conflict):
            workflow.undo(candidate.pk, actor=pavel)
        with later(seconds=11), pytest.raises(Conflict):
            workflow.undo(candidate.pk, actor=rosa)

        candidate.refresh_from_db()
        assert candidate.state == ClaimState.QUEUED

    def test_happens_once(self, candidate, rosa):
        workflow.accept(candidate.pk, actor=rosa)
        workflow.undo(candidate.pk, actor=rosa)

        with pytest.raises(Conflict):
            workflow.undo(candidate.pk, actor=rosa)


class TestEdit:
    def test_refuses_over_a_newer_wording(self, claim, rosa, pavel):
        seen = claim.version
        workflow.edit(claim.pk, actor=pavel, version=seen, text="Crossings halved.")

        with pytest.raises(Outdated) as refused:
            workflow.edit(claim.pk, actor=rosa, version=seen, text="Crossings fell.")

        assert refused.value.newer["text"] == "Crossings halved."

    def test_refuses_once_the_verdict_is_handed_in(self, submitted, rosa):
        with pytest.raises(Refused):
            workflow.edit(submitted.claim_id, actor=rosa, text="Other words.")

        assert Claim.objects.get(pk=submitted.claim_id).text == submitted.claim.text

    def test_keeps_before_and_after(self, claim, rosa):
        before = claim.text
        workflow.edit(claim.pk, actor=rosa, text="Crossings halved.")

        data = Event.objects.get(kind="claim.edited").detail.data
        assert data == {"text": {"before": before, "after": "Crossings halved."}}


class TestDuplicate:
    def test_of_a_duplicate_means_the_claim_behind_it(self, claim, candidate, rosa):
        third = Claim.objects.create(text="A third wording.")
        workflow.mark_duplicate(candidate.pk, actor=rosa, of=claim.pk)

        assert workflow.mark_duplicate(third.pk, actor=rosa, of=candidate.pk).duplicate_of == claim

    def test_refuses_itself(self, claim, rosa):
        with pytest.raises(Invalid):
            workflow.mark_duplicate(claim.pk, actor=rosa, of=claim.pk)

        assert Claim.objects.get(pk=claim.pk).state == ClaimState.QUEUED


class TestTellingApart:
    def test_is_kept_once_for_a_pair_whichever_is_looked_at(self, claim, candidate, rosa, pavel):
        workflow.tell_apart(claim.pk, actor=rosa, of=candidate.pk)
        workflow.tell_apart(candidate.pk, actor=pavel, of=claim.pk)

        assert Distinction.objects.get().said_by == rosa
        assert Event.objects.filter(kind="claim.told_apart").count() == 1

    def test_refuses_itself_and_what_is_marked_as_the_same(self, claim, candidate, rosa):
        workflow.mark_duplicate(candidate.pk, actor=rosa, of=claim.pk)
        for one, other in ((claim, claim), (claim, candidate), (candidate, claim)):
            with pytest.raises(Refused):
                workflow.tell_apart(one.pk, actor=rosa, of=other.pk)

        assert not Distinction.objects.exists()


class TestBulk:
    def test_one_refusal_stops_no_other(self, claim, candidate, published, rosa):
        ids = [candidate.pk, published.claim_id]

        outcomes = workflow.bulk(workflow.dismiss, ids, actor=rosa, reason="trivial")

        assert [outcome.is_done for outcome in outcomes] == [True, False]
        assert outcomes[1].message
        assert Event.objects.filter(kind="claim.dismissed").count() == 1


class TestPossible:
    @pytest.mark.parametrize(
        ("who", "verbs"),
        [
            (
                "rosa",
                {
                    "release",
                    "extend",
                    "edit",
                    "comment",
                    "draft",
                    "submit",
                    "abandon",
                    "tell_apart",
                },
            ),
            ("pavel", {"comment", "tell_apart"}),
            ("emil", {"take_over", "assign", "comment", "waive_evidence", "tell_apart"}),
            ("rhea", set()),
            ("otto", set()),
        ],
    )
    def test_offers_exactly_what_would_be_let_through(self, request, drafted, who, verbs):
        person = request.getfixturevalue(who)

        assert set(workflow.possible(drafted.claim, person)) == verbs

    def test_somebody_switched_off_may_nothing(self, claim, rosa):
        rosa.is_active = False
        rosa.save()

        assert workflow.possible(claim, rosa) == {}
        with pytest.raises(Forbidden):
            workflow.take(claim.pk, actor=rosa)


class TestRenaming:
    def test_publishes_every_public_claim_again(self, published, emil, rosa, quill):
        before = published.claim.publications.latest()
        with pytest.raises(Forbidden):
            workflow.rename_claimant(quill.pk, actor=rosa, name="M. Quill")

        workflow.rename_claimant(quill.pk, actor=emil, name="Mara Quill-Lund")

        after = published.claim.publications.latest()
        assert after.sequence == before.sequence + 1
        assert after.kind == "renamed"
        assert '"name":"Mara Quill-Lund"' in after.document
        assert published.content_hash in after.document

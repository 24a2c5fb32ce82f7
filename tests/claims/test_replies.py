from __future__ import annotations

import json
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from claims import audit, replies, workflow
from claims.errors import Conflict, Forbidden, Incomplete, Invalid, NotThere
from claims.models import Event, EventDetail, Publication, PublicState, ReplyRequest

pytestmark = pytest.mark.django_db


def ask(claim, actor, **more):
    content = {"name": "Mara Quill", "question": "What do you base this on?", **more}
    return replies.ask(claim.pk, actor=actor, **content)


def shown(claim) -> list[dict]:
    state = PublicState.objects.select_related("publication").get(claim=claim)
    return json.loads(state.publication.document)["replies"]


class TestAsking:
    def test_keeps_no_secret(self, claim, rosa):
        asked, secret = ask(claim, rosa, address="office@quill.example")

        assert asked.is_open
        assert replies.request_of(secret) == asked
        kept = json.dumps(list(EventDetail.objects.values_list("data", flat=True)))
        assert secret not in kept + asked.token_sha256
        assert "quill.example" not in kept

    @pytest.mark.parametrize("days", [0, 61, -1])
    def test_refuses_no_time_and_too_much(self, claim, rosa, days):
        with pytest.raises(Invalid) as refused:
            ask(claim, rosa, days=days)

        assert refused.value.field == "days"
        assert not ReplyRequest.objects.exists()

    def test_refuses_a_reader_and_an_outsider(self, claim, rhea, otto):
        for person in (rhea, otto):
            with pytest.raises(Forbidden):
                ask(claim, person)

        assert not ReplyRequest.objects.exists()


class TestAnswering:
    def test_keeps_the_words_and_shows_them_to_nobody_yet(self, published, rosa):
        _asked, secret = ask(published.claim, rosa)

        replies.answer(secret, text="I was misquoted.", signed="Mara Quill, council leader")

        asked = ReplyRequest.objects.get()
        assert asked.answer == "I was misquoted."
        assert Publication.objects.count() == 1
        event = Event.objects.get(kind="reply.answered")
        assert event.actor is None

    def test_is_done_once(self, claim, rosa):
        _asked, secret = ask(claim, rosa)
        replies.answer(secret, text="I was misquoted.", signed="Mara Quill")

        with pytest.raises(Conflict):
            replies.answer(secret, text="Something else.", signed="Mara Quill")

        assert ReplyRequest.objects.get().answer == "I was misquoted."

    def test_is_over_when_the_time_is(self, claim, rosa):
        _asked, secret = ask(claim, rosa, days=3)

        later = timezone.now() + timedelta(days=3, seconds=1)
        with time_machine.travel(later), pytest.raises(Conflict):
            replies.answer(secret, text="Too late.", signed="Mara Quill")

        assert ReplyRequest.objects.get().answer == ""

    @pytest.mark.parametrize("secret", ["", "x", "\x00", "a" * 500])
    def test_needs_the_secret(self, claim, rosa, secret):
        ask(claim, rosa)

        with pytest.raises(NotThere):
            replies.answer(secret, text="I am not she.", signed="Otto")

    def test_of_a_withdrawn_request_is_refused(self, claim, rosa):
        asked, secret = ask(claim, rosa)
        replies.withdraw(asked.pk, actor=rosa, reason="Wrong address.")

        with pytest.raises(NotThere):
            replies.answer(secret, text="Hello?", signed="Somebody")


class TestReleasing:
    def test_publishes_the_answer_and_nothing_else(self, published, rosa, emil):
        asked, secret = ask(published.claim, rosa)
        replies.answer(secret, text="I was misquoted.", signed="Mara Quill")
        before = json.loads(Publication.objects.get().document)

        replies.release(asked.pk, actor=emil)

        last = Publication.objects.latest()
        after = json.loads(last.document)
        assert last.kind == Publication.Kind.REPLIED
        assert after["replies"][0]["answer"] == "I was misquoted."
        assert after["replies"][0]["signed"] == "Mara Quill"
        changed = {name for name in after if after[name] != before.get(name)}
        assert changed == {"replies", "sequence", "updated_at"}

    def test_before_publication_goes_out_with_it(self, approved, rosa, emil):
        asked, secret = ask(approved.claim, rosa)
        replies.answer(secret, text="I was misquoted.", signed="Mara Quill")
        replies.release(asked.pk, actor=emil)
        assert not Publication.objects.exists()

        workflow.publish(approved.pk, actor=emil)

        assert shown(approved.claim)[0]["answer"] == "I was misquoted."

    def test_refuses_a_fact_checker(self, published, rosa):
        asked, secret = ask(published.claim, rosa)
        replies.answer(secret, text="I was misquoted.", signed="Mara Quill")

        with pytest.raises(Forbidden):
            replies.release(asked.pk, actor=rosa)

        assert Publication.objects.count() == 1

    def test_refuses_while_there_is_time_and_twice(self, published, rosa, emil):
        asked, secret = ask(published.claim, rosa)
        with pytest.raises(Conflict):
            replies.release(asked.pk, actor=emil)
        replies.answer(secret, text="I was misquoted.", signed="Mara Quill")
        replies.release(asked.pk, actor=emil)

        with pytest.raises(Conflict):
            replies.release(asked.pk, actor=emil)

        assert Publication.objects.count() == 2


class TestPublishing:
    def test_says_who_was_asked_without_unreleased_words(self, approved, rosa, emil):
        _asked, secret = ask(approved.claim, rosa)
        replies.answer(secret, text="Libel against a neighbour.", signed="Mara Quill")

        publication = workflow.publish(approved.pk, actor=emil)

        reply = shown(approved.claim)[0]
        assert (reply["status"], reply["answer"], reply["signed"]) == ("answered", None, None)
        assert "Libel" not in publication.document

    def test_leaves_out_a_withdrawn_request(self, approved, rosa, emil):
        asked, _secret = ask(approved.claim, rosa)
        replies.withdraw(asked.pk, actor=rosa, reason="Wrong address.")

        workflow.publish(approved.pk, actor=emil)

        assert shown(approved.claim) == []


class TestSilence:
    def test_is_recorded_once(self, approved, rosa, emil):
        ask(approved.claim, rosa, days=3)

        with time_machine.travel(timezone.now() + timedelta(days=3, seconds=1)):
            assert [replies.record_silence() for _again in range(2)] == [1, 0]
            workflow.publish(approved.pk, actor=emil)

        assert shown(approved.claim)[0]["status"] == "silent"
        assert Event.objects.filter(kind="reply.silent").count() == 1

    def test_is_not_recorded_early_nor_after_an_answer(self, claim, rosa):
        _asked, secret = ask(claim, rosa, days=3)
        assert replies.record_silence() == 0
        replies.answer(secret, text="I was misquoted.", signed="Mara Quill")

        with time_machine.travel(timezone.now() + timedelta(days=4)):
            assert replies.record_silence() == 0


class TestWithdrawing:
    def test_needs_a_reason(self, claim, rosa):
        asked, _secret = ask(claim, rosa)

        with pytest.raises(Incomplete):
            replies.withdraw(asked.pk, actor=rosa, reason=" ")

        assert ReplyRequest.objects.standing().exists()

    def test_keeps_an_answer(self, claim, rosa):
        asked, secret = ask(claim, rosa)
        replies.answer(secret, text="I was misquoted.", signed="Mara Quill")

        with pytest.raises(Conflict):
            replies.withdraw(asked.pk, actor=rosa, reason="We do not like it.")

        assert ReplyRequest.objects.standing().exists()


def test_the_trail_holds(published, rosa, emil):
    asked, secret = ask(published.claim, rosa)
    replies.answer(secret, text="I was misquoted.", signed="Mara Quill")
    replies.release(asked.pk, actor=emil)

    assert list(audit.verify()) == []
    assert list(audit.replay()) == []

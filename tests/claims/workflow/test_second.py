from __future__ import annotations

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from claims import workflow
from claims.errors import Conflict, Forbidden, Invalid, SameEyes, WrongState
from claims.models import Event, Rating, SecondOpinion, VerdictState
from tests.claims.conftest import write_draft


@pytest.fixture
def asked(submitted, emil):
    return workflow.ask_second(submitted.pk, actor=emil)


def rating(key):
    return Rating.objects.get(key=key)


def answer(opinion, actor, key="mostly-true", said="confirmed", note="As the log says."):
    return workflow.answer_second(opinion.pk, actor=actor, rating=rating(key), said=said, note=note)


class TestAsking:
    def test_is_an_editors(self, submitted, pavel):
        with pytest.raises(Forbidden):
            workflow.ask_second(submitted.pk, actor=pavel)

        assert not SecondOpinion.objects.exists()

    def test_is_done_once(self, asked, edna):
        with pytest.raises(Conflict):
            workflow.ask_second(asked.verdict_id, actor=edna)

    def test_is_done_by_lot_for_the_set_share(self, drafted, rosa, settings):
        settings.SECOND_CHECK_PERCENT = 100

        verdict = workflow.submit(drafted.claim_id, actor=rosa)

        assert verdict.second_opinion.cause == "sample"

    def test_is_done_for_a_risky_verdict(self, taken, drafted, rosa, settings):
        settings.SECOND_CHECK_RISKY = True
        write_draft(drafted.claim, rosa, confidence="low")

        verdict = workflow.submit(drafted.claim_id, actor=rosa)

        assert verdict.second_opinion.cause == "flag"

    def test_is_left_alone_otherwise(self, submitted):
        assert not SecondOpinion.objects.exists()


class TestAnswering:
    def test_settles_the_check_where_both_agree(self, asked, pavel, emil, submitted):
        answer(asked, pavel)

        asked.refresh_from_db()
        assert asked.agrees
        assert asked.settled_at is not None
        workflow.approve(submitted.pk, actor=emil, content_hash=submitted.content_hash)

    @pytest.mark.parametrize(
        ("key", "said"), [("false", "confirmed"), ("mostly-true", "not_found")]
    )
    def test_opens_a_dispute_where_they_differ(self, asked, pavel, key, said):
        answer(asked, pavel, key, said)

        assert SecondOpinion.objects.disputed().get() == asked

    def test_refuses_an_author(self, asked, rosa):
        with pytest.raises(SameEyes):
            answer(asked, rosa)

        asked.refresh_from_db()
        assert asked.answered_at is None

    def test_refuses_an_author_below_the_verb_too(self, asked, rosa):
        with pytest.raises(IntegrityError), transaction.atomic():
            SecondOpinion.objects.filter(pk=asked.pk).update(
                checker=rosa, rating=rating("true"), answered_at="2026-01-01T00:00Z"
            )

    def test_needs_a_rating_and_a_reason(self, asked, pavel):
        with pytest.raises(Invalid):
            workflow.answer_second(asked.pk, actor=pavel, rating=None, note="x")
        with pytest.raises(Invalid):
            answer(asked, pavel, note="  ")
        with pytest.raises(Invalid):
            answer(asked, pavel, said="")

    def test_is_given_once(self, asked, pavel, emil):
        answer(asked, pavel, "false")

        with pytest.raises(WrongState):
            answer(asked, emil)

    def test_stays_as_it_was_given(self, asked, pavel):
        answer(asked, pavel, "false")

        with pytest.raises(IntegrityError), transaction.atomic():
            SecondOpinion.objects.update(note="Something else.")


class TestApproval:
    def test_waits_for_the_answer(self, asked, edna, submitted):
        with pytest.raises(Conflict, match="second check"):
            workflow.approve(submitted.pk, actor=edna, content_hash=submitted.content_hash)

        submitted.refresh_from_db()
        assert submitted.state == VerdictState.SUBMITTED

    def test_waits_for_the_ruling(self, asked, pavel, edna, submitted):
        answer(asked, pavel, "false")
        with pytest.raises(Conflict):
            workflow.approve(submitted.pk, actor=edna, content_hash=submitted.content_hash)

        workflow.rule_second(asked.pk, actor=edna, ruling="first", note="The log is right.")

        workflow.approve(submitted.pk, actor=edna, content_hash=submitted.content_hash)

    def test_goes_on_when_the_check_was_let_go(self, asked, edna, submitted):
        workflow.waive_second(asked.pk, actor=edna, note="Nobody has the time.")

        workflow.approve(submitted.pk, actor=edna, content_hash=submitted.content_hash)


class TestRuling:
    def test_is_not_the_checkers(self, asked, edna, emil):
        answer(asked, edna, "false")
        with pytest.raises(SameEyes):
            workflow.rule_second(asked.pk, actor=edna, ruling="second", note="I was right.")

        workflow.rule_second(asked.pk, actor=emil, ruling="second", note="She was right.")

    def test_needs_two_answers(self, asked, edna):
        with pytest.raises(WrongState):
            workflow.rule_second(asked.pk, actor=edna, ruling="first", note="x")

    def test_is_an_editors(self, asked, pavel, rosa):
        answer(asked, pavel, "false")
        with pytest.raises(Forbidden):
            workflow.rule_second(asked.pk, actor=pavel, ruling="second", note="x")

    def test_leaves_its_trail(self, asked, pavel, emil):
        answer(asked, pavel, "false")
        workflow.rule_second(asked.pk, actor=emil, ruling="neither", note="Both are wrong.")

        kinds = Event.objects.filter(kind__startswith="second.").values_list("kind", flat=True)
        assert sorted(kinds) == ["second.answered", "second.asked", "second.ruled"]


class TestNewText:
    def test_brings_a_running_check_up_to_date(self, asked, submitted, rosa):
        workflow.recall(submitted.pk, actor=rosa)
        write_draft(submitted.claim, rosa, rating=rating("false"))
        workflow.submit(submitted.claim_id, actor=rosa)

        asked.refresh_from_db()
        assert asked.first_rating == rating("false")

    def test_settles_a_dispute_that_is_none_any_more(self, asked, submitted, rosa, pavel):
        answer(asked, pavel, "false")
        workflow.recall(submitted.pk, actor=rosa)
        write_draft(submitted.claim, rosa, rating=rating("false"))
        workflow.submit(submitted.claim_id, actor=rosa)

        asked.refresh_from_db()
        assert asked.settled_at is not None


@pytest.mark.django_db(transaction=True)
class TestRace:
    def test_of_two_answers_one_counts(self, asked, pavel, edna):
        gate, refused = threading.Barrier(2), []

        def run(actor, key):
            try:
                gate.wait()
                answer(asked, actor, key)
            except WrongState as error:
                refused.append(error)
            finally:
                connection.close()

        threads = [
            threading.Thread(target=run, args=pair) for pair in ((pavel, "false"), (edna, "true"))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(refused) == 1
        assert Event.objects.filter(kind="second.answered").count() == 1

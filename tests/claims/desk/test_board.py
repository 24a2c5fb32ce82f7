from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims import workflow
from claims.desk.board import board, unowned
from claims.models import Claim

BOARD = reverse("desk:board")


def column(user, name):
    return next(one for one in board(user) if one.stage.name == name)


class TestStages:
    def test_hold_each_claim_where_it_stands(self, rosa, submitted, candidate):
        found = {one.stage.name: [work.claim for work in one.work] for one in board(rosa)}

        assert found["submitted"] == [submitted.claim]
        assert found["candidate"] == [candidate]
        assert found["queued"] == found["in_progress"] == found["approved"] == []

    def test_name_who_answers_for_a_claim(self, rosa, taken):
        assert column(rosa, "in_progress").work[0].owner == rosa

    def test_count_from_when_a_claim_came_in(self, rosa, claim, time_machine):
        time_machine.move_to(timezone.now())
        workflow.take(claim.pk, actor=rosa)
        time_machine.shift(timedelta(minutes=20))
        workflow.release(claim.pk, actor=rosa)

        assert column(rosa, "queued").work[0].age < timedelta(minutes=1)

    def test_put_what_is_nearest_to_going_stale_on_top(self, rosa, candidate):
        sooner = Claim.objects.create(
            text="Wanted today.", deadline=timezone.now() + timedelta(hours=1)
        )

        assert [work.claim for work in column(rosa, "candidate").work] == [sooner, candidate]


class TestLateness:
    @pytest.fixture
    def late(self, claim):
        Claim.objects.filter(pk=claim.pk).update(deadline=timezone.now() - timedelta(hours=1))
        return claim

    def test_is_an_alarm_when_nobody_owns_it(self, at_desk, rosa, late):
        assert unowned(board(rosa)) == column(rosa, "queued").late == 1
        assert b"belongs to nobody" in at_desk(rosa).get(BOARD).content

    def test_is_no_alarm_when_somebody_does(self, at_desk, rosa, pavel, emil, late):
        workflow.assign(
            late.pk, actor=emil, assignee=pavel, deadline=timezone.now() - timedelta(hours=1)
        )

        assert unowned(board(rosa)) == 0
        assert b"data-late" in at_desk(rosa).get(BOARD).content

    def test_follows_the_setting(self, rosa, claim, settings, time_machine):
        time_machine.move_to(timezone.now())
        settings.STAGE_HOURS = {**settings.STAGE_HOURS, "queued": 2}
        assert not column(rosa, "queued").work[0].is_late

        time_machine.shift(timedelta(hours=3))

        assert column(rosa, "queued").work[0].is_late

    def test_counts_all_and_shows_the_latest_of_them(self, at_desk, rosa):
        now = timezone.now()
        Claim.objects.bulk_create(
            Claim(text=f"Old {number}", state_since=now - timedelta(days=30 - number))
            for number in range(20)
        )
        Claim.objects.create(text="Wanted.", deadline=now - timedelta(days=60))

        stage = column(rosa, "candidate")

        assert (stage.count, stage.late, stage.unowned) == (21, 21, 21)
        texts = [work.claim.text for work in stage.work]
        assert texts == ["Wanted.", *(f"Old {number}" for number in range(14))]
        page = at_desk(rosa).get(reverse("desk:queue"), {"state": "candidate", "mine": "nobody"})
        assert b"Old 3" in page.content


class TestCost:
    def test_is_the_same_for_few_and_many(self, at_desk, rosa, submitted):
        client = at_desk(rosa)
        client.get(BOARD)
        with CaptureQueriesContext(connection) as few:
            client.get(BOARD)
        Claim.objects.bulk_create(Claim(text=f"Claim {number}") for number in range(300))
        Claim.objects.bulk_create(
            Claim(text=f"Claim {number}", state="queued") for number in range(300)
        )

        with CaptureQueriesContext(connection) as many:
            response = client.get(BOARD)

        assert response.content.count(b"data-row") == 31
        assert len(many) == len(few)
        assert len(many) <= 30

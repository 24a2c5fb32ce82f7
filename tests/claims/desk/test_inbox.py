from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims import intake, workflow
from tests.claims.conftest import give_evidence, write_draft

INBOX = reverse("desk:inbox")


def hand_in(snapshot, dana, rosa, number):
    claim = intake.enter(snapshot.pk, actor=dana, text=f"Claim {number}", start=number, end=40)
    workflow.take(claim.pk, actor=rosa)
    give_evidence(claim, rosa)
    write_draft(claim, rosa)
    return workflow.submit(claim.pk, actor=rosa)


class TestInbox:
    def test_shows_what_waits_for_a_second_pair_of_eyes(self, at_desk, emil, submitted):
        page = at_desk(emil).get(INBOX).content.decode()

        assert submitted.claim.text in page
        assert "data-refused" not in page

    def test_says_why_an_author_may_not_decide(self, at_desk, root, submitted):
        workflow.recall(submitted.pk, actor=root)
        write_draft(submitted.claim, root)
        workflow.submit(submitted.claim_id, actor=root)

        page = at_desk(root).get(INBOX).content.decode()

        assert "data-refused" in page
        assert "You are one of its authors." in page

    @pytest.mark.parametrize("who", ["rosa", "rhea", "otto"])
    def test_is_for_editors(self, request, at_desk, who):
        assert at_desk(request.getfixturevalue(who)).get(INBOX).status_code == 403

    def test_shows_what_is_approved_and_what_was_returned(self, at_desk, emil, approved):
        client = at_desk(emil)

        assert b"data-row" not in client.get(INBOX).content
        assert b"approved by Emil" in client.get(INBOX, {"tab": "approved"}).content

    def test_shows_requested_retractions(self, at_desk, emil, edna, published):
        workflow.request_retraction(published.claim_id, actor=emil, reason="It was wrong.")

        assert b"It was wrong." in at_desk(edna).get(INBOX).content
        assert b"a second editor has to confirm" in at_desk(emil).get(INBOX).content

    def test_says_when_nothing_waits(self, at_desk, emil):
        assert b"Nothing waits here" in at_desk(emil).get(INBOX).content

    def test_costs_the_same_for_few_and_many(self, at_desk, emil, snapshot, dana, rosa):
        client = at_desk(emil)
        hand_in(snapshot, dana, rosa, 0)
        client.get(INBOX)
        with CaptureQueriesContext(connection) as few:
            client.get(INBOX)
        for number in range(1, 13):
            hand_in(snapshot, dana, rosa, number)

        with CaptureQueriesContext(connection) as many:
            response = client.get(INBOX)

        assert response.content.count(b"data-row") == 13
        assert len(many) == len(few)
        assert len(many) <= 12

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims import intake, workflow
from claims.desk.inbox import HEAVIEST, revisions
from claims.models import Claim, Verdict
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

    def test_puts_first_what_waits_long_and_was_said_often(
        self, at_desk, emil, snapshot, dana, rosa
    ):
        old, often, new = (hand_in(snapshot, dana, rosa, number) for number in range(3))
        now = timezone.now()
        for verdict, hours, said in ((old, 30, 1), (often, 20, 2), (new, 1, 3)):
            claim = verdict.claim
            Claim.objects.filter(pk=claim.pk).update(mention_count=said)
            Verdict.objects.filter(pk=verdict.pk).update(submitted_at=now - timedelta(hours=hours))

        found = revisions(emil, "submitted", now).order_by(*HEAVIEST.fields)

        assert list(found) == [often, old, new]
        assert [round(one.weight) for one in found] == [40, 30, 3]

    def test_pages_go_on_from_one_moment(self, at_desk, emil, snapshot, dana, rosa, monkeypatch):
        monkeypatch.setattr("claims.desk.views.inbox.PAGE_SIZE", 2)
        for number in range(5):
            hand_in(snapshot, dana, rosa, number)
        client, address, found = at_desk(emil), INBOX, []
        while address:
            page = client.get(address)
            found += [row.verdict.pk for row in page.context["rows"]]
            after, as_of = page.context["page"].next, page.context["as_of"]
            address = f"{INBOX}?from={after}&as_of={as_of}" if after else ""

        assert len(found) == len(set(found)) == 5

    def test_flags_what_to_look_at_twice(self, at_desk, emil, submitted):
        page = at_desk(emil).get(INBOX).content.decode()

        assert "All cited evidence comes from one source." in page

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
        assert len(many) <= 16

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims import intake, workflow
from claims.desk.inbox import HEAVIEST, revisions
from claims.models import Claim, Verdict, VerdictAuthor
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


def handed_in_before(verdict, hours):
    at = timezone.now() - timedelta(hours=hours)
    Verdict.objects.filter(pk=verdict.pk).update(submitted_at=at)
    verdict.refresh_from_db()
    return verdict


class TestGoingThroughTheInbox:
    @pytest.fixture
    def waiting(self, snapshot, dana, rosa):
        """Four verdicts before an editor, the longest waiting first."""
        handed_in = [hand_in(snapshot, dana, rosa, number) for number in range(4)]
        return [handed_in_before(one, 40 - 10 * place) for place, one in enumerate(handed_in)]

    @pytest.fixture
    def decide(self, at_desk, emil):
        """Decide on a verdict as the inbox leads to it; return where that leads."""

        def decided(verdict, verb="approve", tab="submitted", **answers):
            given = {"content_hash": verdict.content_hash, **answers}
            address = reverse("desk:act", args=[verdict.claim_id, verb])
            return at_desk(emil).post(f"{address}?inbox={tab}", given).headers["Location"]

        return decided

    def test_rows_lead_to_claims_that_know_the_tab(self, at_desk, emil, waiting):
        page = at_desk(emil).get(INBOX)

        way = f"?inbox=submitted&amp;as_of={page.context['as_of']}"
        assert page.content.decode().count(way) == 4

    def test_after_a_decision_comes_the_next_that_waits(self, decide, waiting):
        assert str(waiting[2].claim_id) in decide(waiting[1]).partition("?")[0]
        returned = decide(waiting[2], "return", reason="wording", note="Say when.")
        assert str(waiting[3].claim_id) in returned.partition("?")[0]

    def test_behind_the_last_one_the_first_comes_up_that_was_left(self, decide, waiting):
        assert str(waiting[0].claim_id) in decide(waiting[3]).partition("?")[0]

    def test_the_last_of_all_stays_so_that_it_can_be_published(self, decide, submitted):
        assert str(submitted.claim_id) in decide(submitted).partition("?")[0]

    def test_passes_over_what_the_person_may_not_decide_on(self, decide, waiting, emil):
        VerdictAuthor.objects.create(verdict=waiting[1], user=emil)

        assert str(waiting[2].claim_id) in decide(waiting[0]).partition("?")[0]

    def test_what_is_approved_is_published_in_a_row_as_well(self, decide, waiting):
        for verdict in waiting[:2]:
            decide(verdict)

        onward = decide(waiting[0], "publish", tab="approved")

        assert str(waiting[1].claim_id) in onward.partition("?")[0]

    def test_there_is_a_way_back_to_what_was_decided(self, at_desk, emil, decide, waiting):
        page = at_desk(emil).get(decide(waiting[0])).content.decode()

        back = reverse("desk:claim", args=[waiting[0].claim_id])
        assert re.search(rf'href="{back}\?inbox=submitted[^"]*" data-act="undo"', page)

    def test_without_the_inbox_a_decision_stays_where_it_is(self, at_desk, emil, waiting):
        verdict = waiting[0]
        address = reverse("desk:act", args=[verdict.claim_id, "approve"])
        given = {"content_hash": verdict.content_hash}

        response = at_desk(emil).post(f"{address}?state=checked", given)

        assert str(verdict.claim_id) in response.headers["Location"]

    def test_nobody_else_is_led_through_the_inbox(self, at_desk, rosa, waiting):
        page = reverse("desk:claim", args=[waiting[0].claim_id])

        response = at_desk(rosa).get(page, {"inbox": "submitted"})

        assert response.context["course"].address == ""

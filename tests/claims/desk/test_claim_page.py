"""The page of one claim: who comes in, what it shows, what it costs."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.intake import take_in
from articles.models import Way
from claims import intake, workflow
from claims.models import (
    Claim,
    Comment,
)
from tests.claims.conftest import give_evidence, write_draft
from tests.claims.desk.conftest import do, url


class TestDoor:
    def test_sends_a_stranger_to_the_login(self, client, claim):
        page = url("claim", claim.pk)

        assert client.get(page).headers["Location"] == f"/accounts/login/?next={page}"

    def test_refuses_an_outsider(self, at_desk, otto, claim):
        assert at_desk(otto).get(url("claim", claim.pk)).status_code == 403

    def test_gives_typed_text_back_when_the_login_has_run_out(self, client, claim):
        response = do(client, claim, "comment", body="A long remark.")

        assert response.status_code == 401
        assert b"A long remark." in response.content
        assert not Comment.objects.exists()

    def test_gives_typed_text_back_when_the_form_is_too_old(self, rosa, claim):
        client = Client(enforce_csrf_checks=True)
        client.force_login(rosa)

        response = do(client, claim, "comment", body="A long remark.")

        assert response.status_code == 403
        assert b"A long remark." in response.content
        assert not Comment.objects.exists()


class TestReading:
    def test_lights_the_claim_in_its_article(self, at_desk, rosa, claim):
        page = at_desk(rosa).get(url("claim", claim.pk)).content.decode()

        lit = re.search(r'<a class="lit"[^>]*data-current[^>]*>([^<]+)</a>', page)
        assert lit[1] == claim.first_mention.quote

    def test_says_who_disputes_what_a_speaker_says(self, at_desk, rosa, claim):
        claim.mentions.update(stance="disputes", speaker="Mara Quill", reported_by="harbour board")

        page = at_desk(rosa).get(url("claim", claim.pk)).content.decode()

        assert "disputed by harbour board" in page
        assert "passed on by" not in page

    def test_shows_the_article_to_the_letter(self, at_desk, rosa, claim, snapshot):
        page = at_desk(rosa).get(url("claim", claim.pk)).content.decode()

        body = re.search(r'<div class="article article__text"[^>]*>(.*?)</div>', page, re.S)[1]
        plain = re.sub(r"<[^>]+>", "", body).replace("&quot;", '"').replace("&#x27;", "'")
        assert plain == snapshot.text

    def test_escapes_what_the_article_says(self, at_desk, rosa, claim):
        Claim.objects.filter(pk=claim.pk).update(text="<script>alert(1)</script>")

        page = at_desk(rosa).get(url("claim", claim.pk)).content

        assert b"<script>alert" not in page

    def test_shows_a_reader_everything_and_no_button(self, at_desk, rhea, drafted):
        page = at_desk(rhea).get(url("claim", drafted.claim_id)).content.decode()

        assert "The log shows the fall." in page
        assert "data-act=" not in page

    def test_shows_an_editor_the_rationale_once_beside_its_sources(self, at_desk, emil, submitted):
        page = at_desk(emil).get(url("claim", submitted.claim_id)).content.decode()

        verdict = page.partition('id="verdict"')[2]
        assert verdict.count("The harbour log counts 604 crossings") == 1
        assert verdict.index("The log shows the fall.") < verdict.index("The harbour log counts")

    def test_names_nothing_twice(self, at_desk, rosa, drafted):
        page = at_desk(rosa).get(url("claim", drafted.claim_id)).content.decode()

        names = re.findall(r'<[^>]*\sid="([^"]+)"', page)
        assert "evidence-title" in names
        assert sorted(names) == sorted(set(names))

    def test_never_chooses_a_rating(self, at_desk, rosa, taken):
        page = at_desk(rosa).get(url("claim", taken.pk)).content.decode()

        for field in ("rating", "said", "confidence", "stance"):
            for tag in re.findall(rf'<input type="radio" name="{field}"[^>]*>', page):
                assert " checked" not in tag


class TestButtons:
    @pytest.mark.parametrize(
        ("who", "verbs"),
        [
            ("rosa", {"take", "dismiss", "mark_duplicate"}),
            ("emil", {"take", "dismiss", "mark_duplicate", "assign"}),
            ("rhea", set()),
        ],
    )
    def test_are_exactly_what_this_person_may_do(self, request, at_desk, claim, who, verbs):
        person = request.getfixturevalue(who)

        page = at_desk(person).get(url("claim", claim.pk)).content.decode()

        drawn = set(re.findall(r"/do/(\w+)/", page)) - {"comment"}
        assert drawn == verbs

    def test_offer_approval_only_to_other_eyes(self, at_desk, rosa, emil, submitted):
        page = url("claim", submitted.claim_id)

        assert b"/do/approve/" in at_desk(emil).get(page).content
        assert b"/do/approve/" not in at_desk(rosa).get(page).content


class TestComparison:
    @pytest.fixture
    def again(self, submitted, emil, rosa):
        """A verdict that Emil returned and Rosa handed in with another summary."""
        workflow.return_(submitted.pk, actor=emil, reason="wording", note="Say more.")
        workflow.take(submitted.claim_id, actor=rosa)
        write_draft(submitted.claim, rosa, summary="The log shows the rise.")
        return workflow.submit(submitted.claim_id, actor=rosa)

    def test_shows_an_editor_what_changed_since_they_returned_it(self, at_desk, emil, again):
        page = at_desk(emil).get(url("claim", again.claim_id)).content.decode()

        assert "<del>fall</del><ins>rise</ins>" in page
        chosen = re.search(r'<a href="[^"]*"[^>]*aria-current="true">([^<]+)', page)[1]
        assert chosen.startswith("the text you returned")

    def test_is_chosen_by_a_link_that_keeps_the_list(self, at_desk, emil, again):
        client, page = at_desk(emil), url("claim", again.claim_id)
        drawn = client.get(page, {"state": "all"}).content.decode()

        link = re.search(r'href="([^"]*since=[^"]*)"', drawn)[1].replace("&amp;", "&")

        assert link.startswith(f"{page}?since=")
        assert "state=all" in link
        assert "since=" not in client.get(link).context["course"].address

    def test_can_be_chosen_in_the_admin_too(self, at_desk, emil, again):
        page = reverse("admin:claims_claim_change", args=[again.claim_id])

        drawn = at_desk(emil).get(page).content.decode()

        assert f'href="{page}?since=' in drawn
        assert "<del>fall</del><ins>rise</ins>" in drawn

    def test_is_hidden_while_a_blind_check_is_open(self, at_desk, emil, pavel, again):
        workflow.ask_second(again.pk, actor=emil)

        assert b"<ins>rise" not in at_desk(pavel).get(url("claim", again.claim_id)).content


class TestLaterEdits:
    def test_are_marked_where_the_publisher_made_them(self, at_desk, rosa, dana):
        address = "https://news.example/ferry"
        older = take_in("Ferry traffic fell by half.", way=Way.PASTE, url=address).snapshot
        claim = intake.enter(older.pk, actor=dana, text="", start=0, end=18)
        take_in("Ferry traffic rose by half.", way=Way.PASTE, url=address)

        page = at_desk(rosa).get(url("claim", claim.pk)).content.decode()

        assert 'title="Now: rose">fell</span>' in page
        assert "The publisher has changed these words since" in page


class TestCost:
    def test_does_not_grow_with_what_the_claim_has(self, at_desk, rosa, drafted, snapshot, dana):
        client = at_desk(rosa)
        page = url("claim", drafted.claim_id)
        with CaptureQueriesContext(connection) as few:
            client.get(page)
        for number in range(12):
            give_evidence(drafted.claim, rosa, title=f"Log {number}")
            workflow.comment(drafted.claim_id, actor=dana, body="A remark.")
            intake.enter(snapshot.pk, actor=dana, text="", start=number, end=number + 9)

        with CaptureQueriesContext(connection) as many:
            client.get(page)

        assert len(many) == len(few)
        assert len(many) <= 36

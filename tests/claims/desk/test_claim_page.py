from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.intake import take_in
from articles.models import Way
from claims import intake, workflow
from claims.models import (
    Claim,
    ClaimState,
    Comment,
    Distinction,
    Event,
    Evidence,
    Verdict,
    VerdictState,
)
from claims.workbench.alike import alike
from tests.claims.conftest import give_evidence, write_draft


def url(name, *args):
    return reverse(f"desk:{name}", args=args)


def do(client, claim, verb, **answers):
    return client.post(url("act", claim.pk, verb), answers)


def typed_draft(**more):
    return {
        "rating": "",
        "said": "",
        "confidence": "",
        "headline": "",
        "summary": "",
        "rationale": "",
        "version": "",
        **more,
    }


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

        assert response.status_code == 409
        assert "Rosa has this claim in hand." in response.content.decode()
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


class TestLaterEdits:
    def test_are_marked_where_the_publisher_made_them(self, at_desk, rosa, dana):
        address = "https://news.example/ferry"
        older = take_in("Ferry traffic fell by half.", way=Way.PASTE, url=address).snapshot
        claim = intake.enter(older.pk, actor=dana, text="", start=0, end=18)
        take_in("Ferry traffic rose by half.", way=Way.PASTE, url=address)

        page = at_desk(rosa).get(url("claim", claim.pk)).content.decode()

        assert 'title="Now: rose">fell</span>' in page
        assert "The publisher has changed these words since" in page


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


class TestWording:
    def wording(self, client, claim, **more):
        page = client.get(url("claim", claim.pk)).content.decode()
        seen = re.search(r'name="seen" value="(\w+)"', page)[1]
        answers = {
            "text": "Ferry crossings halved in five years.",
            "kind": "quantity",
            "language": "en",
            "said_on": "",
            "claimant_name": "Mara Quill",
            "seen": seen,
        }
        return {**answers, **more}

    def test_is_saved(self, at_desk, rosa, claim):
        client = at_desk(rosa)

        client.post(url("edit", claim.pk), self.wording(client, claim))

        claim.refresh_from_db()
        assert claim.text == "Ferry crossings halved in five years."

    def test_adds_a_claimant_that_is_not_known_and_finds_one_that_is(self, at_desk, rosa, claim):
        client = at_desk(rosa)
        known = claim.claimant

        client.post(url("edit", claim.pk), self.wording(client, claim, claimant_name="New Person"))
        claim.refresh_from_db()
        assert claim.claimant.name == "New Person"
        client.post(
            url("edit", claim.pk), self.wording(client, claim, claimant_name=known.name.upper())
        )

        claim.refresh_from_db()
        assert claim.claimant == known

    def test_that_a_colleague_changed_meanwhile_is_shown_beside_ones_own(
        self, at_desk, rosa, pavel, claim
    ):
        client = at_desk(rosa)
        stale = self.wording(client, claim, text="My own wording of it.")
        workflow.edit(claim.pk, actor=pavel, text="A newer wording by Pavel.")

        response = client.post(url("edit", claim.pk), stale)

        page = response.content.decode()
        assert response.status_code == 409
        assert "A newer wording by Pavel." in page
        assert "My own wording of it." in page
        assert Claim.objects.get().text == "A newer wording by Pavel."

    def test_can_be_sent_again_once_the_newer_one_was_seen(self, at_desk, rosa, pavel, claim):
        client = at_desk(rosa)
        stale = self.wording(client, claim, text="My own wording of it.")
        workflow.edit(claim.pk, actor=pavel, text="A newer wording by Pavel.")
        page = client.post(url("edit", claim.pk), stale).content.decode()
        again = {**stale, "seen": re.search(r'name="seen" value="(\w+)"', page)[1]}

        client.post(url("edit", claim.pk), again)

        assert Claim.objects.get().text == "My own wording of it."

    def test_is_not_stale_because_a_colleague_commented(self, at_desk, rosa, pavel, claim):
        client = at_desk(rosa)
        answers = self.wording(client, claim)
        workflow.comment(claim.pk, actor=pavel, body="A remark.")

        assert client.post(url("edit", claim.pk), answers).status_code == 302

    def test_refuses_a_control_character_and_keeps_the_rest(self, at_desk, rosa, claim):
        client = at_desk(rosa)

        response = client.post(url("edit", claim.pk), self.wording(client, claim, text="A\x0bB"))

        assert response.status_code == 422
        assert Claim.objects.get().text == claim.text


class TestEvidenceForm:
    answers = {
        "url": "",
        "title": "Harbour log",
        "publisher": "Port Alden",
        "kind": "primary",
        "stance": "supports",
        "quote": "604 crossings",
        "independence": "unknown",
        "published_on": "",
        "note": "",
    }

    def test_keeps_an_uploaded_file_as_it_is(self, at_desk, rosa, taken):
        sent = SimpleUploadedFile("log.html", b"<script>alert(1)</script>", "text/html")
        client = at_desk(rosa)

        client.post(url("evidence", taken.pk), {**self.answers, "document": sent})

        copy = Evidence.objects.get().captures.get()
        response = client.get(url("kept_copy", copy.pk))
        assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in response.headers["Content-Security-Policy"]
        assert response.headers["Content-Type"] == "application/octet-stream"

    def test_needs_an_address_or_a_file(self, at_desk, rosa, taken):
        response = at_desk(rosa).post(url("evidence", taken.pk), self.answers)

        assert response.status_code == 422
        assert b"Give the address of the page, or a file." in response.content
        assert b"Harbour log" in response.content
        assert not Evidence.objects.exists()

    def test_hides_copies_from_outsiders(self, at_desk, rosa, otto, taken):
        copy = give_evidence(taken, rosa).captures.get()

        assert at_desk(otto).get(url("kept_copy", copy.pk)).status_code == 403

    def test_withdraws_for_a_reason(self, at_desk, rosa, taken):
        item = give_evidence(taken, rosa)
        client = at_desk(rosa)

        assert client.post(url("withdraw", item.pk), {"reason": ""}).status_code == 422
        client.post(url("withdraw", item.pk), {"reason": "Wrong year."})

        item.refresh_from_db()
        assert item.withdrawn_reason == "Wrong year."


class TestDraft:
    def test_may_lack_everything(self, at_desk, rosa, taken):
        at_desk(rosa).post(url("draft", taken.pk), typed_draft(summary="A start."))

        verdict = Verdict.objects.get()
        assert (verdict.summary, verdict.rating, verdict.state) == ("A start.", None, "draft")

    def test_asks_about_an_image_only_where_there_is_one(self, at_desk, rosa, taken):
        page = url("claim", taken.pk)
        drawn = at_desk(rosa).get(page).content.decode()
        assert "verdict-media" not in drawn
        assert drawn.partition('id="draft"')[2].partition("</form>")[0].count("(optional)") == 1

        Claim.objects.filter(pk=taken.pk).update(kind="image")

        drawn = at_desk(rosa).get(page).content.decode()
        assert drawn.count('id="verdict-media') >= 3

    def test_is_not_handed_in_while_something_is_missing(self, at_desk, rosa, taken):
        response = at_desk(rosa).post(
            url("draft", taken.pk), typed_draft(summary="A start.", then="submit")
        )

        page = response.content.decode()
        assert response.status_code == 422
        assert "Choose a rating." in page
        assert "A start." in page
        assert Verdict.objects.get().state == VerdictState.DRAFT

    def test_is_handed_in_when_complete(self, at_desk, rosa, drafted):
        at_desk(rosa).post(
            url("draft", drafted.claim_id),
            typed_draft(
                rating=drafted.rating_id,
                said="confirmed",
                confidence="high",
                summary="Shown.",
                rationale="See the log [1].",
                version=drafted.version,
                then="submit",
            ),
        )

        drafted.refresh_from_db()
        assert drafted.state == VerdictState.SUBMITTED

    def test_that_is_stale_shows_both_texts_and_keeps_the_newer(self, at_desk, rosa, drafted):
        stale = typed_draft(rationale="My rationale.", version=drafted.version)
        write_draft(drafted.claim, rosa, rationale="A newer rationale.")

        response = at_desk(rosa).post(url("draft", drafted.claim_id), stale)

        page = response.content.decode()
        assert response.status_code == 409
        assert "A newer rationale." in page
        assert "My rationale." in page
        drafted.refresh_from_db()
        assert drafted.rationale == "A newer rationale."


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


class TestPublic:
    def test_a_correction_is_started(self, at_desk, emil, published):
        do(at_desk(emil), published.claim, "start_correction", correction_type="typo")

        assert Verdict.objects.open().get().corrects == published

    def test_a_retraction_takes_two_editors(self, at_desk, emil, edna, published):
        do(at_desk(emil), published.claim, "request_retraction", reason="It was wrong.")
        assert do(at_desk(emil), published.claim, "confirm_retraction").status_code == 403

        do(at_desk(edna), published.claim, "confirm_retraction")

        published.refresh_from_db()
        assert published.state == VerdictState.RETRACTED


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

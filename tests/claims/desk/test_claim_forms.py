"""What is typed on a claim's page: its wording, evidence, the draft of a verdict."""

from __future__ import annotations

import re

from django.core.files.uploadedfile import SimpleUploadedFile

from claims import workflow
from claims.models import (
    Claim,
    Evidence,
    Verdict,
    VerdictState,
)
from tests.claims.conftest import give_evidence, write_draft
from tests.claims.desk.conftest import url


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

        client.post(url("evidence", taken.pk), {**self.answers, "file": sent})

        copy = Evidence.objects.get().captures.get()
        response = client.get(url("kept_copy", copy.pk))
        assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in response.headers["Content-Security-Policy"]
        assert response.headers["Content-Type"] == "application/octet-stream"

    def test_names_the_field_and_the_fix(self, at_desk, rosa, taken, settings):
        settings.ARTICLE_MAX_BYTES = 10
        sent = SimpleUploadedFile("log.txt", b"More than ten bytes", "text/plain")
        client, where = at_desk(rosa), url("evidence", taken.pk)

        too_large = client.post(where, {**self.answers, "file": sent}).content.decode()
        no_address = client.post(where, {**self.answers, "url": "see the log"}).content.decode()

        assert "are kept." in too_large.partition('id="evidence-file_error"')[2]
        told = no_address.partition('id="evidence-url_error"')[2]
        assert "Copy all of it, with https://." in told
        assert not Evidence.objects.exists()

    def test_marks_a_quote_that_its_copy_lacks(self, at_desk, rosa, taken):
        give_evidence(taken, rosa, quote="640 crossings")

        assert b"Not in the kept copy" in at_desk(rosa).get(url("claim", taken.pk)).content

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

    def test_that_cannot_be_kept_says_which_field_and_what_helps(self, at_desk, rosa, taken):
        Claim.objects.filter(pk=taken.pk).update(kind="image")
        typed = typed_draft(media_original="somewhere on the net")

        answer = at_desk(rosa).post(
            url("draft", taken.pk), typed, headers={"Accept": "application/json"}
        )

        assert answer.status_code == 422
        assert answer.json()["error"] == (
            "Not saved. Address of the original: This is no address of a page. "
            "Copy all of it, with https://."
        )

    def test_of_a_claim_that_was_taken_over_comes_back_to_be_copied(
        self, at_desk, rosa, emil, taken
    ):
        workflow.take_over(taken.pk, actor=emil, reason="Deadline.")

        response = at_desk(rosa).post(
            url("draft", taken.pk), typed_draft(summary="Typed for an hour.", then="save")
        )

        page = response.content.decode()
        assert response.status_code == 409
        assert "kept here, so that you can copy it" in page
        assert re.search(r"<textarea[^>]*readonly[^>]*>Typed for an hour\.</textarea>", page)
        assert "still in the form" not in page

    def test_is_not_handed_in_while_something_is_missing(self, at_desk, rosa, taken):
        response = at_desk(rosa).post(
            url("draft", taken.pk), typed_draft(summary="A start.", then="submit")
        )

        page = response.content.decode()
        assert response.status_code == 422
        assert "Choose a rating." in page
        assert "A start." in page
        assert "Saved as a draft. Before it can be handed in:" in page
        assert "could not be saved" not in page
        assert "What you typed is still in the form" not in page
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

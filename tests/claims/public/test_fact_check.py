from __future__ import annotations

import json
import re

import extruct
import pytest
from django.utils.html import strip_tags

from articles.intake import take_in
from articles.models import Way
from claims import claimreview, intake, markup, workflow
from claims.models import Claimant, Event, PublicState
from tests.claims.conftest import give_evidence, write_draft

pytestmark = pytest.mark.django_db

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def blocks(response) -> list[dict]:
    return [json.loads(text) for text in BLOCK.findall(response.content.decode())]


def words(response) -> str:
    text = BLOCK.sub("", response.content.decode())
    return re.sub(r"\s+", " ", strip_tags(text))


class TestPage:
    def test_shows_claim_verdict_and_evidence(self, client, address, document):
        response = client.get(address)

        assert response.status_code == 200
        seen = words(response)
        for text in (
            document["text"],
            "Mara Quill",
            "Said so",
            "Mostly true",
            document["rating"]["meaning"],
            "The log shows the fall.",
            "The harbour log counts 604 crossings",
            "Harbour log 2024",
            "604 crossings",
            "Contradicts the claim",
            "Copy kept",
            "Version 1",
        ):
            assert text in seen
        assert f'<link rel="canonical" href="{document["url"]}">' in response.content.decode()

    def test_says_who_disputes_what_a_speaker_says(self, client, taken, rosa, emil):
        taken.mentions.update(stance="disputes", reported_by="harbour board")
        give_evidence(taken, rosa)
        write_draft(taken, rosa)
        verdict = workflow.submit(taken.pk, actor=rosa)
        workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=emil)

        seen = words(client.get(f"/fact-checks/{PublicState.objects.get().slug}/"))

        assert "disputed by harbour board" in seen
        assert "(Disputes)" not in seen

    def test_names_an_unknown_address_not_found(self, client, db):
        assert client.get("/fact-checks/no-such-thing/").status_code == 404

    @pytest.mark.parametrize("method", ["post", "put", "delete"])
    def test_is_only_read(self, client, address, method):
        assert getattr(client, method)(address).status_code == 405

    def test_the_quote_stands_in_its_sentence(self, client, address):
        html = client.get(address).content.decode()

        assert (
            '<mark class="lit">Ferry traffic fell from 1,200 crossings to 600 in five years</mark>'
            in html
        )

    def test_links_to_evidence_are_robust(self, client, taken, rosa, emil):
        give_evidence(
            taken,
            rosa,
            url="https://stats.example.org/yearbook",
            archive_url="https://archive.example.org/2026/https://stats.example.org/yearbook",
        )
        write_draft(taken, rosa)
        verdict = workflow.submit(taken.pk, actor=rosa)
        workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=emil)

        html = client.get(f"/fact-checks/{PublicState.objects.get().slug}/").content.decode()

        link = re.search(r'<a href="https://stats.example.org/yearbook"[^>]*>', html).group()
        assert 'data-originalurl="https://stats.example.org/yearbook"' in link
        assert 'data-versionurl="https://archive.example.org/2026/' in link
        assert re.search(r'data-versiondate="\d{4}-\d\d-\d\dT[\d:]+Z"', link)

    def test_tells_nothing_of_a_protected_source(self, client, taken, rosa, emil):
        give_evidence(taken, rosa)
        give_evidence(
            taken,
            rosa,
            title="Call with the pilot Jon Ferrow",
            publisher="Pilots' guild",
            quote="I steered every one of them.",
            is_protected_source=True,
        )
        write_draft(taken, rosa, rationale="The log [1] and a witness [2] agree.")
        verdict = workflow.submit(taken.pk, actor=rosa)
        workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)
        publication = workflow.publish(verdict.pk, actor=emil)

        response = client.get(f"/fact-checks/{PublicState.objects.get().slug}/")

        assert "A protected source" in words(response)
        for secret in ("Ferrow", "guild", "I steered"):
            assert secret not in response.content.decode()
            assert secret not in publication.document

    def test_has_two_dates(self, client, corrected, address):
        seen = words(client.get(address))

        assert "First published" in seen
        assert "Updated" in seen

    def test_says_what_was_corrected(self, client, corrected, address):
        seen = words(client.get(address))

        assert "Error in the verdict" in seen
        assert "The log was misread." in seen
        assert "Half true" in seen
        assert "Mostly true" not in seen

    def test_a_correction_in_progress_changes_one_mark_only(self, client, published, emil, address):
        before = words(client.get(address))
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="verdict", public_note="Secret so far."
        )
        workflow.draft(published.claim_id, actor=emil, summary="An unpublished summary.")

        during = words(client.get(address))

        assert "Under review" in during
        assert "unpublished summary" not in during
        assert "Secret so far" not in during
        mark = re.search(r"Under review .*? approved last\. ", during).group()
        assert during.replace(mark, "") == before


class TestClaimReview:
    def test_is_alone_in_its_block_and_valid(self, client, address, document):
        found = blocks(client.get(address))

        assert found[0] == claimreview.build(document)
        assert markup.problems(found[0], page=document["url"]) == {}

    def test_is_read_by_a_library_that_consumers_use(self, client, address, document):
        html = client.get(address).content.decode()

        found = extruct.extract(html, base_url=document["url"], syntaxes=["json-ld", "microdata"])

        assert found == {"json-ld": [claimreview.build(document)], "microdata": []}

    def test_agrees_with_what_is_seen(self, client, address):
        response = client.get(address)
        markup, seen = blocks(response)[0], words(response)

        assert markup["claimReviewed"] in seen
        assert markup["reviewRating"]["alternateName"] in seen
        assert markup["reviewRating"]["ratingExplanation"] in seen
        assert markup["itemReviewed"]["author"]["name"] in seen
        assert f'datetime="{markup["datePublished"]}' in response.content.decode()

    def test_hostile_words_stay_inside_the_block(self, client, snapshot, rosa, emil, dana):
        hostile = '</script><script>alert("1")</script><!-- & \u2028 "quoted"'
        claimant = Claimant.objects.create(name="Ann </title> & Co", kind="organisation")
        claim = intake.enter(snapshot.pk, actor=dana, text=hostile, kind="event", start=0, end=7,
                             claimant=claimant)  # fmt: skip
        workflow.take(claim.pk, actor=rosa)
        give_evidence(claim, rosa)
        write_draft(claim, rosa, summary=hostile)
        verdict = workflow.submit(claim.pk, actor=rosa)
        workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=emil)

        response = client.get(f"/fact-checks/{PublicState.objects.get().slug}/")

        assert blocks(response)[0]["claimReviewed"] == hostile
        assert blocks(response)[0]["itemReviewed"]["author"]["name"] == "Ann </title> & Co"
        assert "<script>alert" not in response.content.decode()


class TestRetracted:
    def test_is_gone_with_its_reason(self, client, retracted, address):
        response = client.get(address)

        assert response.status_code == 410
        seen = words(response)
        assert "This fact-check was retracted" in seen
        assert "The log was forged." in seen
        assert "Mostly true" not in seen
        assert blocks(response) == []

    def test_leaves_the_list(self, client, retracted):
        assert "Nothing is published yet" in words(client.get("/"))


class TestRightToLeft:
    @pytest.fixture
    def hebrew(self, rosa, emil, dana):
        text = "נתוני הנמל\n\nמספר ההפלגות ירד בתוך חמש שנים, אמרה ראש המועצה ביום שני.\n"
        snapshot = take_in(text, way=Way.PASTE).snapshot
        quote = "מספר ההפלגות ירד בתוך חמש שנים"
        start = snapshot.text.index(quote)
        claim = intake.enter(
            snapshot.pk, actor=dana, text="", start=start, end=start + len(quote), kind="event"
        )
        workflow.take(claim.pk, actor=rosa)
        give_evidence(claim, rosa)
        write_draft(claim, rosa)
        verdict = workflow.submit(claim.pk, actor=rosa)
        workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=emil)
        return PublicState.objects.get()

    def test_runs_from_the_right(self, client, hebrew):
        html = client.get(f"/fact-checks/{hebrew.slug}/").content.decode()

        assert '<article class="factcheck" dir="rtl">' in html
        assert '<h1 class="headline" lang="he">' in html

    def test_without_latin_letters_its_address_is_its_id(self, hebrew):
        assert hebrew.slug == hebrew.claim_id.hex


class TestCaching:
    def test_gives_validators_and_no_cookie(self, client, address):
        response = client.get(address)

        assert response["Cache-Control"] == "public, no-cache"
        assert response["ETag"].startswith('"')
        assert response["Last-Modified"]
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")

    @pytest.mark.parametrize("header", ["if_none_match", "if_modified_since"])
    def test_answers_304_to_who_has_it(self, client, address, header):
        first = client.get(address)
        value = first["ETag"] if header == "if_none_match" else first["Last-Modified"]

        response = client.get(address, headers={header.replace("_", "-"): value})

        assert response.status_code == 304
        assert not response.content

    def test_the_mark_reaches_who_has_the_page(self, client, published, emil, address):
        first = client.get(address)
        workflow.start_correction(published.claim_id, actor=emil, correction_type="verdict")

        by_tag = client.get(address, headers={"if-none-match": first["ETag"]})
        by_time = client.get(address, headers={"if-modified-since": first["Last-Modified"]})

        assert by_tag.status_code == by_time.status_code == 200
        assert "Last-Modified" not in by_tag

    def test_a_correction_reaches_who_has_the_page(self, client, address, published, emil, edna):
        first = client.get(address)
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="A slip."
        )
        verdict = workflow.submit(published.claim_id, actor=emil)
        workflow.approve(verdict.pk, actor=edna, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=emil)

        response = client.get(address, headers={"if-none-match": first["ETag"]})

        assert response.status_code == 200


def test_reading_leaves_no_trace(client, address):
    before = Event.objects.count()

    client.get(address)

    assert Event.objects.count() == before

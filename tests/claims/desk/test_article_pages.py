from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import jobs
from articles.intake import take_in
from articles.models import Article, Fetch, Snapshot, Way
from claims import tasks
from claims.models import Mention, Reading

TAKE_IN = reverse("desk:take_in")
ARTICLES = reverse("desk:articles")


def fail(reading, reason="The text could not be read."):
    attempt = jobs.start(Reading, reading.pk)
    jobs.fail(Reading, reading.pk, attempt, reason)


class TestTakeIn:
    def test_keeps_a_pasted_text_to_the_letter(self, at_desk, rosa):
        text = "  Indented first line.\r\n\r\nשורה בעברית.\n"

        response = at_desk(rosa).post(TAKE_IN, {"way": "paste", "text": text})

        snapshot = Snapshot.objects.get()
        assert snapshot.text == text.replace("\r\n", "\n")
        assert response.headers["Location"] == reverse("desk:article", args=[snapshot.article_id])

    def test_orders_a_reading(self, at_desk, rosa):
        at_desk(rosa).post(TAKE_IN, {"way": "paste", "text": "The port grew by half."})

        assert Reading.objects.get().state == "waiting"

    def test_reads_an_uploaded_file(self, at_desk, rosa):
        sent = SimpleUploadedFile("a.txt", b"The port grew by half in 2024.", "text/plain")

        at_desk(rosa).post(TAKE_IN, {"way": "upload", "file": sent, "headline": "The port"})

        assert "grew by half" in Snapshot.objects.get().text
        assert Article.objects.get().headline == "The port"

    def test_reads_captions_of_a_video(self, at_desk, rosa):
        captions = (
            "1\n00:00:01,000 --> 00:00:04,000\nin two years the port has lost\n\n"
            "2\n00:00:04,000 --> 00:00:07,000\n4,000 jobs and we have\n\n"
            "3\n00:00:07,000 --> 00:00:09,500\nbuilt 12 new cranes\n"
        )
        sent = SimpleUploadedFile("talk.srt", captions.encode(), "application/x-subrip")

        at_desk(rosa).post(TAKE_IN, {"way": "upload", "file": sent, "language_tag": "en"})
        tasks.read_snapshot(Reading.objects.get().pk)

        text = Snapshot.objects.get().text
        quotes = [mention.quote for mention in Mention.objects.order_by("start")]
        assert "00:00:04,000 --> 00:00:07,000" in text
        assert len(quotes) == 2
        assert quotes[0].startswith("in two years the port has lost")
        assert quotes[0].endswith("4,000 jobs")
        assert all(quote in text for quote in quotes)

    def test_orders_a_fetch_of_an_address(self, at_desk, rosa):
        response = at_desk(rosa).post(TAKE_IN, {"way": "url", "url": "https://example.org/a"})

        fetch = Fetch.objects.get()
        assert (fetch.url, fetch.requested_by) == ("https://example.org/a", rosa)
        assert response.headers["Location"] == ARTICLES

    @pytest.mark.parametrize(
        ("answers", "sentence"),
        [
            ({"way": "paste", "text": "   "}, "text"),
            ({"way": "paste", "text": "a\x00b"}, "Null characters"),
            ({"way": "paste", "text": "a\x0bb"}, "U+000B"),
            ({"way": "url", "url": "not an address"}, "Copy all of it, with https://."),
            ({"way": "url", "url": "ftp://example.org/"}, "http"),
            ({"way": "paste", "text": "Good.", "language_tag": "!!"}, "language"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_nothing(self, at_desk, rosa, answers, sentence):
        response = at_desk(rosa).post(TAKE_IN, answers)

        assert response.status_code == 422
        assert sentence in response.content.decode()
        assert not Article.objects.exists()
        assert not Fetch.objects.exists()

    def test_refuses_an_empty_and_a_binary_file(self, at_desk, rosa):
        for body in (b"", bytes(range(256)) * 20):
            sent = SimpleUploadedFile("a.txt", body)

            response = at_desk(rosa).post(TAKE_IN, {"way": "upload", "file": sent})

            assert response.status_code == 422
        assert not Article.objects.exists()

    def test_keeps_the_text_when_something_else_is_wrong(self, at_desk, rosa):
        answers = {"way": "paste", "text": "A long text.", "url": "nonsense"}

        assert b"A long text." in at_desk(rosa).post(TAKE_IN, answers).content

    def test_is_not_for_readers(self, at_desk, rhea):
        assert at_desk(rhea).get(TAKE_IN).status_code == 403


class TestArticlePage:
    def test_lights_every_claim_and_lists_it(self, at_desk, rosa, claim, snapshot):
        page = at_desk(rosa).get(reverse("desk:article", args=[snapshot.article_id]))

        assert page.content.decode().count('class="lit"') == 1

    def test_leads_to_claims_as_a_list_of_those_in_the_article(
        self, at_desk, rosa, claim, snapshot
    ):
        page = at_desk(rosa).get(reverse("desk:article", args=[snapshot.article_id]))

        way = f"/desk/claims/{claim.pk}/?state=queued&amp;article={snapshot.article_id}"
        assert page.content.decode().count(f'href="{way}"') == 2

    def test_shows_a_reading_first_until_it_is_done(self, at_desk, rosa, snapshot):
        address = reverse("desk:article", args=[snapshot.article_id])
        places = []
        for done in (False, True):
            if done:
                reading = snapshot.readings.get()
                attempt = jobs.start(Reading, reading.pk)
                jobs.finish(Reading, reading.pk, attempt)
            page = at_desk(rosa).get(address).content.decode()
            places.append(page.index('id="reading"') < page.index('id="claims-title"'))

        assert places == [True, False]

    def test_shows_no_bar_for_words_before_some_are_selected(self, at_desk, rosa, snapshot):
        page = at_desk(rosa).get(reverse("desk:article", args=[snapshot.article_id]))

        bar = re.search(r'<div [^>]*id="selection-bar"[^>]*>', page.content.decode())[0]
        assert bar.endswith(" hidden>")

    def test_shows_an_older_wording(self, at_desk, rosa):
        url = "https://example.org/story"
        first = take_in("The port grew by half.", way=Way.PASTE, url=url)
        take_in("The port grew by a third.", way=Way.PASTE, url=url)
        page = reverse("desk:article", args=[first.article.pk])

        assert b"by a third" in at_desk(rosa).get(page).content
        assert b"by half" in at_desk(rosa).get(page, {"wording": "1"}).content
        assert at_desk(rosa).get(page, {"wording": "9"}).status_code == 404

    def test_has_a_failed_reading_tried_again(self, at_desk, rosa, snapshot):
        reading = snapshot.readings.get()
        fail(reading)
        client = at_desk(rosa)
        page = client.get(reverse("desk:article", args=[snapshot.article_id])).content.decode()
        assert "The text could not be read." in page

        client.post(reverse("desk:retry_reading", args=[reading.pk]))

        reading.refresh_from_db()
        assert reading.state == "waiting"

    def test_lets_no_reader_try_again(self, at_desk, rhea, snapshot):
        reading = snapshot.readings.get()
        fail(reading)

        at_desk(rhea).post(reverse("desk:retry_reading", args=[reading.pk]))

        reading.refresh_from_db()
        assert reading.state == "failed"


class TestArticleList:
    def test_tells_how_far_each_reading_is(self, at_desk, rosa, claim, snapshot):
        page = at_desk(rosa).get(ARTICLES).content.decode()

        assert 'data-job-state="waiting"' in page

    def test_finds_failed_readings(self, at_desk, rosa, snapshot):
        client = at_desk(rosa)
        assert b"No article fits" in client.get(ARTICLES, {"reading": "failed"}).content

        fail(snapshot.readings.get())

        assert b"data-row" in client.get(ARTICLES, {"reading": "failed"}).content

    def test_has_a_failed_fetch_tried_again(self, at_desk, rosa):
        client = at_desk(rosa)
        client.post(TAKE_IN, {"way": "url", "url": "https://example.org/a"})
        fetch = Fetch.objects.get()
        jobs.fail(Fetch, fetch.pk, jobs.start(Fetch, fetch.pk), "The page does not answer.")
        assert b"The page does not answer." in client.get(ARTICLES).content

        client.post(reverse("desk:retry_fetch", args=[fetch.pk]))

        fetch.refresh_from_db()
        assert fetch.state == "waiting"

    def test_costs_the_same_for_few_and_many(self, at_desk, rosa):
        client = at_desk(rosa)
        take_in("The first article.", way=Way.PASTE)
        client.get(ARTICLES)
        with CaptureQueriesContext(connection) as few:
            client.get(ARTICLES)
        for number in range(60):
            take_in(f"Article number {number}.", way=Way.PASTE)

        with CaptureQueriesContext(connection) as many:
            response = client.get(ARTICLES)

        assert response.content.count(b"data-row") == 50
        assert len(many) == len(few)
        assert len(many) <= 11

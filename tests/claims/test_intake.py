"""Found statements become claims, once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

import pytest

from articles import jobs
from articles.intake import take_in
from articles.models import Way
from claims import intake, tasks
from claims.errors import Forbidden, Invalid, NotThere
from claims.extraction import find_claims, pipeline_id
from claims.models import Claim, Claimant, ClaimState, Mention, Quantity, Reading
from tests.articles.together import all_at_once

pytestmark = pytest.mark.django_db


def read(snapshot) -> int:
    """Do what the worker does with the newest reading of a snapshot."""
    return tasks.read_snapshot(snapshot.readings.latest("id").pk)


class TestReading:
    def test_a_new_wording_is_ordered_to_be_read(self, snapshot):
        reading = snapshot.readings.get()

        assert (reading.state, reading.pipeline) == (jobs.State.WAITING, "")

    def test_takes_from_the_article_what_a_new_claimant_is(self, db):
        text = (
            "Mayor Nadia Brennan said that rents had fallen by 4% in 2024. "
            "According to Velmora Housing Corp., rents rose by 9% in 2024."
        )
        read(take_in(text, way=Way.PASTE).snapshot)

        kinds = set(Claimant.objects.values_list("name", "kind"))
        assert ("Nadia Brennan", Claimant.Kind.PERSON) in kinds
        assert ("Velmora Housing Corp.", Claimant.Kind.ORGANISATION) in kinds

    def test_counts_days_from_the_day_of_publication(self, db):
        text = "The harbour board said on Monday that traffic had fallen by 30% last year."
        published = datetime(2026, 10, 19, 16, tzinfo=UTC)
        snapshot = take_in(text, way=Way.PASTE, published_at=published).snapshot

        read(snapshot)

        (mention,) = Mention.objects.all()
        (last_year,) = [found for found in mention.dates if found["text"] == "last year"]
        assert (last_year["from"], last_year["to"]) == ("2025-01-01", "2025-12-31")

    def test_a_claim_was_made_on_the_day_that_the_newsroom_had(self, db, settings):
        settings.TIME_ZONE = "America/New_York"
        text = "The harbour board said that traffic had fallen by 30% in 2024."
        published = datetime(2026, 3, 5, 3, tzinfo=UTC)  # ten in the evening of the day before

        read(take_in(text, way=Way.PASTE, published_at=published).snapshot)

        assert Claim.objects.get().said_on == date(2026, 3, 4)

    def test_a_long_language_tag_is_shortened_by_its_last_parts(self, db, dana):
        text = "The harbour board said that traffic had fallen by 30% in 2024."
        snapshot = take_in(text, way=Way.PASTE, language_tag="en-GB-oxendict").snapshot

        read(snapshot)
        intake.enter(snapshot.pk, actor=dana, text="", start=0, end=17)

        assert set(Claim.objects.values_list("language", flat=True)) == {"en-GB"}

    def test_stores_what_was_found_where_it_stands(self, snapshot):
        count = read(snapshot)

        assert count == Claim.objects.filter(state=ClaimState.CANDIDATE).count() > 0
        for mention in Mention.objects.all():
            assert snapshot.text[mention.start : mention.end] == mention.quote
        for quantity in Quantity.objects.all():
            assert snapshot.text[quantity.start : quantity.end] == quantity.text
        assert all(claim.first_mention_id for claim in Claim.objects.all())
        reading = snapshot.readings.get()
        assert (reading.state, reading.created) == (jobs.State.DONE, count)
        assert reading.pipeline == pipeline_id("en")

    def test_a_redelivered_task_does_nothing(self, snapshot):
        count = read(snapshot)

        assert read(snapshot) == 0
        assert Claim.objects.count() == count

    def test_reading_again_with_the_same_pipeline_finds_nothing_new(self, snapshot, dana):
        count = read(snapshot)

        intake.read_again(snapshot.pk, actor=dana)

        assert read(snapshot) == 0
        assert Claim.objects.count() == count
        assert Reading.objects.filter(state=jobs.State.DONE).count() == 2

    def test_another_pipeline_adds_only_what_is_new(self, snapshot, dana):
        found = find_claims(snapshot.text)
        first = snapshot.readings.get()
        attempt = jobs.start(Reading, first.pk)
        intake.store_found(first.pk, attempt, found[:1], pipeline="one")
        second = intake.read_again(snapshot.pk, actor=dana)
        attempt = jobs.start(Reading, second.pk)

        assert intake.store_found(second.pk, attempt, found, pipeline="two") == len(found) - 1

    def test_a_late_first_worker_stores_nothing(self, snapshot):
        reading = snapshot.readings.get()
        first = jobs.start(Reading, reading.pk)
        Reading.objects.filter(pk=reading.pk).update(state=jobs.State.WAITING)
        second = jobs.start(Reading, reading.pk)
        found = find_claims(snapshot.text)

        with pytest.raises(jobs.Lost):
            intake.store_found(reading.pk, first, found, pipeline="p")
        assert not Claim.objects.exists()

        assert intake.store_found(reading.pk, second, found, pipeline="p") == len(found)

    def test_a_text_that_cannot_be_read_says_so_and_can_be_tried_again(
        self, snapshot, dana, monkeypatch
    ):
        def broken(*_args):
            raise RuntimeError("no such table of verbs")

        monkeypatch.setattr(tasks, "find_and_explain", broken)
        read(snapshot)
        reading = snapshot.readings.get()
        assert reading.state == jobs.State.FAILED
        assert "no such table of verbs" in reading.reason
        monkeypatch.undo()

        intake.read_again(snapshot.pk, actor=dana)

        assert read(snapshot) > 0

    def test_a_claimant_is_known_by_name_or_alias(self, snapshot):
        quill = Claimant.objects.create(name="M. Quill", aliases=["Mara Quill", "Quill"])

        read(snapshot)

        assert quill.claims.exists()
        assert not Claimant.objects.filter(name="Mara Quill").exists()


class TestEnter:
    def test_takes_the_words_of_the_article(self, snapshot, rosa):
        start = snapshot.text.index("We never")

        claim = intake.enter(snapshot.pk, actor=rosa, text="", start=start, end=start + 34)

        assert claim.state == ClaimState.QUEUED
        assert claim.text == "We never closed the northern pier,"
        assert claim.first_mention.snapshot == snapshot

    @pytest.mark.parametrize(("start", "end"), [(None, 5), (5, 5), (-1, 5), (0, 10**6)])
    def test_refuses_words_that_are_not_there(self, snapshot, rosa, start, end):
        with pytest.raises(Invalid):
            intake.enter(snapshot.pk, actor=rosa, text="", start=start, end=end)

        assert not Claim.objects.exists()

    def test_refuses_a_reader_and_an_unknown_article(self, snapshot, rhea, rosa):
        with pytest.raises(Forbidden):
            intake.enter(None, actor=rhea, text="The pier is open.")
        with pytest.raises(NotThere):
            intake.enter(10**9, actor=rosa, text="The pier is open.")

        assert not Claim.objects.exists()

    def test_right_to_left_words_keep_their_place(self, rosa):
        text = "\u05e9\u05e8 \u05d4\u05ea\u05d7\u05d1\u05d5\u05e8\u05d4 \u05d0\u05de\u05e8 600."
        snapshot = take_in(text, way=Way.PASTE).snapshot

        claim = intake.enter(snapshot.pk, actor=rosa, text="", start=3, end=len(text))

        assert claim.mentions.get().quote == text[3:]


@pytest.mark.django_db(transaction=True)
class TestReadingTogether:
    def test_two_articles_at_once_have_one_claimant_of_a_name(self):
        text = "Mayor Nadia Brennan said that rents had fallen by {}% in 2024."
        snapshots = [take_in(text.format(n), way=Way.PASTE).snapshot for n in range(1, 5)]
        found = {one.pk: find_claims(one.text, "en") for one in snapshots}

        def store(snapshot) -> int:
            reading = snapshot.readings.get()
            attempt = jobs.start(Reading, reading.pk)
            return intake.store_found(reading.pk, attempt, found[snapshot.pk], pipeline="one")

        results = all_at_once(*(partial(store, snapshot) for snapshot in snapshots))

        assert results == [1, 1, 1, 1]
        assert Claimant.objects.filter(name="Nadia Brennan").count() == 1

"""What the reading left out stands on the article's page, with reasons, and can be taken."""

from __future__ import annotations

import pytest

from articles.intake import take_in
from articles.models import Way
from claims import intake, tasks
from claims.desk import left_out as left_out_module
from claims.desk.left_out import left_out
from claims.models import Claim, Reading
from tests.claims.desk.conftest import url

TEXT = """Toll on the Varn bridge to end

The Varn bridge cost 48 million crowns when it opened in 2011.

We all hope for better weather. Will the toll ever be enough?
"""
HOPE = "We all hope for better weather"


@pytest.fixture
def read():
    """The snapshot of a text that was read."""
    snapshot = take_in(TEXT, way=Way.PASTE).snapshot
    tasks.read_snapshot(snapshot.readings.get().pk)
    return snapshot


def words_of(snapshot):
    return {one.words: one.reasons for one in left_out(snapshot, snapshot.mentions.all()).shown}


@pytest.mark.django_db
class TestLeftOut:
    def test_is_told_with_its_reasons(self, read):
        found = words_of(read)

        assert found[HOPE] == ["is a hope or a wish"]
        assert not any("48 million" in words for words in found)

    def test_is_kept_in_places_of_the_text(self, read):
        for start, end, reasons in Reading.objects.get().left_out:
            assert 0 <= start < end <= len(TEXT)
            assert reasons

    def test_what_somebody_made_a_claim_of_is_left_out_no_more(self, read, rosa):
        start = TEXT.index(HOPE)

        intake.enter(read.pk, actor=rosa, text="", start=start, end=start + len(HOPE) + 1)

        assert HOPE not in words_of(read)
        assert words_of(read)

    def test_of_a_reading_that_kept_nothing_is_listed_once_it_is_done_again(
        self, read, at_desk, rosa, rhea
    ):
        Reading.objects.update(left_out=[])
        known = Claim.objects.count()
        page = url("article", read.article_id)
        assert b"Read again" not in at_desk(rhea).get(page).content
        assert b"Read again" in at_desk(rosa).get(page).content

        at_desk(rosa).post(url("retry_reading", read.readings.get().pk))
        tasks.read_snapshot(read.readings.latest("queued_at").pk)

        assert HOPE in words_of(read)
        assert Claim.objects.count() == known

    def test_of_a_text_that_was_not_read_nothing_is_told(self, snapshot):
        assert left_out(snapshot, []).total == 0

    def test_a_long_text_shows_the_first_and_counts_the_rest(self, read, monkeypatch):
        whole = left_out(read, read.mentions.all())
        monkeypatch.setattr(left_out_module, "SHOWN", 1)

        found = left_out(read, read.mentions.all())

        assert found.shown == whole.shown[:1]
        assert found.total == whole.total > 1


@pytest.mark.django_db
class TestPage:
    def test_one_press_takes_a_stretch_and_stays(self, at_desk, rosa, read):
        start = TEXT.index(HOPE)
        client = at_desk(rosa)
        given = {"words": HOPE, "start": start, "end": start + len(HOPE), "kind": "state"}

        response = client.post(url("enter", read.pk), {**given, "then": "stay"})

        assert response.headers["Location"].startswith(url("article", read.article_id))
        claim = Claim.objects.get(text=HOPE)
        assert claim.state == "queued"
        assert claim.first_mention.quote == HOPE
        page = client.get(response.headers["Location"])
        assert HOPE not in [one.words for one in page.context["left_out"].shown]

    def test_who_may_enter_no_claims_sees_reasons_without_buttons(self, at_desk, rhea, read):
        page = at_desk(rhea).get(url("article", read.article_id)).content.decode()

        assert "is a hope or a wish" in page
        assert "Take as a claim" not in page

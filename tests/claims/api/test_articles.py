"""Handing articles in over the API, and seeing what became of them."""

from __future__ import annotations

import pytest

from articles.models import Article, Fetch, Retrieval, Snapshot, Way
from claims.accounts.models import ServiceKey
from claims.models import Event, Reading

pytestmark = pytest.mark.django_db
ARTICLES = "/api/v1/articles"
TEXT = "Ferry fares rose by 12 percent, the council said."


class TestText:
    def test_is_kept_and_read(self, writer):
        response = writer.post(
            ARTICLES, {"text": TEXT, "url": "https://example.org/fares", "language": "en"}
        )

        assert response.status_code == 201
        body = response.json()
        assert body["is_new_snapshot"] is True
        assert body["article"]["canonical_url"] == "https://example.org/fares"
        assert body["article"]["reading"]["state"] == "waiting"
        assert response["Location"].endswith(f"{ARTICLES}/{body['article']['id']}")
        assert Snapshot.objects.get().text == TEXT
        assert Retrieval.objects.get().way == Way.API
        assert Reading.objects.count() == 1

    def test_handed_in_twice_is_one(self, writer):
        writer.post(ARTICLES, {"text": TEXT})
        response = writer.post(ARTICLES, {"text": TEXT})

        assert response.status_code == 200
        assert response.json()["is_new_article"] is False
        assert Snapshot.objects.count() == Reading.objects.count() == 1

    def test_leaves_in_the_trail_which_key_it_was(self, writer):
        writer.post(ARTICLES, {"text": TEXT})
        event = Event.objects.get(kind="article.handed_in")

        assert event.actor is None
        assert event.detail.data["key"] == ServiceKey.objects.get().prefix

    def test_by_a_person_is_theirs(self, as_person, rosa):
        as_person(rosa).post(ARTICLES, {"text": TEXT})

        assert Article.objects.get().added_by == rosa

    def test_keeps_blanks_at_its_ends(self, writer):
        writer.post(ARTICLES, {"text": f"  {TEXT}\n"})

        assert Snapshot.objects.get().text == f"  {TEXT}\n"

    def test_too_long_is_413(self, writer, settings):
        settings.ARTICLE_MAX_CHARACTERS = 1000
        response = writer.post(ARTICLES, {"text": "word " * 300})

        assert (response.status_code, response.json()["errors"][0]["field"]) == (413, "text")
        assert not Article.objects.exists()

    def test_refuses_a_reader(self, as_person, rhea):
        assert as_person(rhea).post(ARTICLES, {"text": TEXT}).status_code == 403
        assert not Article.objects.exists()


class TestAddress:
    def test_is_fetched_later(self, writer):
        response = writer.post(ARTICLES, {"url": "https://example.org/fares"})

        assert response.status_code == 202
        assert response.json()["state"] == "waiting"
        where = response["Location"]
        assert writer.get(where).json()["id"] == str(Fetch.objects.get().pk)
        assert Event.objects.filter(kind="article.fetch_ordered").count() == 1


class TestReading:
    def test_shows_the_text_to_the_desk_alone(self, writer, desk_program, as_person, rhea):
        where = writer.post(ARTICLES, {"text": TEXT})["Location"]

        assert writer.get(where).json()["snapshot"]["text"] is None
        assert desk_program.get(where).json()["snapshot"]["text"] == TEXT
        assert as_person(rhea).get(where).json()["snapshot"]["text"] == TEXT

    def test_counts_the_claims(self, desk_program, claim):
        article = claim.mentions.get().snapshot.article

        assert desk_program.get(f"{ARTICLES}/{article.pk}").json()["claims"] == 1

    def test_lists_page_by_page(self, desk_program, writer):
        made = [
            writer.post(ARTICLES, {"text": f"{TEXT} {number}"}).json()["article"]["id"]
            for number in range(3)
        ]
        first = desk_program.get(ARTICLES, {"page_size": 2}).json()
        second = desk_program.get(first["next"]).json()

        assert [row["id"] for row in first["results"] + second["results"]] == made[::-1]
        assert second["next"] is None

    def test_a_list_costs_the_same_for_many(
        self, desk_program, writer, django_assert_max_num_queries
    ):
        for number in range(5):
            writer.post(ARTICLES, {"text": f"{TEXT} {number}"})
        with django_assert_max_num_queries(6):
            desk_program.get(ARTICLES)

    def test_unknown_ones_are_404(self, desk_program):
        assert (
            desk_program.get(f"{ARTICLES}/00000000-0000-0000-0000-000000000000").status_code == 404
        )

    def test_is_ordered_again_by_people(self, as_person, rosa, writer):
        where = writer.post(ARTICLES, {"text": TEXT})["Location"]

        assert as_person(rosa).post(f"{where}/read_again").status_code == 202
        assert writer.post(f"{where}/read_again").json()["code"] == "not_a_person"

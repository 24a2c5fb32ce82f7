from __future__ import annotations

import json

import pytest

from articles.intake import take_in
from articles.models import Way
from claims import intake
from claims.models import PublicState
from tests.claims.public.conftest import publish

pytestmark = pytest.mark.django_db

TEXT = "Sea news 🚢\n\nThe pier was closed, Quill said. It was not."
QUOTE = "The pier was closed"


@pytest.fixture
def fact_check(rosa, emil, dana) -> PublicState:
    taken = take_in(TEXT, way=Way.PASTE, url="https://news.example.org/pier")
    start = taken.snapshot.text.index(QUOTE)
    claim = intake.enter(
        taken.snapshot.pk, actor=dana, text="", start=start, end=start + len(QUOTE), kind="event"
    )
    publish(claim, rosa, emil)
    return PublicState.objects.get(claim=claim)


@pytest.fixture
def place(fact_check) -> str:
    return f"/fact-checks/{fact_check.slug}/annotations/"


class TestAnnotations:
    def test_point_at_the_words_in_the_article(self, client, place):
        response = client.get(place)

        assert response["Content-Type"].startswith("application/ld+json; profile=")
        found = json.loads(response.content)
        assert found["type"] == "AnnotationCollection" and found["total"] == 1
        target = found["first"]["items"][0]["target"]
        assert target["source"] == "https://news.example.org/pier"
        quote, position = target["selector"]
        assert quote["exact"] == QUOTE
        # Positions count code points, of which the ship is one.
        assert TEXT[position["start"] : position["end"]] == QUOTE
        assert TEXT[: position["start"]].endswith(quote["prefix"])
        assert TEXT[position["end"] :].startswith(quote["suffix"])

    def test_each_has_an_address_of_its_own(self, client, place):
        listed = json.loads(client.get(place).content)["first"]["items"][0]
        path = "/" + listed["id"].split("/", 3)[3]

        alone = json.loads(client.get(path).content)

        assert alone.pop("@context") == "http://www.w3.org/ns/anno.jsonld"
        assert alone == listed

    def test_say_the_verdict(self, client, place):
        body = json.loads(client.get(place).content)["first"]["items"][0]["body"]

        assert body[0]["value"] == "Mostly true: The log shows the fall."
        assert body[1]["source"].startswith("http")

    def test_of_an_article_without_address_are_none(self, client, address):
        found = json.loads(client.get(f"{address}annotations/").content)

        assert found["total"] == 0
        assert "first" not in found

    def test_of_a_retracted_one_are_gone(self, client, address, retracted):
        assert client.get(f"{address}annotations/").status_code == 404

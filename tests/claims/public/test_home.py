from __future__ import annotations

import hashlib
import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest

from claims.models import Claim, Publication, PublicState

pytestmark = pytest.mark.django_db

HEADING = re.compile(r'<h2 class="finding__title"[^>]*><a href="([^"]+)">')


def copies(state: PublicState, count: int) -> None:
    """Publish `count` more fact-checks like that of `state`, each a minute later."""
    publication, document = state.publication, json.loads(state.publication.document)
    claims = Claim.objects.bulk_create(
        Claim(text=f"Claim {number}", slug=f"claim-{number}") for number in range(count)
    )
    publications, states = [], []
    for number, claim in enumerate(claims, 1):
        at = state.first_published_at + timedelta(minutes=number)
        text = json.dumps({**document, "slug": claim.slug, "headline": claim.text})
        publications.append(
            Publication(
                sequence=publication.sequence + number,
                kind=publication.kind,
                claim=claim,
                verdict_id=publication.verdict_id,
                document=text,
                sha256=hashlib.sha256(text.encode()).hexdigest(),
                published_at=at,
            )
        )
        states.append(
            PublicState(
                claim=claim,
                publication=publications[-1],
                slug=claim.slug,
                rating_key=state.rating_key,
                language=state.language,
                kind=state.kind,
                claimant_id=state.claimant_id,
                words=claim.text,
                first_published_at=at,
                updated_at=at,
            )
        )
    Publication.objects.bulk_create(publications)
    PublicState.objects.bulk_create(states)


def links(response) -> list[str]:
    return HEADING.findall(response.content.decode())


class TestPastedMessage:
    def test_leads_to_what_says_nearly_the_same(self, client, address):
        message = (
            "Forwarded many times! They say that ferry traffic fell from 1,200 crossings to 600 "
            "within just five years. " + "Share this before it is gone. " * 40
        )
        response = client.get("/", {"q": message})

        assert links(response) == [address]
        assert "These come nearest" in response.content.decode()

    def test_that_nothing_resembles_finds_nothing(self, client, address):
        response = client.get("/", {"q": "The moon is made of cheese and nobody says so"})

        assert "No fact-check matches" in response.content.decode()


class TestList:
    def test_is_empty_at_first(self, client):
        assert "Nothing is published yet" in client.get("/").content.decode()

    def test_shows_what_is_published(self, client, state, address):
        response = client.get("/")

        assert links(response) == [address]
        assert "Mostly true" in response.content.decode()

    def test_shows_nothing_that_is_only_approved(self, client, approved):
        assert links(client.get("/")) == []

    def test_pages_lead_to_every_fact_check_once_and_back(self, client, state):
        copies(state, 44)

        seen, address = [], "/"
        while address:
            html = client.get(address)
            seen.append(links(html))
            found = re.search(r'rel="next" href="([^"]+)"', html.content.decode())
            address = "/" + found.group(1).replace("&amp;", "&") if found else None

        assert [len(page) for page in seen] == [20, 20, 5]
        assert seen[0][0] == "/fact-checks/claim-43/"
        assert len({link for page in seen for link in page}) == 45
        back = re.search(r'rel="prev" href="([^"]+)"', html.content.decode()).group(1)
        assert links(client.get("/" + back.replace("&amp;", "&"))) == seen[1]

    def test_goes_on_from_any_time_that_can_be_written(self, client, db):
        for at in ("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-01-01T00+20:00"):
            address = {"before": f"{at}~{uuid4()}"}
            assert client.get("/", address).status_code in (200, 404)

    @pytest.mark.parametrize("cursor", ["x", "2026-01-01~x", "2026-01-01T00:00:00~", "~", "\x00"])
    def test_knows_no_page_of_a_broken_address(self, client, cursor):
        assert client.get("/", {"before": cursor}).status_code == 404

    @pytest.mark.parametrize("count", [9, 999])
    def test_costs_the_same_whatever_its_length(
        self, client, state, count, django_assert_max_num_queries
    ):
        copies(state, count)

        client.get("/")
        with django_assert_max_num_queries(2):
            client.get("/")

    def test_answers_304_to_who_has_it(self, client, state):
        tag = client.get("/")["ETag"]

        assert client.get("/", headers={"if-none-match": tag}).status_code == 304


def test_a_page_costs_four_queries(client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(address)

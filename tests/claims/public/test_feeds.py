"""Feeds, read by readers that nobody here wrote."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import feedparser
import pytest

from claims import claimreview, workflow
from claims.public import datafeed

pytestmark = pytest.mark.django_db

FEEDS = ["/feeds/atom.xml", "/feeds/rss.xml", "/feeds/feed.json"]
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def read(client, address, query=None):
    """The feed as feedparser understands it; a JSON Feed, which it cannot read, in its terms."""
    response = client.get(address, query)
    assert response.status_code == 200
    if address.endswith(".json"):
        return told(json.loads(response.content))
    headers = {"content-type": response["Content-Type"]}
    found = feedparser.parse(response.content, response_headers=headers)
    assert not found.bozo, found.get("bozo_exception")
    return found


def told(feed: dict) -> feedparser.FeedParserDict:
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    entries = [
        feedparser.FeedParserDict(
            id=item["id"], title=item["title"], link=item["url"], summary=item["content_html"]
        )
        for item in feed["items"]
    ]
    return feedparser.FeedParserDict(entries=entries, feed={"title": feed["title"]})


def ids(client, address) -> list[str]:
    return [entry.id for entry in read(client, address).entries]


class TestFeeds:
    @pytest.mark.parametrize("address", FEEDS)
    def test_is_read_when_empty(self, client, address):
        assert read(client, address).entries == []

    @pytest.mark.parametrize("address", FEEDS)
    def test_tells_what_is_published(self, client, state, document, address):
        entry = read(client, address).entries[0]

        assert entry.title == document["headline"]
        assert entry.link == document["url"]
        assert "The log shows the fall." in entry.summary

    def test_all_three_name_an_entry_alike(self, client, state, pier, settings):
        found = {tuple(ids(client, address)) for address in FEEDS}

        assert len(found) == 1
        year = state.first_published_at.year
        known = f"tag:{settings.FEED_ID_DOMAIN},{year}:factcheck/{state.claim_id}"
        assert known in next(iter(found))

    def test_an_id_stays_when_the_site_moves(self, client, state, settings):
        before = ids(client, FEEDS[0])
        settings.PUBLIC_BASE_URL = "https://elsewhere.example"

        assert ids(client, FEEDS[0]) == before

    @pytest.mark.parametrize("address", FEEDS)
    def test_a_retracted_entry_is_gone(self, client, retracted, address):
        assert read(client, address).entries == []

    def test_atom_says_what_was_deleted_and_why(self, client, state, emil, edna):
        entry = ids(client, FEEDS[0])[0]
        workflow.request_retraction(state.claim_id, actor=emil, reason="The log was forged.")
        workflow.confirm_retraction(state.claim_id, actor=edna)

        gone = ElementTree.fromstring(client.get(FEEDS[0]).content).find(DELETED)

        assert gone.get("ref") == entry
        assert gone.get("when")
        assert "".join(gone.itertext()) == "The log was forged."

    def test_a_correction_comes_to_the_top(self, client, state, pier, request):
        request.getfixturevalue("corrected")

        titles = [entry.title for entry in read(client, FEEDS[0]).entries]

        assert titles[0] == state.claim.text
        assert len(titles) == 2

    @pytest.mark.parametrize("address", FEEDS)
    @pytest.mark.parametrize(
        "query",
        [
            {"rating": "unproven"},
            {"topic": "harbour"},
            {"q": "pier"},
            {"language": "en", "rating": "unproven"},
        ],
    )
    def test_follows_a_selection(self, client, state, pier, address, query):
        entries = read(client, address, query).entries

        assert [entry.link for entry in entries] == [json.loads(pier.publication.document)["url"]]

    def test_follows_a_claimant(self, client, state, pier, quill):
        found = read(client, FEEDS[0], {"claimant": str(quill.pk)})

        assert len(found.entries) == 1
        assert "Mara Quill" in found.feed.title

    @pytest.mark.parametrize("query", [{"claimant": "x"}, {"q": "\x00"}, {"topic": "a" * 201}])
    def test_knows_no_selection_that_can_match_nothing(self, client, db, query):
        assert client.get(FEEDS[0], query).status_code == 404

    @pytest.mark.parametrize("address", FEEDS)
    def test_answers_304_to_who_has_it(self, client, state, address):
        tag = client.get(address)["ETag"]

        assert client.get(address, headers={"if-none-match": tag}).status_code == 304

    @pytest.mark.parametrize("address", FEEDS)
    def test_costs_few_queries(self, client, state, address, django_assert_max_num_queries):
        client.get(address)
        with django_assert_max_num_queries(2):
            client.get(address)


class TestDataFeed:
    ADDRESS = "/feeds/claimreview.json"

    def elements(self, client) -> list[dict]:
        response = client.get(self.ADDRESS)
        assert response["Content-Type"] == "application/ld+json"
        feed = json.loads(response.getvalue())
        assert feed["@type"] == "DataFeed"
        return feed["dataFeedElement"]

    def test_is_valid_when_empty(self, client, db):
        assert self.elements(client) == []

    def test_carries_the_markup_of_each_page(self, client, state, pier, document):
        found = self.elements(client)

        assert [element["item"][0]["url"] for element in found] == [
            document["url"],
            json.loads(pier.publication.document)["url"],
        ]
        for element in found:
            review = element["item"][0]
            assert claimreview.problems(review, page=element["url"]) == {}

    def test_has_one_element_for_each_claim(self, client, corrected):
        found = self.elements(client)

        assert len(found) == 1
        assert found[0]["item"][0]["reviewRating"]["alternateName"] == "Half true"

    def test_a_retraction_leaves_a_tombstone(self, client, retracted, document):
        found = self.elements(client)

        assert found[0]["item"] is None
        assert found[0]["dateDeleted"]
        assert found[0]["url"] == document["url"]

    def test_stands_as_it_was_when_it_began(self, state, pier, monkeypatch, emil, edna):
        monkeypatch.setattr(datafeed, "CHUNK", 1)
        parts = datafeed.written(pier.publication)
        text = next(parts) + next(parts)
        workflow.request_retraction(state.claim_id, actor=emil, reason="The log was forged.")
        workflow.confirm_retraction(state.claim_id, actor=edna)

        found = json.loads(text + "".join(parts))["dataFeedElement"]

        assert all(element["item"] for element in found)
        assert len(found) == 2

    def test_answers_304_until_something_is_published(self, client, state, request):
        first = client.get(self.ADDRESS)
        again = client.get(self.ADDRESS, headers={"if-none-match": first["ETag"]})
        request.getfixturevalue("pier")
        later = client.get(self.ADDRESS, headers={"if-none-match": first["ETag"]})

        assert again.status_code == 304
        assert later.status_code == 200


class TestCorrectionsFeed:
    def test_tells_of_corrections_and_retractions(self, client, corrected, pier, emil, edna):
        workflow.request_retraction(pier.claim_id, actor=emil, reason="The note was forged.")
        workflow.confirm_retraction(pier.claim_id, actor=edna)

        entries = read(client, "/feeds/corrections.xml").entries

        assert [entry.title for entry in entries] == [
            "Retracted: We never closed the northern pier",
            f"Error in the verdict: {corrected.claim.text}",
        ]
        assert "Mostly true → Half true" in entries[1].summary

from __future__ import annotations

from datetime import timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from django.utils import timezone

from claims.public.views import sitemaps
from tests.claims.public.test_home import copies

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def addresses(client, path) -> list[str]:
    response = client.get(path)
    assert response.status_code == 200
    return [found.text for found in ElementTree.fromstring(response.content).iter(f"{MAP}loc")]


class TestSitemap:
    def test_leads_to_every_fact_check_once(self, client, state, document, monkeypatch):
        monkeypatch.setattr(sitemaps, "PART", 4)
        copies(state, 9)

        parts = [url for url in addresses(client, "/sitemap.xml") if "pages.xml" not in url]
        found = [url for part in parts for url in addresses(client, "/" + part.split("/", 3)[3])]

        assert len(parts) == 3
        assert len(found) == len(set(found)) == 10
        assert document["url"] in found

    def test_drops_what_was_retracted(self, client, retracted):
        assert len(addresses(client, "/sitemap.xml")) == 1
        assert client.get("/sitemaps/1.xml").status_code == 404

    @pytest.mark.parametrize("number", [0, 2, 10**20])
    def test_knows_no_other_part(self, client, state, number):
        assert client.get(f"/sitemaps/{number}.xml").status_code == 404

    def test_lists_the_pages_that_exist(self, client, state):
        for url in addresses(client, "/sitemaps/pages.xml"):
            assert client.get("/" + url.split("/", 3)[3]).status_code == 200

    def test_is_named_for_crawlers(self, client, db):
        text = client.get("/robots.txt").content.decode()

        assert "/sitemap.xml" in text
        assert "Disallow: /desk/" in text


class TestNews:
    def test_has_what_is_younger_than_two_days(self, client, state, document):
        root = ElementTree.fromstring(client.get("/sitemaps/news.xml").content)

        assert root.find(f"{MAP}url/{MAP}loc").text == document["url"]
        news = root.find(f"{MAP}url/{NEWS}news")
        assert news.find(f"{NEWS}title").text == document["headline"]
        assert news.find(f"{NEWS}publication/{NEWS}language").text == "en"
        assert (
            news.find(f"{NEWS}publication_date").text == document["first_published_at"][:19] + "Z"
        )

    def test_forgets_what_is_older(self, client, state):
        with time_machine.travel(timezone.now() + timedelta(days=2, minutes=1), tick=False):
            assert addresses(client, "/sitemaps/news.xml") == []

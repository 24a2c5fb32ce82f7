from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(client, document):
    """oEmbed for the published fact-check, with further parameters."""

    def ask(**query):
        return client.get("/oembed", {"url": document["url"], **query})

    return ask


def frame(response) -> dict[str, str]:
    found: list[dict[str, str]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append({"tag": tag, **dict(attrs)})

    Reader().feed(json.loads(response.content)["html"])
    assert len(found) == 1
    return found[0]


class TestOembed:
    def test_gives_a_sandboxed_frame(self, asked, address):
        response = asked()

        card = json.loads(response.content)
        assert card["version"] == "1.0" and card["type"] == "rich"
        assert isinstance(card["width"], int) and isinstance(card["height"], int)
        inner = frame(response)
        assert inner["tag"] == "iframe"
        assert inner["src"].endswith(f"{address}card/")
        assert "allow-scripts" not in inner["sandbox"]
        assert "allow-same-origin" not in inner["sandbox"]

    @pytest.mark.parametrize(
        ("size", "got"), [("400", 400), ("9999", 600), ("10", 200), ("x", 600), ("-5", 600)]
    )
    def test_honours_the_widest_that_a_site_can_show(self, asked, size, got):
        response = asked(maxwidth=size)

        assert json.loads(response.content)["width"] == got
        assert frame(response)["width"] == str(got)

    def test_is_found_from_the_page(self, client, address):
        head = client.get(address).content.decode().partition("</head>")[0]

        link = re.search(r'type="application/json\+oembed" href="([^"]+)"', head).group(1)
        response = client.get(unescape(link))

        assert json.loads(response.content)["version"] == "1.0"

    def test_writes_no_xml(self, asked):
        assert asked(format="xml").status_code == 501

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "x",
            "http://[",
            "https://evil.example/fact-checks/a/",
            "http://127.0.0.1:8000/",
            "http://127.0.0.1:8000/fact-checks/no-such/",
        ],
    )
    def test_knows_only_fact_checks_of_ours(self, client, db, url):
        assert client.get("/oembed", {"url": url}).status_code == 404

    def test_knows_no_retracted_one(self, asked, retracted):
        assert asked().status_code == 404


class TestCard:
    def test_may_be_framed_by_any_site(self, client, address):
        response = client.get(f"{address}card/")

        assert "frame-ancestors *" in response["Content-Security-Policy"]
        assert "script-src 'self'" in response["Content-Security-Policy"]
        assert "X-Frame-Options" not in response

    def test_no_other_page_may(self, client, address):
        response = client.get(address)

        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
        assert response["X-Frame-Options"] == "DENY"

    def test_speaks_the_language_of_the_fact_check(self, client, address):
        response = client.get(f"{address}card/", headers={"Accept-Language": "he"})

        assert response["Content-Language"] == "en"
        assert response.content == client.get(f"{address}card/").content

    def test_follows_a_correction(self, client, address, corrected):
        assert "Half true" in client.get(f"{address}card/").content.decode()

    def test_says_that_it_was_retracted(self, client, address, retracted):
        response = client.get(f"{address}card/")

        assert response.status_code == 410
        assert "retracted" in response.content.decode()
        assert "Mostly true" not in response.content.decode()

    def test_the_snippet_is_text_to_copy(self, client, address):
        html = client.get(address).content.decode()

        assert "&lt;iframe src=&quot;" in html
        assert "<iframe" not in html

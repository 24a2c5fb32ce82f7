from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from requests.utils import parse_header_links

from claims.models import Publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(corrected) -> list[Publication]:
    """The first publication and the corrected one, a minute apart as far as the tests go."""
    return list(Publication.objects.order_by("sequence"))


def of(address: str, publication: Publication) -> str:
    return f"{address}versions/{publication.sequence}/"


class TestVersion:
    def test_shows_what_stood_then(self, client, address, both):
        first = client.get(of(address, both[0])).content.decode()
        last = client.get(of(address, both[1])).content.decode()

        assert "Mostly true" in first and "Half true" not in first
        assert "An earlier version" in first
        assert "Half true" in last and "The current version" in last

    def test_says_when_it_stood(self, client, address, both):
        response = client.get(of(address, both[0]))

        seconds = both[0].published_at.replace(microsecond=0)
        assert response["Memento-Datetime"] == format_datetime(seconds, usegmt=True)

    def test_carries_no_claimreview_and_is_not_indexed(self, client, address, both):
        html = client.get(of(address, both[0])).content.decode()

        assert "ClaimReview" not in html
        assert '<meta name="robots" content="noindex">' in html

    def test_its_document_is_the_published_one_byte_for_byte(self, client, address, both):
        response = client.get(f"{of(address, both[0])}document.json")

        assert response.content.decode() == both[0].document
        assert hashlib.sha256(response.content).hexdigest() == both[0].sha256
        assert "immutable" in response["Cache-Control"]

    @pytest.mark.parametrize("sequence", [0, 3, 10**30])
    def test_knows_no_other_numbers(self, client, address, both, sequence):
        assert client.get(f"{address}versions/{sequence}/").status_code == 404

    def test_of_another_claim_is_not_found(self, client, address, pier):
        assert client.get(of(address, pier.publication)).status_code == 404

    def test_a_tombstone_is_no_version(self, client, address, retracted):
        last = Publication.objects.latest()

        assert client.get(of(address, last)).status_code == 404

    def test_of_a_retracted_one_says_so(self, client, address, retracted):
        html = client.get(of(address, Publication.objects.first())).content.decode()

        assert "This fact-check was retracted" in html

    def test_the_list_names_them_all(self, client, address, both):
        html = client.get(f"{address}versions/").content.decode()

        for publication in both:
            assert of(address, publication) in html
            assert publication.sha256 in html


class TestMemento:
    def test_the_page_leads_to_its_versions(self, client, address, state):
        links = {
            link["rel"]: link["url"] for link in parse_header_links(client.get(address)["Link"])
        }

        assert set(links) == {"original", "timegate", "timemap"}
        assert links["timemap"].endswith(f"{address}timemap/")

    def test_the_timemap_lists_them(self, client, address, both):
        response = client.get(f"{address}timemap/")

        assert response["Content-Type"] == "application/link-format"
        links = parse_header_links(response.content.decode().replace("\n", ""))
        mementos = [link for link in links if "memento" in link["rel"]]
        assert [link["rel"] for link in mementos] == ["first memento", "last memento"]
        assert [
            link["url"].endswith(of(address, row)) for link, row in zip(mementos, both, strict=True)
        ] == [
            True,
            True,
        ]
        assert {link["rel"] for link in links} >= {"original", "self", "timegate"}

    def test_the_timegate_leads_to_what_stood(self, client, address, both):
        # Memento knows whole seconds, hence publications apart by more than one.
        gate = f"{address}timegate/"
        long_ago = format_datetime(datetime(2001, 1, 1, tzinfo=UTC), usegmt=True)
        later = both[1].published_at + timedelta(hours=1)

        before = client.get(gate, headers={"accept-datetime": long_ago})
        after = client.get(
            gate,
            headers={"accept-datetime": format_datetime(later.replace(microsecond=0), usegmt=True)},
        )

        assert before.status_code == after.status_code == 302
        assert before["Location"].endswith(of(address, both[0]))
        assert after["Location"].endswith(of(address, both[1]))
        assert "accept-datetime" in before["Vary"].lower()

    def test_the_timegate_refuses_what_is_no_time(self, client, address):
        response = client.get(f"{address}timegate/", headers={"accept-datetime": "yesterday"})

        assert response.status_code == 400


class TestAsOf:
    def test_leads_to_what_stood(self, client, address, both):
        def at(time):
            return client.get(address, {"as_of": time.isoformat()})

        first, second = (row.published_at for row in both)
        assert at(first)["Location"].endswith(of(address, both[0]))
        assert at(second - timedelta(microseconds=1))["Location"].endswith(of(address, both[0]))
        assert at(second)["Location"].endswith(of(address, both[1]))
        assert at(first - timedelta(microseconds=1)).status_code == 404

    def test_takes_a_day(self, client, address, both):
        day = f"{datetime.now(UTC):%Y-%m-%d}"

        assert client.get(address, {"as_of": day})["Location"].endswith(of(address, both[1]))

    @pytest.mark.parametrize("time", ["", "x", "2026-13-01", "2026-01-01T00:00:00", "\x00"])
    def test_knows_no_other_words(self, client, address, time):
        assert client.get(address, {"as_of": time}).status_code == 404


def test_a_version_stays_the_same_when_the_desk_goes_on(client, address, published, emil, quill):
    link = of(address, Publication.objects.get())
    before = client.get(f"{link}document.json").content
    quill.name = "Another name"
    quill.save()
    published.claim.__class__.objects.filter(pk=published.claim_id).update(text="Another text")

    html = client.get(link).content.decode()

    assert client.get(f"{link}document.json").content == before
    assert not re.search("Another (name|text)", html)

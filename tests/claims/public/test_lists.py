from __future__ import annotations

import re

import pytest

from claims import workflow
from claims.models import Methodology, Topic

pytestmark = pytest.mark.django_db

TITLE = re.compile(r'<h2 class="finding__title"[^>]*><a href="[^"]+">([^<]+)</a>')


def titles(response) -> list[str]:
    assert response.status_code == 200
    return TITLE.findall(response.content.decode())


class TestSearch:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"q": "ferry"}, ["Ferry"]),
            ({"q": "Quill"}, ["Ferry"]),
            ({"q": "pier record"}, ["We never"]),
            ({"q": "ferry pier"}, []),
            ({"q": '"northern pier"'}, ["We never"]),
            ({"rating": "unproven"}, ["We never"]),
            ({"rating": "mostly-true"}, ["Ferry"]),
            ({"rating": "no-such"}, []),
            ({"topic": "harbour"}, ["We never"]),
            ({"language": "he"}, []),
            ({"utm_source": "elsewhere"}, ["We never", "Ferry"]),
            ({"q": "'; drop table--"}, []),
        ],
    )
    def test_finds(self, client, state, pier, query, found):
        shown = titles(client.get("/", query))

        assert [title.split(" ")[0] for title in shown] == [text.split(" ")[0] for text in found]

    def test_offers_a_way_out_of_nothing(self, client, state):
        html = client.get("/", {"q": "zebra"}).content.decode()

        assert "No fact-check matches" in html
        assert "Show all fact-checks" in html

    def test_words_are_shown_as_text(self, client, state):
        html = client.get("/", {"q": '"><script>alert(1)</script>'}).content.decode()

        assert "<script>alert" not in html


class TestTopic:
    def test_lists_its_fact_checks(self, client, state, pier):
        assert titles(client.get("/topics/harbour/")) == ["We never closed the northern pier"]

    def test_is_named_as_published(self, client, pier):
        Topic.objects.update(name="Secret investigation")

        for page in ("/topics/", "/topics/harbour/", "/"):
            html = client.get(page).content.decode()
            assert "Harbour &amp; sea" in html
            assert "Secret" not in html

    def test_without_anything_public_is_not_found(self, client, state):
        Topic.objects.create(name="Secret", slug="secret")

        assert client.get("/topics/secret/").status_code == 404
        assert "Secret" not in client.get("/topics/").content.decode()


class TestClaimant:
    def test_lists_what_was_checked(self, client, state, pier, quill):
        response = client.get(f"/claimants/{quill.pk}/")

        assert titles(response) == [state.claim.text]
        assert "no score of a person" in response.content.decode()

    def test_is_named_as_published(self, client, state, quill):
        quill.name = "Unpublished name"
        quill.save()

        for page in ("/claimants/", f"/claimants/{quill.pk}/"):
            html = client.get(page).content.decode()
            assert "Mara Quill" in html
            assert "Unpublished" not in html

    def test_without_anything_public_is_not_found(self, client, quill):
        assert client.get(f"/claimants/{quill.pk}/").status_code == 404

    def test_of_a_retracted_fact_check_is_not_found(self, client, retracted, quill):
        assert client.get(f"/claimants/{quill.pk}/").status_code == 404


class TestCorrections:
    def test_says_so_when_there_are_none(self, client, state):
        assert "No correction so far" in client.get("/corrections/").content.decode()

    def test_tells_what_changed_and_why(self, client, corrected):
        html = client.get("/corrections/").content.decode()

        assert "The log was misread." in html
        assert "Error in the verdict" in html
        assert "<bdi>Mostly true</bdi></s> → <strong><bdi>Half true</bdi>" in html

    def test_tells_of_retractions(self, client, retracted):
        html = client.get("/corrections/").content.decode()

        assert "Retracted" in html
        assert "The log was forged." in html

    def test_a_new_name_is_no_correction(self, client, published, emil, quill):
        workflow.rename_claimant(quill.pk, actor=emil, name="Mara Quill-Ferrow")

        assert "No correction so far" in client.get("/corrections/").content.decode()

    @pytest.mark.parametrize("before", ["x", "-1", "٣", "9" * 19])
    def test_knows_no_page_of_a_broken_address(self, client, corrected, before):
        assert client.get("/corrections/", {"before": before}).status_code == 404


class TestMethodology:
    def test_shows_the_version_in_force(self, client, db):
        Methodology.objects.create(version=2, title="How we check now", body="Better.")

        html = client.get("/methodology/").content.decode()

        assert "How we check now" in html
        assert "Mostly true" in html

    def test_keeps_the_earlier_ones(self, client, db):
        Methodology.objects.create(version=2, title="How we check now", body="Better.")

        html = client.get("/methodology/1/").content.decode()

        assert "An earlier version" in html
        assert "How we check now" not in html

    def test_knows_no_other_version(self, client, db):
        assert client.get("/methodology/7/").status_code == 404


@pytest.mark.parametrize(
    "page", ["/", "/topics/", "/topics/harbour/", "/claimants/", "/corrections/", "/methodology/"]
)
def test_every_list_can_be_stored_and_costs_little(
    client, state, pier, page, django_assert_max_num_queries
):
    client.get(page)
    with django_assert_max_num_queries(4):
        response = client.get(page)

    assert response["Cache-Control"] == "public, no-cache"
    assert not response.cookies
    again = client.get(page, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304

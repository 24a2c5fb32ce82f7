"""Kept lists of the queue over the API: the same claims in the same order as at the desk."""

from __future__ import annotations

import pytest

from claims.models import Claim, SavedFilter

pytestmark = pytest.mark.django_db
LISTS = "/api/v1/desk/lists"


@pytest.fixture
def lists(rosa, emil):
    return {
        name: SavedFilter.objects.create(owner=owner, name=name, is_shared=shared, query=query)
        for name, owner, shared, query in [
            ("reach", emil, True, "state=candidate&sort=reach"),
            ("own", rosa, False, "state=queued&mine=hand"),
            ("private", emil, False, "state=all"),
        ]
    }


@pytest.fixture
def said(db):
    return [Claim.objects.create(text=f"Said {n} times.", mention_count=n) for n in range(5)]


def names(response):
    return [row["name"] for row in response.json()["results"]]


class TestLists:
    def test_are_ones_own_and_those_for_everybody(self, as_person, rosa, emil, lists):
        assert names(as_person(rosa).get(LISTS)) == ["own", "reach"]
        assert names(as_person(emil).get(LISTS)) == ["private", "reach"]

    def test_are_closed_to_outsiders(self, as_person, anyone, otto, lists):
        assert as_person(otto).get(LISTS).status_code == 403
        assert anyone.get(LISTS).status_code == 401

    def test_of_somebody_else_are_not_there(self, as_person, rosa, lists):
        for end in ("claims", "feed"):
            path = f"{LISTS}/{lists['private'].pk}/{end}"
            assert as_person(rosa).get(path).status_code == 404


class TestClaims:
    def test_come_in_the_order_of_the_list_page_by_page(self, as_person, rosa, lists, said):
        api, path, found = as_person(rosa), f"{LISTS}/{lists['reach'].pk}/claims?page_size=2", []
        while path:
            page = api.get(path).json()
            found += [row["text"] for row in page["results"]]
            path = page["next"] and page["next"].partition("testserver")[2]

        assert found == [f"Said {number} times." for number in (4, 3, 2, 1, 0)]

    def test_refuse_a_cursor_of_another_list(self, as_person, rosa, lists, said):
        response = as_person(rosa).get(f"{LISTS}/{lists['reach'].pk}/claims?cursor=nonsense")

        assert response.status_code == 400
        assert response.json()["errors"][0]["field"] == "cursor"


class TestFeed:
    def test_names_the_first_of_the_list(self, as_person, rosa, lists, said):
        feed = as_person(rosa).get(f"{LISTS}/{lists['reach'].pk}/feed").json()

        assert feed["version"].endswith("1.1")
        assert feed["items"][0]["content_text"] == "Said 4 times."
        assert feed["items"][0]["url"].endswith(f"/desk/claims/{said[4].pk}/")

"""The short way to 304 answers as the long way does, and lets nobody in who would be refused."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from claims.accounts import keys
from claims.accounts.models import Scope, ServiceKey
from claims.api import freshness
from tests.claims.clients import Api

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims"
KEPT = ("ETag", "Last-Modified", "Cache-Control", "Vary", "RateLimit-Policy")
LONG = "claims.api.freshness.FreshnessMiddleware"


def poll(api: Api, tag: str, query: dict | None = None):
    return api.get(CLAIMS, query, **{"If-None-Match": tag})


class TestAnswer:
    def test_has_the_headers_of_the_long_way(self, anyone, published, settings):
        tag = anyone.get(CLAIMS)["ETag"]
        short = poll(anyone, tag)
        settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != LONG]
        long = poll(Api(), tag)

        assert short.status_code == long.status_code == 304
        assert {name: short[name] for name in KEPT if name in short} == {
            name: long[name] for name in KEPT if name in long
        }
        assert short.content == b""

    def test_takes_one_query(self, anyone, published, django_assert_num_queries):
        tag = anyone.get(CLAIMS)["ETag"]

        with django_assert_num_queries(1):
            assert poll(anyone, tag).status_code == 304

    def test_takes_weak_tags_and_lists_of_them(self, anyone, published):
        tag = anyone.get(CLAIMS)["ETag"]

        assert poll(anyone, f'"else", W/{tag}').status_code == 304

    def test_is_for_this_address_alone(self, anyone, published):
        tag = anyone.get(CLAIMS)["ETag"]

        assert poll(anyone, tag, {"rating": "false"}).status_code == 200

    def test_ends_with_the_next_publication(self, anyone, published, publish):
        tag = anyone.get(CLAIMS)["ETag"]
        publish("The pier is open.")

        assert poll(anyone, tag).status_code == 200

    def test_leaves_past_states_to_the_long_way(self, anyone, published):
        at = {"as_of": "2026-01-01T00:00:00Z"}
        tag = anyone.get(CLAIMS, at)["ETag"]

        assert poll(anyone, tag, at).status_code == 304

    def test_leaves_a_database_that_is_away_to_the_long_way(self, anyone, published, monkeypatch):
        tag = anyone.get(CLAIMS)["ETag"]

        def away(*_given):
            raise OperationalError("the connection is closed")

        monkeypatch.setattr(freshness.rates, "count_and_read", away)
        monkeypatch.setattr(freshness.published, "newest", away)
        response = poll(anyone, tag)

        assert (response.status_code, response.json()["code"]) == (503, "not_available")


class TestClients:
    def test_are_counted(self, anyone, published, settings):
        settings.API_RATE_ANONYMOUS = 2
        tag = anyone.get(CLAIMS)["ETag"]

        assert [poll(anyone, tag).status_code for _ in range(2)] == [304, 429]

    def test_are_counted_once_where_the_list_has_changed(self, anyone, published, publish):
        before = anyone.get(CLAIMS)
        publish("The pier is open.")
        after = poll(anyone, before["ETag"])

        assert after.status_code == 200
        assert (before["RateLimit"].split(";")[1], after["RateLimit"].split(";")[1]) == (
            "r=119", "r=118",
        )  # fmt: skip

    def test_before_the_first_publication_are_answered_too(self, anyone):
        tag = anyone.get(CLAIMS)["ETag"]

        assert poll(anyone, tag).status_code == 304

    def test_with_a_revoked_key_are_refused_at_once(self, dana, published):
        key = ServiceKey(name="Reader", scopes=[Scope.READ_PUBLISHED], created_by=dana)
        api = Api(keys.issue(key))
        tag = api.get(CLAIMS)["ETag"]
        assert poll(api, tag).status_code == 304

        keys.revoke(key)

        assert poll(api, tag).status_code == 401

    def test_with_a_key_for_something_else_are_refused(self, anyone, writer, published):
        tag = anyone.get(CLAIMS)["ETag"]

        assert poll(writer, tag).status_code == 403

    def test_from_a_network_that_the_key_does_not_name_are_refused(
        self, new_key, anyone, published
    ):
        api = Api(new_key(Scope.READ_PUBLISHED, networks=["198.51.100.0/24"]))
        tag = anyone.get(CLAIMS)["ETag"]

        assert poll(api, tag).status_code == 403

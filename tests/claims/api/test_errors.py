"""Every error under /api/ is a problem that programs can read."""

from __future__ import annotations

import json

import pytest
from django.db import OperationalError
from django.test import Client

from claims.accounts.models import Scope
from claims.api import published
from tests.claims.clients import Api

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims"


def told(response) -> dict:
    assert response["Content-Type"] == "application/problem+json"
    body = json.loads(response.content)
    assert body["status"] == response.status_code
    assert {"type", "title", "detail", "code"} <= set(body)
    return body


class TestUnworded:
    @pytest.mark.parametrize("path", ["/api/", "/api/v1/", "/api/v1/nowhere", "/api/v2/claims"])
    def test_unknown_addresses_are_404(self, anyone, path):
        assert told(anyone.get(path))["code"] == "not_there"

    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
    def test_wrong_methods_are_405_and_say_which_are_right(self, anyone, method):
        response = getattr(anyone.client, method)(CLAIMS)

        assert told(response)["code"] == "method_not_allowed"
        assert response["Allow"] == "GET, HEAD"

    def test_wrong_methods_of_pages_are_told_too(self, anyone):
        assert told(anyone.client.post("/api/docs/"))["code"] == "method_not_allowed"

    def test_faults_of_ours_are_500_and_say_nothing_else(self, monkeypatch, settings):
        settings.DEBUG = True
        monkeypatch.setattr(published, "newest", lambda *_args: 1 / 0)

        response = Client(raise_request_exception=False).get(CLAIMS)

        assert told(response)["code"] == "server_error"
        assert b"ZeroDivision" not in response.content

    def test_a_database_that_is_away_is_503(self, anyone, monkeypatch):
        def away(*_args):
            raise OperationalError("server closed the connection")

        monkeypatch.setattr(published, "newest", away)
        response = anyone.get(CLAIMS)

        assert told(response)["code"] == "not_available"
        assert response["Retry-After"] == "5"

    def test_strange_hosts_are_400(self, anyone, settings):
        settings.ALLOWED_HOSTS = ["desk.example"]

        assert told(anyone.get(CLAIMS))["status"] == 400

    def test_only_json_is_served(self, anyone):
        assert told(anyone.get(CLAIMS, Accept="text/turtle"))["code"] == "not_acceptable"

    def test_pages_elsewhere_keep_their_errors(self, anyone):
        assert anyone.get("/nowhere")["Content-Type"].startswith("text/html")


class TestBodies:
    @pytest.mark.parametrize(
        ("body", "code"),
        [
            ("{", "bad_request"),
            (b"\xff\xfe", "bad_request"),
            ('{"text": NaN}', "bad_request"),
            ("[" * 50_000, "bad_request"),
            ("[]", "invalid"),
            ('"text"', "invalid"),
            ("null", "invalid"),
            ('{"text": 0}', "invalid"),
            ('{"text": true}', "invalid"),
            ('{"text": ["a"]}', "invalid"),
            ('{"text": {"a": 1}}', "invalid"),
            ('{"text": null}', "invalid"),
            ('{"text": ""}', "invalid"),
            ('{"text": "a\\u0000b"}', "invalid"),
            ('{"text": "a\\ud800b"}', "invalid"),
            ('{"text": "Ferries sail.", "colour": "red"}', "invalid"),
            ('{"text": "Ferries sail.", "\\ud800": "red"}', "invalid"),
            ('{"text": "Ferries sail.", "language": "no language"}', "invalid"),
            ('{"text": "Ferries sail.", "published_at": "2026-01-01T00:00:00"}', "invalid"),
            ('{"text": "Ferries sail.", "published_at": "9999-12-31T23:59:59-23:59"}', "invalid"),
            ('{"url": "javascript:alert(1)"}', "invalid"),
            ('{"url": "https://example.org/", "headline": "A page says this itself"}', "invalid"),
        ],
    )
    def test_are_refused_with_the_reason(self, new_key, body, code):
        client = Client(headers={"Authorization": f"Bearer {new_key(Scope.WRITE_ARTICLES)}"})
        response = client.post("/api/v1/articles", body, content_type="application/json")

        assert response.status_code == 400
        assert told(response)["code"] == code

    def test_of_another_kind_are_415(self, writer):
        response = writer.client.post(
            "/api/v1/articles", "text=a", content_type="text/plain", headers=writer.headers
        )

        assert told(response)["code"] == "unsupported_media_type"

    def test_that_are_too_large_are_refused(self, writer, settings):
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
        response = writer.post("/api/v1/articles", {"text": "x" * 2000})

        assert told(response)["status"] in (400, 413)


class TestTypes:
    def test_lead_to_an_explanation(self, anyone):
        kind = told(anyone.get("/api/v1/nowhere"))["type"]
        explained = anyone.get("/api" + kind.partition("/api")[2])

        assert explained.json()["code"] == "not_there"

    def test_unknown_kinds_are_404(self, anyone):
        assert told(anyone.get("/api/problems/nonsense"))["status"] == 404


class TestCors:
    def test_scripts_of_other_sites_may_read(self, published):
        response = Api().get(CLAIMS, Origin="https://news.example")

        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response
        assert "etag" in response["Access-Control-Expose-Headers"].lower()

    def test_are_told_so_beforehand(self, db):
        response = Client().options(
            CLAIMS,
            headers={
                "Origin": "https://news.example",
                "Access-Control-Request-Method": "GET",
                "Access-Control-Request-Headers": "authorization",
            },
        )

        assert response.status_code == 200
        assert "authorization" in response["Access-Control-Allow-Headers"]

    def test_pages_of_the_desk_stay_closed(self, db):
        response = Client().get("/login/", headers={"Origin": "https://news.example"})

        assert "Access-Control-Allow-Origin" not in response

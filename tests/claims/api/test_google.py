"""Google's own client, unchanged, against the compatible surface."""

from __future__ import annotations

import json
import logging
import urllib.request
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from google.auth.credentials import AnonymousCredentials
from google.oauth2.credentials import Credentials
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError

from claims.accounts import keys
from claims.accounts.models import Scope, ServiceKey
from claims.models import PublicState

SEARCH = "/v1alpha1/claims:search"


def service(url: str, **options):
    return build(
        "factchecktools",
        "v1alpha1",
        static_discovery=True,
        cache_discovery=False,
        client_options={"api_endpoint": f"{url}/"},
        **options,
    )


def found(response) -> list[dict]:
    assert response.status_code == 200, response.content
    return response.json().get("claims", [])


def refusal(response) -> tuple[int, str]:
    assert response["Content-Type"] == "application/json; charset=UTF-8"
    told = response.json()["error"]
    assert told["code"] == response.status_code
    assert told["message"] and told["errors"][0]["message"] == told["message"]
    return told["code"], told["status"]


@pytest.mark.django_db(transaction=True)
class TestGooglesClient:
    def test_pages_to_the_end(self, live_server, publish, new_key):
        for number in range(5):
            publish(f"Ferry number {number} sails.")
        client = service(live_server.url, developerKey=new_key(Scope.READ_PUBLISHED))

        texts, request = [], client.claims().search(query="ferry", pageSize=2)
        while request:
            answer = request.execute()
            texts += [item["text"] for item in answer["claims"]]
            request = client.claims().search_next(request, answer)

        assert texts == [f"Ferry number {number} sails." for number in (4, 3, 2, 1, 0)]

    def test_is_told_what_was_wrong(self, live_server, published):
        client = service(live_server.url, developerKey="AIza-nonsense")

        with pytest.raises(HttpError) as refused:
            client.claims().search(query="ferry").execute()

        assert refused.value.status_code == 400
        assert "API key not valid" in refused.value.reason
        assert refused.value.error_details[0]["reason"] == "API_KEY_INVALID"

    def test_sends_what_is_long_as_a_form(self, live_server, published):
        client = service(live_server.url, credentials=AnonymousCredentials())
        long = "ferry or " + " or ".join(f"word{number:04}" for number in range(400))

        answer = client.claims().search(query=long).execute()

        assert len(long) > 2048
        assert answer["claims"][0]["text"] == published.claim.text

    def test_may_carry_a_bearer_key(self, live_server, published, new_key):
        token = Credentials(new_key(Scope.READ_PUBLISHED))

        answer = service(live_server.url, credentials=token).claims().search(query="ferry")

        assert len(answer.execute()["claims"]) == 1

    def test_reads_pages_of_markup(self, live_server, published):
        client = service(live_server.url, credentials=AnonymousCredentials())
        listed = client.pages().list().execute()["claimReviewMarkupPages"][0]

        assert client.pages().get(name=listed["name"]).execute() == listed
        assert listed["claimReviewMarkups"][0]["rating"]["textualRating"] == "Mostly true"

    def test_finds_no_images(self, live_server, published):
        client = service(live_server.url, credentials=AnonymousCredentials())

        assert client.claims().imageSearch(imageUri="https://example.org/a.jpg").execute() == {}

    def test_does_not_publish(self, live_server, published):
        client = service(live_server.url, credentials=AnonymousCredentials())
        for call in (
            client.pages().create(body={}),
            client.pages().update(name=f"pages/{published.claim_id}", body={}),
            client.pages().delete(name=f"pages/{published.claim_id}"),
        ):
            with pytest.raises(HttpError) as refused:
                call.execute()
            assert refused.value.status_code == 403


@pytest.mark.django_db
class TestSearch:
    def test_says_exactly_what_googles_message_has(self, anyone, published, settings):
        (item,) = found(anyone.get(SEARCH, {"query": "ferry"}))

        assert set(item) == {"text", "claimant", "claimReview"}
        (review,) = item["claimReview"]
        assert set(review) == {
            "publisher", "url", "title", "reviewDate", "textualRating", "languageCode",
        }  # fmt: skip
        assert review["publisher"] == {"name": settings.PUBLISHER_NAME, "site": "127.0.0.1"}
        assert review["textualRating"] == "Mostly true"

    def test_the_last_page_has_no_token_and_nothing_found_is_an_empty_object(
        self, anyone, published
    ):
        assert "nextPageToken" not in anyone.get(SEARCH, {"query": "ferry"}).json()
        assert anyone.get(SEARCH, {"query": "submarine"}).json() == {}

    def test_offsets_meet_the_same_rows_as_tokens(self, anyone, publish):
        for number in range(7):
            publish(f"Ferry number {number} sails.")
        by_offset, by_token, offset, token = [], [], 0, None
        while rows := found(
            anyone.get(SEARCH, {"query": "ferry", "pageSize": 3, "offset": offset})
        ):
            by_offset += rows
            offset += 3
        while True:
            query = {"query": "ferry", "pageSize": 3, **({"pageToken": token} if token else {})}
            body = anyone.get(SEARCH, query).json()
            by_token += body["claims"]
            token = body.get("nextPageToken")
            if token is None:
                break

        assert len(by_token) == 7
        assert by_offset == by_token

    @pytest.mark.parametrize(
        ("query", "count"),
        [
            ({"reviewPublisherSiteFilter": "127.0.0.1"}, 1),
            ({"reviewPublisherSiteFilter": "http://127.0.0.1:8000/x"}, 1),
            ({"reviewPublisherSiteFilter": "elsewhere.example"}, 0),
            ({"reviewPublisherSiteFilter": "//["}, 0),
            ({"query": "ferry", "languageCode": "en"}, 1),
            ({"query": "ferry", "languageCode": "en-GB"}, 1),
            ({"query": "ferry", "languageCode": "de"}, 0),
            ({"query": "ferry", "language_code": "en", "page_size": "5"}, 1),
            ({"query": "ferry", "maxAgeDays": "1"}, 1),
            ({"query": "ferry", "maxAgeDays": "2147483647"}, 1),
            ({"query": "ferry", "pageSize": "5000"}, 1),
            ({"query": "ferry", "pageSize": "0", "pageToken": ""}, 1),
            ({"query": "ferry", "offset": "1"}, 0),
            ({"query": "ferry", "alt": "json", "prettyPrint": "false", "quotaUser": "x"}, 1),
            ({"query": "ferry", "fields": "claims(text)", "callback": "f", "$.xgafv": "1"}, 1),
        ],
    )
    def test_filters(self, anyone, published, query, count):
        assert len(found(anyone.get(SEARCH, query))) == count

    def test_max_age_looks_at_the_newer_of_claim_and_review(self, anyone, published, publish):
        later = timezone.now() + timedelta(days=10)
        claim = publish("Ferries will sail.")
        PublicState.objects.filter(claim=claim).update(said_on=later.date())

        with time_machine.travel(later + timedelta(days=1)):
            rows = found(anyone.get(SEARCH, {"query": "ferry or ferries", "maxAgeDays": "3"}))

        assert [row["text"] for row in rows] == ["Ferries will sail."]

    @pytest.mark.parametrize(
        "query",
        [
            {},
            {"query": ""},
            {"query": "ferry", "colour": "red"},
            {"query": "ferry", "pageSize": "ten"},
            {"query": "ferry", "pageSize": "-1"},
            {"query": "ferry", "pageSize": "99999999999"},
            {"query": "ferry", "offset": "-1"},
            {"query": "ferry", "languageCode": "no language"},
            {"query": "a\x00b"},
            {"query": "ferry", "pageToken": "nonsense"},
            {"query": "ferry", "pageToken": "W10"},
        ],
    )
    def test_refuses_in_googles_words(self, anyone, query):
        assert refusal(anyone.get(SEARCH, query)) == (400, "INVALID_ARGUMENT")

    def test_a_token_belongs_to_its_query(self, anyone, publish):
        for number in range(2):
            publish(f"Ferry number {number} sails.")
        token = anyone.get(SEARCH, {"query": "ferry", "pageSize": "1"}).json()["nextPageToken"]
        other = anyone.get(SEARCH, {"query": "number", "pageToken": token})

        assert refusal(other) == (400, "INVALID_ARGUMENT")

    def test_retracted_claims_are_gone(self, anyone, published, retract):
        retract(published.claim_id)

        assert anyone.get(SEARCH, {"query": "ferry"}).json() == {}
        page = anyone.get(f"/v1alpha1/pages/{published.claim_id}")
        assert refusal(page) == (404, "NOT_FOUND")

    def test_the_colon_may_be_escaped(self, anyone, published):
        assert found(anyone.get("/v1alpha1/claims%3Asearch?query=ferry"))

    def test_a_rating_without_a_number_has_none(self, anyone, publish):
        claim = publish("Ferries are loved.", rating="unproven")
        page = anyone.get(f"/v1alpha1/pages/{claim.pk}").json()

        assert page["claimReviewMarkups"][0]["rating"] == {
            "textualRating": "Unproven", "ratingExplanation": "The log shows the fall.",
        }  # fmt: skip


@pytest.mark.django_db
class TestPages:
    def test_are_found_by_address(self, anyone, published, settings):
        own = anyone.get("/v1alpha1/pages").json()["claimReviewMarkupPages"][0]["pageUrl"]

        assert anyone.get("/v1alpha1/pages", {"url": own}).json()
        assert anyone.get("/v1alpha1/pages", {"url": own + "x"}).json() == {}
        assert anyone.get("/v1alpha1/pages", {"organization": settings.PUBLISHER_NAME}).json()
        assert anyone.get("/v1alpha1/pages", {"organization": "Another"}).json() == {}

    def test_take_one_filter_at_a_time(self, anyone):
        both = anyone.get("/v1alpha1/pages", {"url": "a", "organization": "b"})

        assert refusal(both) == (400, "INVALID_ARGUMENT")

    def test_of_images_need_an_address(self, anyone):
        assert refusal(anyone.get("/v1alpha1/claims:imageSearch")) == (400, "INVALID_ARGUMENT")
        wrong = anyone.get("/v1alpha1/claims:imageSearch", {"imageUri": "javascript:1"})
        assert refusal(wrong) == (400, "INVALID_ARGUMENT")


@pytest.mark.django_db
class TestKeys:
    def test_in_three_places(self, anyone, published, new_key):
        key = new_key(Scope.READ_PUBLISHED)

        assert found(anyone.get(SEARCH, {"query": "ferry", "key": key}))
        assert found(anyone.get(SEARCH, {"query": "ferry"}, **{"X-Goog-Api-Key": key}))
        assert found(anyone.get(SEARCH, {"query": "ferry"}, Authorization=f"Bearer {key}"))
        assert ServiceKey.objects.get().last_used_at is not None

    def test_wrong_ones_are_refused(self, anyone, published, new_key):
        assert refusal(anyone.get(SEARCH, {"query": "f", "key": "x"})) == (400, "INVALID_ARGUMENT")
        unkept = {"query": "f", "key": "pls_\x00_x"}
        assert refusal(anyone.get(SEARCH, unkept)) == (400, "INVALID_ARGUMENT")
        bearer = anyone.get(SEARCH, {"query": "f"}, Authorization="Bearer x")
        assert refusal(bearer) == (401, "UNAUTHENTICATED")
        other = {"query": "f", "key": new_key(Scope.READ_DESK)}
        assert refusal(anyone.get(SEARCH, other)) == (403, "PERMISSION_DENIED")

    def test_revoked_ones_end_at_once(self, anyone, published, new_key):
        query = {"query": "ferry", "key": new_key(Scope.READ_PUBLISHED)}
        keys.revoke(ServiceKey.objects.get())

        assert refusal(anyone.get(SEARCH, query)) == (400, "INVALID_ARGUMENT")

    def test_too_many_requests_are_asked_to_wait(self, anyone, published, new_key):
        query = {"query": "ferry", "key": new_key(Scope.READ_PUBLISHED, rate_per_minute=1)}
        anyone.get(SEARCH, query)
        second = anyone.get(SEARCH, query)

        assert refusal(second) == (429, "RESOURCE_EXHAUSTED")
        assert int(second["Retry-After"]) > 0

    def test_are_not_logged(self, anyone, new_key, caplog):
        with caplog.at_level(logging.DEBUG):
            anyone.get(SEARCH, {"key": "pls_secret_secret"})

        assert "secret_secret" not in caplog.text


@pytest.mark.django_db
class TestUnworded:
    @pytest.mark.parametrize("path", ["/v1alpha1/", "/v1alpha1/claims:other", "/v1alpha1/pages/1"])
    def test_unknown_methods_are_404(self, anyone, path):
        assert refusal(anyone.get(path)) == (404, "NOT_FOUND")

    def test_posting_without_the_override_is_no_search(self):
        client = Client(enforce_csrf_checks=True)
        plain = client.post(SEARCH, {"query": "ferry"})
        with_override = client.post(
            SEARCH, {"query": "ferry"}, headers={"X-HTTP-Method-Override": "GET"}
        )

        assert refusal(plain)[0] == 405
        assert with_override.status_code == 200

    def test_scripts_of_other_sites_may_read(self, anyone, published):
        response = anyone.get(SEARCH, {"query": "ferry"}, Origin="https://news.example")

        assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.django_db(transaction=True)
def test_plain_http_clients_read_it(live_server, published):
    with urllib.request.urlopen(f"{live_server.url}{SEARCH}?query=ferry") as answer:
        assert json.load(answer)["claims"]

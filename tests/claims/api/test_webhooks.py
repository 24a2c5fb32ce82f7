"""Looking after webhook endpoints over the API."""

from __future__ import annotations

import pytest
from standardwebhooks import Webhook

from claims.delivery import webhooks
from claims.models import Event, WebhookEndpoint
from tests.claims.clients import Api

pytestmark = pytest.mark.django_db
ENDPOINTS = "/api/v1/webhook-endpoints"


def made(api, receiver, **more) -> dict:
    response = api.post(ENDPOINTS, {"name": "Morning Post", "url": receiver.url, **more})
    assert response.status_code == 201, response.content
    return response.json()


class TestEndpoints:
    def test_show_their_secret_once(self, program, receiver):
        endpoint = made(program, receiver, events=["claim.retracted"])
        again = program.get(f"{ENDPOINTS}/{endpoint['id']}")

        assert endpoint["secret"].startswith("whsec_")
        assert endpoint["secret"] not in again.content.decode()
        assert again.json()["events"] == ["claim.retracted"]
        assert Event.objects.filter(kind="webhook.registered").count() == 1

    def test_belong_to_their_program(self, program, new_key, receiver, as_person, dana, emil):
        path = f"{ENDPOINTS}/{made(program, receiver)['id']}"
        other = Api(new_key("read_published"))

        assert other.get(path).status_code == 404
        assert other.get(ENDPOINTS).json()["results"] == []
        assert other.client.delete(path, headers=other.headers).status_code == 404
        assert as_person(dana).get(path).status_code == 200
        assert as_person(emil).get(path).status_code == 403
        assert WebhookEndpoint.objects.count() == 1

    def test_are_not_for_everybody(self, anyone, desk_program):
        assert anyone.get(ENDPOINTS).status_code == 401
        assert desk_program.get(ENDPOINTS).status_code == 403

    def test_with_a_wrong_address_are_refused(self, program, settings):
        response = program.post(ENDPOINTS, {"name": "Bad", "url": "http://127.0.0.1/"})

        assert response.json()["errors"][0]["field"] == "url"
        assert not WebhookEndpoint.objects.exists()

    def test_are_limited_in_number(self, program, receiver):
        for _number in range(20):
            made(program, receiver)
        response = program.post(ENDPOINTS, {"name": "One more", "url": receiver.url})

        assert response.status_code == 409

    def test_are_changed_switched_off_and_removed(self, program, receiver):
        path = f"{ENDPOINTS}/{made(program, receiver)['id']}"

        def patch(body):
            return program.client.patch(
                path, body, content_type="application/json", headers=program.headers
            )

        assert patch({"name": "Evening Post"}).json()["name"] == "Evening Post"
        assert patch({"enabled": False}).json()["enabled"] is False
        assert patch({"enabled": True}).json()["disabled_reason"] == ""
        assert patch({"secret": "mine"}).status_code == 400
        assert program.client.delete(path, headers=program.headers).status_code == 204
        assert not WebhookEndpoint.objects.exists()


class TestMessages:
    def test_are_tested_logged_and_replayed(self, program, receiver, published):
        endpoint = made(program, receiver)
        path = f"{ENDPOINTS}/{endpoint['id']}"
        assert program.post(f"{path}/test").status_code == 202
        replay = program.post(f"{path}/replay", {"since": "2026-01-01T00:00:00Z"})
        assert replay.json() == {"messages": 1}
        for delivery_id in webhooks.hand_out():
            webhooks.send(delivery_id)

        log = program.get(f"{path}/deliveries", {"state": "done"}).json()["results"]

        assert [row["event"] for row in log] == ["claim.published", "endpoint.test"]
        assert [row["attempts"][0]["status"] for row in log] == [204, 204]
        assert log[0]["sequence"] == 1 and log[0]["next_at"] is None
        for headers, body in receiver.requests:
            Webhook(endpoint["secret"]).verify(body, headers)

    def test_get_a_new_secret(self, program, receiver):
        endpoint = made(program, receiver)
        rotated = program.post(f"{ENDPOINTS}/{endpoint['id']}/rotate").json()

        assert rotated["secret"] != endpoint["secret"]
        assert rotated["old_secret_until"] is not None

    def test_page_by_page(self, program, receiver):
        path = f"{ENDPOINTS}/{made(program, receiver)['id']}"
        for _number in range(3):
            program.post(f"{path}/test")
        first = program.get(f"{path}/deliveries", {"page_size": 2}).json()
        second = program.get(first["next"]).json()

        assert len(first["results"]) + len(second["results"]) == 3
        assert second["next"] is None

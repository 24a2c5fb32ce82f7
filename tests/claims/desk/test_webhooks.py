from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.delivery import webhooks
from claims.models import Delivery, Event, WebhookEndpoint

LIST = reverse("desk:webhooks")


def address(endpoint, name: str = "webhook", *more: str) -> str:
    return reverse(f"desk:{name}", args=[endpoint.pk, *more])


def do(client, endpoint, verb: str):
    return client.post(address(endpoint, "webhook_act", verb))


class TestList:
    @pytest.mark.parametrize("who", ["rosa", "emil", "rhea", "otto"])
    def test_is_for_desk_managers(self, request, at_desk, who, endpoint):
        client = at_desk(request.getfixturevalue(who))

        assert client.get(LIST).status_code == 403
        assert client.get(address(endpoint)).status_code == 403
        assert do(client, endpoint, "rotate").status_code == 403
        assert not Event.objects.filter(kind__startswith="webhook.").exists()

    def test_takes_an_endpoint_in_and_shows_its_secret_once(self, at_desk, dana, receiver):
        client = at_desk(dana)
        made = client.post(
            LIST, {"name": "Evening Star", "url": receiver.url, "events": ["claim.retracted"]}
        )
        endpoint = WebhookEndpoint.objects.get()

        assert made.status_code == 201
        assert endpoint.secret in made.content.decode()
        assert "no-store" in made["Cache-Control"]
        assert (endpoint.created_by, endpoint.events) == (dana, ["claim.retracted"])
        assert endpoint.secret not in client.get(address(endpoint)).content.decode()
        assert Event.objects.get(kind="webhook.registered").actor == dana

    @pytest.mark.parametrize("url", ["ftp://a.example/", "http://10.0.0.1/", "nonsense"])
    def test_refuses_an_address_that_is_not_posted_to(self, at_desk, dana, url):
        answer = at_desk(dana).post(LIST, {"name": "Evening Star", "url": url})

        assert answer.status_code in (400, 409, 422)
        assert 'value="Evening Star"' in answer.content.decode()
        assert not WebhookEndpoint.objects.exists()


class TestEndpoint:
    def test_shows_every_attempt(self, at_desk, dana, endpoint, receiver, published):
        receiver.answers = [(503, {})]
        for delivery_id in webhooks.hand_out():
            webhooks.send(delivery_id)

        page = at_desk(dana).get(address(endpoint)).content.decode()

        assert "<b>503</b>" in page
        assert Delivery.objects.get().message_id in page

    def test_is_filtered_by_state(self, at_desk, dana, endpoint, published):
        webhooks.hand_out()
        client, message = at_desk(dana), Delivery.objects.get().message_id

        assert message in client.get(address(endpoint), {"state": "waiting"}).content.decode()
        assert message not in client.get(address(endpoint), {"state": "done"}).content.decode()

    def test_sends_a_test(self, at_desk, dana, endpoint):
        do(at_desk(dana), endpoint, "test")

        assert Delivery.objects.get().event == "endpoint.test"

    def test_gets_a_new_secret_that_is_shown_once(self, at_desk, dana, endpoint):
        old, client = endpoint.secret, at_desk(dana)
        answer = do(client, endpoint, "rotate")
        endpoint.refresh_from_db()

        assert endpoint.old_secret == old
        assert re.findall(r"whsec_[\w+/=]+", answer.content.decode()) == [endpoint.secret]
        assert "whsec_" not in client.get(address(endpoint)).content.decode()

    def test_is_switched_off_and_on(self, at_desk, dana, endpoint):
        client = at_desk(dana)
        do(client, endpoint, "disable")
        assert not WebhookEndpoint.objects.live().exists()

        do(client, endpoint, "enable")
        assert WebhookEndpoint.objects.live().exists()

    def test_is_changed(self, at_desk, dana, endpoint):
        given = {"name": "Post", "url": endpoint.url, "events": ["claim.corrected"]}
        at_desk(dana).post(address(endpoint, "webhook_change"), given)
        endpoint.refresh_from_db()

        assert (endpoint.name, endpoint.events) == ("Post", ["claim.corrected"])

    def test_replays_since_a_time(self, at_desk, dana, endpoint, published):
        webhooks.hand_out()
        Delivery.objects.update(state="done", done_at=timezone.now())
        since = f"{timezone.now() - timedelta(hours=1):%Y-%m-%dT%H:%M}"
        at_desk(dana).post(address(endpoint, "webhook_replay"), {"since": since})

        assert Delivery.objects.get().state == "waiting"

    def test_that_is_off_does_not_replay(self, at_desk, dana, endpoint, published):
        webhooks.disable(endpoint, "Gone.")
        answer = at_desk(dana).post(
            address(endpoint, "webhook_replay"), {"since": "2026-01-01T00:00"}
        )

        assert answer.status_code == 409
        assert not Delivery.objects.exists()

    def test_is_removed_with_its_log(self, at_desk, dana, endpoint):
        do(at_desk(dana), endpoint, "remove")

        assert not WebhookEndpoint.objects.exists()
        assert Event.objects.filter(kind="webhook.removed").exists()

"""Webhooks: signed, tried again, logged, replayed; and never in the way of a publication."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from cloudevents.core.bindings.http import HTTPMessage, from_http_event
from django.core import mail
from django.db import connection
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from claims import workflow
from claims.delivery import messages, webhooks
from claims.errors import Conflict, Invalid
from claims.models import Delivery, Outbox, Publication, WebhookEndpoint, WebhookEvent
from claims.tasks import hand_out_webhooks, send_webhook

pytestmark = pytest.mark.django_db


def send_all() -> None:
    for delivery_id in webhooks.hand_out():
        webhooks.send(delivery_id)


def bodies(receiver) -> list[dict]:
    return [json.loads(body) for _headers, body in receiver.requests]


class TestMessage:
    def test_is_verified_by_the_standard_package(self, endpoint, receiver, published):
        send_all()
        headers, body = receiver.requests[0]

        told = Webhook(endpoint.secret).verify(body, headers)

        assert told["type"] == "claim.published"
        assert told["data"]["id"] == str(published.claim_id)
        with pytest.raises(WebhookVerificationError):
            Webhook(endpoint.secret).verify(body + b" ", headers)
        with pytest.raises(WebhookVerificationError):
            Webhook(messages.new_secret()).verify(body, headers)

    def test_is_a_cloud_event_too(self, endpoint, receiver, published):
        send_all()
        headers, body = receiver.requests[0]

        event = from_http_event(HTTPMessage(headers=headers, body=body))

        assert event.get_type() == "claim.published"
        assert event.get_id() == headers["webhook-id"]
        assert event.get_subject() == str(published.claim_id)
        assert event.get_source().startswith("http")
        assert event.get_time() == Publication.objects.get().published_at
        assert event.get_data()["data"]["headline"]

    def test_tells_what_happened(self, endpoint, receiver, published, emil, edna):
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="verdict", public_note="Misread."
        )
        second = workflow.submit(published.claim_id, actor=emil)
        workflow.approve(second.pk, actor=edna, content_hash=second.content_hash)
        workflow.publish(second.pk, actor=emil)
        workflow.rename_claimant(published.claim.claimant_id, actor=emil, role="Mayor")
        workflow.request_retraction(published.claim_id, actor=emil, reason="Forged.")
        workflow.confirm_retraction(published.claim_id, actor=edna)
        send_all()

        assert [body["type"] for body in bodies(receiver)] == [
            "claim.published", "claim.corrected", "claim.updated", "claim.retracted",
        ]  # fmt: skip
        assert bodies(receiver)[1]["data"]["correction"]["note"] == "Misread."
        assert bodies(receiver)[3]["data"]["reason"] == "Forged."
        assert "text" not in bodies(receiver)[3]["data"]

    def test_there_is_one_for_every_kind_of_publication(self):
        assert set(messages.EVENTS) == set(Publication.Kind)

    def test_stays_below_20_kilobytes_with_the_longest_texts(self):
        longest = {
            "id": "0" * 36, "revision": 2, "text": "\U0001f600" * 2000,
            "headline": "\U0001f600" * 200, "url": "u" * 300, "rationale": "x" * 50_000,
            "corrections": [{"revision": 2, "note": "\U0001f600" * 2000}],
        }  # fmt: skip
        publication = Publication(
            kind="corrected", document=json.dumps(longest), published_at=timezone.now()
        )

        assert len(messages.body_of(publication).encode()) < 20_000

    def test_an_endpoint_hears_only_of_what_it_wants(self, endpoint, receiver, published, retract):
        WebhookEndpoint.objects.update(events=["claim.retracted"])
        retract(published.claim_id)
        send_all()

        assert [body["type"] for body in bodies(receiver)] == ["claim.retracted"]


class TestSecrets:
    def test_overlap_for_a_day_while_they_are_replaced(self, endpoint, receiver, published):
        old = endpoint.secret
        new = webhooks.rotate(endpoint)
        send_all()
        headers, body = receiver.requests[0]

        assert Webhook(old).verify(body, headers) and Webhook(new).verify(body, headers)
        later = timezone.now() + webhooks.OVERLAP + timedelta(minutes=1)
        assert messages.signing_secrets(endpoint, later) == [new]

    def test_a_new_one_switches_nothing_on(self, endpoint):
        webhooks.disable(WebhookEndpoint.objects.get(), "It answered 410: gone.")

        webhooks.rotate(endpoint)

        assert WebhookEndpoint.objects.get().disabled_at is not None

    def test_signature_is_the_one_of_the_standards_example(self):
        secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        at = datetime.fromtimestamp(1614265330, UTC)

        signed = messages.signature(
            secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}'
        )

        assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


class TestSchedule:
    def test_tries_again_under_the_same_id_until_it_works(self, endpoint, receiver, published):
        receiver.answers = [(500, {}), (302, {"Location": "http://127.0.0.1/"}), (200, {})]
        now = timezone.now()
        for minutes in (0, 1, 10):
            with time_machine.travel(now + timedelta(minutes=minutes)):
                send_all()

        ids = {headers["webhook-id"] for headers, _body in receiver.requests}
        stamps = {headers["webhook-timestamp"] for headers, _body in receiver.requests}
        delivery = Delivery.objects.get()
        assert len(receiver.requests) == 3 and len(ids) == 1 and len(stamps) == 3
        assert delivery.state == Delivery.State.DONE
        assert [row.status for row in delivery.attempts.all()] == [500, 302, 200]

    def test_waits_longer_each_time_with_some_jitter(self, endpoint, receiver, published):
        receiver.answers = [(500, {})] * 9
        now, waits = timezone.now(), []
        webhooks.hand_out()
        for _number in range(9):
            with time_machine.travel(now, tick=False):
                Delivery.objects.update(next_at=now)
                webhooks.send(Delivery.objects.get().pk)
                waits.append(Delivery.objects.get().next_at - now)

        for wait, planned in zip(waits, webhooks.WAITS, strict=True):
            assert planned * 0.9 <= wait <= planned * 1.1

    def test_gives_up_in_the_end_and_says_so(self, endpoint, receiver, published):
        receiver.answers = [(500, {})] * 20
        webhooks.hand_out()
        for _number in range(12):
            Delivery.objects.update(next_at=timezone.now())
            webhooks.send(Delivery.objects.get().pk)

        endpoint.refresh_from_db()
        assert len(receiver.requests) == len(webhooks.WAITS) + 1
        assert Delivery.objects.get().state == Delivery.State.FAILED
        assert "HTTP 500" in endpoint.disabled_reason

    @pytest.mark.django_db(transaction=True)
    def test_tells_who_answers_for_it(self, endpoint, receiver, published):
        webhooks.disable(endpoint, "It answered 410: gone.")

        assert mail.outbox[0].to == ["desk@post.test"]
        assert "410" in mail.outbox[0].body

    @pytest.mark.parametrize("status", [429, 502, 503, 504])
    def test_leaves_it_alone_as_long_as_it_asks(self, endpoint, receiver, published, status):
        receiver.answers = [(status, {"Retry-After": "3600"})]
        send_all()

        wait = Delivery.objects.get().next_at - timezone.now()
        assert timedelta(minutes=59) < wait <= timedelta(hours=1)

    def test_leaves_it_alone_with_all_messages(self, endpoint, receiver, published, publish):
        publish("The pier is open.")
        receiver.answers = [(429, {"Retry-After": "3600"})]
        now = timezone.now()
        send_all()
        assert len(receiver.requests) == 1

        with time_machine.travel(now + timedelta(minutes=61)):
            send_all()
        assert Delivery.objects.filter(state=Delivery.State.DONE).count() == 2

    def test_one_that_does_not_answer_keeps_no_further_worker_waiting(
        self, endpoint, receiver, published, publish, settings
    ):
        publish("The pier is open.")
        publish("The pier is shut.")
        settings.FETCH_PORTS = [1]
        WebhookEndpoint.objects.update(url="http://127.0.0.1:1/hook")
        now = timezone.now()
        send_all()
        assert sum(row.attempt for row in Delivery.objects.all()) == 1

        with time_machine.travel(now + webhooks.QUIET + timedelta(seconds=1)):
            assert len(webhooks.hand_out()) == 3

    def test_410_switches_it_off_at_once(self, endpoint, receiver, published, publish):
        receiver.answers = [(410, {})]
        send_all()
        publish("Another one.")
        send_all()

        assert len(receiver.requests) == 1
        endpoint.refresh_from_db()
        assert endpoint.disabled_at is not None

    def test_of_a_revoked_key_nothing_is_sent(self, endpoint, receiver, consumer, published):
        webhooks.hand_out()
        consumer.revoked_at = timezone.now()
        consumer.save()
        send_all()

        assert receiver.requests == []
        assert Delivery.objects.get().state == Delivery.State.FAILED

    def test_a_receiver_that_is_away_is_a_problem_in_the_log(self, endpoint, published, settings):
        settings.FETCH_PORTS = [1]
        WebhookEndpoint.objects.update(url="http://127.0.0.1:1/hook")
        send_all()

        attempt = Delivery.objects.get().attempts.get()
        assert (attempt.status, attempt.problem) == (None, "ConnectError")

    def test_private_networks_are_not_reached(self, endpoint, receiver, published, settings):
        settings.FETCH_ALLOW_PRIVATE = False
        send_all()

        assert receiver.requests == []
        assert "private network" in Delivery.objects.get().attempts.get().problem

    def test_an_attempt_that_was_taken_over_does_not_report(self, endpoint, receiver, published):
        (delivery_id,) = webhooks.hand_out()
        late = webhooks._begin(delivery_id)
        Delivery.objects.update(next_at=timezone.now())
        receiver.answers = [(500, {})]
        webhooks.send(delivery_id)
        before = Delivery.objects.get()

        assert late.attempt == 1 and before.attempt == 2
        assert webhooks.send(delivery_id) is False
        assert len(receiver.requests) == 1


class TestReplay:
    def test_sends_again_under_the_same_ids_and_what_was_missed(
        self, receiver, consumer, published, publish
    ):
        send_all()
        endpoint = WebhookEndpoint.objects.create(
            name="Late", url=receiver.url, secret=messages.new_secret(), key=consumer
        )
        since = Publication.objects.get().published_at
        publish("Another one.")
        send_all()
        assert webhooks.replay(endpoint, since) == 2
        send_all()

        ids = [headers["webhook-id"] for headers, _body in receiver.requests]
        assert len(ids) == 3 and len(set(ids)) == 2
        assert Delivery.objects.filter(state="done").count() == 2

    def test_wants_an_endpoint_that_is_on(self, endpoint, published):
        webhooks.disable(endpoint, "Off.")
        with pytest.raises(Conflict):
            webhooks.replay(endpoint, published.published_at)

        webhooks.enable(endpoint)
        assert webhooks.replay(endpoint, timezone.now()) == 0


class TestTestMessage:
    def test_tells_of_nothing_but_itself(self, endpoint, receiver):
        webhooks.test(endpoint)
        send_all()
        headers, body = receiver.requests[0]

        assert Webhook(endpoint.secret).verify(body, headers)["type"] == WebhookEvent.TEST
        assert json.loads(body)["data"] == {"endpoint": str(endpoint.pk)}


class TestAddress:
    @pytest.mark.parametrize(
        "url",
        [
            "ftp://example.org/", "javascript:alert(1)", "http://127.0.0.1/hook",
            "http://[::1]/hook", "http://169.254.169.254/latest", "http://10.0.0.1/",
            "http://user:secret@example.org/", "http://example.org:22/", "not an address", "",
        ],
    )  # fmt: skip
    def test_of_what_is_not_posted_to_is_refused(self, url):
        with pytest.raises(Invalid) as refused:
            webhooks.checked_address(url)

        assert refused.value.field == "url"

    def test_is_https_where_the_desk_is(self, settings, receiver):
        settings.IS_HTTPS = True
        with pytest.raises(Invalid, match="https"):
            webhooks.checked_address(receiver.url)


class TestOutbox:
    def test_is_handled_once(self, endpoint, receiver, published):
        send_all()
        send_all()

        assert len(receiver.requests) == 1
        assert not Outbox.objects.filter(handled_at=None, publication__isnull=False).exists()

    def test_goes_through_the_tasks(self, endpoint, receiver, published, monkeypatch):
        monkeypatch.setattr(send_webhook, "delay", send_webhook)

        assert hand_out_webhooks() == 1
        assert len(receiver.requests) == 1

    def test_a_queue_that_is_away_does_not_hold_up_publishing(
        self, approved, emil, monkeypatch, django_capture_on_commit_callbacks
    ):
        def away(*_args, **_kwargs):
            raise ConnectionError("no broker")

        monkeypatch.setattr("claims.publishing.current_app.send_task", away)
        with django_capture_on_commit_callbacks(execute=True):
            workflow.publish(approved.pk, actor=emil)

        assert Publication.objects.count() == 1


@pytest.mark.django_db(transaction=True)
class TestManyWorkers:
    def test_send_each_message_once(self, endpoint, receiver, published):
        def work() -> None:
            send_all()
            connection.close()

        threads = [threading.Thread(target=work) for _number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(receiver.requests) == 1
        assert Delivery.objects.get().attempts.count() == 1

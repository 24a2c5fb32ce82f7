"""What operators can ask a running desk."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from config import health
from config.models import Pulse
from config.tasks import pulse


def test_lives_without_looking_at_the_database(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
class TestReady:
    def test_is_ready_once_the_worker_has_shown_itself(self, client, settings):
        settings.USES_PGMQ = True
        pulse()

        answer = client.get("/readyz")

        assert answer.status_code == 200
        assert answer.json() == {"ready": True, "database": "ok", "queue": "ok", "worker": "ok"}

    def test_a_worker_never_seen_is_not_ready(self, client):
        answer = client.get("/readyz")

        assert answer.status_code == 503
        assert answer.json()["worker"] == "never seen"

    def test_a_silent_worker_is_not_ready(self, client):
        Pulse.objects.create(name="worker", at=timezone.now() - timedelta(minutes=10))

        answer = client.get("/readyz")

        assert answer.status_code == 503
        assert answer.json()["worker"].startswith("silent for 60")

    def test_a_database_that_is_away_is_not_ready(self, client, monkeypatch):
        def away(name):
            raise OperationalError("gone")

        monkeypatch.setattr(health.Pulse, "age", away)

        answer = client.get("/readyz")

        assert answer.status_code == 503
        assert answer.json()["database"] == "not reachable"
        assert "gone" not in answer.content.decode()


@pytest.mark.django_db
def test_a_pulse_is_one_row():
    pulse()
    pulse()

    assert Pulse.objects.count() == 1
    assert Pulse.age("worker") < timedelta(seconds=10)
    assert Pulse.age("beat") is None


def test_orders_browsers_to_load_nothing_foreign(client):
    policy = client.get("/healthz").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy

"""The flows' own ground: a desk and a worker that are real."""

from __future__ import annotations

from config.models import Pulse
from config.tasks import pulse
from tests.processes import wait_until


class TestLiveDesk:
    def test_is_ready(self, live_desk):
        answer = live_desk.visitor().get("/readyz")

        assert answer.json()["ready"], answer.text

    def test_lets_the_cast_in(self, live_desk):
        rosa = live_desk.visitor("Rosa")

        assert rosa.get("/accounts/password_change/").status_code == 200
        assert live_desk.visitor().get("/accounts/password_change/").url.path == "/accounts/login/"

    def test_has_a_database_of_its_own(self, live_desk):
        assert live_desk.rows("SELECT count(*) FROM accounts_user") == [(6,)]


def test_a_task_of_the_test_is_done_by_the_worker(running_worker):
    pulse.delay()

    wait_until(lambda: Pulse.age("worker"), "the pulse")

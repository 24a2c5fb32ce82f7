"""The flows' own ground: a worker that is real."""

from __future__ import annotations

from config.models import Pulse
from config.tasks import pulse
from tests.processes import wait_until


def test_a_task_of_the_test_is_done_by_the_worker(running_worker):
    pulse.delay()

    wait_until(lambda: Pulse.age("worker"), "the pulse")

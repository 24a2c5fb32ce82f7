"""What the processes of a desk load, and what they leave alone."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest
from celery.beat import Scheduler

import config
from config import beat
from config.celery import app as celery_app
from tests.processes import BASE_DIR, environment

LOADED = """
import importlib, sys
app = importlib.import_module(sys.argv[1]).app
app.loader.init_worker()
heavy = {"spacy", "claims.tasks", "claims.admin", "config.urls", "django"}
print(*sorted(heavy & set(sys.modules)))
"""


def loaded(module: str, tmp_path) -> str:
    """Which of some heavy modules a process of Celery has once it is ready for work."""
    return subprocess.run(
        [sys.executable, "-c", LOADED, module],
        cwd=BASE_DIR,
        env={**environment(tmp_path), "CELERY_SKIP_CHECKS": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_a_start_is_not_held_up_by_the_collector():
    assert gc.get_threshold()[0] >= config.COLLECT_AFTER


@pytest.mark.parametrize(
    ("module", "heavy"),
    [("config.celery", "claims.tasks django spacy"), ("config.beat", "django")],
)
def test_beat_loads_no_task_and_the_worker_no_page(module, heavy, tmp_path):
    assert loaded(module, tmp_path) == heavy


class TestBeat:
    def test_knows_the_whole_timetable_and_the_queue_of_the_workers(self, settings):
        scheduler = Scheduler(app=beat.app, lazy=True)
        scheduler.setup_schedule()

        assert set(settings.CELERY_BEAT_SCHEDULE) == set(scheduler.schedule)
        assert beat.app.conf.task_default_queue == celery_app.conf.task_default_queue
        assert beat.app.conf.broker_url == celery_app.conf.broker_url

    def test_sends_a_task_by_its_name(self, monkeypatch):
        sent = []
        monkeypatch.setattr(beat.app, "send_task", lambda name, *_, **more: sent.append(name))
        scheduler = Scheduler(app=beat.app, lazy=True)
        scheduler.setup_schedule()
        entry = scheduler.schedule["pulse"]

        scheduler.apply_async(entry, producer=object(), advance=False)

        assert sent == ["config.tasks.pulse"]

"""Whole desks and real workers for the flows. Nothing here is eager."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

import kombu.pools
import pytest
from django.db import connection

from config.broker import pgmq_options
from config.celery import app as celery_app
from tests import databases
from tests.processes import BASE_DIR, Desk, environment, wait_until

NUMBERS = count(1)


@pytest.fixture(scope="module")
def start_desk(database_cluster, migrated_template):
    """Start whole desks with the cast and nothing else in them: `start_desk(SETTING="1")`.

    Web server, worker and beat are real processes on a database of their own, the queue lies in
    that database.
    """
    with contextlib.ExitStack() as stack:

        def start(**variables: str) -> Desk:
            name = f"live_{os.getpid()}_{next(NUMBERS)}"
            databases.copy_database(database_cluster, migrated_template, name)
            stack.callback(database_cluster.drop_databases, name)
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="plumbline-live-"))
            desk = Desk(
                Path(folder),
                database_url=database_cluster.url(name),
                WEB_PROCESSES="1",
                WORKER_CONCURRENCY="1",
                **variables,
            )
            stack.callback(desk.end_at_once)
            desk.wait_until_ready()
            desk.add_cast()
            return desk

        yield start


@pytest.fixture(scope="module")
def live_desk(start_desk):
    """A whole desk, running; one for each test module.

    `live_desk.visitor("Rosa")` is Rosa's browser, `live_desk.url` the address for a real one,
    `live_desk.rows(...)` asks the database.
    """
    return start_desk(JOB_HEARTBEAT_SECONDS="6")


@pytest.fixture
def running_worker(transactional_db, settings, tmp_path):
    """A real worker on the database of this test, which then publishes to it.

    For flows that call Python in the test and let the worker do the rest.
    """
    database = connection.settings_dict
    url = os.environ["DATABASE_URL"]
    before = celery_app.conf.broker_url, celery_app.conf.broker_transport_options
    use_broker(
        "pgmq://database/",
        pgmq_options(database, visibility_timeout=settings.VISIBILITY_TIMEOUT),
    )
    ready = tmp_path / "ready"
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.flows.worker", str(ready)],
        cwd=BASE_DIR,
        env=environment(tmp_path, DATABASE_URL=url, WORKER_CONCURRENCY="1"),
    )
    try:
        wait_until(lambda: worker.poll() is not None or ready.exists(), "the worker")
        assert worker.poll() is None
        yield worker
    finally:
        # A cold end: a warm one waits for the next poll of the queue.
        worker.send_signal(signal.SIGQUIT)
        worker.wait(30)
        use_broker(*before)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pgmq.purge_queue(%s)", [settings.CELERY_TASK_DEFAULT_QUEUE])


def use_broker(url: str, options: dict[str, object]) -> None:
    """Let this process publish to another broker from now on."""
    kombu.pools.reset()
    # Celery prefers the variable to its own configuration.
    os.environ["CELERY_BROKER_URL"] = url
    celery_app.conf.update(broker_url=url, broker_transport_options=options)
    celery_app._pool = None
    celery_app.amqp._producer_pool = None

"""Whole desks and real workers for the flows. Nothing here is eager."""

from __future__ import annotations

import os
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
def live_desk(database_cluster, migrated_template):
    """A whole desk, running, with the cast and nothing else in it; one for each test module.

    Web server, worker and beat are real processes on a database of their own, the queue lies in
    that database. `live_desk.visitor("Rosa")` is Rosa's browser, `live_desk.url` the address for
    a real one, `live_desk.rows(...)` asks the database.
    """
    name = f"live_{os.getpid()}_{next(NUMBERS)}"
    databases.copy_database(database_cluster, migrated_template, name)
    with tempfile.TemporaryDirectory(prefix="plumbline-live-") as folder:
        desk = Desk(
            Path(folder),
            database_url=database_cluster.url(name),
            WEB_PROCESSES="1",
            WORKER_CONCURRENCY="1",
            JOB_HEARTBEAT_SECONDS="6",
        )
        try:
            desk.wait_until_ready()
            desk.add_cast()
            yield desk
        finally:
            desk.end()
            database_cluster.drop_databases(name)


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
        worker.terminate()
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

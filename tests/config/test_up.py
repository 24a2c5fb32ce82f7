"""`manage.py up`, run for real on a data folder of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import OperationalError

from config.management.commands import up
from config.management.commands.up import refuse_taken_port
from tests.ports import free_port
from tests.processes import BASE_DIR, Desk, environment, exists, manage, wait_until


@pytest.fixture(scope="module")
def data():
    with tempfile.TemporaryDirectory(prefix="plumbline-up-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def desk(data):
    desk = Desk(data)
    yield desk
    desk.end()
    manage(data, "reset", "--embedded", "--yes")


class TestRunning:
    def test_says_when_it_is_ready_and_is(self, desk):
        desk.wait_for_line("Ready after")

        assert f"http://127.0.0.1:{desk.port}/" in desk.output
        assert desk.get("/readyz") == 200

    def test_an_empty_desk_gets_a_link_for_its_first_person(self, desk):
        link = re.search(rf"http://127\.0\.0\.1:{desk.port}(/setup/\S+)", desk.output)

        assert link, desk.output
        assert desk.get(link[1]) == 200

    def test_a_second_start_on_the_same_data_is_refused(self, desk, data):
        refused = manage(data, "up", "--port", str(free_port()))

        assert refused.returncode == 1
        assert f"already runs from this folder (process {desk.process.pid})" in refused.stderr
        assert desk.get("/readyz") == 200

    def test_a_taken_port_is_told_with_the_way_out(self, desk, tmp_path):
        refused = manage(tmp_path, "up", "--port", str(desk.port))

        assert refused.returncode == 1
        assert f"Port {desk.port} on 127.0.0.1 is taken" in refused.stderr
        assert re.search(r"manage\.py up --port \d+", refused.stderr)
        assert "Traceback" not in refused.stderr

    def test_other_commands_use_the_running_server(self, desk, data):
        done = manage(data, "add_person", "d@example.org", "--name", "Dana", "--role", "editor")

        assert done.returncode == 0, done.stderr
        assert desk.get("/readyz") == 200

    def test_reset_is_refused(self, desk, data):
        refused = manage(data, "reset", "--embedded", "--yes")

        assert refused.returncode == 1
        assert "in use" in refused.stderr

    def test_a_killed_worker_comes_back(self, desk):
        killed = desk.pid_of("celery")
        os.kill(killed, signal.SIGKILL)

        desk.wait_for_line("was ended by signal 9; starting it again")
        desk.wait_for(lambda: desk.get("/readyz") == 200, "readiness")

    def test_a_killed_database_comes_back_and_keeps_its_rows(self, desk, data):
        killed = desk.postmaster()
        os.kill(killed, signal.SIGKILL)

        desk.wait_for_line("the embedded database had died; it runs again")
        desk.wait_for(lambda: desk.get("/readyz") == 200, "readiness")
        assert desk.postmaster() != killed
        assert "has people already" in manage(data, "setup_link").stderr

    def test_ctrl_c_stops_everything(self, desk):
        children = [desk.pid_of(name) for name in ("gunicorn", " worker ", " beat")]
        children.append(desk.postmaster())

        code = desk.end(signal.SIGINT)

        assert code == 0
        assert desk.output.rstrip().endswith("Stopped.")
        assert not [pid for pid in children if exists(pid)]
        assert not (desk.data / "pg" / "postmaster.pid").exists()


def test_the_next_start_is_quick_and_finds_everything(data, desk):
    desk.end()
    again = Desk(data)
    started = time.monotonic()
    try:
        again.wait_for_line("Ready after")
        took = time.monotonic() - started
    finally:
        code = again.end(signal.SIGTERM)

    assert code == 0
    assert "Nobody is here yet" not in again.output
    # Seconds on an idle machine; the bound leaves room for a busy one.
    assert took < 60


def test_a_killed_start_leaves_nothing_that_is_in_the_way(data, desk):
    desk.end()
    killed = Desk(data).wait_until_ready()
    children = [killed.pid_of(name) for name in ("gunicorn", " worker ", " beat")]
    server = killed.postmaster()

    killed.end(signal.SIGKILL)

    wait_until(lambda: not any(exists(pid) for pid in children), "the end of its processes")
    # The database goes on, and the next command that uses it stops it in order.
    assert exists(server)
    assert "has people already" in manage(data, "setup_link").stderr
    assert not exists(server)


def test_reset_refuses_a_database_of_somebody_else(tmp_path):
    refused = subprocess.run(
        [sys.executable, "manage.py", "reset", "--embedded", "--yes"],
        cwd=BASE_DIR,
        env={**environment(tmp_path), "DATABASE_URL": "postgresql://h/db"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert refused.returncode == 1
    assert "DATABASE_URL is set" in refused.stderr


@pytest.mark.parametrize(
    ("host", "port", "said"),
    [
        ("127.0.0.1", 70_000, "70000 is no port"),
        ("127.0.0.1", 0, "0 is no port"),
        ("203.0.113.1", 8000, "203.0.113.1 is not an address of this machine"),
    ],
)
def test_what_cannot_be_listened_on_is_not_called_taken(host, port, said):
    with pytest.raises(CommandError, match=said):
        refuse_taken_port(host, port)


def test_a_full_disk_is_told_in_a_sentence(monkeypatch):
    def migrate(*_words, **_options):
        raise OperationalError("could not extend file: No space left on device")

    monkeypatch.setattr(up, "call_command", migrate)

    with pytest.raises(CommandError, match=r"brought up to date: .*No space left"):
        up.prepare()

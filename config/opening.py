"""What `manage.py up` does once its processes run: wait, fill an empty desk, say it is ready."""

from __future__ import annotations

import http.client
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import Error, connection

from config.models import Pulse
from config.supervisor import Supervisor, say
from config.tasks import pulse

DEMO_BEGUN, DEMO_LOADED = "demo-begun", "demo-loaded"
SLOW = 60  # seconds after which a person is told what is still missing


def opening(
    supervisor: Supervisor, *, host: str, port: int, address: str, demo: bool
) -> Iterator[None]:
    """Advance through the start, one step at a time, for Supervisor.run."""
    started = time.monotonic()
    yield from wait_until(lambda: web_answers(host, port), "the web server")
    ask_for_pulse()
    yield from wait_until(lambda: worker_answers(started), "the worker")
    if demo and (desk_is_empty() or demo_file(DEMO_BEGUN).exists()):
        yield from load_demo(supervisor)
    elif demo and demo_file(DEMO_LOADED).exists():
        call_command("load_demo", people=True)
    elif desk_is_empty():
        call_command("setup_link", base_url=address)
    say(f"Ready after {time.monotonic() - started:.0f} s: {address}/  (Ctrl-C stops everything)")


def wait_until(condition, what: str) -> Iterator[None]:
    """Wait for something that has to come; tell the person when it takes long."""
    told = time.monotonic()
    while not condition():
        if time.monotonic() - told > SLOW:
            say(f"still waiting for {what}; the lines above may say why")
            told = time.monotonic()
        yield


def web_answers(host: str, port: int) -> bool:
    asked = http.client.HTTPConnection(loopback(host), port, timeout=2)
    try:
        asked.request("GET", "/healthz", headers={"Host": "localhost"})
        return asked.getresponse().status == 200
    except OSError:
        return False
    finally:
        asked.close()


def loopback(host: str) -> str:
    """The address under which this machine reaches a server that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)


def ask_for_pulse() -> None:
    """Send the worker a first task, ahead of beat's timetable."""
    pulse.apply_async(expires=settings.PULSE_SECONDS * 4)


def worker_answers(started: float) -> bool:
    """Whether the worker has done a task since `started` (a monotonic time)."""
    try:
        age = Pulse.age("worker")
    except Error:
        return False
    finally:
        # This process may sleep for days: no connection is kept over a restart of the database.
        connection.close()
    return age is not None and age < timedelta(seconds=time.monotonic() - started)


def desk_is_empty() -> bool:
    try:
        return not get_user_model().objects.exists()
    finally:
        connection.close()


def demo_file(name: str) -> Path:
    """A file that remembers how far the demo of this data folder came."""
    return settings.DATA_DIR / name


def load_demo(supervisor: Supervisor) -> Iterator[None]:
    """Let the demo be loaded by a process of its own, through the running worker.

    One that was interrupted is gone on with at the next start.
    """
    demo_file(DEMO_BEGUN).touch()
    say("Loading the demo desk: articles are taken in and read by the worker")
    process = supervisor.start_once("demo", [sys.executable, "manage.py", "load_demo"])
    while process.poll() is None:
        yield
    yield
    if process.returncode:
        say("The demo desk could not be loaded; the lines above say why.")
        say("`manage.py reset --embedded` starts afresh, `up --no-demo` does without it.")
    else:
        demo_file(DEMO_BEGUN).replace(demo_file(DEMO_LOADED))

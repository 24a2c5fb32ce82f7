"""`manage.py up`: the whole product on one machine."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import Error, OperationalError, connection

from config import queue, running
from config.embedded import held
from config.opening import loopback, opening
from config.programs import Unavailable
from config.static import collect_if_changed
from config.supervisor import Child, GaveUp, Supervisor, say

Watch = Callable[[], str] | None
# Nothing of ours needs them: workers find each other through the database.
QUIET_WORKER = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
# `up` has looked at settings, models and pages: Celery need not load all of them to do so again.
CHECKED = {"CELERY_SKIP_CHECKS": "1"}


class Command(BaseCommand):
    """Start database, web, worker and timetable under one supervisor."""

    help = "Start everything: database, web server, worker and timetable. Ctrl-C stops it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="port of the web server (8000)")
        parser.add_argument(
            "--host", default="127.0.0.1", help="address to listen on (127.0.0.1: this machine)"
        )
        parser.add_argument(
            "--no-demo",
            action="store_false",
            dest="demo",
            help="leave an empty desk empty and print a link that sets up its first person",
        )

    def handle(self, *, port: int, host: str, demo: bool, **options: object) -> None:
        address = settings.PUBLIC_BASE_URL
        if settings.DEBUG and not os.environ.get("PUBLIC_BASE_URL"):
            address = os.environ["PUBLIC_BASE_URL"] = f"http://{loopback(host)}:{port}"
        try:
            with running.only_start(settings.DATA_DIR, address):
                refuse_taken_port(host, port)
                warn_about(host)
                with database() as watch:
                    prepare()
                    self._run(host=host, port=port, address=address, demo=demo, watch=watch)
                say("Stopped.")
        except running.AlreadyRuns as other:
            raise CommandError(
                f"Plumbline already runs from this folder (process {other}). Stop it with Ctrl-C "
                "there, or set PLUMBLINE_DATA to another folder for a second desk."
            )

    def _run(self, *, host: str, port: int, address: str, demo: bool, watch: Watch) -> None:
        supervisor = Supervisor(children(host, port), watch=watch)
        wants_demo = demo and settings.DEBUG and settings.EMBEDDED_DATABASE
        script = opening(supervisor, host=host, port=port, address=address, demo=wants_demo)
        try:
            supervisor.run(script)
        except (GaveUp, Unavailable) as error:
            say(str(error))
            sys.exit(1)


def refuse_taken_port(host: str, port: int) -> None:
    """Stop with the way out when the web server could not listen there."""
    if not 0 < port < 65536:
        raise CommandError(f"{port} is no port: choose one from 1 to 65535 with --port.")
    if is_free(host, port):
        return
    free = next((n for n in range(port + 1, min(port + 100, 65536)) if is_free(host, n)), port)
    raise CommandError(
        f"Port {port} on {host} is taken by another program. Stop that program, or start with "
        f"another port: python3 manage.py up --port {free}"
    )


def is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except PermissionError:
            raise CommandError(f"Port {port} needs root: choose one above 1023 with --port.")
        except socket.gaierror:
            raise CommandError(f"{host} is not an address of this machine: see --host.")
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise CommandError(f"{host} is not an address of this machine: see --host.")
            return False
    return True


def warn_about(host: str) -> None:
    if settings.DEBUG and not loopback(host).startswith(("127.", "::1", "localhost")):
        say("Warning: DEBUG is on and other machines can reach this desk. Set SECRET_KEY and")
        say("PUBLIC_BASE_URL for anything but a trial; docs/operating.md has the steps.")


def prepare() -> None:
    """Bring database and static files up to date."""
    say("Bringing the database up to date")
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as error:
        # A full disk, or a server that cannot be reached: whoever starts the desk can mend it.
        raise CommandError(f"The database could not be brought up to date: {error}".strip())
    if not settings.DEBUG:
        collect_if_changed()
    connection.close()


def children(host: str, port: int) -> list[Child]:
    """The processes of one machine."""
    python = sys.executable
    celery = [python, "-m", "celery", "--quiet", "--app"]
    at = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    web = [python, "-m", "gunicorn", "--config", "python:config.web", "--bind", at, "config.wsgi"]
    return [
        Child("web", web),
        Child(
            "worker",
            [*celery, "config", "worker", *QUIET_WORKER],
            before_start=give_back_messages,
            environment=CHECKED,
        ),
        Child("beat", [*celery, "config.beat", "beat", "--pidfile", ""], environment=CHECKED),
    ]


def give_back_messages() -> None:
    """Give the next worker what the last one died with, instead of after half an hour."""
    if not (settings.EMBEDDED_DATABASE and settings.USES_PGMQ):
        return
    try:
        queue.release_orphans()
    except Error as error:
        say(f"the queue could not be looked at: {error}")
    finally:
        connection.close()


@contextlib.contextmanager
def database() -> Iterator[Watch]:
    """Hold the embedded server; yield what the supervisor calls to look after it, if any."""
    if not settings.EMBEDDED_DATABASE:
        yield None
        return
    say("Starting the embedded database")
    with held(settings.DATA_DIR) as server:
        yield lambda: "the embedded database had died" if server.revive() else ""

"""Runs one command of manage.py, with the database server it needs."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from django.conf import settings
from django.core.management import execute_from_command_line

from config.embedded import Server, Unavailable
from config.env import Misconfigured

# Commands that read no row: the embedded server is not started for them.
WITHOUT_DATABASE = {
    "help", "version", "check", "collectstatic", "compilemessages", "diffsettings",
    "findstatic", "makemessages", "read_text", "reset", "spectacular", "startapp",
}  # fmt: skip
# Set for the processes that are started below one that holds the embedded server.
HELD = "PLUMBLINE_SERVER_HELD"


def main(argv: list[str]) -> None:
    name = argv[1] if len(argv) > 1 else "help"
    if name == "test":
        os.execv(sys.executable, [sys.executable, "-m", "pytest", *argv[2:]])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        with database_for(name):
            execute_from_command_line(argv)
    except (Misconfigured, Unavailable) as error:
        sys.exit(str(error))


@contextlib.contextmanager
def database_for(name: str) -> Iterator[None]:
    """Hold the embedded server while a command runs that needs it."""
    needed = settings.EMBEDDED_DATABASE and not os.environ.get(HELD)
    if not needed or name.startswith("-") or name in WITHOUT_DATABASE:
        yield
        return
    server = Server(settings.DATA_DIR)
    server.acquire()
    os.environ[HELD] = "1"
    try:
        yield
    finally:
        server.release()


if __name__ == "__main__":
    main(sys.argv)

"""Runs one command of manage.py, with the database server it needs."""

from __future__ import annotations

import contextlib
import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line

from config.embedded import Unavailable, held
from config.env import Misconfigured

# Commands that read no row, and `up`, which starts the server when it is sure to go on.
WITHOUT_DATABASE = {
    "help", "version", "check", "collectstatic", "compilemessages", "diffsettings",
    "findstatic", "makemessages", "read_text", "reset", "spectacular", "startapp", "up",
}  # fmt: skip


def main(argv: list[str]) -> None:
    name = argv[1] if len(argv) > 1 else "help"
    if name == "test":
        os.execv(sys.executable, [sys.executable, "-m", "pytest", *argv[2:]])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        with held(settings.DATA_DIR) if needs_server(name) else contextlib.nullcontext():
            execute_from_command_line(argv)
    except (Misconfigured, Unavailable) as error:
        sys.exit(str(error))


def needs_server(command: str) -> bool:
    """Whether the embedded server has to run for a command."""
    reads_rows = command not in WITHOUT_DATABASE and not command.startswith("-")
    return settings.EMBEDDED_DATABASE and reads_rows


if __name__ == "__main__":
    main(sys.argv)

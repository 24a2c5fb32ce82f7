"""Runs one command of manage.py, with the database server it needs."""

from __future__ import annotations

import contextlib
import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line

from config import translations
from config.embedded import held
from config.env import Misconfigured
from config.programs import Unavailable

# Commands that read no row, and `up`, which starts the server when it is sure to go on.
WITHOUT_DATABASE = {
    "help", "version", "check", "collectstatic", "compilemessages", "diffsettings",
    "findstatic", "makemessages", "read_text", "reset", "spectacular", "startapp",
    "translations", "up",
}  # fmt: skip


# Tests run on all cores, a file at a time in the order of tests/order.py, each process with a
# database of its own.
SPREAD = ["--numprocesses", "auto", "--maxprocesses", "4", "--dist", "loadfile"]
SPREAD += ["--no-loadscope-reorder", "--durations", "10", "--durations-min", "5"]
# Options with which a person wants one process: a debugger, or a number of their own.
ALONE = ("-n", "--numprocesses", "--pdb", "-s", "--trace", "--collect-only", "--co")


def main(argv: list[str]) -> None:
    name = argv[1] if len(argv) > 1 else "help"
    make_catalogues()
    if name == "test":
        test(argv[2:])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        with held(settings.DATA_DIR) if needs_server(name) else contextlib.nullcontext():
            execute_from_command_line(argv)
    except (Misconfigured, Unavailable) as error:
        sys.exit(str(error))


def test(arguments: list[str]) -> None:
    """Become pytest, with what was given."""
    spread = [] if any(given.startswith(ALONE) for given in arguments) else SPREAD
    # All processes have to list the tests in one order, also those named from a set.
    os.environ.setdefault("PYTHONHASHSEED", "0")
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *spread, *arguments])


def make_catalogues() -> None:
    """Compile the translations that changed; where nothing can be written, say what that means."""
    try:
        translations.compile_changed()
    except OSError as error:
        print(
            f"The translations could not be compiled ({error}). Run `manage.py translations "
            "--compile` where the folder can be written, else pages are in English.",
            file=sys.stderr,
        )


def needs_server(command: str) -> bool:
    """Whether the embedded server has to run for a command."""
    reads_rows = command not in WITHOUT_DATABASE and not command.startswith("-")
    return settings.EMBEDDED_DATABASE and reads_rows


if __name__ == "__main__":
    main(sys.argv)

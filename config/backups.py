"""A back-up is a folder: `database.dump` (pg_dump's own format) and `media/`, the files."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

from django.conf import settings

from config.programs import Unavailable, bin_dir

DUMP = "database.dump"
FILES = "media"


class Failed(Exception):
    """A back-up could not be made or brought back; the text is a sentence."""


def back_up(folder: Path) -> None:
    """Write database and uploaded files into a new or empty folder. Raises Failed.

    Safe while the desk is in use: the dump is one moment's view, and the files, which are never
    changed, are read after it. Exports of past nights may go meanwhile; they are left out.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if any(folder.iterdir()):
        raise Failed(f"{folder} is not empty: name a new folder for each back-up.")
    run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={folder / DUMP}")
    (folder / FILES).mkdir()
    if settings.MEDIA_ROOT.exists():
        shutil.copytree(
            settings.MEDIA_ROOT, folder / FILES, dirs_exist_ok=True, copy_function=_copied
        )


def _copied(source: str, target: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        shutil.copy2(source, target)


def bring_back(folder: Path) -> None:
    """Replace database and uploaded files by those of a back-up. Raises Failed."""
    for name in (DUMP, FILES):
        if not (folder / name).exists():
            raise Failed(f"There is no {name} in {folder}: name the folder of a back-up.")
    run(
        "pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction",
        "--exit-on-error", f"--dbname={settings.DATABASES['default']['NAME']}", str(folder / DUMP),
    )  # fmt: skip
    shutil.copytree(folder / FILES, settings.MEDIA_ROOT, dirs_exist_ok=True)


def run(program: str, *words: str) -> None:
    """Run a PostgreSQL program against our database; the password is no word of the command."""
    database = settings.DATABASES["default"]
    places = {
        "PGHOST": database["HOST"],
        "PGPORT": database["PORT"],
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGDATABASE": database["NAME"],
        "PGSSLMODE": database["OPTIONS"].get("sslmode", ""),
    }
    done = subprocess.run(
        [find(program), *words],
        env={**os.environ, **{name: value for name, value in places.items() if value}},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(f"{program} failed: {done.stderr.strip()}")


def find(program: str) -> str:
    """Return the path of a PostgreSQL program: ours, or the machine's."""
    try:
        ours = bin_dir() / program
    except Unavailable:
        ours = Path()
    found = str(ours) if ours.is_file() else shutil.which(program)
    if not found:
        raise Failed(f"{program} was not found: install PostgreSQL's client programs.")
    return found

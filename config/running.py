"""Which `up` runs on a data folder: one at a time, and at which address its desk is."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

LOCK = "up.lock"  # holds the number of the process and the address, a line each


class AlreadyRuns(Exception):
    """Another process holds the folder; the text is its number."""


@contextlib.contextmanager
def only_start(folder: Path, address: str) -> Iterator[None]:
    """Hold a data folder and tell other commands the address. Raises AlreadyRuns."""
    path = folder / LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise AlreadyRuns(lock.readline().strip())
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n{address}\n")
        lock.flush()
        try:
            yield
        finally:
            lock.truncate(0)


def address_in(folder: Path) -> str:
    """Return the address of the desk that runs on a data folder, empty where none does."""
    try:
        number, address = (folder / LOCK).read_text().splitlines()
        # One that was killed has left its lines behind.
        os.kill(int(number), 0)
    except PermissionError:
        return address
    except (OSError, ValueError):
        return ""
    return address

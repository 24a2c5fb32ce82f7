"""Signs of life of a job that is being worked on: without them another worker takes it."""

from __future__ import annotations

import logging
import threading
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from articles.jobs import Job, beat

logger = logging.getLogger(__name__)


class Beating:
    """A heart that beats beside slow work; `is_lost` once the job is another attempt's."""

    def __init__(self, model: type[Job], job_id: Any, attempt: int, every: float) -> None:
        self.is_lost = False
        self._job = (model, job_id, attempt)
        self._every = every
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"beat-{job_id}", daemon=True)

    def __enter__(self) -> Beating:
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._stop.wait(self._every):
                try:
                    if not beat(*self._job):
                        self.is_lost = True
                        return
                except DatabaseError:
                    # A database that restarts must not end the work; the next beat tries again.
                    logger.warning("A heartbeat could not be written.", exc_info=True)
                    connection.close()
        finally:
            connection.close()


def beating(model: type[Job], job_id: Any, attempt: int, *, every: float | None = None) -> Beating:
    """Return a context manager that beats for this attempt every `every` seconds.

    Without `every`, four times in JOB_HEARTBEAT_SECONDS. It uses a thread with a database
    connection of its own, so that it beats while the work holds no transaction.
    """
    return Beating(model, job_id, attempt, every or settings.JOB_HEARTBEAT_SECONDS / 4)

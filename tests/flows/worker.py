"""A worker that says when it listens: `python -m tests.flows.worker READY_FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

from celery.signals import worker_ready

from config.celery import app

READY = Path(sys.argv[1])


@worker_ready.connect
def tell(**kwargs: object) -> None:
    READY.touch()


if __name__ == "__main__":
    app.worker_main(
        ["--quiet", "worker", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    )

"""The Celery application. Task modules are found in the installed apps."""

from __future__ import annotations

import os
import warnings

from celery import Celery, signals

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# A trial as root is allowed; messages are JSON, so a worker unpickles nothing.
warnings.filterwarnings("ignore", message="You're running the worker with superuser")
# A task whose broker connection broke goes on: its row in the database says who may report.
warnings.filterwarnings("ignore", message=r"\s*In Celery 5.1 we introduced an optional breaking")

app = Celery("plumbline")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@signals.setup_logging.connect
def keep_our_logging(**kwargs: object) -> None:
    """Leave logging as settings.LOGGING has it: Celery sets up its own where nobody listens."""

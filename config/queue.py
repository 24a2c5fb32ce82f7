"""The message queue inside PostgreSQL."""

from __future__ import annotations

from django.conf import settings
from django.db import connection

TABLE = f"pgmq.q_{settings.CELERY_TASK_DEFAULT_QUEUE}"


def release_orphans() -> int:
    """Give back messages that a worker took and died with; return how many.

    Only where no other worker runs: it takes from a living one too, whose tasks then run twice.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {TABLE} SET vt = clock_timestamp() WHERE vt > clock_timestamp()")
        return cursor.rowcount

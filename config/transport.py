"""Celery's transport over the message queue inside PostgreSQL."""

from __future__ import annotations

from django.conf import settings
from kombu.transport import pgmq


class Channel(pgmq.Channel):
    """Leaves the trigger alone that wakes workers: a migration has set it.

    The transport drops and sets it anew in every process that comes to the queue. Of two that come
    at once, one was refused, as a deadlock or because the trigger was there; a start of the desk
    ended by that.
    """

    def _maybe_enable_notify(self, queue: str, queue_name: str | None = None) -> None:
        if queue != settings.CELERY_TASK_DEFAULT_QUEUE:
            super()._maybe_enable_notify(queue, queue_name)
        elif self.use_notify:
            self.connection._register_notify_queue(queue_name or self._queue_name(queue))


class Transport(pgmq.Transport):
    Channel = Channel

"""Two addresses for those who run the product: does it live, is it ready."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from config.models import Pulse

# The worker shows itself every 30 seconds; four missed times mean trouble.
SILENCE = timedelta(seconds=120)


def live(request: HttpRequest) -> HttpResponse:
    """Answer `ok` while the web process runs; looks at nothing else."""
    return HttpResponse("ok\n", content_type="text/plain")


def ready(request: HttpRequest) -> JsonResponse:
    """Say whether database, queue and worker work; 503 when one of them does not."""
    try:
        parts = {"database": "ok", "queue": queue_state(), "worker": worker_state()}
    except Error:
        parts = {"database": "not reachable", "queue": "not known", "worker": "not known"}
    is_ready = all(state == "ok" for state in parts.values())
    return JsonResponse({"ready": is_ready, **parts}, status=200 if is_ready else 503)


def worker_state() -> str:
    age = Pulse.age("worker")
    if age is None:
        return "never seen"
    return "ok" if age < SILENCE else f"silent for {age.total_seconds():.0f} s"


def queue_state() -> str:
    """Whether the queue inside the database exists. Other brokers are seen by the worker."""
    if not settings.USES_PGMQ:
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('pgmq.create(text)') IS NOT NULL")
        return "ok" if cursor.fetchone()[0] else "not installed: run manage.py migrate"

"""Housekeeping that belongs to the platform."""

from __future__ import annotations

from celery import shared_task
from django.core.management import call_command

from config.models import Pulse


@shared_task
def pulse() -> None:
    """Note that broker and worker work; `/readyz` and `manage.py up` look at it."""
    Pulse.beat("worker")


@shared_task
def clear_sessions() -> None:
    """Delete sessions that have run out."""
    call_command("clearsessions")

"""Housekeeping that belongs to the platform."""

from __future__ import annotations

from celery import shared_task
from django.core.management import call_command


@shared_task
def clear_sessions() -> None:
    """Delete sessions that have run out."""
    call_command("clearsessions")

"""Background work of the reports: counts out, safe to run twice."""

from __future__ import annotations

from celery import shared_task

from claims.reports import summaries


@shared_task
def refresh_summaries() -> int:
    """Count what changed since the last round; return how many days were counted anew."""
    return summaries.refresh()

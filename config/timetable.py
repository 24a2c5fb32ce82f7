"""What happens by the clock. Beat reads it from the settings and keeps no file of its own."""

from __future__ import annotations

from celery.schedules import crontab

Entry = dict[str, object]


def timetable(*, pulse: int, notices: int, reports: int, sweep: int) -> dict[str, Entry]:
    """Return the timetable; pulse, notices, reports, sweep: seconds between two runs."""
    return {
        "pulse": every(pulse, "config.tasks.pulse"),
        "sweep-fetches": every(sweep, "articles.tasks.sweep_fetches"),
        "poll-feeds": every(60, "articles.tasks.poll_due_feeds"),
        "refresh-reports": every(reports, "claims.reports.tasks.refresh_summaries"),
        "queue-reports": every(300, "claims.reports.tasks.queue_reports"),
        "sweep-report-files": every(sweep, "claims.reports.tasks.sweep_files"),
        "write-exports": at("claims.tasks.write_exports", minute="40", hour="1"),
        # Every hour, so that a day is sealed soon after its end in UTC, and after an outage.
        "seal-ledger": at("claims.tasks.seal_ledger", minute="20"),
        "tidy-api": at("claims.tasks.tidy", minute="23"),
        "clear-sessions": at("config.tasks.clear_sessions", minute="17", hour="3"),
        "deliver-notices": every(notices, "claims.tasks.deliver_notices"),
        "mail-notices": every(60, "claims.tasks.mail_notices"),
        "mail-digests": at("claims.tasks.mail_digests", minute="0", hour="6"),
        "send-webhooks": every(15, "claims.tasks.hand_out_webhooks"),
        "push-to-check": every(60, "claims.tasks.push_to_check"),
        "sweep-claims": every(sweep, "claims.tasks.sweep"),
    }


def every(seconds: int, task: str) -> Entry:
    """A task that is worth nothing once its next turn has come."""
    return {"task": task, "schedule": seconds, "options": {"expires": seconds}}


def at(task: str, *, minute: str, hour: str = "*") -> Entry:
    return {"task": task, "schedule": crontab(minute, hour)}

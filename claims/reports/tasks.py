"""Background work of the reports: counts out, safe to run twice."""

from __future__ import annotations

from celery import shared_task

from articles import jobs
from claims.models import ReportFile, ReportMail
from claims.reports import mails, making, refreshing


@shared_task
def refresh_summaries() -> int:
    """Count what changed since the last round; return how many days were counted anew.

    A first round over years of work takes several tasks, each well within the limit of one.
    """
    done = refreshing.refresh()
    if not done.is_done:
        refresh_summaries.delay()
    return done.days


@shared_task
def queue_reports() -> int:
    """Queue the reports by mail that are due, and those that lost their worker."""
    return mails.queue_due() + jobs.requeue_stale(ReportMail, mails.send_mail)


@shared_task(acks_late=True)
def make_file(file_id: int) -> bool:
    """Make one file of a whole report. Whether it waits for that, its row says."""
    return making.make(file_id)


@shared_task
def sweep_files() -> int:
    """Queue files again that lost their worker, and remove the old ones; return how many."""
    return jobs.requeue_stale(ReportFile, making.send) + making.clear_old()


@shared_task(acks_late=True)
def send_report(mail_id: int) -> bool:
    """Make one report and mail it. Whether it waits for that, its row says."""
    return mails.send(mail_id)

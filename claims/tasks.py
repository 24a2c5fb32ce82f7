"""Background work of the desk: ids in, counts out, each safe to run twice."""

from __future__ import annotations

import logging

from celery import shared_task
from django.db import OperationalError
from django.utils import timezone

from articles import jobs
from articles.errors import CannotTakeIn, FetchFailed
from articles.heartbeat import beating
from claims import captures, evidence, replies, workflow
from claims.accounts import rates
from claims.delivery import answers, check, exports, notices, webhooks
from claims.extraction import pipeline_id
from claims.extraction.explain import find_and_explain
from claims.intake import send_reading, store_found
from claims.ledger import sealing
from claims.models import CaptureJob, Reading, Replay

logger = logging.getLogger(__name__)


@shared_task(autoretry_for=(OperationalError,), retry_backoff=True, max_retries=5, acks_late=True)
def read_snapshot(reading_id: int) -> int:
    """Find the claims in one snapshot; return how many were new.

    The snapshot is read while no transaction is open; a heartbeat runs beside it.
    """
    attempt = jobs.start(Reading, reading_id)
    if attempt is None:
        return 0
    reading = Reading.objects.select_related("snapshot__article").get(pk=reading_id)
    snapshot, published = reading.snapshot, reading.snapshot.article.published_at
    try:
        with beating(Reading, reading_id, attempt):
            day = timezone.localdate(published) if published else None
            found, left_out = find_and_explain(snapshot.text, snapshot.language or None, day)
        pipeline = pipeline_id(snapshot.language or None)
        return store_found(reading_id, attempt, found, pipeline=pipeline, left_out=left_out)
    except jobs.Lost:
        logger.warning("Reading %s was taken over by a later attempt.", reading_id)
        return 0
    except OperationalError:
        raise
    except Exception as error:
        # Whatever the text does to the reader must be seen on the reading, not only in a log.
        logger.exception("Reading %s failed.", reading_id)
        jobs.fail(Reading, reading_id, attempt, f"{type(error).__name__}: {error}"[:500])
        return 0


@shared_task(autoretry_for=(OperationalError,), retry_backoff=True, max_retries=5, acks_late=True)
def capture_evidence(job_id: int) -> int:
    """Fetch and keep a copy of one piece of evidence; return how many copies were made."""
    attempt = jobs.start(CaptureJob, job_id)
    if attempt is None:
        return 0
    job = CaptureJob.objects.get(pk=job_id)
    try:
        with beating(CaptureJob, job_id, attempt):
            captures.from_address(job, attempt)
    except jobs.Lost:
        return 0
    except (CannotTakeIn, FetchFailed) as error:
        jobs.fail(CaptureJob, job_id, attempt, str(error))
        return 0
    return 1


@shared_task
def hand_out_webhooks() -> int:
    """Turn publications into deliveries and have those that are due sent; return how many."""
    due = webhooks.hand_out()
    for delivery_id in due:
        send_webhook.delay(delivery_id)
    return len(due)


@shared_task(soft_time_limit=60, time_limit=90)
def send_webhook(delivery_id: int) -> bool:
    """Make one attempt at a delivery. Whether it is due, its row says."""
    return webhooks.send(delivery_id)


@shared_task
def push_to_check() -> int:
    """Bring Meedan Check up to what is published; return how many fact-checks it took."""
    return check.push()


@shared_task
def write_exports() -> int:
    """Write the day's files of everything that is published; return how many are new."""
    return len(exports.write_files())


@shared_task(autoretry_for=(OperationalError,), retry_backoff=60, max_retries=5)
def seal_ledger() -> int:
    """Compute the roots of the days that are over and write the ledger; return how many roots."""
    sealed = sealing.seal_days()
    exports.write_ledger()
    return len(sealed)


@shared_task
def tidy() -> int:
    """Forget counts and kept answers of the API that nobody asks for any more."""
    return rates.forget_old() + Replay.objects.outdated().delete()[0]


@shared_task
def sweep() -> int:
    """Queue jobs again that lost their worker, release lapsed leases, record silences."""
    return (
        jobs.requeue_stale(Reading, send_reading)
        + jobs.requeue_stale(CaptureJob, evidence.send_capture)
        + workflow.release_lapsed()
        + replies.record_silence()
    )


@shared_task
def deliver_notices() -> int:
    """Tell people what concerns them; return how many notices were new."""
    return notices.deliver()


@shared_task
def mail_notices() -> int:
    """Mail notices to those who want them at once, and answers to readers; return how many."""
    return notices.mail(notices.AT_ONCE) + answers.mail()


@shared_task
def mail_digests() -> int:
    """Mail the day's unread notices in one mail each; return how many went out."""
    return notices.mail(notices.DIGEST)

"""The row of a background job: the truth about work that a queue message merely announces.

A message may be lost, repeated or delivered late. What counts is the row: it waits, runs, is done
or failed, and says why. Each start gives the job a new attempt number; a worker that was thought
dead and answers after all finds another number in the row, and its result is not taken.

All times are the database's, so that the clocks of several machines need not agree.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.db import OperationalError, models, transaction
from django.db.models import F, Q
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

logger = logging.getLogger(__name__)

SWEEP = 500  # rows that one sweep takes up at most


class State(models.TextChoices):
    WAITING = "waiting", gettext_lazy("Waiting")
    RUNNING = "running", gettext_lazy("Running")
    DONE = "done", gettext_lazy("Done")
    FAILED = "failed", gettext_lazy("Failed")


OPEN = (State.WAITING, State.RUNNING)


def attempts() -> int:
    """How often a job is started before one more lost worker makes it fail."""
    return settings.JOB_ATTEMPTS


def first_resend() -> datetime:
    """When a job queued now is sent again, in case its message is lost."""
    return timezone.now() + timedelta(seconds=settings.JOB_RESEND_SECONDS)


class Lost(Exception):
    """Another attempt has taken the job, or it is over: this worker's result is not wanted."""


class Job(models.Model):
    """A piece of background work: its state, and why it failed.

    reason: empty, or a sentence for people that says why the job failed or waits again.
    attempt: how often the job was started; names the start that may report a result.
    attempt_limit: the attempt after which no other follows by itself.
    heartbeat_at: the last sign of life of a running attempt.
    resend_at: when a waiting job is handed to the queue once more.
    """

    state = models.CharField(
        gettext_lazy("state"), max_length=10, choices=State, default=State.WAITING
    )
    reason = models.TextField(gettext_lazy("reason"), blank=True)
    attempt = models.PositiveIntegerField(gettext_lazy("attempt"), default=0)
    attempt_limit = models.PositiveIntegerField(gettext_lazy("last attempt"), default=attempts)
    heartbeat_at = models.DateTimeField(gettext_lazy("last sign of life"), null=True, blank=True)
    resend_at = models.DateTimeField(gettext_lazy("sent again"), default=first_resend)
    queued_at = models.DateTimeField(gettext_lazy("queued"), default=timezone.now)
    started_at = models.DateTimeField(gettext_lazy("started"), null=True, blank=True)
    finished_at = models.DateTimeField(gettext_lazy("finished"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="%(app_label)s_%(class)s_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.FAILED) | ~Q(reason=""),
                name="%(app_label)s_%(class)s_failed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, finished_at__isnull=True)
                | (~Q(state__in=OPEN) & Q(finished_at__isnull=False)),
                name="%(app_label)s_%(class)s_over_when_finished",
            ),
            models.CheckConstraint(
                condition=Q(state=State.WAITING)
                | Q(attempt__gte=1, started_at__isnull=False, heartbeat_at__isnull=False),
                name="%(app_label)s_%(class)s_started_before_over",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "resend_at"],
                condition=Q(state__in=OPEN),
                name="%(app_label)s_%(class)s_open",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether the job waits or runs."""
        return self.state in OPEN


JobT = TypeVar("JobT", bound=Job)
Send = Callable[[Any], object]  # hands the id of a job to the queue, e.g. a task's `delay`


def send_on_commit(job_id: Any, send: Send) -> None:
    """Hand the job to the queue once its row is committed.

    A broker that is away costs a delay, not the job: the sweeper sends it again.
    """

    def announce() -> None:
        send(job_id)

    transaction.on_commit(announce, robust=True)


def start(model: type[Job], job_id: Any) -> int | None:
    """Take a waiting job and return the attempt number, or None where there is nothing to do.

    None means: it runs already, is over, or does not exist. Of two workers one gets the job.
    """
    with transaction.atomic():
        waiting = model._base_manager.select_for_update(skip_locked=True, of=("self",))
        job = waiting.filter(pk=job_id, state=State.WAITING).only("attempt").first()
        if job is None:
            return None
        attempt = job.attempt + 1
        model._base_manager.filter(pk=job_id).update(
            state=State.RUNNING, attempt=attempt, started_at=Now(), heartbeat_at=Now(), reason=""
        )
    return attempt


def beat(model: type[Job], job_id: Any, attempt: int) -> bool:
    """Say that this attempt is alive. False: the job is no longer this attempt's."""
    return _own(model, job_id, attempt).update(heartbeat_at=Now()) == 1


def finish(model: type[Job], job_id: Any, attempt: int) -> bool:
    """Set the job done. False, and nothing changed: the job is no longer this attempt's."""
    return (
        _own(model, job_id, attempt).update(
            state=State.DONE, finished_at=Now(), heartbeat_at=Now(), reason=""
        )
        == 1
    )


def fail(model: type[Job], job_id: Any, attempt: int, reason: str) -> bool:
    """Set the job failed, for a `reason` in words. False: the job is no longer this attempt's.

    Raises ValueError for an empty reason.
    """
    if not reason.strip():
        raise ValueError("A failed job needs a reason.")
    return (
        _own(model, job_id, attempt).update(
            state=State.FAILED, finished_at=Now(), heartbeat_at=Now(), reason=reason
        )
        == 1
    )


@contextmanager
def finishing(model: type[JobT], job_id: Any, attempt: int) -> Iterator[JobT]:
    """Store a job's result and set it done, in one transaction, or neither.

    Yields the locked row; fields set on it in the block are saved with the new state.
    Raises Lost before the block when the job is no longer this attempt's.
    """
    with transaction.atomic():
        row = model._base_manager.select_for_update(no_key=True, of=("self",))
        job = row.filter(pk=job_id, attempt=attempt, state=State.RUNNING).first()
        if job is None:
            raise Lost(f"{model._meta.label} {job_id} is no longer attempt {attempt}'s.")
        yield job
        job.state, job.reason = State.DONE, ""
        job.finished_at = job.heartbeat_at = Now()
        job.save()
        job.refresh_from_db(fields=["finished_at", "heartbeat_at"])


def give_back(model: type[Job], job_id: Any, attempt: int, reason: str, *, after: float) -> bool:
    """Let the job wait for another attempt in `after` seconds, for a passing `reason` in words.

    With its attempts used up it fails for that reason instead. False, and nothing changed: the
    job is no longer this attempt's.
    """
    again = _own(model, job_id, attempt).filter(attempt__lt=F("attempt_limit"))
    if again.update(state=State.WAITING, reason=reason, resend_at=Now() + timedelta(seconds=after)):
        return True
    return fail(model, job_id, attempt, reason)


@contextmanager
def failing(model: type[Job], job_id: Any, attempt: int) -> Iterator[None]:
    """Set the job failed when the block ends in an error nobody expected, and raise it on.

    A database that is away is no reason to fail: the sweeper gives the job a new start. A job
    that went to another attempt (Lost) ends the block without an error.
    """
    try:
        yield
    except Lost as lost:
        logger.info("%s", lost)
    except OperationalError:
        raise
    except Exception as error:
        reason = _("An unexpected error ({kind}) ended the work; the log says more.")
        fail(model, job_id, attempt, reason.format(kind=type(error).__name__))
        raise


def retry(model: type[Job], job_id: Any, send: Send) -> bool:
    """Let a failed job wait again with fresh attempts, and send it. False: it had not failed."""
    with transaction.atomic():
        again = model._base_manager.filter(pk=job_id, state=State.FAILED).update(
            state=State.WAITING,
            reason="",
            attempt_limit=F("attempt") + attempts(),
            queued_at=Now(),
            resend_at=_later(),
            finished_at=None,
        )
        if again:
            send_on_commit(job_id, send)
    return again == 1


def requeue_stale(model: type[Job], send: Send) -> int:
    """Send the jobs that lost their worker or message, or whose time is come; return how many.

    Running without a sign of life for JOB_HEARTBEAT_SECONDS: waits again, or, with its attempts
    used up, fails with a reason. Waiting until resend_at: the message may be lost, and a second
    one does no harm, so it is sent again. Rows that another sweeper holds are left to it.
    """
    silent = Q(state=State.RUNNING) & Q(
        heartbeat_at__lt=Now() - timedelta(seconds=settings.JOB_HEARTBEAT_SECONDS)
    )
    unheard = Q(state=State.WAITING) & Q(resend_at__lte=Now())
    rows = model._base_manager
    with transaction.atomic():
        stale = list(
            rows.select_for_update(skip_locked=True, of=("self",))
            .filter(silent | unheard)
            .order_by("queued_at")
            .values_list("pk", "state", "attempt", "attempt_limit")[:SWEEP]
        )
        spent = [pk for pk, state, tried, most in stale if state == State.RUNNING and tried >= most]
        again = [pk for pk, *_rest in stale if pk not in set(spent)]
        rows.filter(pk__in=spent).update(
            state=State.FAILED,
            finished_at=Now(),
            reason=_("The worker stopped without an answer, and no attempt is left."),
        )
        rows.filter(pk__in=again, state=State.RUNNING).update(
            state=State.WAITING, reason=_("The worker stopped without an answer; queued again.")
        )
        rows.filter(pk__in=again).update(resend_at=_later())
        for pk in again:
            send_on_commit(pk, send)
    return len(again)


def _later() -> CombinedExpression:
    return Now() + timedelta(seconds=settings.JOB_RESEND_SECONDS)


def _own(model: type[Job], job_id: Any, attempt: int) -> models.QuerySet[Job]:
    return model._base_manager.filter(pk=job_id, attempt=attempt, state=State.RUNNING)

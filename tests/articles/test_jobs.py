from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError, transaction
from django.utils import timezone

from articles import jobs
from articles.heartbeat import beating
from articles.intake import take_in
from articles.models import Fetch, State, Way

from .together import all_at_once

URL = "https://news.example/a"


@pytest.fixture
def job(db):
    return Fetch.objects.create(url=URL)


@pytest.fixture
def sent():
    return []


def ago(**time):
    return timezone.now() - timedelta(**time)


def change(job, **values):
    Fetch.objects.filter(pk=job.pk).update(**values)


@pytest.mark.django_db
class TestStart:
    def test_takes_a_waiting_job_and_numbers_the_attempt(self, job):
        assert jobs.start(Fetch, job.pk) == 1

        job.refresh_from_db()
        assert (job.state, job.attempt) == (State.RUNNING, 1)
        assert job.started_at is not None
        assert job.heartbeat_at is not None

    def test_a_second_delivery_gets_nothing(self, job):
        jobs.start(Fetch, job.pk)

        assert jobs.start(Fetch, job.pk) is None

        job.refresh_from_db()
        assert job.attempt == 1

    def test_a_job_that_is_over_is_not_started(self, job):
        jobs.fail(Fetch, job.pk, jobs.start(Fetch, job.pk), "It was not there.")

        assert jobs.start(Fetch, job.pk) is None

        job.refresh_from_db()
        assert job.state == State.FAILED

    def test_a_job_that_does_not_exist_is_not_started(self, job):
        assert jobs.start(Fetch, "00000000-0000-7000-8000-000000000000") is None


@pytest.mark.django_db(transaction=True)
class TestStartAtOnce:
    def test_one_worker_of_many_gets_the_job(self, job):
        attempts = all_at_once(*[lambda: jobs.start(Fetch, job.pk)] * 6)

        assert sorted(attempts, key=str) == [1, None, None, None, None, None]


@pytest.mark.django_db
class TestLateWorker:
    @pytest.fixture
    def late(self, job):
        """The attempt number of a worker whose job went to another."""
        late = jobs.start(Fetch, job.pk)
        change(job, heartbeat_at=ago(hours=1))
        jobs.requeue_stale(Fetch, lambda pk: None)
        assert jobs.start(Fetch, job.pk) == late + 1
        return late

    def test_cannot_beat_finish_fail_or_give_back(self, job, late):
        assert not jobs.beat(Fetch, job.pk, late)
        assert not jobs.finish(Fetch, job.pk, late)
        assert not jobs.fail(Fetch, job.pk, late, "It was not there.")
        assert not jobs.give_back(Fetch, job.pk, late, "Later.", after=5)

        job.refresh_from_db()
        assert (job.state, job.attempt, job.reason) == (State.RUNNING, 2, "")

    def test_cannot_store_a_result(self, job, late, text):
        with pytest.raises(jobs.Lost), jobs.finishing(Fetch, job.pk, late):
            take_in(text, way=Way.PASTE)

        job.refresh_from_db()
        assert job.retrieval is None

    def test_ends_without_an_error(self, job, late):
        with jobs.failing(Fetch, job.pk, late), jobs.finishing(Fetch, job.pk, late):
            pytest.fail("a lost job stores nothing")


@pytest.mark.django_db
class TestFinishing:
    def test_stores_the_result_with_the_state(self, job, text):
        attempt = jobs.start(Fetch, job.pk)

        with jobs.finishing(Fetch, job.pk, attempt) as done:
            done.retrieval = take_in(text, way=Way.URL, url=URL).retrieval

        job.refresh_from_db()
        assert job.state == State.DONE
        assert job.retrieval == done.retrieval
        assert job.finished_at == done.finished_at

    def test_stores_neither_when_the_block_fails(self, job, text):
        attempt = jobs.start(Fetch, job.pk)

        with pytest.raises(KeyError), jobs.finishing(Fetch, job.pk, attempt) as done:
            done.retrieval = take_in(text, way=Way.URL, url=URL).retrieval
            raise KeyError

        job.refresh_from_db()
        assert (job.state, job.retrieval) == (State.RUNNING, None)


@pytest.mark.django_db
class TestFail:
    def test_keeps_the_reason(self, job):
        assert jobs.fail(Fetch, job.pk, jobs.start(Fetch, job.pk), "It was not there.")

        job.refresh_from_db()
        assert (job.state, job.reason) == (State.FAILED, "It was not there.")

    def test_needs_a_reason(self, job):
        with pytest.raises(ValueError, match="reason"):
            jobs.fail(Fetch, job.pk, jobs.start(Fetch, job.pk), " ")

    def test_an_unexpected_error_fails_the_job_and_is_raised(self, job):
        attempt = jobs.start(Fetch, job.pk)

        with pytest.raises(ZeroDivisionError), jobs.failing(Fetch, job.pk, attempt):
            1 / 0

        job.refresh_from_db()
        assert job.state == State.FAILED
        assert "ZeroDivisionError" in job.reason

    def test_a_database_that_is_away_does_not_fail_the_job(self, job):
        attempt = jobs.start(Fetch, job.pk)

        with pytest.raises(OperationalError), jobs.failing(Fetch, job.pk, attempt):
            raise OperationalError

        job.refresh_from_db()
        assert job.state == State.RUNNING


@pytest.mark.django_db
class TestGiveBack:
    def test_waits_with_its_reason_until_its_time(self, job, sent):
        attempt = jobs.start(Fetch, job.pk)

        assert jobs.give_back(Fetch, job.pk, attempt, "The server is busy.", after=60)
        assert jobs.requeue_stale(Fetch, sent.append) == 0

        job.refresh_from_db()
        assert (job.state, job.reason) == (State.WAITING, "The server is busy.")
        assert 50 < (job.resend_at - timezone.now()).total_seconds() <= 60

    def test_fails_with_the_last_attempt(self, job, settings):
        for attempt in range(1, settings.JOB_ATTEMPTS + 1):
            assert jobs.start(Fetch, job.pk) == attempt
            jobs.give_back(Fetch, job.pk, attempt, "The server is busy.", after=0)

        job.refresh_from_db()
        assert (job.state, job.reason) == (State.FAILED, "The server is busy.")


@pytest.mark.django_db
class TestRetry:
    def test_gives_a_failed_job_fresh_attempts(
        self, job, sent, settings, django_capture_on_commit_callbacks
    ):
        change(job, attempt=2, attempt_limit=3)
        jobs.fail(Fetch, job.pk, jobs.start(Fetch, job.pk), "It was not there.")

        with django_capture_on_commit_callbacks(execute=True):
            assert jobs.retry(Fetch, job.pk, sent.append)

        job.refresh_from_db()
        assert sent == [job.pk]
        assert (job.state, job.reason, job.finished_at) == (State.WAITING, "", None)
        assert job.attempt_limit == 3 + settings.JOB_ATTEMPTS
        assert jobs.start(Fetch, job.pk) == 4

    @pytest.mark.parametrize("state", [State.WAITING, State.RUNNING])
    def test_leaves_a_job_alone_that_has_not_failed(self, job, sent, state):
        if state == State.RUNNING:
            jobs.start(Fetch, job.pk)

        assert not jobs.retry(Fetch, job.pk, sent.append)

        job.refresh_from_db()
        assert (job.state, sent) == (state, [])


@pytest.mark.django_db
class TestSweep:
    @pytest.fixture
    def sweep(self, sent, django_capture_on_commit_callbacks):
        def run():
            with django_capture_on_commit_callbacks(execute=True):
                return jobs.requeue_stale(Fetch, sent.append)

        return run

    def test_sends_a_silent_job_again_and_says_why(self, job, sent, sweep, settings):
        jobs.start(Fetch, job.pk)
        change(job, heartbeat_at=ago(seconds=settings.JOB_HEARTBEAT_SECONDS + 1))

        assert sweep() == 1

        job.refresh_from_db()
        assert sent == [job.pk]
        assert job.state == State.WAITING
        assert "worker stopped" in job.reason

    def test_leaves_a_beating_job_alone(self, job, sent, sweep, settings):
        attempt = jobs.start(Fetch, job.pk)
        change(job, heartbeat_at=ago(hours=1))
        jobs.beat(Fetch, job.pk, attempt)

        assert sweep() == 0

        job.refresh_from_db()
        assert (job.state, sent) == (State.RUNNING, [])

    def test_fails_a_job_that_lost_its_last_worker(self, job, sent, sweep, settings):
        for _attempt in range(settings.JOB_ATTEMPTS):
            jobs.start(Fetch, job.pk)
            change(job, heartbeat_at=ago(hours=1))
            sweep()

        job.refresh_from_db()
        assert (job.state, job.attempt) == (State.FAILED, settings.JOB_ATTEMPTS)
        assert "no attempt is left" in job.reason
        assert len(sent) == settings.JOB_ATTEMPTS - 1

    def test_sends_a_waiting_job_whose_message_may_be_lost_once_in_a_while(self, job, sent, sweep):
        assert sweep() == 0
        change(job, resend_at=ago(seconds=1))

        assert sweep() == 1
        assert sweep() == 0

        job.refresh_from_db()
        assert (job.state, job.attempt, sent) == (State.WAITING, 0, [job.pk])

    def test_leaves_what_is_over_alone(self, job, sent, sweep):
        jobs.fail(Fetch, job.pk, jobs.start(Fetch, job.pk), "It was not there.")
        change(job, heartbeat_at=ago(days=9), resend_at=ago(days=9))

        assert sweep() == 0

        job.refresh_from_db()
        assert job.state == State.FAILED


@pytest.mark.django_db(transaction=True)
class TestSweepAtOnce:
    def test_sweepers_send_a_job_once(self, job, sent):
        jobs.start(Fetch, job.pk)
        change(job, heartbeat_at=ago(hours=1))

        counts = all_at_once(*[lambda: jobs.requeue_stale(Fetch, sent.append)] * 6)

        assert sorted(counts) == [0, 0, 0, 0, 0, 1]
        assert sent == [job.pk]


@pytest.mark.django_db(transaction=True)
class TestBeating:
    def test_keeps_a_job_alive_beside_slow_work(self, job):
        attempt = jobs.start(Fetch, job.pk)
        change(job, heartbeat_at=ago(hours=1))

        with beating(Fetch, job.pk, attempt, every=0.02) as heart:
            wait_for(lambda: Fetch.objects.get(pk=job.pk).heartbeat_at > ago(minutes=1))

        assert not heart.is_lost

    def test_notices_that_the_job_is_another_attempts(self, job):
        attempt = jobs.start(Fetch, job.pk)
        with beating(Fetch, job.pk, attempt, every=0.02) as heart:
            change(job, attempt=attempt + 1)

            wait_for(lambda: heart.is_lost)

    def test_stops_with_the_block(self, job):
        attempt = jobs.start(Fetch, job.pk)
        with beating(Fetch, job.pk, attempt, every=0.02):
            pass

        assert not [one for one in threading.enumerate() if one.name == f"beat-{job.pk}"]


@pytest.mark.django_db
class TestSending:
    def test_waits_for_the_commit(self, job, sent, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
            jobs.send_on_commit(job.pk, sent.append)
            assert sent == []

        assert sent == [job.pk]


@pytest.mark.django_db(transaction=True)
class TestSendingWithoutABroker:
    def test_keeps_the_job(self, caplog):
        def away(pk):
            raise ConnectionError("no broker")

        with transaction.atomic():
            job = Fetch.objects.create(url=URL)
            jobs.send_on_commit(job.pk, away)

        assert Fetch.objects.get().state == State.WAITING
        assert "no broker" in caplog.text


def wait_for(condition, seconds=10):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it never came to be"
        time.sleep(0.01)

"""The worker's processes: killing them ends no more than themselves."""

from __future__ import annotations

import os
import pickle
import signal
import time
from contextlib import contextmanager

import pytest
from billiard.exceptions import WorkerLostError
from billiard.pool import ApplyResult
from celery.concurrency import get_implementation
from django.conf import settings

from config.pool import KernelLock, LastingPool
from tests.processes import wait_until

SOON = 60  # seconds; a busy machine is slow


@contextmanager
def pool_of(processes: int, **more):
    pool = LastingPool(processes=processes, **more)
    try:
        yield pool
    finally:
        pool.terminate()
        pool.join()


def kill(pool: LastingPool, pids: list[int]) -> None:
    """Kill these processes and wait until others stand in their place."""
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: is_whole(pool, without=pids), "new processes", SOON)


def is_whole(pool: LastingPool, without: list[int]) -> bool:
    now = {one.pid for one in pool._pool}
    return len(now) == pool._processes and not now & set(without)


class TestPool:
    @pytest.mark.parametrize("killed", [1, 2])
    def test_a_task_is_done_though_idle_processes_were_killed(self, killed):
        with pool_of(2) as pool:
            first = pool.apply_async(os.getpid).get(timeout=SOON)
            # Whoever waits for the next task holds the lock: most often the one that had none yet.
            others = sorted((one.pid for one in pool._pool), key=lambda pid: pid == first)

            kill(pool, others[:killed])

            assert pool.apply_async(os.getpid).get(timeout=SOON) not in others[:killed]

    def test_a_task_that_died_with_its_reader_is_lost_and_not_waited_for(self):
        with pool_of(1, lost_worker_timeout=0.1) as pool:
            # Known to the pool, and in no pipe: somebody has read it and told nothing.
            job = ApplyResult(pool._cache, None)

            kill(pool, [pool._pool[0].pid])

            wait_until(job.ready, "the loss to be told", SOON)
            assert job._value.type is WorkerLostError

    def test_a_task_that_waits_behind_another_is_not_lost(self):
        with pool_of(2, lost_worker_timeout=0.1) as pool:
            slow = [pool.apply_async(time.sleep, (1.5,)) for _ in range(2)]
            wait_until(lambda: all(job._accepted for job in slow), "both to begin", SOON)
            waiting = pool.apply_async(os.getpid)

            kill(pool, [slow[0].worker_pids()[0]])

            assert waiting.get(timeout=SOON)
            assert slow[1].get(timeout=SOON) is None

    def test_the_worker_uses_it(self):
        assert get_implementation(settings.CELERY_WORKER_POOL).BlockingPool is LastingPool


class TestLock:
    def test_is_free_again_when_its_holder_is_killed(self):
        lock, (told, tells) = KernelLock(), os.pipe()
        child = os.fork()
        if not child:
            lock.acquire()
            os.write(tells, b".")
            signal.pause()
        os.read(told, 1)

        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

        with lock as is_held:
            assert is_held

    def test_is_the_same_one_in_a_process_that_was_started_afresh(self):
        lock = KernelLock()

        again = pickle.loads(pickle.dumps(lock))

        assert os.fstat(again._file.fileno()).st_ino == os.fstat(lock._file.fileno()).st_ino

"""The worker's pool of processes, which goes on whichever of them are killed."""

from __future__ import annotations

import fcntl
import signal
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any

from billiard.pool import Pool
from celery.concurrency import prefork


class KernelLock:
    """A lock between processes that the kernel gives back when its holder dies.

    The processes of a pool wait in turn for the next task, and whoever waits first holds a lock.
    Billiard takes a semaphore for that, which stays taken when its holder is killed (by the
    kernel that is out of memory, say): all others, new ones too, then wait for ever.
    """

    def __init__(self) -> None:
        # Open for as long as the lock is used.
        self._file = tempfile.NamedTemporaryFile(prefix="plumbline-lock-")  # noqa: SIM115

    def __getstate__(self) -> str:
        return self._file.name

    def __setstate__(self, name: str) -> None:
        # A process that was started afresh, not forked.
        self._file = Path(name).open("r+b")  # noqa: SIM115

    def acquire(self) -> bool:
        fcntl.lockf(self._file, fcntl.LOCK_EX)
        return True

    def release(self) -> None:
        fcntl.lockf(self._file, fcntl.LOCK_UN)

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


class LastingPool(Pool):
    """Processes that share two pipes, for tasks and for results."""

    def _setup_queues(self) -> None:
        super()._setup_queues()
        for pipe in (self._inqueue, self._outqueue):
            pipe._rlock, pipe._wlock = KernelLock(), KernelLock()
        # When processes were last seen to have died, and what nobody had begun then.
        self._died_at, self._in_doubt = 0.0, []

    def _join_exited_workers(self, shutdown: bool = False) -> list[int]:
        died = super()._join_exited_workers(shutdown)
        if died:
            self._died_at = monotonic()
            self._in_doubt = self._not_begun(self._cache.values())
        elif self._in_doubt and monotonic() - self._died_at > self.lost_worker_timeout:
            self._give_up()
        return died

    def _give_up(self) -> None:
        """Call lost what a dying process took out of the pipe without a word. Celery sends it anew.

        What still lies in the pipe is not lost, and it comes out in order.
        """
        if not self._inqueue._reader.poll(0):
            for job in self._not_begun(self._in_doubt):
                self.mark_as_worker_lost(job, -signal.SIGKILL)
                self._cache.pop(job._job, None)
            self._in_doubt = []

    def _not_begun(self, jobs: Iterable[Any]) -> list[Any]:
        return [job for job in list(jobs) if not job._accepted and not job.ready()]


class TaskPool(prefork.TaskPool):
    """Celery's pool of processes. Brokers with an event loop have a pipe for each process."""

    BlockingPool = LastingPool

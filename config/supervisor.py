"""Keeps a few processes running: starts them again after a death, stops them all together."""

from __future__ import annotations

import contextlib
import ctypes
import os
import selectors
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

TICK = 0.25  # seconds between two looks at the processes
WATCH_EVERY = 2.0  # seconds between two looks at the database server
MOST_DEATHS = 5
DEATH_WINDOW = 60.0  # seconds
LONGEST_PAUSE = 16.0  # seconds before a restart
# A worker that is told to stop first finishes its poll, and the task it is at if that is short.
STOP_PATIENCE = 20.0  # seconds
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True)


class GaveUp(Exception):
    """The processes die too often; the text is a sentence for the person at the terminal."""


@dataclass
class Child:
    """One process that is to run for as long as the supervisor.

    before_start is called before every start, also after a death.
    """

    name: str
    command: list[str]
    before_start: Callable[[], object] | None = None
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    start_at: float = 0.0
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_DEATHS))


def say(text: str, name: str = "plumbline") -> None:
    """Print lines with the name of the part that speaks before them."""
    for line in text.splitlines():
        print(f"{name:<9} | {line}", flush=True)


class Supervisor:
    """Runs `children` until `stop` is called, a signal arrives or they die too often.

    watch: looks after the database server; returns a sentence when it had to be revived.
    """

    def __init__(self, children: list[Child], *, watch: Callable[[], str] | None = None) -> None:
        self.children = children
        self.watch = watch
        self.stopping = False
        self._deaths: deque[float] = deque(maxlen=MOST_DEATHS)
        self._watch_at = 0.0
        self._selector = selectors.DefaultSelector()
        self._rest: dict[int, bytes] = {}
        self._once: list[subprocess.Popen[bytes]] = []

    def run(self, script: Iterator[None] | None = None) -> None:
        """Run until stopped. `script` is advanced at every tick, beside the watching.

        All processes have ended when this returns or raises. Raises GaveUp.
        """
        with self._signals():
            try:
                while not self.stopping:
                    self._keep_alive()
                    self._look_after_server()
                    if script is not None and next(script, StopIteration) is StopIteration:
                        script = None
                    self._print_output(TICK)
            finally:
                self._stop_all()

    def stop(self) -> None:
        self.stopping = True

    def start_once(self, name: str, command: list[str]) -> subprocess.Popen[bytes]:
        """Start a process that ends by itself; its output is shown like that of the others."""
        process = self._spawn(name, command, {})
        self._once.append(process)
        return process

    # -- life and death --------------------------------------------------------------------

    def _keep_alive(self) -> None:
        now = time.monotonic()
        for child in self.children:
            if child.process is not None and child.process.poll() is not None:
                self._bury(child, now)
            if child.process is None and now >= child.start_at:
                if child.before_start:
                    child.before_start()
                child.process = self._spawn(child.name, child.command, child.environment)

    def _bury(self, child: Child, now: float) -> None:
        """Note a death and plan the next start."""
        code = child.process.returncode
        # The main process is gone: whatever it left behind must not go on beside the next one.
        end_group(child.process.pid, signal.SIGKILL)
        child.process = None
        child.deaths.append(now)
        recent = sum(1 for at in child.deaths if now - at < DEATH_WINDOW)
        pause = min(LONGEST_PAUSE, 0.5 * 2 ** (recent - 1))
        child.start_at = now + pause
        ending = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
        self.count_death(f"{child.name} {ending}")
        say(f"{child.name} {ending}; starting it again in {pause:g} s")

    def count_death(self, what: str) -> None:
        """Raise GaveUp at the fifth death within a minute, whoever died."""
        now = time.monotonic()
        self._deaths.append(now)
        if len(self._deaths) == MOST_DEATHS and now - self._deaths[0] < DEATH_WINDOW:
            raise GaveUp(
                f"{what}: the fifth death within a minute. Plumbline stops; "
                "the lines above say what happened."
            )

    def _look_after_server(self) -> None:
        if self.watch is None or time.monotonic() < self._watch_at:
            return
        if trouble := self.watch():
            self.count_death(trouble)
            say(f"{trouble}; it runs again")
        self._watch_at = time.monotonic() + WATCH_EVERY

    def _spawn(
        self, name: str, command: list[str], environment: dict[str, str]
    ) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # Ctrl-C reaches only the supervisor, which then tells the main processes.
            start_new_session=True,
            preexec_fn=die_with_parent,
        )
        os.set_blocking(process.stdout.fileno(), False)
        self._selector.register(process.stdout, selectors.EVENT_READ, name)
        return process

    # -- the end ---------------------------------------------------------------------------

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        wanted = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        before = {number: signal.signal(number, self._on_signal) for number in wanted}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _on_signal(self, number: int, frame: object) -> None:
        if self.stopping:
            # The second Ctrl-C means at once.
            for process in self._living():
                end_group(process.pid, signal.SIGKILL)
        self.stopping = True

    def _living(self) -> list[subprocess.Popen[bytes]]:
        running = [child.process for child in self.children if child.process] + self._once
        return [process for process in running if process.poll() is None]

    def _stop_all(self) -> None:
        """Tell the main processes to end; after a while end whatever is left."""
        self.stopping = True
        for process in self._living():
            process.terminate()
        deadline = time.monotonic() + STOP_PATIENCE
        while self._living() and time.monotonic() < deadline:
            self._print_output(TICK)
        for process in self._living():
            end_group(process.pid, signal.SIGKILL)
            process.wait()
        self._print_output(0)
        self._selector.close()

    # -- output ----------------------------------------------------------------------------

    def _print_output(self, timeout: float) -> None:
        """Print what the processes wrote, waiting up to `timeout` seconds for something."""
        if not self._selector.get_map():
            time.sleep(timeout)
            return
        for key, _ in self._selector.select(timeout):
            data = os.read(key.fd, 65536)
            *lines, rest = (self._rest.pop(key.fd, b"") + data).split(b"\n")
            if data:
                self._rest[key.fd] = rest
            else:
                lines += [rest] if rest else []
                self._selector.unregister(key.fileobj)
                key.fileobj.close()
            for line in lines:
                # Empty lines only space the banners of the parts.
                say(line.decode(errors="replace").rstrip(), key.data)


def end_group(leader: int, number: int) -> None:
    """Send a signal to a process and its descendants in its session."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, number)


def die_with_parent() -> None:
    """Let this process be told to end when its parent is gone, also after a kill -9."""
    if sys.platform == "linux":
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

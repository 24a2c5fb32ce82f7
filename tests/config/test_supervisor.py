"""The supervisor, with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from config import supervisor
from config.supervisor import Child, GaveUp, Supervisor
from tests.processes import BASE_DIR, exists, wait_until

SLEEP = "import time; time.sleep(60)"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def run(keeper: Supervisor, script=None, seconds: float = 20):
    """Run a supervisor whose script has to bring it to its end in time."""

    def limited():
        deadline = time.monotonic() + seconds
        for _ in script or iter(lambda: None, 1):
            assert time.monotonic() < deadline, "it did not happen"
            yield

    keeper.run(limited())


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(supervisor, "TICK", 0.02)
    monkeypatch.setattr(supervisor, "WATCH_EVERY", 0.05)
    monkeypatch.setattr(supervisor, "LONGEST_PAUSE", 0.05)


class TestRestart:
    def test_starts_a_killed_child_again(self):
        child = Child("web", python(SLEEP))
        pids = []

        def script():
            pids.append(child.process.pid)
            os.kill(child.process.pid, signal.SIGKILL)
            while child.process is None or child.process.pid == pids[0]:
                yield
            pids.append(child.process.pid)
            keeper.stop()
            yield

        keeper = Supervisor([child])
        run(keeper, script())

        assert len(set(pids)) == 2
        assert not any(exists(pid) for pid in pids)

    def test_prepares_every_start(self, monkeypatch):
        starts = []
        child = Child(
            "worker", python("raise SystemExit(1)"), before_start=lambda: starts.append(1)
        )
        monkeypatch.setattr(supervisor, "MOST_DEATHS", 3)

        with pytest.raises(GaveUp):
            run(Supervisor([child]))

        assert len(starts) >= 3

    def test_waits_longer_after_each_death(self, monkeypatch):
        monkeypatch.setattr(supervisor, "LONGEST_PAUSE", 16)
        keeper, child = Supervisor([]), Child("web", python("pass"))
        pauses = []
        for second in range(4):
            child.process = subprocess.Popen(child.command, start_new_session=True)
            child.process.wait()
            keeper._bury(child, now=float(second))
            pauses.append(child.start_at - second)

        assert pauses == [0.5, 1, 2, 4]

    def test_ends_what_a_killed_child_left_behind(self, tmp_path):
        note = tmp_path / "pid"
        left = (
            "import subprocess, sys, time;"
            f"p = subprocess.Popen([sys.executable, '-c', {SLEEP!r}]);"
            f"open({str(note)!r}, 'w').write(str(p.pid)); time.sleep(60)"
        )
        child, ended = Child("worker", python(left)), []

        def script():
            while not note.exists() or not note.read_text():
                yield
            grandchild = int(note.read_text())
            os.kill(child.process.pid, signal.SIGKILL)
            while exists(grandchild):
                yield
            ended.append(grandchild)
            keeper.stop()

        keeper = Supervisor([child])
        run(keeper, script())

        assert ended


class TestGivingUp:
    def test_the_fifth_death_within_a_minute_ends_all(self):
        steady = Child("beat", python(SLEEP))
        broken = Child("web", python("raise SystemExit(3)"))
        pids = []

        def script():
            pids.append(steady.process.pid)
            while True:
                yield

        with pytest.raises(GaveUp, match=r"web ended with code 3: the fifth death within a min"):
            run(Supervisor([steady, broken]), script())

        assert not exists(pids[0])

    def test_deaths_of_the_database_server_count(self):
        with pytest.raises(GaveUp, match="the database had died: the fifth death"):
            run(Supervisor([], watch=lambda: "the database had died"))

    def test_old_deaths_do_not_count(self, monkeypatch):
        keeper = Supervisor([])
        clock = iter(range(0, 20 * 20, 20))
        monkeypatch.setattr(supervisor.time, "monotonic", lambda: float(next(clock)))

        for _ in range(12):
            keeper.count_death("web ended")


class TestStop:
    def test_tells_only_the_main_process(self, tmp_path):
        note = tmp_path / "told"
        inner = (
            "import signal, time;"
            f"signal.signal(signal.SIGTERM, lambda *_: open({str(note)!r}, 'a').write('inner '));"
            "time.sleep(60)"
        )
        outer = (
            "import signal, subprocess, sys, time;"
            f"p = subprocess.Popen([sys.executable, '-c', {inner!r}]);"
            f"signal.signal(signal.SIGTERM, lambda *_: (open({str(note)!r}, 'a').write('outer '),"
            " time.sleep(0.5), p.kill(), p.wait(), sys.exit(0)));"
            "print('up', flush=True);"
            "time.sleep(60); time.sleep(60)"
        )
        keeper = Supervisor([Child("worker", python(outer))])

        def script():
            started = time.monotonic()
            while time.monotonic() - started < 1.5:
                yield
            keeper.stop()
            yield

        run(keeper, script())

        assert note.read_text() == "outer "

    def test_ends_a_child_that_does_not_listen(self, monkeypatch):
        monkeypatch.setattr(supervisor, "STOP_PATIENCE", 0.5)
        deaf = (
            "import signal, time; signal.signal(15, signal.SIG_IGN); print('deaf'); time.sleep(60)"
        )
        child = Child("worker", python(deaf))

        def script():
            started = time.monotonic()
            while time.monotonic() - started < 1:
                yield
            keeper.stop()

        keeper = Supervisor([child])
        run(keeper, script())

        assert child.process.returncode == -signal.SIGKILL

    def test_ctrl_c_stops_all(self):
        children = [Child("web", python(SLEEP)), Child("worker", python(SLEEP))]

        def script():
            os.kill(os.getpid(), signal.SIGINT)
            yield

        run(Supervisor(children), script())

        assert all(child.process.returncode is not None for child in children)

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such signal")
    def test_children_end_with_a_killed_supervisor(self):
        code = (
            "from config.supervisor import Child, Supervisor; import sys;"
            f"child = Child('web', [sys.executable, '-c', {SLEEP!r}]);"
            "s = Supervisor([child]);"
            "s.run(iter(lambda: print(child.process.pid, flush=True), 1))"
        )
        parent = subprocess.Popen(
            python(code), cwd=BASE_DIR, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        pid = int(parent.stdout.readline())

        parent.kill()
        parent.wait()
        parent.stdout.close()

        wait_until(lambda: not exists(pid), "its end")


class TestOutput:
    def test_names_the_part_that_speaks(self, capsys):
        child = Child("web", python("print('one\\ntwo', end='')"))

        with pytest.raises(GaveUp):
            run(Supervisor([child]))

        shown = capsys.readouterr().out
        assert "web       | one\nweb       | two\n" in shown
        assert "web ended with code 0; starting it again" in shown

    def test_shows_what_a_passing_process_says(self, capsys):
        def script():
            process = keeper.start_once("demo", python("print('loaded')"))
            while process.poll() is None:
                yield
            yield
            keeper.stop()

        keeper = Supervisor([])
        run(keeper, script())

        assert "demo      | loaded" in capsys.readouterr().out

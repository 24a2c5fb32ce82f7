"""The embedded PostgreSQL server, tried with real clusters in folders of their own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from config import embedded, programs
from config.embedded import Server
from config.programs import NOBODY, Unavailable

BASE_DIR = Path(__file__).resolve().parents[2]
AS_ROOT = os.geteuid() == 0


@pytest.fixture(scope="module")
def home():
    """A data folder with a closed parent, as `/root` is."""
    with tempfile.TemporaryDirectory(prefix="plumbline-pg-") as folder:
        path = Path(folder) / "data"
        path.mkdir()
        yield path


@pytest.fixture(scope="module")
def server(home):
    """A running server that keeps its promises to the disk."""
    server = Server(home)
    server.acquire()
    yield server
    server.release()


def postmaster(server: Server) -> int:
    return int((server.data / "postmaster.pid").read_text().splitlines()[0])


def one(server: Server, query: str) -> object:
    with psycopg.connect(server.url(), autocommit=True) as connection:
        return connection.execute(query).fetchone()[0]


class TestServer:
    def test_listens_on_no_network_address(self, server):
        assert one(server, "SHOW listen_addresses") == ""

    def test_opens_its_socket_to_its_owner_alone(self, server):
        assert stat.S_IMODE(server.run_dir.stat().st_mode) == 0o700
        assert stat.S_IMODE(server.data.stat().st_mode) == 0o700

    def test_leaves_the_folders_above_as_they_are(self, server, home):
        assert stat.S_IMODE(home.parent.stat().st_mode) == 0o700

    def test_stays_with_the_user_who_started_it(self, server):
        assert server.data.stat().st_uid == os.geteuid()

    def test_comes_back_with_every_row_after_a_kill(self, server):
        with psycopg.connect(server.url(), autocommit=True) as connection:
            connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 10000) AS n")
        os.kill(postmaster(server), signal.SIGKILL)

        revived = [server.revive(), server.revive()]

        assert revived == [True, False]
        assert one(server, "SELECT count(*) FROM kept") == 10_000

    def test_counts_a_full_server_as_alive(self, server):
        most = int(one(server, "SHOW max_connections"))
        crowd = []
        try:
            for _ in range(most + 1):
                crowd.append(psycopg.connect(server.url()))
        except psycopg.OperationalError:
            assert server.is_alive()
        finally:
            for connection in crowd:
                connection.close()
        assert len(crowd) < most + 1

    def test_refuses_to_be_destroyed_while_in_use(self, server, home):
        with pytest.raises(Unavailable, match="in use"):
            Server(home).destroy()

        assert server.is_alive()

    def test_drops_only_databases_with_the_prefix(self, server):
        server.ensure_database("test_gone")
        server.ensure_database("kept")

        server.drop_databases("test_")

        assert one(server, "SELECT count(*) FROM pg_database WHERE datname = 'test_gone'") == 0
        assert one(server, "SELECT count(*) FROM pg_database WHERE datname = 'kept'") == 1


class TestUsers:
    def test_the_last_user_stops_the_server(self, home):
        first, second = Server(home, "shared"), Server(home, "shared")
        first.acquire()
        second.acquire()

        first.release()
        was_alive = second.is_alive()
        second.release()

        assert was_alive
        assert not second.is_alive()
        second.destroy()
        assert not second.data.exists()

    def test_starters_at_the_same_moment_share_one_server(self, home):
        script = (
            "import sys, time; from config.embedded import Server;"
            f"s = Server({str(home)!r}, 'raced', durable=False); s.acquire();"
            "print((s.data / 'postmaster.pid').read_text().split()[0], flush=True);"
            "sys.stdin.read(); s.release()"
        )
        starters = [
            subprocess.Popen(
                [sys.executable, "-c", script],
                cwd=BASE_DIR,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(4)
        ]
        servers = {starter.stdout.readline() for starter in starters}
        for starter in starters:
            starter.communicate()

        assert len(servers) == 1
        assert servers != {""}
        assert {starter.returncode for starter in starters} == {0}
        assert not Server(home, "raced").is_alive()


class TestFolders:
    def test_a_deep_folder_gets_a_short_socket(self, tmp_path):
        server = Server(tmp_path / ("deep" * 25) / ("deeper" * 15))

        socket = server.run_dir / ".s.PGSQL.5432"

        assert len(os.fsencode(socket)) <= 103
        assert server.run_dir != Server(tmp_path / ("deep" * 25)).run_dir

    def test_refuses_a_socket_folder_of_somebody_else(self, home, tmp_path):
        server = Server(home, "squatted", durable=False)
        server.run_dir.symlink_to(tmp_path)

        with pytest.raises((Unavailable, FileExistsError)):
            server.acquire()

        server.run_dir.unlink()
        assert not server.is_alive()


class TestVersions:
    def test_refuses_the_cluster_of_another_major_version(self, tmp_path):
        server = Server(tmp_path)
        server.data.mkdir()
        (server.data / "PG_VERSION").write_text("12\n")

        with pytest.raises(Unavailable, match=r"written by PostgreSQL 12.*dump"):
            server.acquire()

        assert (server.data / "PG_VERSION").read_text() == "12\n"

    def test_takes_the_programs_that_pg_bin_names(self, monkeypatch, tmp_path):
        (tmp_path / "postgres").touch()
        monkeypatch.setenv("PG_BIN", str(tmp_path))

        assert programs.bin_dir() == tmp_path

    def test_refuses_a_pg_bin_without_programs(self, monkeypatch, tmp_path):
        monkeypatch.setenv("PG_BIN", str(tmp_path))

        with pytest.raises(Unavailable, match="PG_BIN"):
            programs.bin_dir()

    def test_says_what_to_do_where_no_program_is(self, monkeypatch):
        monkeypatch.delenv("PG_BIN", raising=False)
        monkeypatch.setattr(programs, "find_spec", lambda name: None)
        monkeypatch.setattr(Path, "glob", lambda self, pattern: iter(()))

        with pytest.raises(Unavailable, match="DATABASE_URL"):
            programs.bin_dir()


@pytest.mark.skipif(not AS_ROOT, reason="only root has to give up rights")
class TestRootWithoutUserNamespaces:
    """As in a container whose rules forbid `unshare`."""

    @pytest.fixture(autouse=True)
    def forbidden(self, monkeypatch):
        monkeypatch.setattr(programs, "can_unshare", lambda: False)

    def test_runs_as_an_account_without_rights(self):
        blocked = [p for p in programs.bin_dir().parents if not p.stat().st_mode & stat.S_IXOTH]
        if blocked:
            pytest.skip(f"other accounts cannot enter {blocked[0]}, where the programs are")
        folder = Path(tempfile.mkdtemp(prefix="plumbline-open-"))
        folder.chmod(0o755)
        try:
            server = Server(folder, durable=False)
            server.acquire()
            owner = server.data.stat().st_uid
            answer = one(server, "SELECT 1")
            server.release()
        finally:
            shutil.rmtree(folder)

        assert answer == 1
        assert owner == NOBODY

    def test_names_the_folder_that_is_closed_to_others(self, home):
        server = Server(home, "closed")

        with pytest.raises(Unavailable, match=str(home.parent)):
            server.acquire()


@pytest.fixture
def stranger():
    """A process that is no server."""
    process = subprocess.Popen(["sleep", "60"])
    yield process
    process.kill()
    process.wait()


class TestPidFile:
    """What a killed server leaves behind is in nobody's way."""

    @pytest.fixture
    def killed(self, home):
        server = Server(home, "killed", durable=False)
        server.acquire()
        os.kill(postmaster(server), signal.SIGKILL)
        while server.is_alive():
            time.sleep(0.05)
        yield server
        server.release()
        server.destroy()

    def rewrite(self, server: Server, number: int) -> None:
        file = server.data / "postmaster.pid"
        _old, *rest = file.read_text().splitlines()
        file.write_text("\n".join([str(number), *rest, ""]))

    def test_may_bear_the_number_of_a_stranger(self, killed, stranger, monkeypatch):
        monkeypatch.setattr(embedded, "PATIENCE", 5)
        self.rewrite(killed, stranger.pid)

        assert killed.revive()
        assert one(killed, "SELECT 1") == 1
        assert stranger.poll() is None

    def test_never_ends_a_stranger(self, killed, stranger):
        self.rewrite(killed, stranger.pid)

        killed.release()

        assert stranger.poll() is None

    def test_may_be_empty(self, killed, monkeypatch):
        monkeypatch.setattr(embedded, "PATIENCE", 5)
        (killed.data / "postmaster.pid").write_text("")

        assert killed.revive()


class TestDestroy:
    def test_needs_no_cluster_that_starts(self, home):
        server = Server(home, "broken")
        server.data.mkdir()
        (server.data / "PG_VERSION").write_text("12\n")

        server.destroy()

        assert not server.data.exists()


def test_a_set_up_that_was_killed_is_begun_anew(home):
    """As when the machine loses its power while initdb runs, which writes PG_VERSION first."""
    script = f"from config.embedded import Server; Server({str(home)!r}, 'cut').acquire()"
    starter = subprocess.Popen([sys.executable, "-c", script], cwd=BASE_DIR)
    while not list(home.glob("cut*/PG_VERSION")):
        time.sleep(0.002)
    starter.kill()
    starter.wait()
    end_all_in(home / "cut")
    server = Server(home, "cut", durable=False)

    server.acquire()

    assert one(server, "SELECT 1") == 1
    server.release()
    server.destroy()


def end_all_in(folder: Path) -> None:
    """End the processes that were started with a folder whose name begins so."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.fsencode(folder) in (process / "cmdline").read_bytes():
                os.kill(int(process.name), signal.SIGKILL)


def test_a_half_made_cluster_is_made_again(home):
    server = Server(home, "half", durable=False)
    server.data.mkdir(mode=0o700)
    (server.data / "base").mkdir()

    server.acquire()

    assert server.is_alive()
    server.release()
    deadline = time.monotonic() + 10
    while server.is_alive() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not server.is_alive()

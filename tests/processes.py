"""Real processes for tests: a desk that runs with `manage.py up`, and people who visit it."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import psycopg

from config.embedded import Server
from tests.ports import free_port

BASE_DIR = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds; a busy machine is slow
PASSWORD = "plumb-and-true-9"
CAST = {
    "Rosa": "fact-checker",
    "Pavel": "fact-checker",
    "Emil": "editor",
    "Edna": "editor",
    "Dana": "desk manager",
    "Rhea": "reader",
}


def environment(data: Path, **variables: str) -> dict[str, str]:
    """Nothing but what a fresh shell has, and these variables."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PG_BIN") if name in os.environ}
    return {
        **kept,
        "PLUMBLINE_NO_VENV": "1",
        "PLUMBLINE_ENV_FILE": os.devnull,
        "PLUMBLINE_DATA": str(data),
        **variables,
    }


def manage(data: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run one command of manage.py to its end."""
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=BASE_DIR,
        env=environment(data, **variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def exists(pid: int) -> bool:
    """Whether the process runs; one that has ended but was not yet collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def children_of(pid: int) -> list[int]:
    """The processes that this one started and that still run."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(child) for child in listed.stdout.split()]


def wait_until(condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> object:
    """Return the first true answer of `condition`; fail when it does not come in time."""
    deadline = time.monotonic() + seconds
    while not (answer := condition()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.1)
    return answer


class Desk:
    """A whole desk that runs with `manage.py up`: web, worker, beat.

    Without `database_url` it has an embedded server of its own in `data`.
    """

    def __init__(self, data: Path, *, database_url: str = "", **variables: str) -> None:
        self.data, self.port, self.lines = data, free_port(), []
        self.url = f"http://127.0.0.1:{self.port}"
        self.variables = {**variables, "PUBLIC_BASE_URL": self.url}
        if database_url:
            self.variables["DATABASE_URL"] = database_url
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "up", "--no-demo", "--port", str(self.port)],
            cwd=BASE_DIR,
            env=environment(data, **self.variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.append(line)

    # -- its life --------------------------------------------------------------------------

    @property
    def output(self) -> str:
        return "".join(self.lines)

    def wait_for(self, condition: Callable[[], object], what: str) -> object:
        """Like `wait_until`, with the output of the desk where it fails."""

        def checked() -> object:
            assert self.process.poll() is None, f"ended while waiting for {what}:\n{self.output}"
            return condition()

        try:
            return wait_until(checked, what)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.output}") from None

    def wait_for_line(self, text: str) -> None:
        self.wait_for(lambda: text in self.output, repr(text))

    def wait_until_ready(self) -> Desk:
        self.wait_for_line("Ready after")
        return self

    def end(self, number: int = signal.SIGINT) -> int:
        """Stop it as a person would; return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        self._reader.join(5)
        return code

    def end_at_once(self) -> int:
        """Stop it as an impatient person would, by a second Ctrl-C; return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            # The worker takes seconds to end by itself; two signals at once would be one.
            time.sleep(0.2)
        return self.end()

    # -- its parts -------------------------------------------------------------------------

    def pid_of(self, pattern: str) -> int:
        """The process among the children of `up` whose command holds `pattern`."""
        listed = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        return next(int(line.split()[0]) for line in listed.splitlines() if pattern in line)

    def postmaster(self) -> int:
        """The embedded server's main process."""
        return int((self.data / "pg" / "postmaster.pid").read_text().split()[0])

    # -- using it --------------------------------------------------------------------------

    def get(self, path: str) -> int:
        """Return the status of an anonymous request; 0 where nobody answers."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            asked.request("GET", path)
            return asked.getresponse().status
        except OSError:
            return 0
        finally:
            asked.close()

    def manage(self, *words: str) -> str:
        """Run a command of manage.py on this desk; return what it prints."""
        done = manage(self.data, *words, **self.variables)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def shell(self, code: str) -> str:
        """Run Python with Django set up for this desk; return what it prints."""
        return self.manage("shell", "--no-imports", "-c", code)

    def add_cast(self) -> None:
        """Add the cast with their roles, all with the same password, which is hashed once."""
        self.shell(
            "from django.contrib.auth.hashers import make_password\n"
            "from claims.accounts.models import User\n"
            "from claims.accounts.people import add_person\n"
            f"for name, role in {CAST!r}.items():\n"
            "    add_person(f'{name.lower()}@desk.test', name=name, role=role)\n"
            f"User.objects.update(password=make_password({PASSWORD!r}))"
        )

    def rows(self, query: str, *values: object) -> list[tuple]:
        """Ask the desk's database."""
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            return connection.execute(query, values).fetchall()

    @property
    def database_url(self) -> str:
        return self.variables.get("DATABASE_URL") or Server(self.data).url()

    def visitor(self, name: str = "") -> Visitor:
        """A browser without scripts: nobody's, or that of a member of the cast, logged in."""
        visitor = Visitor(base_url=self.url, follow_redirects=True, timeout=30)
        if name:
            visitor.log_in(f"{name.lower()}@desk.test")
        return visitor


class Visitor(httpx.Client):
    """An HTTP client that sends forms as a browser does, with the token against forgery."""

    def log_in(self, email: str, password: str = PASSWORD) -> None:
        self.get("/accounts/login/")
        answer = self.send_form("/accounts/login/", username=email, password=password)
        assert "sessionid" in self.cookies, answer.text

    def send_form(
        self,
        path: str,
        *,
        files: dict[str, object] | None = None,
        follow: bool = True,
        **fields: object,
    ) -> httpx.Response:
        """POST a form. Some page with a form has to be visited first, once."""
        token = self.cookies.get("csrftoken", "")
        return self.post(
            path,
            data={**fields, "csrfmiddlewaretoken": token},
            files=files,
            follow_redirects=follow,
            headers={"Referer": f"{self.base_url}{path.lstrip('/')}"},
        )

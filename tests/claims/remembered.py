"""Rows that a fixture makes once, and that later tests get back instead of having them made anew.

The way of a claim to the public is a dozen verbs with a hundred queries, and every second test of
claims begins somewhere on it. A step of that way is therefore gone for real once in a while; what
it wrote is noted, and put back for the tests of the next minute.

It is gone for real as well wherever the rows could come out differently: where the test commits,
has written something of its own before, patches the code or sets the clock.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
import time_machine
from django.apps import apps
from django.conf import Settings, settings
from django.db import connection
from django.db.models import Model
from psycopg import sql

LIFETIME = 60.0  # seconds; times in the rows are that old at most
READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "SET", "SHOW", "LOCK")
# Large, and no step of ours writes them.
FIXED = {"auth_permission", "django_content_type"}

Rows = dict[str, dict[str, str]]
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Step:
    """What one fixture wrote, as SQL that writes it again, and which row it returned."""

    statement: str
    model: type[Model]
    pk: object


@dataclass
class Way:
    """The steps that were gone under the same settings, of which each rests on those before it."""

    steps: dict[str, Step] = field(default_factory=dict)
    begun: float = field(default_factory=time.monotonic)

    @property
    def is_fresh(self) -> bool:
        return time.monotonic() - self.begun < LIFETIME


_ways: dict[tuple, Way] = {}


class Remembering:
    """The steps of one test. Call it with a name, and with what makes the row.

    A way goes on for the whole test, however old it becomes: its rows name each other.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.is_alone = connection.in_atomic_block and not has_written()
        self._patch = patch
        self._settings = overridden()
        self._at_work = False
        way = _ways.get(self._settings)
        if way is None or not way.is_fresh:
            way = _ways[self._settings] = Way()
        self._steps = way.steps

    def watch(self, execute, statement, params, many, context):
        """Notice that somebody else writes: from then on nothing can be put back."""
        if not self._at_work and not str(statement).lstrip().upper().startswith(READS):
            self.is_alone = False
        return execute(statement, params, many, context)

    def __call__(self, name: str, make: Callable[[], M]) -> M:
        if self._is_changed():
            self.is_alone = False
        if not self.is_alone:
            return make()
        self._at_work = True
        try:
            if step := self._steps.get(name):
                with connection.cursor() as cursor:
                    cursor.execute(step.statement)
            else:
                step = self._steps[name] = noted(make)
        finally:
            self._at_work = False
        return step.model._default_manager.get(pk=step.pk)

    def _is_changed(self) -> bool:
        """Whether clock, settings or code are others than those of the rows that were noted."""
        return bool(
            time_machine.escape_hatch.is_travelling()
            or self._patch._setattr
            or self._patch._setitem
            or overridden() != self._settings
        )


def has_written() -> bool:
    """Whether the transaction of the test has written anything yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")
        return cursor.fetchone()[0]


def overridden() -> tuple[tuple[str, str], ...]:
    """Return the settings that the test has changed so far."""
    found: dict[str, str] = {}
    holder = settings._wrapped
    while not isinstance(holder, Settings):
        own = {name: repr(value) for name, value in vars(holder).items() if name.isupper()}
        found, holder = {**own, **found}, holder.default_settings
    return tuple(sorted(found.items()))


def noted(make: Callable[[], Model]) -> Step:
    """Let a step be gone for real; return what it wrote."""
    before = rows()
    made = make()
    return Step(statement_of(before, rows()), type(made), made.pk)


def tables() -> list[type[Model]]:
    """The models whose rows a step can write: all but the counts of reports, which tasks make."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and not model._meta.proxy
        and model._meta.pk.column
        and model._meta.db_table not in FIXED
    ]


def rows() -> Rows:
    """Return every row of every table as JSON, by table and primary key."""
    found: Rows = defaultdict(dict)
    reads = [
        sql.SQL("SELECT {name}, {key}::text, to_jsonb(t)::text FROM {table} t").format(
            name=sql.Literal(model._meta.db_table),
            key=sql.Identifier(model._meta.pk.column),
            table=sql.Identifier(model._meta.db_table),
        )
        for model in tables()
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(reads))
        for table, key, row in cursor.fetchall():
            found[table][key] = row
    return found


def statement_of(before: Rows, after: Rows) -> str:
    """Return SQL that leads from one state of the tables to another, past their triggers."""
    parts = [sql.SQL("SET LOCAL session_replication_role = replica")]
    for model in tables():
        was, now = (state.get(model._meta.db_table, {}) for state in (before, after))
        table = sql.Identifier(model._meta.db_table)
        if gone := [key for key, row in was.items() if now.get(key) != row]:
            delete = sql.SQL("DELETE FROM {} WHERE {}::text = ANY({})")
            pk = sql.Identifier(model._meta.pk.column)
            parts.append(delete.format(table, pk, sql.Literal(gone)))
        if new := [row for key, row in now.items() if was.get(key) != row]:
            parts.append(_insert(model, table, new))
    parts.append(sql.SQL("SET LOCAL session_replication_role = origin"))
    return sql.SQL("; ").join(parts).as_string(connection.connection)


def _insert(model: type[Model], table: sql.Identifier, new: list[str]) -> sql.Composed:
    columns = [field.column for field in model._meta.concrete_fields if not field.generated]
    insert = sql.SQL(
        "INSERT INTO {table} ({columns}) SELECT {columns}"
        " FROM jsonb_populate_recordset(NULL::{table}, {rows}::jsonb)"
    )
    return insert.format(
        table=table,
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        rows=sql.Literal(f"[{', '.join(new)}]"),
    )


@pytest.fixture
def remembered(db, monkeypatch) -> Iterator[Remembering]:
    """`remembered(name, make)` is the row that `make` makes, as the fixture of that name."""
    remembering = Remembering(monkeypatch)
    with connection.execute_wrapper(remembering.watch):
        yield remembering


@pytest.fixture
def made_now(remembered: Remembering) -> None:
    """Have every row of this test made by it: for rules about the last seconds."""
    remembered.is_alone = False

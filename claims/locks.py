"""Locks on what no row stands for, held by PostgreSQL for all processes together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

from django.db import connection


class Lock(IntEnum):
    """What is locked; equal names of two kinds do not wait for one another."""

    CHAIN = 1
    CLAIMANT_NAME = 2
    ROUND = 3
    FOLLOWING = 4
    REQUEST = 5


def hold(kind: Lock, name: str) -> None:
    """Wait until nobody else holds this, and hold it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, %s))", [name, kind])


def hold_if_free(kind: Lock, name: str) -> bool:
    """Hold this until the transaction ends, and say True; False, at once, where somebody does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, %s))", [name, kind])
        return cursor.fetchone()[0]


@contextmanager
def alone(name: str) -> Iterator[bool]:
    """Say whether this is the only round of that name; whoever is told no does nothing.

    For background work that must not overlap: a slow round is not begun beside itself. Held by the
    connection and not by a transaction, since a round may talk to slow servers; a worker that dies
    lets go of it.
    """
    key = [name, Lock.ROUND]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, %s))", key)
        is_alone = cursor.fetchone()[0]
    try:
        yield is_alone
    finally:
        if is_alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, %s))", key)

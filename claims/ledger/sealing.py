"""Sealing the days that are over."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from claims.ledger.leaves import day_of, value_of
from claims.models import Event, LedgerRoot

LOCK_SECONDS = 10  # how long to wait for those who are writing events


def seal_days() -> list[LedgerRoot]:
    """Compute the root of every finished day (UTC) that has none yet, the earliest first.

    The first day of a ledger is the last finished one with something before its end. A day on
    which nothing happened gets a root, too: it proves that.
    """
    # The earlier of two clocks: a day that was sealed before its end would stop the desk.
    now = min(timezone.now(), database_now())
    yesterday = now.astimezone(UTC).date() - timedelta(days=1)
    newest = LedgerRoot.objects.order_by("-day").first()
    if newest is not None and newest.day >= yesterday:
        return []
    with transaction.atomic():
        _wait_for_writers()
        newest = LedgerRoot.objects.order_by("-day").first()
        if newest is None and not _anything_until(yesterday):
            return []
        day = newest.day + timedelta(days=1) if newest else yesterday
        sealed = []
        while day <= yesterday:
            newest = _seal(day, newest)
            sealed.append(newest)
            day += timedelta(days=1)
    return sealed


def database_now() -> datetime:
    """Return what the clock of the database says."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def _seal(day: date, previous: LedgerRoot | None) -> LedgerRoot:
    found = day_of(day, is_first=previous is None)
    root = LedgerRoot(
        day=day,
        chains=len(found.moved),
        publications=len(found.published),
        previous=previous.root if previous else "",
        sealed_at=timezone.now(),
    )
    root.root = value_of(root, found)
    root.save(force_insert=True)
    return root


def _wait_for_writers() -> None:
    """Let every event that was begun be committed, and none begin until the days are sealed."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")
        cursor.execute("LOCK TABLE claims_event IN SHARE ROW EXCLUSIVE MODE")


def _anything_until(day: date) -> bool:
    end = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)
    return Event.objects.filter(at__lt=end).exists()

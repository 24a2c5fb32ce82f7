"""No event of a sealed day is still on its way: sealing waits for those who are writing."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from claims.audit import hash_of
from claims.ledger import checking, sealing
from claims.ledger.leaves import day_under
from claims.models import Claim, Event, LedgerRoot

pytestmark = pytest.mark.django_db(transaction=True)


def write(claim: Claim) -> Event:
    """An event of yesterday, as a slow colleague wrote it: not yet committed."""
    at = timezone.now() - timedelta(days=1)
    event = Event(chain=str(claim.pk), position=1, kind="claim.entered", at=at, claim=claim)
    event.hash = hash_of(event)
    event.save(force_insert=True)
    return event


def seal() -> None:
    try:
        sealing.seal_days()
    finally:
        connection.close()


def someone_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted"
            " AND relation = 'claims_event'::regclass)"
        )
        return cursor.fetchone()[0]


def test_sealing_waits_for_who_is_writing():
    first, second = (Claim.objects.create(text=text) for text in ("First.", "Second."))
    with transaction.atomic():
        write(first)
    sealer = threading.Thread(target=seal)

    with transaction.atomic():
        write(second)
        sealer.start()
        deadline = time.monotonic() + 9
        while not someone_waits():
            assert sealer.is_alive() and time.monotonic() < deadline
        assert not LedgerRoot.objects.exists()
    sealer.join(timeout=30)

    root = LedgerRoot.objects.get()
    assert {leaf.chain for leaf in day_under(root).moved} == {str(first.pk), str(second.pk)}
    assert list(checking.roots()) == []

from __future__ import annotations

from datetime import UTC, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims import workflow
from claims.ledger import sealing
from claims.ledger.leaves import day_under
from claims.models import Event, LedgerRoot

pytestmark = pytest.mark.django_db


class TestSealing:
    def test_gives_each_finished_day_one_root(self, ledger):
        today = ledger.now.astimezone(UTC).date()

        assert [root.day for root in ledger.roots] == [today - timedelta(days=1)]
        assert sealing.seal_days() == []
        assert LedgerRoot.objects.count() == 1

    def test_the_first_root_covers_all_that_was_before(self, ledger):
        day = day_under(ledger.roots[0])

        assert [leaf.sequence for leaf in day.published] == [1, 2]
        assert {leaf.chain for leaf in day.moved} == {
            str(claim_id) for claim_id in Event.objects.values_list("claim_id", flat=True)
        }

    def test_roots_follow_one_another_through_days_without_anything(self, ledger, travelling):
        with time_machine.travel(ledger.now + timedelta(days=3)):
            sealed = sealing.seal_days()

        assert [root.previous for root in sealed[1:]] == [root.root for root in sealed[:-1]]
        assert sealed[0].previous == ledger.roots[-1].root
        assert [root.chains for root in sealed] == [1, 0, 0]
        assert len({root.root for root in sealed}) == 3

    def test_without_anything_there_is_no_ledger(self, db):
        assert sealing.seal_days() == []

    def test_a_day_that_runs_is_not_sealed(self, published):
        assert sealing.seal_days() == []
        assert not LedgerRoot.objects.exists()


class TestSealed:
    def test_a_sealed_day_gets_no_further_event(self, ledger, candidate, emil):
        before = Event.objects.count()

        with (
            time_machine.travel(ledger.now - timedelta(days=1)),
            pytest.raises(IntegrityError, match="sealed this day"),
            transaction.atomic(),
        ):
            workflow.comment(candidate.pk, actor=emil, body="Written into the past.")

        assert Event.objects.count() == before

    @pytest.mark.parametrize(
        "sql",
        [
            "UPDATE claims_ledgerroot SET root = repeat('0', 64)",
            "DELETE FROM claims_ledgerroot",
            "INSERT INTO claims_ledgerroot SELECT day + 2, chains, publications, root,"
            " repeat('1', 64), sealed_at FROM claims_ledgerroot",
            "INSERT INTO claims_ledgerroot SELECT day + 1, chains, publications, repeat('2', 64),"
            " repeat('1', 64), sealed_at FROM claims_ledgerroot",
            "INSERT INTO claims_ledgerroot SELECT day - 1, chains, publications, '',"
            " repeat('1', 64), sealed_at FROM claims_ledgerroot",
        ],
    )
    def test_the_database_only_lets_it_grow_in_order(self, ledger, sql):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)

        assert list(LedgerRoot.objects.values_list("root", flat=True)) == [ledger.roots[0].root]


def test_a_clock_that_runs_ahead_seals_no_day_before_its_end(ledger):
    with time_machine.travel(ledger.now + timedelta(days=3)):
        assert sealing.seal_days() == []

    assert LedgerRoot.objects.count() == 1


def test_roots_are_sealed_after_midnight_of_utc(ledger, travelling):
    end = (ledger.now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)

    with time_machine.travel(end - timedelta(seconds=1), tick=False):
        assert sealing.seal_days() == []
    with time_machine.travel(end, tick=False):
        assert len(sealing.seal_days()) == 1
    assert timezone.now() < end

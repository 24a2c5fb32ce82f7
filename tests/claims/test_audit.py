"""The trail: whole, linked, unaltered; its texts can be erased, nothing else."""

from __future__ import annotations

import itertools
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from claims import audit, workflow
from claims.models import Event, EventDetail, Outbox

pytestmark = pytest.mark.django_db


def tamper(sql: str, *values) -> None:
    """Change a row as somebody with the database in hand could: without its triggers."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        try:
            cursor.execute(sql, values)
        finally:
            cursor.execute("SET session_replication_role = origin")


class TestRecord:
    def test_events_of_a_claim_form_one_chain(self, published):
        events = list(Event.objects.filter(claim=published.claim).order_by("position"))

        assert [event.position for event in events] == list(range(1, len(events) + 1))
        assert events[0].previous_hash == ""
        for before, after in itertools.pairwise(events):
            assert after.previous_hash == before.hash

    def test_no_name_or_free_text_stands_in_an_event(self, published, emil):
        workflow.comment(published.claim_id, actor=emil, body="Ask the harbour master again.")

        rows = json.dumps(list(Event.objects.values()), default=str)
        for words in ("Ask the harbour", "Emil", "Ferry traffic", "604 crossings"):
            assert words not in rows

    @pytest.mark.django_db(transaction=True)
    def test_outside_a_transaction_is_refused(self):
        with pytest.raises(RuntimeError):
            audit.record("desk.opened", actor=None)

        assert not Event.objects.exists()

    def test_what_somebody_must_be_told_goes_to_the_outbox(self, submitted):
        told = Outbox.objects.exclude(event=None).values_list("event__kind", flat=True)

        assert list(told) == ["verdict.submitted"]

    @pytest.mark.parametrize(
        "sql",
        [
            "UPDATE claims_event SET kind = 'claim.accepted'",
            "DELETE FROM claims_event",
            "INSERT INTO claims_event (chain, position, kind, at, subject, from_state, to_state,"
            " commitments, previous_hash, hash) SELECT chain, position + 7, kind, at, subject,"
            " from_state, to_state, commitments, previous_hash, repeat('a', 64)"
            " FROM claims_event LIMIT 1",
        ],
    )
    def test_the_database_only_lets_it_grow_in_order(self, claim, sql):
        before = list(Event.objects.values_list("hash", flat=True))

        with (
            pytest.raises(IntegrityError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)

        assert list(Event.objects.values_list("hash", flat=True)) == before


class TestVerify:
    @pytest.mark.parametrize(
        ("sql", "problem"),
        [
            ("UPDATE claims_event SET kind = 'x' WHERE position = 2", "altered"),
            ("UPDATE claims_event SET at = at + interval '1s' WHERE position = 2", "altered"),
            ("UPDATE claims_event SET to_state = 'checked' WHERE position = 2", "altered"),
            ("UPDATE claims_event SET actor_id = NULL WHERE position = 2", "altered"),
            ("UPDATE claims_event SET subject = 'x' WHERE position = 2", "altered"),
            ("UPDATE claims_event SET hash = repeat('0', 64) WHERE position = 2", "altered"),
            (
                "UPDATE claims_event SET previous_hash = repeat('0', 64) WHERE position = 2",
                "does not continue",
            ),
            ("DELETE FROM claims_event WHERE position = 2", "missing"),
            (
                'UPDATE claims_eventdetail SET data = data || \'{"text": "Other."}\''
                " FROM claims_event e WHERE e.id = event_id AND e.kind = 'claim.entered'",
                "altered",
            ),
            (
                "DELETE FROM claims_eventdetail USING claims_event e"
                " WHERE e.id = event_id AND e.kind = 'claim.entered'",
                "gone",
            ),
        ],
    )
    def test_names_the_first_break(self, submitted, sql, problem):
        tamper(sql)

        breaks = list(audit.verify())

        assert len(breaks) == 1
        assert breaks[0].chain == str(submitted.claim_id)
        assert problem in breaks[0].problem

    def test_replay_finds_a_state_that_no_event_led_to(self, submitted):
        tamper("UPDATE claims_verdict SET state = 'abandoned'")

        assert [found.chain for found in audit.replay()] == [str(submitted.pk)]

    def test_command_ends_badly_and_says_where(self, submitted, capsys):
        tamper("UPDATE claims_event SET kind = 'x' WHERE position = 3")

        with pytest.raises(CommandError, match="1 break"):
            call_command("verify_trail")

        assert f"chain {submitted.claim_id}, event 3" in capsys.readouterr().err

    def test_command_says_what_holds(self, published, capsys):
        call_command("verify_trail")

        assert "events in 1 chains hold" in capsys.readouterr().out


class TestErase:
    def test_texts_go_and_the_chain_still_holds(self, published, dana):
        event = Event.objects.get(kind="claim.entered")

        audit.erase(event.pk, actor=dana, reason="A private address was in it.")

        detail = EventDetail.objects.get(event=event)
        assert (detail.data, detail.salt) == (None, "")
        assert list(audit.verify()) == []
        assert Event.objects.filter(kind="detail.erased").exists()

    def test_nothing_else_about_a_detail_changes(self, claim):
        detail = EventDetail.objects.first()

        with pytest.raises(IntegrityError), transaction.atomic():
            EventDetail.objects.filter(pk=detail.pk).update(data={"text": "Other."})

        detail.refresh_from_db()
        assert detail.data == {"text": claim.text}

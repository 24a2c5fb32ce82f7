"""Rows that are put back are the rows that were made, and only where nothing else could be."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from claims.models import Topic, Verdict
from tests.claims import remembered as memory
from tests.claims.remembered import LIFETIME, Remembering, rows, statement_of

pytestmark = pytest.mark.django_db


def topic() -> Topic:
    return Topic.objects.create(name="Locks", slug="locks")


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_what_is_put_back_is_all_that_was_made(request, monkeypatch):
    before = rows()
    with transaction.atomic():
        published = request.getfixturevalue("published")
        after = rows()
        transaction.set_rollback(True)
    assert rows() == before

    run(statement_of(before, after))

    assert rows() == after
    assert Verdict.objects.get().content_hash == published.content_hash
    call_command("verify_trail")


def test_triggers_are_at_work_afterwards():
    with connection.cursor() as cursor:
        cursor.execute(statement_of(rows(), rows()))
        cursor.execute("SHOW session_replication_role")

        assert cursor.fetchone() == ("origin",)


@pytest.fixture
def remembering(db, monkeypatch) -> Remembering:
    return Remembering(monkeypatch)


class TestGoneForReal:
    def test_a_first_time_and_noted(self, remembering):
        made = remembering("first time", topic)

        assert Topic.objects.get() == made
        assert remembering._steps["first time"].pk == made.pk

    def test_where_the_test_has_written_before(self, monkeypatch):
        topic()

        assert not Remembering(monkeypatch).is_alone

    def test_where_the_test_writes_between(self, remembering):
        with connection.execute_wrapper(remembering.watch):
            assert not Topic.objects.exists()
            assert remembering.is_alone
            topic()

        assert not remembering.is_alone

    def test_where_settings_have_changed(self, remembering, settings):
        settings.REPORT_LIVE_CLAIMS = 0

        remembering("other settings", topic)

        assert "other settings" not in remembering._steps

    def test_where_the_code_is_patched(self, remembering, monkeypatch):
        monkeypatch.setattr(memory, "LIFETIME", 1)

        remembering("patched", topic)

        assert "patched" not in remembering._steps

    def test_at_another_time(self, remembering):
        with time_machine.travel(timezone.now() - timedelta(days=1)):
            remembering("yesterday", topic)

        assert "yesterday" not in remembering._steps

    def test_where_the_rows_are_old(self, remembering, monkeypatch):
        assert Remembering(monkeypatch)._steps is remembering._steps
        memory._ways[memory.overridden()].begun -= LIFETIME

        assert Remembering(monkeypatch)._steps is not remembering._steps

    @pytest.mark.django_db(transaction=True)
    def test_where_the_test_commits(self, remembered):
        assert not remembered.is_alone

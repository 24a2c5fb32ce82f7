"""Whoever changes a column with the database in hand is found."""

from __future__ import annotations

import itertools

import pytest
from django.db import IntegrityError, connection, models, transaction

from claims import audit
from claims.ledger import checking
from claims.models import (
    Citation,
    Event,
    EventDetail,
    Evidence,
    LedgerRoot,
    Publication,
    PublicState,
    Verdict,
)
from claims.models.evidence import EVIDENCE_CONTENT
from claims.models.verdict import VERDICT_CONTENT
from tests.claims.test_audit import tamper

pytestmark = pytest.mark.django_db

# What is for the desk alone, in no document and in no event: nobody was promised that it stands.
PRIVATE = {"note"}
ACTORS = ["submitted_by_id", "approved_by_id", "published_by_id"]


def found() -> list[audit.Break]:
    return [*audit.verify(), *audit.replay(), *checking.broken()]


def another(column: models.Field) -> str:
    """SQL for another value of the column, of the same form."""
    name = f'"{column.column}"'
    kind = column.target_field if column.is_relation else column
    if isinstance(kind, models.JSONField):
        return f"coalesce({name}, '{{}}') || '{{\"more\": 1}}'"
    if isinstance(kind, models.UUIDField):
        return "gen_random_uuid()"
    if isinstance(kind, models.DateTimeField):
        return f"{name} + interval '1 second'"
    if isinstance(kind, models.DateField):
        return f"coalesce({name} + 1, '2001-01-01')"
    if isinstance(kind, models.BooleanField):
        return f"NOT {name}"
    if isinstance(kind, models.IntegerField):
        return f"coalesce({name}, 0) + 1000"
    return f"CASE WHEN {name} = '' THEN 'x' ELSE translate({name}, '0aeiou', '1eioua') END"


def missed(model: type[models.Model], row: models.Model, names=None) -> list[str]:
    """The columns of a row that can be changed without anything being found."""
    passed = []
    table = model._meta.db_table
    for column in model._meta.concrete_fields:
        if names is not None and column.column not in names:
            continue
        sql = f'UPDATE "{table}" SET "{column.column}" = {another(column)} WHERE {key(row)}'
        try:
            with transaction.atomic():
                change(sql)
                if not found():
                    passed.append(column.column)
                transaction.set_rollback(True)
        except IntegrityError:
            continue  # not even then
    return passed


def change(sql: str) -> None:
    """Change a row without its triggers, until the savepoint is rolled back."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)


def key(row: models.Model) -> str:
    return f"\"{row._meta.pk.column}\" = '{row.pk}'"


def test_what_nobody_changed_holds(ledger, seal_tomorrow):
    seal_tomorrow()

    assert found() == []


class TestColumns:
    def test_of_an_event(self, ledger):
        events = Event.objects.filter(claim=ledger.first.claim)

        assert missed(Event, events.get(kind="verdict.published", at__lt=ledger.roots[0].sealed_at,
                                        actor=ledger.first.published_by,
                                        subject=f"verdict:{ledger.first.pk}")) == []  # fmt: skip
        assert missed(Event, events.get(kind="comment.added")) == []

    def test_of_the_texts_behind_it(self, ledger):
        kept = EventDetail.objects.filter(erased_by_event=None, event__kind="comment.added").get()
        erased = EventDetail.objects.exclude(erased_by_event=None).get()

        assert missed(EventDetail, kept) == []
        assert missed(EventDetail, erased, ["event_id", "erased_by_event_id"]) == []

    def test_texts_cannot_be_made_to_look_erased(self, ledger):
        kept = EventDetail.objects.get(event__kind="comment.added")
        other = EventDetail.objects.exclude(erased_by_event=None).get().erased_by_event_id

        tamper(
            "UPDATE claims_eventdetail SET data = NULL, salt = '', erased_by_event_id = %s"
            " WHERE event_id = %s",
            other, kept.pk,
        )  # fmt: skip

        assert "no event says that they were erased" in found()[0].problem

    def test_of_a_publication(self, ledger):
        for row in Publication.objects.all():
            assert missed(Publication, row) == []

    def test_of_a_verdict(self, ledger):
        names = {*VERDICT_CONTENT, *ACTORS, "id", "claim_id", "state", "document", "content_hash"}
        # Without a category of media, what stands in these two is in no document.
        unsaid = {"media_original", "media_context"}
        for row in Verdict.objects.all():
            assert missed(Verdict, row, names if row.media else names - unsaid) == []

    def test_of_its_evidence(self, ledger):
        names = {*EVIDENCE_CONTENT} - PRIVATE
        cited = Citation.objects.filter(verdict=ledger.first).get()

        assert missed(Evidence, cited.evidence, names - {"claim_id"}) == []
        assert missed(Citation, cited, ["evidence_id", "verdict_id"]) == []

    def test_of_a_root(self, ledger, seal_tomorrow):
        seal_tomorrow()

        for row in LedgerRoot.objects.all():
            assert missed(LedgerRoot, row) == []


class TestRows:
    @pytest.mark.parametrize(
        "table", ["event", "eventdetail", "publication", "ledgerroot", "citation"]
    )
    def test_that_are_gone_are_missed(self, ledger, seal_tomorrow, table):
        seal_tomorrow()
        column = {"eventdetail": "event_id", "publication": "sequence", "ledgerroot": "day"}
        name = column.get(table, "id")
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT min({name}), max({name}) FROM claims_{table}")
            ends = cursor.fetchone()
        for end in ends if table != "ledgerroot" else ends[:1]:
            with transaction.atomic():
                tamper(f"DELETE FROM claims_{table} WHERE {name} = %s", end)
                assert found(), (table, end)
                transaction.set_rollback(True)

    def test_that_changed_places_are_found(self, ledger):
        for one, two in itertools.pairwise(Publication.objects.order_by("sequence")):
            with transaction.atomic():
                tamper(
                    "UPDATE claims_publication SET document = CASE sequence WHEN %s THEN %s"
                    " ELSE %s END, sha256 = CASE sequence WHEN %s THEN %s ELSE %s END"
                    " WHERE sequence IN (%s, %s)",
                    one.pk, two.document, one.document, one.pk, two.sha256, one.sha256,
                    one.pk, two.pk,
                )  # fmt: skip
                assert found()
                transaction.set_rollback(True)

    def test_a_public_state_that_shows_an_older_publication(self, ledger):
        tamper(
            "UPDATE claims_publicstate SET publication_id = 1 WHERE claim_id = %s",
            ledger.first.claim_id,
        )

        assert "newest publication" in found()[0].problem
        assert PublicState.objects.get(claim=ledger.first.claim).publication_id == 1

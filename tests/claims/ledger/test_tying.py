"""What was published before there was a ledger is tied to its chain by a migration."""

from __future__ import annotations

import importlib

import pytest
from django.apps import apps

from claims import audit
from claims.ledger import checking, receipts
from claims.models import Event, Publication
from tests.claims.test_audit import tamper

pytestmark = pytest.mark.django_db

tying = importlib.import_module("claims.migrations.0016_tie_publications")


def test_an_older_publication_gets_its_event(published):
    publication = Publication.objects.get()
    before = Event.objects.get(kind="publication.published")
    tamper("DELETE FROM claims_event WHERE id = %s", before.pk)
    assert list(checking.publications())

    tying.tie(apps, None)

    event = receipts.event_of(publication)
    assert (event.kind, event.position) == (before.kind, before.position)
    assert list(audit.verify()) == []
    assert list(checking.broken()) == []


def test_two_publications_of_one_claim_follow_each_other(published):
    last = Event.objects.filter(claim=published.claim).latest("position")
    batch = [(published.claim_id, kind, kind[0] * 64) for kind in ("corrected", "retracted")]

    Event.objects.bulk_create(tying.events(Event, batch))

    later = Event.objects.filter(claim=published.claim, position__gt=last.position)
    first, second = later.order_by("position")
    assert (first.previous_hash, second.previous_hash) == (last.hash, first.hash)
    assert list(audit.verify()) == []

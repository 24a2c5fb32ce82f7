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


def test_an_older_publication_gets_its_event(published):
    publication = Publication.objects.get()
    before = Event.objects.get(kind="publication.published")
    tamper("DELETE FROM claims_event WHERE id = %s", before.pk)
    assert list(checking.publications())

    importlib.import_module("claims.migrations.0016_tie_publications").tie(apps, None)

    event = receipts.event_of(publication)
    assert (event.kind, event.position) == (before.kind, before.position)
    assert list(audit.verify()) == []
    assert list(checking.broken()) == []

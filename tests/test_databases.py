"""The ground of the tests themselves: what one commits, the next does not find."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection

from articles.intake import take_in
from articles.models import Article, Snapshot, Way
from claims.models import Rating
from tests import databases

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_was_committed_goes_also_where_triggers_keep_it():
    take_in("The quay was closed on Monday.", way=Way.PASTE)
    assert Snapshot.objects.exists()

    databases.begin_again(connection)

    assert not Snapshot.objects.exists()
    assert not Article.objects.exists()


def test_what_the_migrations_made_is_there_again_as_it_was():
    def made() -> list[set]:
        return [set(model.objects.values_list()) for model in (Group, Permission, Rating)]

    before = made()
    Permission.objects.filter(codename__startswith="add").delete()
    Group.objects.filter(name="editor").delete()
    Group.objects.create(name="intern")

    databases.begin_again(connection)

    assert made() == before
    assert all(before)


def test_triggers_are_at_work_afterwards():
    databases.begin_again(connection)

    with connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        assert cursor.fetchone() == ("origin",)

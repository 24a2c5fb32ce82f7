"""The message queue inside PostgreSQL."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_queue_is_installed_by_a_migration():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pgmq.create('rule'), pgmq.send('rule', '{}')")
        cursor.execute("SELECT count(*) FROM pgmq.read('rule', 10, 1)")

        assert cursor.fetchone() == (1,)

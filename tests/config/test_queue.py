"""The message queue inside PostgreSQL."""

import pytest
from django.conf import settings
from django.db import connection
from kombu import Connection, Queue

from config.broker import pgmq_options
from tests.articles.together import all_at_once


def come_to_the_queue() -> None:
    """What each process does before it first sends or takes a message."""
    options = pgmq_options(connection.settings_dict, visibility_timeout=30)
    with Connection(
        settings.CELERY_BROKER_URL,
        transport=settings.CELERY_BROKER_TRANSPORT,
        transport_options=options,
    ) as broker:
        Queue(settings.CELERY_TASK_DEFAULT_QUEUE)(broker.default_channel).declare()


@pytest.mark.django_db
def test_the_queue_is_installed_by_a_migration():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pgmq.create('rule'), pgmq.send('rule', '{}')")
        cursor.execute("SELECT count(*) FROM pgmq.read('rule', 10, 1)")

        assert cursor.fetchone() == (1,)


@pytest.mark.django_db
def test_the_queue_has_what_wakes_workers_before_a_process_asks():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger WHERE tgname = 'trigger_notify_queue_insert_listeners'"
            " AND tgrelid = to_regclass(%s)",
            [f"pgmq.q_{settings.CELERY_TASK_DEFAULT_QUEUE}"],
        )

        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
def test_processes_that_come_to_the_queue_at_once_all_get_in():
    for _turn in range(10):
        assert all_at_once(*[come_to_the_queue] * 6) == [None] * 6

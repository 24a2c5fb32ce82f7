"""The queue itself, with the trigger that wakes workers: see config/transport.py."""

from django.conf import settings
from django.db import migrations

MILLISECONDS = 250  # between two wake-ups: what Celery's transport sets, too


def make_queue(apps, schema_editor):
    queue = settings.CELERY_TASK_DEFAULT_QUEUE
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT pgmq.create(%s)", [queue])
        cursor.execute("SELECT pgmq.enable_notify_insert(%s, %s)", [queue, MILLISECONDS])


class Migration(migrations.Migration):
    dependencies = [("config", "0002_pulse")]

    operations = [migrations.RunPython(make_queue, migrations.RunPython.noop)]

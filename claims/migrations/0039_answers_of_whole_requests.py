"""The answer to a request with an Idempotency-Key is kept together with what the request did.

What stood for a request that was still being worked on goes: whether it was done is not known.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0038_stretches_of_followings")]

    operations = [
        migrations.RunSQL("DELETE FROM claims_replay WHERE status IS NULL", migrations.RunSQL.noop),
        migrations.AlterField("replay", "status", models.PositiveSmallIntegerField()),
    ]

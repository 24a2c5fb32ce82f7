import django.db.models.deletion
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """One index of the trail of a claim in the place of two; events may be written meanwhile."""

    atomic = False
    dependencies = [
        ("claims", "0026_claimant_sides"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="event",
            index=models.Index(
                fields=["claim", "id"],
                include=("kind", "at", "position", "actor"),
                name="event_trail",
            ),
        ),
        RemoveIndexConcurrently(model_name="event", name="event_of_claim"),
        migrations.AlterField(
            model_name="event",
            name="claim",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events",
                to="claims.claim",
            ),
        ),
    ]

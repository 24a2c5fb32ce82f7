from django.db import migrations, models


class Migration(migrations.Migration):
    """Counts name their values by number and keep lines of their own.

    The counts are a projection of the record: the old ones go, and since the shape of what is
    counted changes with them, the next rounds count everything anew. Until then reports are live.
    """

    dependencies = [
        ("claims", "0024_report_files"),
    ]

    operations = [
        migrations.DeleteModel(name="ReportCount"),
        migrations.CreateModel(
            name="ReportLabel",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                ("text", models.TextField(unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="ReportCount",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "figure",
                        "span",
                        "kind",
                        "start",
                        "by",
                        "split",
                        "language",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("figure", models.IntegerField()),
                ("span", models.PositiveSmallIntegerField(choices=[(1, "Day"), (2, "Month")])),
                (
                    "kind",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Cell"), (2, "Line"), (3, "Column")]
                    ),
                ),
                ("start", models.DateField()),
                ("by", models.IntegerField()),
                ("split", models.IntegerField()),
                ("language", models.IntegerField()),
                ("number", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="reportcount_counts_something"
                    )
                ],
            },
        ),
    ]

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.jobs import OPEN, Job


class Reading(Job):
    """The job of reading one snapshot with one pipeline, and what came of it."""

    snapshot = models.ForeignKey("articles.Snapshot", models.PROTECT, related_name="readings")
    pipeline = models.CharField(
        max_length=120,
        blank=True,
        help_text=_("Name and version of the pipeline and its data; empty until it was read."),
    )
    found = models.PositiveIntegerField(null=True, help_text=_("Statements the pipeline found."))
    created = models.PositiveIntegerField(null=True, help_text=_("Claims that were new."))
    # [start, end, [reasons]] of each stretch, in code points; none of a reading that is not done.
    left_out = models.JSONField(default=list, editable=False)

    class Meta(Job.Meta):
        constraints = [
            *Job.Meta.constraints,
            models.UniqueConstraint(
                fields=["snapshot", "pipeline"],
                condition=~Q(pipeline=""),
                name="reading_once_per_pipeline",
            ),
            models.UniqueConstraint(
                fields=["snapshot"],
                condition=Q(state__in=OPEN),
                name="reading_one_open_per_snapshot",
            ),
        ]
        indexes = [
            *Job.Meta.indexes,
            models.Index("snapshot", F("id").desc(), name="reading_of_snapshot"),
        ]

    def __str__(self) -> str:
        return f"{self.snapshot} by {self.pipeline}"

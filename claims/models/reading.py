from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.jobs import Job


class Reading(Job):
    """The job of reading one snapshot with one pipeline, and what came of it."""

    snapshot = models.ForeignKey("articles.Snapshot", models.PROTECT, related_name="readings")
    pipeline = models.CharField(
        max_length=120, help_text=_("Name and version of the pipeline and its data.")
    )
    found = models.PositiveIntegerField(null=True, help_text=_("Statements the pipeline found."))
    created = models.PositiveIntegerField(null=True, help_text=_("Claims that were new."))

    class Meta(Job.Meta):
        constraints = [
            *Job.Meta.constraints,
            models.UniqueConstraint(
                fields=["snapshot", "pipeline"], name="reading_once_per_pipeline"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.snapshot} by {self.pipeline}"

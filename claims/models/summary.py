from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class ReportCount(models.Model):
    """How many rows of one figure fell on a day or in a month, in one cell of its table.

    figure: key in the reports' catalogue. start: the day, or the first of the month, in the
    newsroom's time zone. by, split: the values of the cell. is_sum: the rows of a column counted
    once each, kept for figures whose rows can stand in several lines; `by` is empty there.
    A projection: `claims.reports.summaries` makes it anew from the record at any time.
    """

    class Span(models.TextChoices):
        DAY = "day"
        MONTH = "month"

    figure = models.CharField(max_length=40)
    span = models.CharField(max_length=5, choices=Span)
    start = models.DateField()
    language = models.CharField(max_length=10)
    by = models.TextField(blank=True)
    split = models.TextField(blank=True)
    is_sum = models.BooleanField(default=False)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("figure"), F("span"), F("start"), F("language"), F("is_sum"), F("by"), F("split"),
                name="reportcount_once",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="reportcount_counts_something"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.figure} {self.span} {self.start}: {self.number}"


class ReportDay(models.Model):
    """A day that was counted, or waits to be counted. is_stale: something changed since."""

    day = models.DateField(primary_key=True)
    is_stale = models.BooleanField(default=True)
    counted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["day"]
        indexes = [models.Index("day", condition=Q(is_stale=True), name="reportday_stale")]

    def __str__(self) -> str:
        return f"{self.day}{' (stale)' if self.is_stale else ''}"


class ReportState(models.Model):
    """Up to where the trail was followed for the summaries; one row.

    event_id: events up to this one have marked their days. shape: what was counted and in which
    time zone; another shape makes every day stale. refreshed_at: when the last round ended.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    event_id = models.BigIntegerField(default=0)
    shape = models.CharField(max_length=64, blank=True)
    refreshed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="reportstate_one_row")]

    def __str__(self) -> str:
        return f"Summaries up to event {self.event_id}"

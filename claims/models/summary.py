from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class ReportLabel(models.Model):
    """A key or value that counts are kept by: of a figure, a language, a line, a column.

    Counts name them by number, which keeps a row of millions at some fifty bytes. Labels are only
    ever added. Number 0 is no label and means "whatever the value".
    """

    id = models.AutoField(primary_key=True)
    text = models.TextField(unique=True)

    def __str__(self) -> str:
        return self.text


class ReportCount(models.Model):
    """How many rows of one figure fell on a day or in a month, in one part of its table.

    figure, language, by, split: numbers of labels, 0 for "whatever the value". start: the day, or
    the first of the month, in the newsroom's time zone.
    kind: a cell of the table in one language; a line, with all its columns, in one language or in
    all of them (only kept for months); a column in one language, where each row counts once even if
    it stands in several lines.
    A projection: `claims.reports.summaries` makes it anew from the record at any time.
    """

    class Span(models.IntegerChoices):
        DAY = 1
        MONTH = 2

    class Kind(models.IntegerChoices):
        CELL = 1
        LINE = 2
        COLUMN = 3

    pk = models.CompositePrimaryKey("figure", "span", "kind", "start", "by", "split", "language")
    figure = models.IntegerField()
    span = models.PositiveSmallIntegerField(choices=Span)
    kind = models.PositiveSmallIntegerField(choices=Kind)
    start = models.DateField()
    by = models.IntegerField()
    split = models.IntegerField()
    language = models.IntegerField()
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=1), name="reportcount_counts_something"),
        ]

    def __str__(self) -> str:
        return f"{self.figure} {self.get_span_display()} {self.start}: {self.number}"


class ReportFilter(models.Model):
    """A filter of reports that so many claims pass that their figures are counted beforehand.

    name: what is filtered by, as in a scope. value: of a claimant the name in capital letters.
    since: days that were counted later have counts of it.
    """

    name = models.CharField(max_length=20)
    value = models.TextField()
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "value"], name="reportfilter_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


class ReportFilteredDay(models.Model):
    """What one figure counts on a day of the claims that pass a filter, as arrays side by side.

    kind: cells, or columns of a figure in which a row can stand in several lines. languages, bys,
    splits: numbers of labels, in this order; numbers: how many. A row for each cell would need
    ten times the space.
    """

    pk = models.CompositePrimaryKey("filter", "figure", "kind", "day")
    filter = models.ForeignKey(
        ReportFilter, models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    figure = models.IntegerField()
    kind = models.PositiveSmallIntegerField(choices=ReportCount.Kind)
    day = models.DateField()
    languages = ArrayField(models.IntegerField())
    bys = ArrayField(models.IntegerField())
    splits = ArrayField(models.IntegerField())
    numbers = ArrayField(models.IntegerField())

    def __str__(self) -> str:
        return f"{self.filter}: {self.figure} on {self.day}"


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

    event_id: events up to this one have marked their days. marked_at: when they did.
    shape: what was counted and in which time zone; another shape makes every day stale.
    refreshed_at: when the last round began that left no day stale.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    event_id = models.BigIntegerField(default=0)
    marked_at = models.DateTimeField(null=True)
    shape = models.CharField(max_length=64, blank=True)
    refreshed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="reportstate_one_row")]

    def __str__(self) -> str:
        return f"Summaries up to event {self.event_id}"

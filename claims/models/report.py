from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.ids import new_id
from articles.jobs import OPEN, Job, State
from articles.triggers import immutable
from claims.models import guards

USER = settings.AUTH_USER_MODEL
# What a report can be narrowed to; the columns that say so have these names.
FILTERS = ("outlet", "claimant", "side", "topic", "language")


class ReportSnapshot(models.Model):
    """A report as it was at one moment: kept for good, and perhaps shown to readers.

    document: RFC 8785 JSON, see `claims.reports.frozen`; sha256: its hex digest.
    pdf, pdf_sha256: the same on paper. is_public: it holds nothing of unpublished work, and only
    such a report can be published. A published one can be withdrawn, with a reason.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=200)
    start = models.DateField()
    end = models.DateField()
    is_public = models.BooleanField()
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    pdf = models.BinaryField()
    pdf_sha256 = models.CharField(max_length=64)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)
    published_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        permissions = [("publish_report", "Can publish and withdraw a frozen report")]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="reportsnapshot_has_a_title"),
            models.CheckConstraint(
                condition=Q(start__lte=models.F("end")), name="reportsnapshot_starts_before_end"
            ),
            models.CheckConstraint(
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False, is_public=True),
                name="reportsnapshot_only_public_ones_published",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")
                | Q(
                    withdrawn_at__isnull=False, withdrawn_by__isnull=False,
                    published_at__isnull=False,
                )
                & ~Q(withdrawn_reason=""),
                name="reportsnapshot_withdrawn_for_a_reason",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                "published_at",
                condition=Q(published_at__isnull=False),
                name="reportsnapshot_published",
            )
        ]
        triggers = [
            guards.document_matches_its_hash("reportsnapshot_document_matches_hash", "sha256"),
            guards.frozen_once_set("reportsnapshot", "published_at"),
            guards.frozen_once_set("reportsnapshot", "withdrawn_at"),
            *immutable(
                says="A frozen report stays as it is.",
                but=[
                    "published_by", "published_at", "withdrawn_by", "withdrawn_at",
                    "withdrawn_reason",
                ],
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class ReportSubscription(models.Model):
    """A report that somebody gets by mail, for each week or month that is over.

    next_on: the day from which the next one goes out; its range ends the day before.
    """

    class Every(models.TextChoices):
        WEEK = "week", _("Each week")
        MONTH = "month", _("Each month")

    owner = models.ForeignKey(USER, models.CASCADE, related_name="report_subscriptions")
    every = models.CharField(_("how often"), max_length=5, choices=Every, default=Every.WEEK)
    outlet = models.CharField(max_length=253, blank=True)
    claimant = models.CharField(max_length=200, blank=True)
    side = models.CharField(max_length=40, blank=True)
    topic = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=10, blank=True)
    next_on = models.DateField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["owner", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "every", *FILTERS],
                name="reportsubscription_once",
            )
        ]
        indexes = [models.Index("next_on", name="reportsubscription_due")]

    def __str__(self) -> str:
        return f"{self.get_every_display()}: {self.owner_id}"

    @property
    def filters(self) -> list[str]:
        """What the report is narrowed to."""
        return [value for name in FILTERS if (value := getattr(self, name))]


class ReportMail(Job):
    """The job of mailing one report of a subscription, for the range from start to end."""

    subscription = models.ForeignKey(ReportSubscription, models.CASCADE, related_name="mails")
    start = models.DateField()
    end = models.DateField()

    class Meta(Job.Meta):
        ordering = ["-queued_at", "-id"]
        constraints = [
            *Job.Meta.constraints,
            models.UniqueConstraint(
                fields=["subscription", "start", "end"], name="reportmail_once_per_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start} to {self.end}: {self.state}"


class ReportFile(Job):
    """The job of making a file of a whole report, and the file while it is kept.

    start, end and the filters: what it is about. title, is_public: of a report that is frozen.
    subject: the claimant or article that it is about, whatever the range; title is its name.
    ui_language: that of whoever asked, in which it is worded. percent: how much of it is made, as
    far as that is known. content: None until it is made; a frozen report is kept in `snapshot`
    instead, for good.
    """

    class Kind(models.TextChoices):
        PDF = "pdf", _("PDF")
        WORKBOOK = "xlsx", _("Excel workbook")
        JSON = "json", _("JSON")
        PACK = "zip", _("Pack for an assessor")
        FROZEN = "frozen", _("Frozen report")
        CLAIMANT = "claimant", _("Report of a claimant")
        ARTICLE = "article", _("Report of an article")

    kind = models.CharField(max_length=8, choices=Kind)
    start = models.DateField()
    end = models.DateField()
    outlet = models.CharField(max_length=253, blank=True)
    claimant = models.CharField(max_length=200, blank=True)
    side = models.CharField(max_length=40, blank=True)
    topic = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=200, blank=True)
    is_public = models.BooleanField(default=False)
    subject = models.UUIDField(null=True)
    asked_by = models.ForeignKey(USER, models.CASCADE, related_name="report_files")
    ui_language = models.CharField(max_length=10)
    percent = models.PositiveSmallIntegerField(default=0)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(null=True)
    snapshot = models.OneToOneField(ReportSnapshot, models.PROTECT, related_name="+", null=True)

    class Meta(Job.Meta):
        ordering = ["-queued_at", "-id"]
        constraints = [
            *Job.Meta.constraints,
            # Asking twice, as with a double click, is asking once.
            models.UniqueConstraint(
                fields=[
                    "asked_by", "kind", "start", "end", *FILTERS, "title", "is_public",
                    "subject", "ui_language",
                ],
                condition=Q(state__in=OPEN),
                nulls_distinct=False,
                name="reportfile_asked_once",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.DONE)
                | Q(content__isnull=False, size__isnull=False) & ~Q(sha256="")
                | Q(kind="frozen", snapshot__isnull=False),
                name="reportfile_done_when_made",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.start} to {self.end}: {self.state}"

    @property
    def form(self) -> str:
        """What kind of file it is."""
        return "pdf" if self.subject else self.kind

    @property
    def kept_until(self) -> datetime | None:
        """When it is removed; None while it is not over."""
        kept = timedelta(days=settings.REPORT_FILE_DAYS)
        return self.finished_at + kept if self.finished_at else None

    @property
    def filters(self) -> list[str]:
        """What the report is narrowed to."""
        return [value for name in FILTERS if (value := getattr(self, name))]

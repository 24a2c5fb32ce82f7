from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.fields import WebAddressField
from articles.ids import new_id
from articles.jobs import Job
from articles.triggers import immutable
from claims.models import guards

USER = settings.AUTH_USER_MODEL

EVIDENCE_CONTENT = [
    "claim_id",
    "number",
    "kind",
    "stance",
    "title",
    "publisher",
    "url",
    "quote",
    "note",
    "independence",
    "is_protected_source",
    "published_on",
    "archive_url",
]


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Read as the end of "evidence …"."""

    def standing(self) -> Self:
        """Evidence that was not withdrawn."""
        return self.filter(withdrawn_at=None)

    def with_capture(self) -> Self:
        """Mark each row with `is_captured`: whether a copy of it is kept."""
        return self.annotate(is_captured=Exists(Capture.objects.filter(evidence=OuterRef("pk"))))


class Evidence(models.Model):
    """What a checker found: a page or a file, with the words in it that matter."""

    class Kind(models.TextChoices):
        PRIMARY = "primary", _("Primary source")
        STATISTICS = "statistics", _("Official statistics")
        EXPERT = "expert", _("Expert")
        NEWS = "news", _("News report")
        OTHER = "other", _("Other")

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("Supports the claim")
        CONTRADICTS = "contradicts", _("Contradicts the claim")
        CONTEXT = "context", _("Context")

    class Independence(models.TextChoices):
        INDEPENDENT = "independent", _("Independent of the claimant")
        PARTY = "party", _("From the claimant's side")
        UNKNOWN = "unknown", _("Unknown")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="evidence")
    number = models.PositiveSmallIntegerField(
        editable=False, help_text=_("The rationale cites it as [number]. Never given twice.")
    )
    kind = models.CharField(max_length=10, choices=Kind)
    stance = models.CharField(max_length=11, choices=Stance)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200, blank=True)
    url = WebAddressField("address", max_length=2000, blank=True)
    published_on = models.DateField(null=True, blank=True)
    quote = models.TextField(
        "pinned quote", blank=True, max_length=5000, help_text=_("The words that carry the point.")
    )
    note = models.TextField(
        blank=True, max_length=5000, help_text=_("For the desk; never published.")
    )
    independence = models.CharField(
        max_length=11, choices=Independence, default=Independence.UNKNOWN
    )
    is_protected_source = models.BooleanField(
        "protected source",
        default=False,
        help_text=_("Readers see that there is such evidence, not who or where."),
    )
    archive_url = WebAddressField("outside archive", max_length=2000, blank=True)
    added_by = models.ForeignKey(USER, models.PROTECT, related_name="+", editable=False)
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    withdrawn_by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, editable=False
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_reason = models.CharField(max_length=300, blank=True, editable=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "number"]
        verbose_name_plural = _("evidence")
        permissions = [("withdraw_evidence", "Can withdraw evidence")]
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="evidence_number_once"),
            models.CheckConstraint(condition=~Q(title=""), name="evidence_has_a_title"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="evidence_withdrawn_by_somebody",
            ),
        ]
        triggers = [guards.cited_evidence_is_frozen(EVIDENCE_CONTENT)]

    def __str__(self) -> str:
        return f"[{self.number}] {self.title}"


class CaptureJob(Job):
    """The job of fetching a copy of a piece of evidence."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="capture_jobs")
    url = WebAddressField(max_length=2000)
    requested_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)

    class Meta(Job.Meta):
        ordering = ["-queued_at", "-id"]

    def __str__(self) -> str:
        return self.url


class Capture(models.Model):
    """A kept copy of a piece of evidence: what was there, when, byte for byte.

    The bytes lie in the storage under their sha256; `text` is what could be read out of them.
    """

    class Way(models.TextChoices):
        UPLOAD = "upload", _("Uploaded")
        FETCH = "fetch", _("Fetched")

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="captures")
    way = models.CharField(max_length=6, choices=Way)
    url = WebAddressField(
        max_length=2000, blank=True, help_text=_("Where it was found in the end.")
    )
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text=_("Bytes."))
    sha256 = models.CharField(max_length=64)
    text = models.TextField(blank=True)
    captured_at = models.DateTimeField(default=timezone.now)
    captured_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering = ["evidence", "captured_at"]
        get_latest_by = "captured_at"
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="capture_sha256_is_hex"
            ),
        ]
        indexes = [models.Index("sha256", name="capture_sha256")]
        triggers = immutable(says="A kept copy of evidence is never changed or removed.")

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.media_type})"


class Citation(models.Model):
    """One piece of evidence in the document of one verdict, frozen at submission."""

    verdict = models.ForeignKey("claims.Verdict", models.CASCADE, related_name="citations")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="citations")

    class Meta:
        ordering = ["verdict", "evidence__number"]
        constraints = [
            models.UniqueConstraint(F("verdict"), F("evidence"), name="citation_once"),
        ]
        triggers = [guards.citation_is_frozen()]

    def __str__(self) -> str:
        return f"{self.verdict_id} cites {self.evidence_id}"

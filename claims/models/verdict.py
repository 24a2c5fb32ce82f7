from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.fields import WebAddressField
from articles.ids import new_id
from articles.triggers import immutable, no_truncate
from claims.models import guards
from claims.models.moves import VERDICT_MOVES, VERDICT_OPEN

if TYPE_CHECKING:
    from claims.accounts.models import User

USER = settings.AUTH_USER_MODEL

# What a checker writes. The database holds it still while somebody is asked to rely on it.
VERDICT_CONTENT = [
    "claim_id",
    "number",
    "rating_id",
    "said",
    "confidence",
    "headline",
    "summary",
    "rationale",
    "media",
    "media_original",
    "media_context",
    "methodology_id",
    "corrects_id",
    "correction_type",
    "public_note",
    "document",
    "content_hash",
]
# Who answers for it, and since when.
VERDICT_SIGNATURES = [
    "submitted_by_id",
    "submitted_at",
    "approved_by_id",
    "approved_at",
    "published_by_id",
    "waived_by_id",
    "waiver_reason",
]


class VerdictState(models.TextChoices):
    """Where a revision is on its way to the public."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", pgettext_lazy("verdict", "Published")
    SUPERSEDED = "superseded", _("Superseded")
    RETRACTED = "retracted", pgettext_lazy("verdict", "Retracted")
    ABANDONED = "abandoned", _("Abandoned")


class Said(models.TextChoices):
    """The first layer, for reported speech: was it said?"""

    CONFIRMED = "confirmed", _("Said so")
    INACCURATE = "inaccurate", _("Not in these words")
    OUT_OF_CONTEXT = "out_of_context", _("Out of context")
    NOT_FOUND = "not_found", _("No trace found")
    NOT_CHECKED = "not_checked", _("Not checked")


class Confidence(models.TextChoices):
    LOW = "low", _("Low")
    MEDIUM = "medium", _("Medium")
    HIGH = "high", _("High")


class Media(models.TextChoices):
    """What is wrong with an image or video, if anything: the categories of MediaReview."""

    ORIGINAL = "OriginalMediaContent", _("Original")
    DECONTEXTUALISED = "DecontextualizedContent", _("Missing context")
    EDITED = "EditedOrCroppedContent", _("Edited or cropped")
    TRANSFORMED = "TransformedContent", _("Transformed: manipulated or generated")
    STAGED = "StagedContent", _("Staged")
    SATIRE = "SatireOrParodyContent", _("Satire or parody")


class CorrectionType(models.TextChoices):
    """Why a published verdict is replaced."""

    VERDICT = "verdict", _("Error in the verdict")
    EVIDENCE = "evidence", _("Error in the evidence")
    ATTRIBUTION = "attribution", _("Error in the attribution")
    TYPO = "typo", _("Typing or language error")
    NEW_INFORMATION = "new_information", _("New information")


class ReturnReason(models.TextChoices):
    """Why an editor sends a verdict back."""

    EVIDENCE = "evidence", _("Evidence is missing or weak")
    REASONING = "reasoning", _("The rationale does not carry the rating")
    ATTRIBUTION = "attribution", _("The attribution is wrong")
    WORDING = "wording", _("Wording")
    FAIRNESS = "fairness", _("The other side is missing")
    OTHER = "other", _("Other, see note")


class VerdictQuerySet(models.QuerySet["Verdict"]):
    """Read as the end of "verdicts …"."""

    def open(self) -> Self:
        """Revisions still on their way."""
        return self.filter(state__in=VERDICT_OPEN)

    def live(self) -> Self:
        """Revisions that the public sees."""
        return self.filter(state=VerdictState.PUBLISHED)


class Verdict(models.Model):
    """One numbered conclusion about a claim. A change of mind is a new row.

    document: the RFC 8785 JSON that was frozen at submission; content_hash: its hex sha256.
    Whoever saved content of this revision is one of its `authors`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="verdicts")
    number = models.PositiveSmallIntegerField(editable=False)
    state = models.CharField(
        max_length=18, choices=VerdictState, default=VerdictState.DRAFT, editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    rating = models.ForeignKey(
        "claims.Rating", models.PROTECT, related_name="verdicts", null=True, blank=True
    )
    said = models.CharField(
        "was it said?", max_length=14, choices=Said, blank=True, help_text=_("For reported speech.")
    )
    confidence = models.CharField(max_length=6, choices=Confidence, blank=True)
    headline = models.CharField(
        max_length=200, blank=True, help_text=_("Of the public page. Empty: the claim itself.")
    )
    summary = models.TextField(
        blank=True, max_length=1000, help_text=_("What a reader takes away, in two sentences.")
    )
    rationale = models.TextField(
        blank=True, max_length=50000, help_text=_("Markdown. Cite evidence by its number: [1][2].")
    )
    media = models.CharField(
        "image or video",
        max_length=30,
        choices=Media,
        blank=True,
        help_text=_("Where the claim is about an image or a video."),
    )
    media_original = WebAddressField(
        "original",
        max_length=2000,
        blank=True,
        help_text=_("Address of the unchanged image or video, if it was found."),
    )
    media_context = models.TextField(
        "its context",
        blank=True,
        max_length=1000,
        help_text=_("What the original shows: where, when, whose it is."),
    )
    methodology = models.ForeignKey(
        "claims.Methodology", models.PROTECT, related_name="+", null=True, editable=False
    )
    corrects = models.ForeignKey(
        "self", models.PROTECT, related_name="corrections", null=True, editable=False
    )
    correction_type = models.CharField(max_length=15, choices=CorrectionType, blank=True)
    public_note = models.TextField(
        blank=True, max_length=2000, help_text=_("What was corrected and why, for readers.")
    )
    waiver_reason = models.TextField(
        blank=True,
        max_length=2000,
        editable=False,
        help_text=_("Why it may be out without a kept copy; readers see it."),
    )
    waived_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True, editable=False)
    document = models.TextField(blank=True, editable=False)
    content_hash = models.CharField(max_length=64, blank=True, editable=False)

    drafted_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)
    submitted_by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, editable=False
    )
    submitted_at = models.DateTimeField(null=True, editable=False)
    returned_by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, editable=False
    )
    returned_at = models.DateTimeField(null=True, editable=False)
    return_reason = models.CharField(
        max_length=11, choices=ReturnReason, blank=True, editable=False
    )
    return_note = models.TextField(blank=True, max_length=5000, editable=False)
    approved_by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, editable=False
    )
    approved_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, editable=False
    )
    published_at = models.DateTimeField(null=True, editable=False)
    superseded_at = models.DateTimeField(null=True, editable=False)
    retracted_at = models.DateTimeField(null=True, editable=False)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "-number"]
        get_latest_by = "number"
        permissions = [
            ("draft_verdict", "Can draft and submit verdicts"),
            ("approve_verdict", "Can approve a verdict"),
            ("return_verdict", "Can return a verdict"),
            ("publish_verdict", "Can publish an approved verdict"),
            ("correct_verdict", "Can start a correction"),
            ("retract_verdict", "Can request and confirm a retraction"),
            ("waive_evidence", "Can waive captured evidence"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="verdict_number_once"),
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(state__in=VERDICT_OPEN),
                name="verdict_one_open_per_claim",
            ),
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(state="published"),
                name="verdict_one_live_per_claim",
            ),
            models.CheckConstraint(
                condition=Q(state__in=list(VERDICT_MOVES)), name="verdict_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "changes_requested", "abandoned"])
                | Q(
                    content_hash__regex=r"^[0-9a-f]{64}$",
                    submitted_at__isnull=False,
                    submitted_by__isnull=False,
                )
                & ~Q(document=""),
                name="verdict_submitted_with_its_document",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["approved", "published", "superseded", "retracted"],
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                )
                | Q(
                    state__in=["draft", "submitted", "changes_requested", "abandoned"],
                    approved_by=None,
                    approved_at=None,
                ),
                name="verdict_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["published", "superseded", "retracted"],
                    published_by__isnull=False,
                    published_at__isnull=False,
                )
                | ~Q(state__in=["published", "superseded", "retracted"])
                & Q(published_by=None, published_at=None),
                name="verdict_published_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state="superseded", superseded_at__isnull=False)
                | ~Q(state="superseded") & Q(superseded_at=None),
                name="verdict_superseded_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="retracted", retracted_at__isnull=False)
                | ~Q(state="retracted") & Q(retracted_at=None),
                name="verdict_retracted_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(corrects=None, correction_type="")
                | Q(corrects__isnull=False) & ~Q(correction_type=""),
                name="verdict_correction_has_a_type",
            ),
            models.CheckConstraint(
                condition=Q(waiver_reason="", waived_by=None)
                | ~Q(waiver_reason="") & Q(waived_by__isnull=False),
                name="verdict_waived_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(corrects=F("id")), name="verdict_does_not_correct_itself"
            ),
        ]
        indexes = [
            models.Index("state", "submitted_at", "id", name="verdict_inbox"),
            models.Index("published_at", name="verdict_published"),
        ]
        triggers = [
            guards.verdict_moves_along_the_table(),
            guards.verdict_on_a_living_claim(),
            guards.verdict_text_is_frozen(VERDICT_CONTENT),
            guards.verdict_signatures_stand(VERDICT_SIGNATURES),
            guards.verdict_is_kept(),
            guards.verdict_needs_four_eyes(),
            guards.document_matches_its_hash("verdict_document_matches_hash", "content_hash"),
            guards.published_verdict_is_complete(),
            *(
                guards.frozen_once_set("verdict", column)
                for column in ("published_at", "superseded_at", "retracted_at")
            ),
            no_truncate(says="Verdicts are kept."),
        ]

    def __str__(self) -> str:
        return f"Verdict {self.number} on {self.claim_id}"

    def is_by(self, user: User | AnonymousUser) -> bool:
        """True when this person saved content of this revision."""
        return self.authorships.filter(user_id=user.pk).exists()

    def is_correction(self) -> bool:
        return self.corrects_id is not None


class VerdictAuthor(models.Model):
    """Somebody who saved content of a revision. They stay its author for good."""

    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="authorships")
    user = models.ForeignKey(USER, models.PROTECT, related_name="authorships")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["verdict", "since"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "user"], name="verdictauthor_once")
        ]
        triggers = [
            guards.author_is_not_the_approver(),
            *immutable(says="Who wrote a verdict stays its author."),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} wrote {self.verdict_id}"


class RetractionRequest(models.Model):
    """An editor's request to take a verdict back. A second editor confirms or declines it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="retraction_requests")
    reason = models.TextField(max_length=2000, help_text=_("Readers see it."))
    requested_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)
    is_confirmed = models.BooleanField(null=True, help_text=_("Empty while undecided."))

    class Meta:
        ordering = ["requested_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="retraction_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(is_confirmed=True) | ~Q(decided_by=F("requested_by")),
                name="retraction_needs_two_editors",
            ),
            models.CheckConstraint(
                condition=Q(is_confirmed=None, decided_by=None, decided_at=None)
                | Q(is_confirmed__isnull=False, decided_by__isnull=False, decided_at__isnull=False),
                name="retraction_decided_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["verdict"],
                condition=Q(is_confirmed=None),
                name="retraction_one_open_request",
            ),
        ]

    def __str__(self) -> str:
        return f"Retraction of {self.verdict_id}"

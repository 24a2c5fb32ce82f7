from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.ids import new_id
from claims.models import guards


class Stance(models.TextChoices):
    """How the speaker stands to what is said."""

    ASSERTS = "asserts", _("Asserts")
    CONCEDES = "concedes", _("Concedes")
    BELIEVES = "believes", _("Believes")
    WARNS = "warns", _("Warns")
    PREDICTS = "predicts", _("Predicts")
    PROMISES = "promises", _("Promises")
    DEMANDS = "demands", _("Demands")
    HOPES = "hopes", _("Hopes")
    QUESTIONS = "questions", _("Questions")
    DISPUTES = "disputes", _("Disputes")
    DENIES = "denies", _("Denies")


class Quotation(models.TextChoices):
    """Whose words the article prints."""

    DIRECT = "direct", _("Direct speech")
    INDIRECT = "indirect", _("Indirect speech")
    MIXED = "mixed", _("Partly quoted")
    NONE = "none", _("The article's own words")


class Mention(models.Model):
    """Where a claim was made: `snapshot.text[start:end]`, in Unicode code points.

    segments: [[start, end], …] of the parts of an interrupted statement; empty when it is whole.
    dates, entities: as the extraction found them, each with its own span.
    """

    class Anchor(models.TextChoices):
        EXACT = "exact", _("In place")
        LOST = "lost", _("Gone from the newest wording")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="mentions")
    snapshot = models.ForeignKey("articles.Snapshot", models.PROTECT, related_name="mentions")
    reading = models.ForeignKey(
        "claims.Reading", models.PROTECT, related_name="mentions", null=True, blank=True
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    segments = models.JSONField(default=list, blank=True)
    quote = models.TextField()
    sentence_start = models.PositiveIntegerField()
    sentence_end = models.PositiveIntegerField()
    speaker = models.CharField(
        max_length=200, blank=True, help_text=_("As the article names them.")
    )
    reported_by = models.CharField(
        max_length=200, blank=True, help_text=_("Who passes on what the speaker said, if another.")
    )
    cue = models.CharField(max_length=80, blank=True, help_text=_("The word that reports it."))
    stance = models.CharField(max_length=12, choices=Stance, default=Stance.ASSERTS)
    quotation = models.CharField(max_length=8, choices=Quotation, default=Quotation.NONE)
    dates = models.JSONField(default=list, blank=True)
    entities = models.JSONField(default=list, blank=True)
    anchor = models.CharField(max_length=5, choices=Anchor, default=Anchor.EXACT, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["snapshot", "start", "end"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")), name="mention_start_before_end"
            ),
            models.CheckConstraint(
                condition=Q(sentence_start__lte=F("start"), sentence_start__lt=F("sentence_end")),
                name="mention_within_its_sentences",
            ),
            models.CheckConstraint(
                condition=Q(stance__in=Stance.values), name="mention_stance_known"
            ),
            models.UniqueConstraint(
                fields=["claim", "snapshot", "start", "end"], name="mention_once_per_claim"
            ),
            models.UniqueConstraint(
                fields=["snapshot", "start", "end"],
                condition=Q(reading__isnull=False),
                name="mention_found_once",
            ),
        ]
        indexes = [
            models.Index("snapshot", "start", name="mention_in_reading_order"),
            models.Index("created_at", name="mention_came_in"),
        ]
        triggers = [guards.quote_is_in_the_snapshot(), guards.mentions_are_counted()]

    def __str__(self) -> str:
        return self.quote

    def is_disputed_by_another(self) -> bool:
        """True when the speaker says so, and whoever passes it on disputes it."""
        return self.stance == Stance.DISPUTES and bool(self.reported_by)

    def is_reported(self) -> bool:
        """True when somebody is cited, so that "was it said?" is a question."""
        return bool(self.speaker) or self.quotation != Quotation.NONE


class Quantity(models.Model):
    """A figure inside a mention, typed.

    value, low, high, from_value, to_value are in `unit` (percent as 12.5 for 12.5 %).
    change: ratio of the change, -0.5 for halved. start, end: code points of the snapshot.
    """

    mention = models.ForeignKey(Mention, models.CASCADE, related_name="quantities")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    kind = models.CharField(max_length=20)
    value = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    from_value = models.FloatField(null=True, blank=True)
    to_value = models.FloatField(null=True, blank=True)
    change = models.FloatField(null=True, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    what = models.CharField(max_length=200, blank=True, help_text=_("What is counted or measured."))
    period = models.CharField(max_length=100, blank=True)
    comparison = models.CharField(max_length=12, blank=True)
    approximate = models.BooleanField(default=False)
    consistent = models.BooleanField(
        null=True, help_text=_("Whether the arithmetic of a stated change holds.")
    )

    class Meta:
        ordering = ["mention", "start"]
        verbose_name_plural = _("quantities")
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")), name="quantity_start_before_end"
            )
        ]
        indexes = [
            models.Index("value", name="quantity_value"),
            models.Index("from_value", name="quantity_from_value"),
            models.Index("to_value", name="quantity_to_value"),
        ]

    def __str__(self) -> str:
        return self.text

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.ids import new_id
from claims.models import guards
from claims.models.verdict import Said

USER = settings.AUTH_USER_MODEL


class SecondOpinionQuerySet(models.QuerySet["SecondOpinion"]):
    """Read as the end of "second opinions …"."""

    def unsettled(self) -> Self:
        """Those that still stand between a verdict and its approval."""
        return self.filter(settled_at=None)

    def unanswered(self) -> Self:
        return self.filter(answered_at=None, settled_at=None)

    def disputed(self) -> Self:
        """Answered otherwise than the verdict, and not yet ruled on."""
        return self.filter(answered_at__isnull=False, settled_at=None)


class SecondOpinion(models.Model):
    """A blind check: somebody rates the claim again without seeing the first verdict.

    It is no verdict: both answers are kept, and their agreement is a figure of the reports.
    first_rating, first_said: what the revision said when the check was asked for.
    settled_at: set at once where both agree; else when an editor has ruled or let it go.
    """

    class Cause(models.TextChoices):
        SAMPLE = "sample", _("By sample")
        FLAG = "flag", _("By a risk flag")
        ASKED = "asked", _("Asked for by an editor")

    class Ruling(models.TextChoices):
        FIRST = "first", _("The first answer holds")
        SECOND = "second", _("The second answer holds")
        NEITHER = "neither", _("Neither answer holds")
        WAIVED = "waived", _("Let go without an answer")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    verdict = models.OneToOneField("claims.Verdict", models.PROTECT, related_name="second_opinion")
    cause = models.CharField(max_length=6, choices=Cause)
    asked_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)
    asked_at = models.DateTimeField(default=timezone.now)
    first_rating = models.ForeignKey("claims.Rating", models.PROTECT, related_name="+")
    first_said = models.CharField(max_length=14, choices=Said, blank=True)
    checker = models.ForeignKey(USER, models.PROTECT, related_name="second_opinions", null=True)
    rating = models.ForeignKey("claims.Rating", models.PROTECT, related_name="+", null=True)
    said = models.CharField(max_length=14, choices=Said, blank=True)
    note = models.TextField(blank=True, max_length=5000, help_text=_("Why, in a few sentences."))
    answered_at = models.DateTimeField(null=True)
    ruling = models.CharField(max_length=7, choices=Ruling, blank=True)
    ruling_note = models.TextField(blank=True, max_length=5000)
    ruled_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)

    objects = SecondOpinionQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, checker=None, rating=None)
                | Q(answered_at__isnull=False, checker__isnull=False, rating__isnull=False),
                name="second_opinion_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(ruling="", ruled_by=None)
                | Q(ruled_by__isnull=False, settled_at__isnull=False) & ~Q(ruling=""),
                name="second_opinion_ruled_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(ruled_by=F("checker")), name="second_opinion_not_ruled_by_its_checker"
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None)
                | Q(ruled_by__isnull=False)
                | Q(rating=F("first_rating"), said=F("first_said")),
                name="second_opinion_settled_by_agreement_or_ruling",
            ),
        ]
        indexes = [
            models.Index("asked_at", condition=Q(settled_at=None), name="second_opinion_open"),
        ]
        triggers = [guards.second_checker_is_no_author()]

    def __str__(self) -> str:
        return f"Second check of {self.verdict_id}"

    @property
    def agrees(self) -> bool | None:
        """Whether both answers are the same in both layers; None while there is one answer."""
        if self.answered_at is None:
            return None
        return (self.rating_id, self.said) == (self.first_rating_id, self.first_said)

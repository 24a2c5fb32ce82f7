from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.triggers import immutable
from claims.models import guards


class Methodology(models.Model):
    """A version of how this desk checks. Each verdict names the one it was made under."""

    version = models.PositiveSmallIntegerField(unique=True)
    title = models.CharField(max_length=200)
    body = models.TextField(help_text=_("Markdown, shown to readers."))
    adopted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-version"]
        get_latest_by = "version"
        verbose_name_plural = _("methodologies")
        triggers = immutable(says="A methodology is not changed: adopt a new version.")

    def __str__(self) -> str:
        return f"Methodology {self.version}"


class RatingScale(models.Model):
    """A set of ratings that belong together. A changed scale is a new version."""

    name = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    best = models.SmallIntegerField(default=5, help_text=_("The number of the truest rating."))
    worst = models.SmallIntegerField(default=1, help_text=_("The number of the least true rating."))
    is_current = models.BooleanField(default=False, help_text=_("Offered for new verdicts."))

    class Meta:
        ordering = ["name", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="ratingscale_version_once"),
            models.UniqueConstraint(
                fields=["is_current"],
                condition=Q(is_current=True),
                name="ratingscale_one_current",
            ),
            models.CheckConstraint(
                condition=Q(worst__lt=F("best")), name="ratingscale_worst_below_best"
            ),
        ]
        triggers = [guards.public_scale_is_kept()]

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"


class Rating(models.Model):
    """One step of a scale. `value` is empty where the rating is no degree of truth."""

    scale = models.ForeignKey(RatingScale, models.PROTECT, related_name="ratings")
    key = models.SlugField(max_length=40, help_text=_("Stable name for machines."))
    label = models.CharField(max_length=60)
    value = models.SmallIntegerField(null=True, blank=True)
    meaning = models.TextField(help_text=_("When to use it, for checkers and readers."))
    order = models.PositiveSmallIntegerField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["scale", "order"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "key"], name="rating_key_once"),
            models.UniqueConstraint(fields=["scale", "label"], name="rating_label_once"),
            models.UniqueConstraint(
                fields=["scale", "value"],
                condition=Q(value__isnull=False),
                name="rating_value_means_one_thing",
            ),
        ]
        triggers = [guards.used_rating_is_kept()]

    def __str__(self) -> str:
        return self.label

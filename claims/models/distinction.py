from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Distinction(models.Model):
    """Two claims that look alike, and a person said that they do not say the same.

    Kept once for a pair, whichever of the two was looked at: the smaller id comes first.
    """

    one = models.ForeignKey("claims.Claim", models.PROTECT, related_name="+")
    other = models.ForeignKey("claims.Claim", models.PROTECT, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="distinction_once_for_a_pair"),
            models.CheckConstraint(
                condition=Q(one__lt=F("other")), name="distinction_of_two_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} is not {self.other_id}"

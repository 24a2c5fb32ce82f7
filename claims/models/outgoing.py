from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Outbox(models.Model):
    """Something that has to be told to somebody, written in the transaction that caused it.

    Exactly one of event and publication says what happened.
    """

    event = models.OneToOneField("claims.Event", models.PROTECT, related_name="outbox", null=True)
    publication = models.OneToOneField(
        "claims.Publication", models.PROTECT, related_name="outbox", null=True
    )
    created_at = models.DateTimeField(default=timezone.now)
    handled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = _("outbox")
        constraints = [
            models.CheckConstraint(
                condition=Q(event=None) ^ Q(publication=None), name="outbox_names_one_cause"
            )
        ]
        indexes = [
            models.Index("id", condition=Q(handled_at=None), name="outbox_waiting"),
        ]

    def __str__(self) -> str:
        return f"Outbox {self.pk}"

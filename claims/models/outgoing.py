from __future__ import annotations

from datetime import timedelta
from typing import Self

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


class ReplayQuerySet(models.QuerySet["Replay"]):
    """Read as the end of "replays …"."""

    def outdated(self) -> Self:
        """Kept longer than promised."""
        return self.filter(created_at__lt=timezone.now() - Replay.KEPT_FOR)


class Replay(models.Model):
    """What an API client was answered to a request with an Idempotency-Key, for 24 hours.

    Written in the transaction that did what was asked. fingerprint: hex sha256 of method, address
    and body, so that one key is not used for two different requests.
    """

    KEPT_FOR = timedelta(hours=24)

    client = models.CharField(max_length=80, help_text=_("Key or person, as rates count them."))
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict)
    body = models.BinaryField(default=bytes)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ReplayQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "key"], name="replay_key_once")]
        indexes = [models.Index("created_at", name="replay_age")]

    def __str__(self) -> str:
        return f"{self.client} {self.key}"


class ExportFile(models.Model):
    """A file with everything that was published at the end of a day.

    sequence: of the last publication that can be in it; a sync goes on from there.
    """

    LEDGER = "ledger"

    name = models.CharField(max_length=60, unique=True)
    form = models.CharField(max_length=10)
    day = models.DateField()
    bytes = models.PositiveBigIntegerField()
    rows = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    sequence = models.BigIntegerField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "name"]
        constraints = [
            models.UniqueConstraint(fields=["day", "form"], name="exportfile_once_a_day")
        ]

    def __str__(self) -> str:
        return self.name


class CheckItem(models.Model):
    """What a fact-check is in Meedan Check, and which publication of it stands there.

    sequence: 0 until Check took it once. fact_check_id: Check's id; empty after a retraction.
    begun_at: while an attempt runs. problem: why the last attempt failed.
    """

    state = models.OneToOneField(
        "claims.PublicState", models.CASCADE, primary_key=True, related_name="check_item"
    )
    sequence = models.BigIntegerField(default=0)
    fact_check_id = models.CharField(max_length=200, blank=True)
    item_url = models.CharField(max_length=500, blank=True)
    begun_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.item_url or self.problem

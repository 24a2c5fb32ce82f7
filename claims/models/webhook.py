"""Who is told of publications, and who has which state of them."""

from __future__ import annotations

import uuid
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.ids import new_id


class WebhookEvent(models.TextChoices):
    """What a webhook tells of."""

    PUBLISHED = "claim.published", _("A fact-check was published")
    UPDATED = "claim.updated", _("Its wording or a name was put right")
    CORRECTED = "claim.corrected", _("It was corrected")
    RETRACTED = "claim.retracted", _("It was retracted")
    TEST = "endpoint.test", _("A test of the endpoint")


class WebhookEndpointQuerySet(models.QuerySet["WebhookEndpoint"]):
    """Read as the end of "endpoints …"."""

    def live(self) -> Self:
        """Endpoints that are told: not switched off, and their key neither revoked nor expired."""
        lapsed = Q(key__revoked_at__isnull=False) | Q(key__expires_at__lte=timezone.now())
        return self.filter(disabled_at=None).exclude(lapsed)


class WebhookEndpoint(models.Model):
    """An address that is told of publications by signed POST requests (Standard Webhooks 1.0.0).

    secret: `whsec_` and base64 of 32 random bytes; the receiver checks signatures with it.
    old_secret: signs beside the new one until old_secret_until, so that a receiver can change.
    events: what it wants to be told of; empty: everything.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=100, help_text=_("Whose it is, as the desk knows them."))
    url = models.CharField("address", max_length=2000)
    events = ArrayField(
        models.CharField(max_length=20, choices=WebhookEvent), default=list, blank=True
    )
    key = models.ForeignKey(
        "accounts.ServiceKey",
        models.PROTECT,
        related_name="webhook_endpoints",
        null=True,
        blank=True,
        help_text=_("The program that registered it; it ends with that key."),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    secret = models.CharField(max_length=80, editable=False)
    old_secret = models.CharField(max_length=80, blank=True, editable=False)
    old_secret_until = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    disabled_at = models.DateTimeField(null=True, editable=False)
    disabled_reason = models.CharField(max_length=300, blank=True, editable=False)

    objects = WebhookEndpointQuerySet.as_manager()

    class Meta:
        ordering = ["name", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(url__regex=r"^https?://"), name="webhookendpoint_url_is_a_web_address"
            ),
            models.CheckConstraint(
                condition=Q(secret__regex=r"^whsec_[A-Za-z0-9+/=]{32,}$"),
                name="webhookendpoint_has_a_secret",
            ),
            models.CheckConstraint(
                condition=Q(events__contained_by=WebhookEvent.values),
                name="webhookendpoint_events_known",
            ),
            models.CheckConstraint(
                condition=Q(disabled_at=None, disabled_reason="")
                | Q(disabled_at__isnull=False) & ~Q(disabled_reason=""),
                name="webhookendpoint_disabled_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(old_secret="", old_secret_until=None)
                | ~Q(old_secret="") & Q(old_secret_until__isnull=False),
                name="webhookendpoint_old_secret_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def wants(self, event: str) -> bool:
        return not self.events or event in self.events


def message_id() -> str:
    """Return an id for a message: the same on every attempt, without dots."""
    return f"msg_{uuid.uuid4().hex}"


class Delivery(models.Model):
    """One message to one endpoint, and how far it got.

    body: the very bytes that are signed and sent, as text.
    attempt: how often it was tried; an attempt reports only while it is the last one.
    next_at: when it is tried next; while an attempt runs, when that counts as lost.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("message", "Waiting")
        DONE = "done", _("Delivered")
        FAILED = "failed", _("Given up")

    id = models.BigAutoField(primary_key=True)
    message_id = models.CharField(max_length=64, default=message_id, editable=False)
    endpoint = models.ForeignKey(WebhookEndpoint, models.CASCADE, related_name="deliveries")
    publication = models.ForeignKey(
        "claims.Publication", models.PROTECT, related_name="deliveries", null=True
    )
    event = models.CharField(max_length=20, choices=WebhookEvent)
    body = models.TextField()
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    attempt = models.PositiveSmallIntegerField(default=0)
    round = models.PositiveSmallIntegerField(
        default=0, help_text=_("Attempts since it was first sent or replayed.")
    )
    next_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = _("deliveries")
        constraints = [
            models.UniqueConstraint(
                fields=["endpoint", "publication"], name="delivery_once_per_endpoint"
            ),
            models.UniqueConstraint(fields=["message_id"], name="delivery_message_id_once"),
            models.CheckConstraint(
                condition=Q(state="done", done_at__isnull=False)
                | ~Q(state="done") & Q(done_at=None),
                name="delivery_done_at_a_time",
            ),
        ]
        indexes = [
            models.Index("next_at", condition=Q(state="waiting"), name="delivery_due"),
            models.Index("created_at", condition=~Q(state="done"), name="delivery_undone"),
        ]

    def __str__(self) -> str:
        return f"{self.event} to {self.endpoint_id}"


class DeliveryAttempt(models.Model):
    """One POST of a delivery: what was answered, or why nothing was."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=timezone.now)
    status = models.PositiveSmallIntegerField(null=True)
    milliseconds = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["delivery", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["delivery", "number"], name="deliveryattempt_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.status or self.problem}"


class Following(models.Model):
    """A stretch of publications in which a program has followed the changes; no two touch.

    began: the publication after which it followed; what was earlier it may never have had.
    """

    key = models.ForeignKey("accounts.ServiceKey", models.CASCADE, related_name="followings")
    began = models.BigIntegerField()
    sequence = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "began"], name="following_begins_once")
        ]

    def __str__(self) -> str:
        return f"{self.key_id} up to {self.sequence}"


class Pull(models.Model):
    """The newest publication of a claim that a program pulled by itself."""

    key = models.ForeignKey("accounts.ServiceKey", models.CASCADE, related_name="pulls")
    claim = models.ForeignKey("claims.Claim", models.CASCADE, related_name="pulls")
    sequence = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "key"], name="pull_once_per_claim")]

    def __str__(self) -> str:
        return f"{self.key_id} has {self.sequence}"

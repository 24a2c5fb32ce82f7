from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.triggers import immutable
from claims.models import guards


class Event(models.Model):
    """One thing that happened, in ids, states and commitments; never names or free text.

    chain: the claim's id, or "desk" for what concerns no single claim. Inside a chain events are
    numbered from 1 and each carries the hash of the one before.
    commitments: name of a detail -> hex sha256(salt + RFC 8785 JSON of its value); the values
    themselves lie in EventDetail.
    hash: hex sha256(previous_hash + RFC 8785 JSON of `claims.audit.row_of(event)`).
    """

    chain = models.CharField(max_length=36)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    claim = models.ForeignKey(
        "claims.Claim", models.PROTECT, related_name="events", null=True, db_index=False
    )
    subject = models.CharField(
        max_length=100, blank=True, help_text=_("What else it concerns, such as verdict:<id>.")
    )
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20, blank=True)
    commitments = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["chain", "position"]
        constraints = [
            models.UniqueConstraint(fields=["chain", "position"], name="event_position_once"),
            models.UniqueConstraint(fields=["hash"], name="event_hash_once"),
            models.CheckConstraint(
                condition=Q(hash__regex=r"^[0-9a-f]{64}$"), name="event_hash_is_sha256"
            ),
        ]
        indexes = [
            # All that a report asks of the trail of some claims, without reading the rows.
            models.Index(
                fields=["claim", "id"],
                include=["kind", "at", "position", "actor"],
                name="event_trail",
            ),
            models.Index("kind", "at", name="event_kind_time"),
            models.Index("actor", "at", name="event_actor_time"),
            models.Index("at", name="event_time"),
        ]
        triggers = [
            guards.event_continues_its_chain(),
            guards.event_in_an_open_day(),
            *immutable(says="The trail is only ever added to."),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.chain}#{self.position})"


class EventDetail(models.Model):
    """The texts behind an event's commitments. Erasable, with an event that says so."""

    event = models.OneToOneField(Event, models.PROTECT, primary_key=True, related_name="detail")
    data = models.JSONField(null=True)
    salt = models.CharField(max_length=64, blank=True)
    erased_by_event = models.ForeignKey(Event, models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_by_event=None, data__isnull=False)
                | Q(erased_by_event__isnull=False, data__isnull=True, salt=""),
                name="eventdetail_whole_or_erased",
            )
        ]
        triggers = guards.detail_is_kept_or_erased()

    def __str__(self) -> str:
        return f"Detail of {self.event_id}"

"""What readers object to, and what claimants answer."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.fields import WebAddressField
from articles.ids import new_id
from articles.triggers import no_truncate

USER = settings.AUTH_USER_MODEL


class DisputeQuerySet(models.QuerySet["Dispute"]):
    """Read as the end of "disputes …"."""

    def open(self) -> Self:
        """Objections that nobody has settled, the longest waiting first."""
        return self.filter(settled_at=None).order_by("received_at", "id")

    def settled(self) -> Self:
        """Objections that somebody has settled, the last one first."""
        return self.exclude(settled_at=None).order_by("-settled_at", "-id")

    def unanswered(self) -> Self:
        """Settled ones whose answer has not been mailed yet, the earliest first."""
        rows = self.exclude(answer="").exclude(email="").filter(answered_at=None)
        return rows.order_by("settled_at", "id")

    def to_answer(self) -> Self:
        """Of those, whose answer is to be mailed now: not refused, or long enough ago."""
        due = Q(answer_again_at=None) | Q(answer_again_at__lte=timezone.now())
        return self.unanswered().filter(due, answer_refusals__lt=Dispute.MOST_REFUSALS)


class Dispute(models.Model):
    """A reader's objection to a published verdict: a flag for the desk. It changes nothing itself.

    name, email: as the reader gave them; never published.
    answer: what the desk writes back by e-mail; answered_at: when that mail went out.
    answer_refusals: how often a mail server refused it; answer_again_at: when it is tried next.
    """

    # With the waits that double from an hour on, the last try is five days after the first.
    MOST_REFUSALS = 8

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", _("Right: a correction follows")
        DECLINED = "declined", _("Not right: nothing changes")
        NOT_AN_OBJECTION = "not_an_objection", _("No objection to this fact-check")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    verdict = models.ForeignKey("claims.Verdict", models.PROTECT, related_name="disputes")
    text = models.TextField(max_length=5000)
    url = WebAddressField("evidence", max_length=2000, blank=True)
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    received_at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=16, choices=Outcome, blank=True)
    note = models.TextField(max_length=2000, blank=True, help_text=_("For the desk."))
    answer = models.TextField(max_length=5000, blank=True, help_text=_("Mailed to the reader."))
    answered_at = models.DateTimeField(null=True)
    answer_refusals = models.PositiveSmallIntegerField(default=0)
    answer_again_at = models.DateTimeField(null=True)

    objects = DisputeQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-id"]
        permissions = [("settle_dispute", "Can settle readers' objections")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="dispute_says_something"),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None, outcome="")
                | Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(outcome=""),
                name="dispute_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None)
                | Q(settled_at__isnull=False) & ~Q(email="") & ~Q(answer=""),
                name="dispute_answered_when_settled",
            ),
        ]
        indexes = [
            models.Index("received_at", "id", condition=Q(settled_at=None), name="dispute_waiting"),
            models.Index(
                "settled_at",
                condition=~Q(answer="") & Q(answered_at=None),
                name="dispute_unanswered",
            ),
        ]
        triggers = [no_truncate(says="Readers' objections are kept.")]

    def __str__(self) -> str:
        return f"Objection to {self.verdict_id}"

    def is_refused(self) -> bool:
        """Whether the answer is not tried any more: mail servers refused it again and again."""
        return self.answered_at is None and self.answer_refusals >= self.MOST_REFUSALS


class ReplyRequestQuerySet(models.QuerySet["ReplyRequest"]):
    """Read as the end of "requests …"."""

    def standing(self) -> Self:
        """Requests that were not withdrawn, the earliest first."""
        return self.filter(withdrawn_at=None).order_by("asked_at", "id")

    def lapsed(self) -> Self:
        """Requests whose time is over without an answer, and nobody has recorded it yet."""
        return self.standing().filter(
            expires_at__lte=timezone.now(), answered_at=None, silent_at=None
        )


class ReplyRequest(models.Model):
    """A claimant is asked for their side. Their answer, or that none came, is shown to readers.

    address: where the request was sent; never published.
    token_sha256: hex digest of the secret in the link; the link itself is kept nowhere.
    An answer is public once an editor has released it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="reply_requests")
    name = models.CharField(max_length=200, help_text=_("Who is asked, as readers see it."))
    address = models.CharField(max_length=300, blank=True)
    question = models.TextField(max_length=5000, help_text=_("What they are asked."))
    token_sha256 = models.CharField(max_length=64, unique=True)
    asked_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    answer = models.TextField(max_length=10_000, blank=True)
    answered_by = models.CharField(max_length=200, blank=True, help_text=_("As they sign it."))
    answered_at = models.DateTimeField(null=True)
    silent_at = models.DateTimeField(null=True, help_text=_("When it was recorded that none came."))
    released_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)
    released_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(USER, models.PROTECT, related_name="+", null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = ReplyRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        permissions = [
            ("ask_reply", "Can ask a claimant for a reply"),
            ("release_reply", "Can show a claimant's reply to readers"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("asked_at")), name="replyrequest_gives_time"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None)
                | ~Q(answer="") & Q(answered_at__isnull=False),
                name="replyrequest_answered_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(silent_at=None) | Q(answered_at=None),
                name="replyrequest_answered_or_silent",
            ),
            models.CheckConstraint(
                condition=Q(released_at=None, released_by=None)
                | Q(released_at__isnull=False, released_by__isnull=False),
                name="replyrequest_released_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="replyrequest_withdrawn_by_somebody",
            ),
        ]
        indexes = [
            models.Index("claim", "asked_at", name="replyrequest_of_claim"),
            models.Index(
                "expires_at",
                condition=Q(answered_at=None, silent_at=None, withdrawn_at=None),
                name="replyrequest_running",
            ),
        ]
        triggers = [no_truncate(says="Requests for a reply are kept.")]

    def __str__(self) -> str:
        return f"Request to {self.name}"

    @property
    def is_open(self) -> bool:
        """True while the link can be answered."""
        return (
            self.withdrawn_at is None
            and self.answered_at is None
            and self.silent_at is None
            and self.expires_at > timezone.now()
        )

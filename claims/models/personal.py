from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from claims.accounts.models import User

USER = settings.AUTH_USER_MODEL


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    """Read as the end of "kept lists …"."""

    def offered_to(self, user: User | AnonymousUser) -> Self:
        """A person's own and those for everybody, by name."""
        offered = Q(is_shared=True)
        if user.pk:
            offered |= Q(owner=user.pk)
        return self.filter(offered).order_by("name", "pk")


class SavedFilter(models.Model):
    """A list that somebody comes back to: the filters of the queue, as in its address."""

    owner = models.ForeignKey(USER, models.CASCADE, related_name="saved_filters")
    name = models.CharField(_("name"), max_length=80)
    query = models.CharField(max_length=1000, help_text=_("As in the address, without the sign ?."))
    is_shared = models.BooleanField(_("for everybody at the desk"), default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="savedfilter_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="savedfilter_has_a_name"),
        ]
        indexes = [
            models.Index("name", condition=Q(is_shared=True), name="savedfilter_shared"),
        ]

    def __str__(self) -> str:
        return self.name


class Watch(models.Model):
    """A person who wants to be told what happens to a claim."""

    claim = models.ForeignKey("claims.Claim", models.CASCADE, related_name="watches")
    user = models.ForeignKey(USER, models.CASCADE, related_name="watches")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["claim", "since"]
        constraints = [models.UniqueConstraint(fields=["claim", "user"], name="watch_once")]

    def __str__(self) -> str:
        return f"{self.user_id} watches {self.claim_id}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Read as the end of "notices …"."""

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def unmailed(self) -> Self:
        """Those that no mail has carried yet and nobody has read."""
        return self.filter(mailed_at=None, read_at=None)

    def put_off(self) -> Self:
        """Those whose mail a server refused so lately that it is not tried yet."""
        return self.filter(mail_again_at__gt=timezone.now())


class Notice(models.Model):
    """One event that a person is told of, in the desk and perhaps by e-mail.

    mail_refusals: how often a mail server refused it; mail_again_at: when it is tried next.
    """

    class Because(models.TextChoices):
        ASSIGNED = "assigned", _("It was assigned to you")
        NAMED = "named", _("You were named in a comment")
        YOURS = "yours", _("You worked on it")
        WATCHED = "watched", _("You watch it")
        TO_DECIDE = "to_decide", _("It waits for an editor")
        ACCOUNT = "account", _("It is your account")

    user = models.ForeignKey(USER, models.CASCADE, related_name="notices")
    event = models.ForeignKey("claims.Event", models.PROTECT, related_name="notices")
    because = models.CharField(max_length=9, choices=Because)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)
    mail_refusals = models.PositiveSmallIntegerField(default=0)
    mail_again_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["user", "event"], name="notice_once")]
        indexes = [
            models.Index("user", F("id").desc(), name="notice_of_person"),
            models.Index("user", condition=Q(read_at=None), name="notice_unread"),
            models.Index("id", condition=Q(mailed_at=None, read_at=None), name="notice_unmailed"),
        ]

    def __str__(self) -> str:
        return f"{self.because}: {self.event_id} to {self.user_id}"

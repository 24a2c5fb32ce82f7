"""The user model and the two kinds of API key."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.accounts.managers import UserManager


class User(AbstractBaseUser, PermissionsMixin):
    """A person of the desk. Their groups are their roles."""

    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    name = models.CharField(max_length=150, help_text=_("As colleagues see it."))
    is_staff = models.BooleanField(
        "may open the admin", default=False, help_text=_("Readers and outsiders cannot.")
    )
    is_active = models.BooleanField(
        "active",
        default=True,
        help_text=_("Switch off instead of deleting: their work stays signed."),
    )
    date_joined = models.DateTimeField(default=timezone.now, editable=False)
    language = models.CharField(max_length=10, blank=True, help_text=_("Of the interface."))
    preferences = models.JSONField(default=dict, blank=True, help_text=_("Keys, display, notices."))

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "email"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_message=_("Somebody with this e-mail address is here already."),
            ),
            models.CheckConstraint(condition=~Q(name=""), name="user_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split()[0] if self.name else self.email


class Key(models.Model):
    """What every API key has. The secret itself is shown once and never stored.

    The wire form is `<prefix>_<secret>`; `prefix` finds the row, `digest` is the hex sha256 of
    the secret, compared in constant time. After a rotation the former pair, `old_prefix` and
    `old_digest`, opens as well until `old_until`, so that a program can change without a gap.
    """

    name = models.CharField(
        max_length=100, help_text=_("What it is for, as its owner will know it.")
    )
    prefix = models.CharField(max_length=24, unique=True, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    old_prefix = models.CharField(max_length=24, blank=True, editable=False, db_index=True)
    old_digest = models.CharField(max_length=64, blank=True, editable=False)
    old_until = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True, help_text=_("Empty: does not expire."))
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)
    networks = ArrayField(
        models.CharField(max_length=49),
        default=list,
        blank=True,
        help_text=_("Addresses it may come from, as CIDR. Empty: from anywhere."),
    )
    rate_per_minute = models.PositiveIntegerField(
        default=600, help_text=_("Requests per minute before it is asked to wait.")
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="%(class)s_digest_is_sha256"
            ),
            models.CheckConstraint(
                condition=Q(rate_per_minute__gt=0), name="%(class)s_rate_is_positive"
            ),
            models.CheckConstraint(
                condition=Q(old_prefix="", old_digest="", old_until=None)
                | Q(old_digest__regex=r"^[0-9a-f]{64}$", old_until__isnull=False)
                & ~Q(old_prefix=""),
                name="%(class)s_old_pair_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"

    def is_live(self) -> bool:
        """True while the key may be used: not revoked, not expired."""
        if self.revoked_at is not None:
            return False
        return self.expires_at is None or self.expires_at > timezone.now()


class Scope(models.TextChoices):
    """What a service key opens."""

    READ_PUBLISHED = "read_published", _("Read what is published")
    READ_DESK = "read_desk", _("Read the desk")
    WRITE_ARTICLES = "write_articles", _("Hand in articles")


class ServiceKey(Key):
    """A key of a program. It is never a person and cannot act in the workflow."""

    scopes = ArrayField(
        models.CharField(max_length=20, choices=Scope.choices),
        default=list,
        help_text=_("What it opens."),
    )
    contact = models.EmailField(blank=True, help_text=_("Who answers for the program."))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    class Meta(Key.Meta):
        ordering = ["name"]
        constraints = [
            *Key.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    scopes__contained_by=["read_published", "read_desk", "write_articles"],
                    scopes__len__gt=0,
                ),
                name="servicekey_scopes_known",
            ),
        ]


class PersonalToken(Key):
    """A key that acts as its person, with that person's roles and refusals."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")

    class Meta(Key.Meta):
        ordering = ["user", "name"]


class RateCount(models.Model):
    """Requests of one client in one minute. Not logged: a crash of the database forgets it.

    Written by `claims.accounts.rates` alone.
    """

    who = models.CharField(max_length=80, primary_key=True)
    minute = models.BigIntegerField(help_text=_("Minutes since 1970."))
    count = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index("minute", name="ratecount_minute")]

    def __str__(self) -> str:
        return f"{self.who}: {self.count}"

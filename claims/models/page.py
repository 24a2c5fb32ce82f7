from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.triggers import no_delete, no_truncate


class Page(models.Model):
    """What the desk says of itself, for readers. Earlier wordings are in the trail."""

    class Place(models.TextChoices):
        ABOUT = "about", _("About us")
        FUNDING = "funding", _("Funding")
        CONTACT = "contact", _("Contact")
        POLICY = "corrections-policy", _("Corrections policy")
        SOURCES = "sources-policy", _("Sources policy")

    place = models.CharField(max_length=20, choices=Place, unique=True)
    title = models.CharField(max_length=200)
    body = models.TextField(max_length=50_000, help_text=_("Markdown, shown to readers."))
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        ordering = ["place"]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(body=""), name="page_says_something")
        ]
        triggers = [
            no_delete(says="Pages about the desk are rewritten, never deleted."),
            no_truncate(says="Pages about the desk are kept."),
        ]

    def __str__(self) -> str:
        return self.title

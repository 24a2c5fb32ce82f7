from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.triggers import immutable


class Comment(models.Model):
    """A remark among colleagues about a claim. It stays inside the desk."""

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    body = models.TextField(max_length=5000)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["claim", "created_at"]
        constraints = [models.CheckConstraint(condition=~Q(body=""), name="comment_has_words")]
        triggers = immutable(says="A comment stays as it was written.")

    def __str__(self) -> str:
        return self.body[:80]

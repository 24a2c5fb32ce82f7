"""What the platform remembers about itself."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone


class Pulse(models.Model):
    """When a part of the installation last showed that it works."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def beat(cls, name: str) -> None:
        """Note that the part `name` works now."""
        cls.objects.update_or_create(name=name, defaults={"at": timezone.now()})

    @classmethod
    def age(cls, name: str) -> timedelta | None:
        """How long ago the part last worked; None if it never did."""
        found = cls.objects.filter(name=name).values_list("at", flat=True).first()
        return timezone.now() - found if found else None

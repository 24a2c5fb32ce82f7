from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.triggers import immutable
from claims.models import guards


class LedgerRoot(models.Model):
    """The root over one finished day (UTC) of the trail; with it the day is sealed.

    chains: how many chains moved on that day; publications: what was published on it.
    previous: the root of the day before, empty for the first, which covers all that was earlier.
    root: hex Merkle root (RFC 6962) over leaves that `claims.ledger.leaves` describes. It covers
    all the other columns too.
    """

    day = models.DateField(primary_key=True)
    chains = models.PositiveIntegerField()
    publications = models.PositiveIntegerField()
    previous = models.CharField(max_length=64, blank=True)
    root = models.CharField(max_length=64, unique=True)
    sealed_at = models.DateTimeField(default=timezone.now, help_text=_("When it was computed."))

    class Meta:
        ordering = ["-day"]
        get_latest_by = "day"
        constraints = [
            models.CheckConstraint(
                condition=Q(root__regex=r"^[0-9a-f]{64}$"), name="ledgerroot_is_sha256"
            )
        ]
        triggers = [
            guards.root_follows_the_last(),
            *immutable(says="The ledger is only ever added to."),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.root[:12]}"

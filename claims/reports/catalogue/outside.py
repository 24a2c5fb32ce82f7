"""Figures of those who pull and are told: who serves an old state, what did not arrive."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as lazy

from claims.models import Behind, Delivery, Publication
from claims.reports.dimensions import Dimension, of_choices
from claims.reports.figures import Figure
from claims.reports.scope import Scope


def _behind(scope: Scope) -> QuerySet[Behind]:
    return scope.limited(Behind.objects.all())


def _undelivered(scope: Scope) -> QuerySet[Delivery]:
    """Deliveries that were tried without success; the untried ones wait for their first turn."""
    tried = Q(state=Delivery.State.FAILED) | Q(state=Delivery.State.WAITING, attempt__gt=0)
    rows = Delivery.objects.filter(tried, scope.within("created_at"), publication__isnull=False)
    return scope.limited(rows, "publication__claim")


BEHIND = Figure(
    "behind",
    lazy("Programs behind the current revision"),
    lazy("Fact-checks of which a program still has an older state, by what has changed since."),
    lazy("fact-checks"),
    _behind,
    Dimension(lazy("Program"), F("consumer")),
    split=of_choices(lazy("Change"), "publication__kind", Publication.Kind.choices),
    at="since",
    compares=False,
)
UNDELIVERED = Figure(
    "undelivered",
    lazy("Failed deliveries"),
    lazy("Webhooks of the range that did not arrive: given up, or to be tried again."),
    lazy("deliveries"),
    _undelivered,
    Dimension(lazy("Program"), Cast("endpoint__name", TextField())),
    split=of_choices(lazy("State"), "state", Delivery.State.choices),
    path="publication__claim",
    at="created_at",
)

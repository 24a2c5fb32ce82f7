"""Single numbers above the tables: a part, what it is a part of, and how it came about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as lazy

from claims.models import Event, PublicState
from claims.reports.catalogue import outcome, work
from claims.reports.scope import Scope


@dataclass(frozen=True, slots=True)
class Ratio:
    """`part` of `whole`, as per cent. note: what both are. A whole of nothing has no ratio."""

    label: str | Promise
    part: int
    whole: int
    note: str | Promise

    @property
    def percent(self) -> str:
        if not self.whole:
            return "–"
        return f"{number_format(self.part / self.whole * 100, 1)}\u00a0%"


def quality(scope: Scope) -> list[Ratio]:
    """Return the rates of returns, corrections and agreement of blind checks."""
    submitted = _events(scope, "verdict.submitted")
    returned = _events(scope, "verdict.returned")
    corrected = work.CORRECTIONS.rows(scope).count()
    public = scope.limited_public(
        PublicState.objects.filter(first_published_at__lt=scope.until)
    ).count()
    checks = work.BLIND.counted(scope)
    return [
        Ratio(lazy("Return rate"), returned, submitted, lazy("returns per submission")),
        Ratio(
            lazy("Corrections per 100 fact-checks"),
            corrected,
            public,
            lazy("corrections published, of the fact-checks ever public by the end of the range"),
        ),
        Ratio(
            lazy("Agreement of blind checks"),
            checks.get(("agrees", ""), 0),
            sum(checks.values()),
            lazy("same answer, of the second opinions answered"),
        ),
    ]


def evidence(scope: Scope) -> list[Ratio]:
    """Return the shares of primary sources, of kept copies and of verdicts with two sources."""
    kinds = outcome.EVIDENCE[1].counted(scope)
    cited = sum(kinds.values())
    primary = sum(
        count for (kind, _kept), count in kinds.items() if kind in ("primary", "statistics")
    )
    missing = sum(count for (_kind, kept), count in kinds.items() if kept == "missing")
    sources = outcome.EVIDENCE[0].counted(scope)
    several = sum(count for (number, _), count in sources.items() if number not in ("0", "1"))
    return [
        Ratio(
            lazy("Primary sources"),
            primary,
            cited,
            lazy("primary sources and official statistics, of all citations"),
        ),
        Ratio(lazy("Without a kept copy"), missing, cited, lazy("citations without a copy")),
        Ratio(
            lazy("Two sources or more"),
            several,
            sum(sources.values()),
            lazy("verdicts that cite at least two"),
        ),
    ]


def load(scope: Scope) -> list[Ratio]:
    """Return how much of the work lies with the busiest, without saying who it is."""
    rows = scope.limited(Event.objects.filter(scope.within("at"), actor__isnull=False))
    found = []
    for kind, label, note in [
        ("verdict.submitted", lazy("Checking: share of the busiest"), lazy("submissions")),
        ("verdict.approved", lazy("Approving: share of the busiest"), lazy("approvals")),
    ]:
        each = sorted(
            rows.filter(kind=kind)
            .order_by()
            .values_list("actor")
            .annotate(number=Count("pk"))
            .values_list("number", flat=True)
        )
        people = gettext("{what} by one person, of all by {people} people").format(
            what=note, people=len(each)
        )
        found.append(Ratio(label, each[-1] if each else 0, sum(each), people))
    return found


def _events(scope: Scope, kind: str) -> int:
    return scope.limited(Event.objects.filter(scope.within("at"), kind=kind)).count()


RATIOS: dict[str, Callable[[Scope], list[Ratio]]] = {
    "quality": quality,
    "evidence": evidence,
    "load": load,
}

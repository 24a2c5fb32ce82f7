"""Single numbers above the tables: a part, what it is a part of, and how it came about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as lazy

from claims.models import PublicState
from claims.reports.catalogue import outcome, work
from claims.reports.figures import Counting
from claims.reports.scope import Scope


@dataclass(frozen=True, slots=True)
class Ratio:
    """`part` of `whole`, as per cent. note: what both are. A whole of nothing has no ratio.

    is_public: whether it tells nothing of what the desk has not published.
    """

    label: str | Promise
    part: int
    whole: int
    note: str | Promise
    is_public: bool = False

    @property
    def percent(self) -> str:
        if not self.whole:
            return "–"
        return f"{number_format(self.part / self.whole * 100, 1)}\u00a0%"


def quality(scope: Scope, count: Counting) -> list[Ratio]:
    """Return the rates of returns, corrections and agreement of blind checks."""
    steps = count(work.THROUGHPUT, scope).rows
    public = scope.limited_public(
        PublicState.objects.filter(first_published_at__lt=scope.until)
    ).count()
    checks = count(work.BLIND, scope)
    return [
        Ratio(
            lazy("Return rate"),
            steps.get("verdict.returned", 0),
            steps.get("verdict.submitted", 0),
            lazy("returns per submission"),
        ),
        Ratio(
            lazy("Corrections per 100 fact-checks"),
            count(work.CORRECTIONS, scope).total,
            public,
            lazy("corrections published, of the fact-checks ever public by the end of the range"),
            is_public=True,
        ),
        Ratio(
            lazy("Agreement of blind checks"),
            checks.rows.get("agrees", 0),
            checks.total,
            lazy("same answer, of the second opinions answered"),
        ),
    ]


def evidence(scope: Scope, count: Counting) -> list[Ratio]:
    """Return the shares of primary sources, of kept copies and of verdicts with two sources."""
    kinds = count(outcome.EVIDENCE[1], scope)
    primary = sum(kinds.rows.get(kind, 0) for kind in ("primary", "statistics"))
    sources = count(outcome.EVIDENCE[0], scope)
    several = sum(number for value, number in sources.rows.items() if value not in ("0", "1"))
    return [
        Ratio(
            lazy("Primary sources"),
            primary,
            kinds.total,
            lazy("primary sources and official statistics, of all citations"),
            is_public=True,
        ),
        Ratio(
            lazy("Without a kept copy"),
            kinds.columns.get("missing", 0),
            kinds.total,
            lazy("citations without a copy"),
            is_public=True,
        ),
        Ratio(
            lazy("Two sources or more"),
            several,
            sources.total,
            lazy("verdicts that cite at least two"),
            is_public=True,
        ),
    ]


def load(scope: Scope, count: Counting) -> list[Ratio]:
    """Return how much of the work lies with the busiest, without saying who it is."""
    done = count(work.BUSY, scope).cells
    found = []
    for kind, label, note in [
        ("verdict.submitted", lazy("Checking: share of the busiest"), lazy("submissions")),
        ("verdict.approved", lazy("Approving: share of the busiest"), lazy("approvals")),
    ]:
        each = [number for (_person, step), number in done.items() if step == kind]
        people = gettext("{what} by one person, of all by {people} people").format(
            what=note, people=len(each)
        )
        found.append(Ratio(label, max(each, default=0), sum(each), people))
    return found


RATIOS: dict[str, Callable[[Scope, Counting], list[Ratio]]] = {
    "quality": quality,
    "evidence": evidence,
    "load": load,
}

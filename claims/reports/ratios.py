"""Single numbers above the tables: a part, what it is a part of, and how it came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from claims.models import PublicState
from claims.reports.catalogue import outcome, work
from claims.reports.figures import Counting, Counts
from claims.reports.scope import Scope
from claims.workbench.figures import share


@dataclass(frozen=True, slots=True)
class Ratio:
    """`part` of `whole`, as per cent. note: what both are. A whole of nothing has no ratio.

    is_public: whether it tells nothing of what the desk has not published. number: shown in the
    place of the percentage, for what is no share.
    """

    label: str | Promise
    part: int
    whole: int
    note: str | Promise
    is_public: bool = False
    number: float | None = None

    @property
    def percent(self) -> str:
        if self.number is not None:
            return number_format(round(self.number, 2), 2)
        return share(self.part / self.whole if self.whole else None)


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
            lazy("same answer, of the second checks answered"),
        ),
        _kappa(count(work.BLIND_RATINGS, scope)),
    ]


def _kappa(ratings: Counts) -> Ratio:
    agreeing = sum(number for (first, second), number in ratings.cells.items() if first == second)
    label = lazy("Cohen's kappa of the ratings")
    note = lazy("same rating; 1 is full agreement, 0 what chance alone would give")
    return Ratio(label, agreeing, ratings.total, note, number=kappa(ratings.cells))


def kappa(cells: dict[tuple[str, str], int]) -> float | None:
    """Return Cohen's kappa, from -1 to 1, of how often two people gave each pair of answers.

    None where it says nothing: without pairs, or where chance alone makes them all agree.
    Source: Cohen 1960, "A coefficient of agreement for nominal scales".
    """
    total = sum(cells.values())
    first: dict[str, int] = defaultdict(int)
    second: dict[str, int] = defaultdict(int)
    for (left, right), number in cells.items():
        first[left] += number
        second[right] += number
    if not total:
        return None
    observed = sum(number for (left, right), number in cells.items() if left == right) / total
    expected = sum(number * second[value] for value, number in first.items()) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def extraction(scope: Scope, count: Counting) -> list[Ratio]:
    """Return the precision of what the extraction found and somebody has judged."""
    found = count(outcome.JUDGED_ONCE, scope).rows
    right, wrong = found.get("right", 0), found.get("wrong", 0)
    note = lazy("taken up, of those taken up or wrongly found")
    return [Ratio(lazy("Precision of the extraction"), right, right + wrong, note)]


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
        people = ngettext(
            "{what} by one person, of all by {people} person",
            "{what} by one person, of all by {people} people",
            len(each),
        ).format(what=note, people=len(each))
        found.append(Ratio(label, max(each, default=0), sum(each), people))
    return found


RATIOS: dict[str, Callable[[Scope, Counting], list[Ratio]]] = {
    "quality": quality,
    "evidence": evidence,
    "load": load,
    "extraction": extraction,
}

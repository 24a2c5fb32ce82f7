"""What a report looks at: a range of dates, and filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from claims.models import Claim, Claimant, Mention, PublicState
from claims.models.report import FILTERS
from claims.reports.filters import worded

EVERYTHING = 2**40  # rows; a bound that no table reaches
BRIEF = 2  # days in which less happens than there are claims that pass a large filter
FEW = 10_000  # claims that are named one by one to PostgreSQL


@dataclass(frozen=True, slots=True)
class Scope:
    """A range of days, both ends included, in the newsroom's time zone, and what is filtered by.

    outlet: host of a source. claimant: a name, whatever its case. side: key. topic: slug.
    language: code.
    An empty filter lets everything through.
    claims: all that pass the filters, where they have been found already.
    """

    start: date
    end: date
    outlet: str = ""
    claimant: str = ""
    side: str = ""
    topic: str = ""
    language: str = ""
    claims: tuple[UUID, ...] | None = field(default=None, compare=False, repr=False)

    @property
    def since(self) -> datetime:
        """The first moment of the range."""
        return _midnight(self.start)

    @property
    def until(self) -> datetime:
        """The first moment after the range."""
        return _midnight(self.end + timedelta(days=1))

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def is_brief(self) -> bool:
        """Whether it is best to look first for what happened in the range."""
        return self.days <= BRIEF

    @property
    def filters(self) -> dict[str, str]:
        """What is filtered by, without the filters that let everything through."""
        return {name: value for name in FILTERS if (value := getattr(self, name))}

    @property
    def worded(self) -> list[tuple[str, str]]:
        """The filters in words."""
        return worded(self.filters)

    def before(self) -> Scope:
        """Return the range of the same length that ends the day before this one begins."""
        end = self.start - timedelta(days=1)
        return replace(self, start=end - timedelta(days=self.days - 1), end=end)

    def between(self, start: date, end: date) -> Scope:
        """Return the same filters over other days."""
        return replace(self, start=start, end=end)

    def within(self, field: str) -> Q:
        """Return the condition that a moment lies in the range."""
        return Q(**{f"{field}__gte": self.since, f"{field}__lt": self.until})

    def limited(
        self, rows: QuerySet[Any], path: str = "claim", *, is_small: bool = False
    ) -> QuerySet[Any]:
        """Return the rows whose claim passes the filters.

        path: from the row to its claim; empty where the rows are claims.
        is_small: whether the rows are fewer than the claims that pass a large filter.
        """
        if not self.filters:
            return rows
        if self.claims is not None:
            named = RawSQL("SELECT unnest(%s::uuid[])", [list(self.claims)])
            return rows.filter(**{f"{path or 'pk'}__in": named})
        is_small = is_small or self.is_brief
        column = f"{path}__" if path else ""
        if self.language:
            rows = rows.filter(**{f"{column}language": self.language})
        if is_small and self.claimant:
            rows = rows.filter(**{f"{column}claimant__in": self._named()})
        if is_small and self.side:
            rows = rows.filter(**{f"{column}claimant__side": self.side})
        for claims in self._passing(of_claimant=not is_small):
            rows = rows.filter(**{f"{path or 'pk'}__in": claims.order_by()[:EVERYTHING]})
        return rows

    def found(self) -> Scope:
        """Return the same with the claims that pass, so that they are looked for only once.

        Without them where they are too many to be named.
        """
        claims = self.limited(Claim.objects.order_by(), "").values_list("pk", flat=True)
        few = tuple(claims[: FEW + 1])
        return replace(self, claims=few) if len(few) <= FEW else self

    def _named(self) -> list[UUID]:
        """Return the claimants of the name by id, of which PostgreSQL knows how much each said."""
        people = Claimant.objects.filter(name__iexact=self.claimant)
        return list(people.values_list("pk", flat=True)) or [UUID(int=0)]

    def _passing(self, *, of_claimant: bool) -> Iterator[QuerySet[Any]]:
        """Yield the claims that pass each filter, as ids.

        Cut off at EVERYTHING, PostgreSQL finds them first and by themselves. Their tables and
        those of a figure are so many together that it would not look for the best order to join
        them in, and might leave the filter to the last.
        """
        if self.outlet:
            said = Mention.objects.filter(snapshot__article__source__domain=self.outlet)
            yield said.values("claim")
        if of_claimant and self.claimant:
            people = Claimant.objects.filter(name__iexact=self.claimant)
            yield Claim.objects.filter(claimant__in=people.values("pk")).values("pk")
        if of_claimant and self.side:
            people = Claimant.objects.filter(side=self.side)
            yield Claim.objects.filter(claimant__in=people.values("pk")).values("pk")
        if self.topic:
            yield Claim.topics.through.objects.filter(topic__slug=self.topic).values("claim")

    def limited_public(self, rows: QuerySet[PublicState]) -> QuerySet[PublicState]:
        """Return the public claims that pass the filters by what was published of them."""
        if self.outlet:
            rows = rows.filter(outlets__contains=[self.outlet])
        if self.claimant:
            rows = rows.filter(claimant__name__iexact=self.claimant)
        if self.side:
            rows = rows.filter(claimant__side=self.side)
        if self.topic:
            rows = rows.filter(topics__contains=[self.topic])
        return rows.filter(language=self.language) if self.language else rows

    def address(self, **more: str) -> str:
        """Return the query string that leads to this scope."""
        named = {"from": self.start.isoformat(), "to": self.end.isoformat()}
        return urlencode({**named, **self.filters, **more})


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))

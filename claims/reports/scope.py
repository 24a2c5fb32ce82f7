"""What a report looks at: a range of dates, and filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.utils import timezone

from claims.models import Claim, Claimant, Mention, PublicState
from claims.models.report import FILTERS
from claims.reports.filters import worded

EVERYTHING = 2**40  # rows; a bound that no table reaches


@dataclass(frozen=True, slots=True)
class Scope:
    """A range of days, both ends included, in the newsroom's time zone, and what is filtered by.

    outlet: host of a source. claimant: a name, whatever its case. side: key. topic: slug.
    language: code.
    An empty filter lets everything through.
    """

    start: date
    end: date
    outlet: str = ""
    claimant: str = ""
    side: str = ""
    topic: str = ""
    language: str = ""

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

    def limited(self, rows: QuerySet[Any], path: str = "claim") -> QuerySet[Any]:
        """Return the rows whose claim passes the filters.

        path: from the row to its claim; empty where the rows are claims.
        """
        if not self.filters:
            return rows
        if self.language:
            rows = rows.filter(**{f"{path}__language" if path else "language": self.language})
        for claims in self._claims():
            rows = rows.filter(**{f"{path or 'pk'}__in": claims.order_by()[:EVERYTHING]})
        return rows

    def _claims(self) -> Iterator[QuerySet[Any]]:
        """Yield the claims that pass each filter, as ids.

        Cut off at EVERYTHING, PostgreSQL finds them first and by themselves. Their tables and
        those of a figure are so many together that it would not look for the best order to join
        them in, and might leave the filter to the last.
        """
        if self.outlet:
            said = Mention.objects.filter(snapshot__article__source__domain=self.outlet)
            yield said.values("claim")
        if self.claimant:
            people = Claimant.objects.filter(name__iexact=self.claimant)
            yield Claim.objects.filter(claimant__in=people.values("pk")).values("pk")
        if self.side:
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

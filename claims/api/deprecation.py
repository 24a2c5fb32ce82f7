"""Telling clients in time that an address will go: Deprecation (RFC 9745) and Sunset (RFC 8594)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponseBase
from django.utils.http import http_date

from claims.api.paging import link


@dataclass(frozen=True, slots=True)
class Deprecation:
    """When an address was deprecated, when it will stop answering, and what to use instead.

    since, sunset: aware times; the second not before the first.
    successor, guide: addresses of what comes in its place, and of a page that tells how to move.
    """

    since: datetime
    sunset: datetime | None = None
    successor: str = ""
    guide: str = ""

    def __post_init__(self) -> None:
        if self.sunset is not None and self.sunset < self.since:
            raise ValueError("An address cannot go before it is deprecated.")

    def tell(self, response: HttpResponseBase) -> None:
        """Add the headers to an answer."""
        response["Deprecation"] = f"@{int(self.since.timestamp())}"
        if self.sunset is not None:
            response["Sunset"] = http_date(self.sunset.timestamp())
        link(
            response,
            deprecation=self.guide,
            sunset=self.guide if self.sunset else "",
            successor_version=self.successor,
        )

"""How often somebody asked within a time, counted for all processes together."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

WINDOW = 60  # seconds

_COUNT = """
INSERT INTO accounts_ratecount AS known (who, minute, count) VALUES (%s, %s, 1)
ON CONFLICT (who) DO UPDATE SET
    count = CASE WHEN known.minute = excluded.minute THEN known.count + 1 ELSE 1 END,
    minute = excluded.minute
RETURNING count
"""

# The stretch of time begins with the first of what is counted in it.
_COUNT_WITHIN = """
INSERT INTO accounts_ratecount AS known (who, minute, count) VALUES (%(who)s, %(now)s, 1)
ON CONFLICT (who) DO UPDATE SET
    count = CASE WHEN known.minute > %(over)s THEN known.count + 1 ELSE 1 END,
    minute = CASE WHEN known.minute > %(over)s THEN known.minute ELSE excluded.minute END
RETURNING count, minute
"""
MOST_MINUTES = 60  # of one stretch; what is older is forgotten


@dataclass(frozen=True, slots=True)
class Rate:
    """Where somebody stands: `used` of `allowed` requests, `seconds` until counting starts anew."""

    allowed: int
    used: int
    seconds: int

    @property
    def is_exceeded(self) -> bool:
        return self.used > self.allowed

    @property
    def wait(self) -> int:
        """Seconds to wait; 0 when it may go on."""
        return max(self.seconds, 1) if self.is_exceeded else 0

    @property
    def left(self) -> int:
        return max(0, self.allowed - self.used)


def count(who: str, allowed: int) -> Rate:
    """Count one more request of `who` and return where they stand.

    who: at most 80 characters, such as `key:pls_0123` or `address:203.0.113.9`.
    """
    minute, passed = divmod(int(time.time()), WINDOW)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [who, minute])
        used = cursor.fetchone()[0]
    return Rate(allowed, used, WINDOW - passed)


def count_within(who: str, allowed: int, *, minutes: int) -> Rate:
    """Count as `count` does, in a stretch of so many minutes that began with the first one.

    minutes: at most MOST_MINUTES.
    """
    seconds = time.time()
    now = int(seconds) // WINDOW
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_WITHIN, {"who": who, "now": now, "over": now - minutes})
        used, began = cursor.fetchone()
    return Rate(allowed, used, (began + minutes) * WINDOW - int(seconds))


def give_back(who: Iterable[str]) -> None:
    """Count one less for each: what was counted turned out to be nothing to count."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE accounts_ratecount SET count = count - 1 WHERE who = ANY(%s) AND count > 0",
            [sorted(who)],
        )


def forget(who: str) -> None:
    """Begin counting anew."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_ratecount WHERE who = %s", [who])


def count_and_read(who: str, allowed: int, query: str) -> tuple[Rate, tuple[Any, ...]]:
    """Count as `count` does, and return the row of a query of one row with it, in one round trip.

    query: SQL of our own without parameters. Where it finds nothing, every column is None.
    """
    minute, passed = divmod(int(time.time()), WINDOW)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH counted AS ({_COUNT}) "
            f"SELECT counted.count, found.* FROM counted LEFT JOIN ({query}) found ON true",
            [who, minute],
        )
        used, *row = cursor.fetchone()
    return Rate(allowed, used, WINDOW - passed), tuple(row)


def forget_old() -> int:
    """Remove who has not asked for an hour; return how many rows went."""
    before = int(time.time()) // WINDOW - 60
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_ratecount WHERE minute < %s", [before])
        return cursor.rowcount


def address_of(request: HttpRequest) -> str:
    """Return the address a request came from, as far as the installation lets it be known.

    Behind a proxy it is the one that the proxy itself saw: the last of X-Forwarded-For. What
    stands before that one may be anybody's invention.
    """
    if settings.BEHIND_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")


def origin_of(request: HttpRequest) -> str:
    """Return by what a request is counted where nobody is known yet."""
    return household_of(address_of(request))


def household_of(address: str) -> str:
    """Return what is counted together: an IPv4 address, or the /64 network of an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if ip.version == 4:
        return str(ip)
    if ip.ipv4_mapped:
        return str(ip.ipv4_mapped)
    return str(ipaddress.ip_network(f"{ip}/64", strict=False))

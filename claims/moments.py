"""Times that somebody wrote, as the database can read them."""

from __future__ import annotations

from datetime import UTC, datetime


def in_utc(at: datetime) -> datetime:
    """Return the same moment in UTC. Raises ValueError without an offset or beyond the calendar.

    The database knows fewer offsets than Python reads, and days at either end of the calendar fit
    into it in UTC alone.
    """
    if at.tzinfo is None:
        raise ValueError("A time without an offset is no moment.")
    try:
        return at.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("Beyond the calendar.") from error

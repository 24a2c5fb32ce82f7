"""What the date grammar hands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.extraction.dates.calendar import NONE, Span

#: What sort of mention it is; code -> wording.
KINDS: dict[str, str] = {
    "date": "a day",
    "month": "a month",
    "quarter": "a quarter of a year",
    "season": "a season",
    "year": "a year",
    "decade": "a decade",
    "century": "a century",
    "weekday": "a day of the week",
    "period": "a stretch between two dates, or open at one end",
    "relative": "a time counted from the article's date",
    "duration": "a length of time",
}
#: Kinds whose figures are part of a calendar date and never a quantity.
CALENDAR = frozenset(("date", "month", "quarter", "season", "year", "decade", "century", "period"))


@dataclass(slots=True)
class Found:
    """A mention in tokens `first` up to but not including `last`."""

    first: int
    last: int
    kind: str
    precision: str
    span: Span = NONE


@dataclass(slots=True)
class DateMention:
    """One mention of a time: `text == source[start:end]`, offsets in code points.

    kind: a key of KINDS. from_date, to_date: first and last day meant, as ISO dates; None where
    that end is open, or cannot be known without the article's date. precision: the calendar unit
    that the words name: day, week, month, quarter, season, year, decade or century.
    """

    start: int
    end: int
    text: str
    kind: str
    from_date: str | None
    to_date: str | None
    precision: str

    def as_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "from": self.from_date,
            "to": self.to_date,
            "precision": self.precision,
        }

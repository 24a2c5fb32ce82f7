"""The rows behind a figure, as lines that lead to their claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localtime

from claims.models import (
    Behind,
    Citation,
    Claim,
    Delivery,
    Event,
    Mention,
    PublicState,
    SecondOpinion,
    Verdict,
)
from claims.reports.durations import Stage, worded
from claims.reports.figures import Figure
from claims.telling import sentence

CHUNK = 2000  # rows


@dataclass(frozen=True, slots=True)
class Item:
    """One counted row. what: which one of the claim's it is. verdict_id: where it has a sheet."""

    claim: Claim
    at: datetime
    what: str = ""
    took: timedelta | None = None
    verdict_id: object = None

    @property
    def length(self) -> str:
        return worded(self.took) if self.took is not None else ""


def loaded(counted: Figure | Stage, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return the rows with what a line shows, in a fixed number of queries."""
    path = f"{counted.path}__claimant" if counted.path else "claimant"
    more = {
        Delivery: ["endpoint"],
        Citation: ["evidence", "verdict"],
        SecondOpinion: ["verdict"],
        Verdict: ["rating"],
    }
    return rows.select_related(path, *more.get(rows.model, []))


def items(counted: Figure | Stage, rows: Iterable[Any]) -> list[Item]:
    return [_item(counted, row) for row in rows]


def passing(counted: Figure | Stage, rows: QuerySet[Any]) -> Iterator[Item]:
    """Yield the lines of many rows, some thousands of which are in memory at a time."""
    for row in rows.iterator(chunk_size=CHUNK):
        yield _item(counted, row)


def _item(counted: Figure | Stage, row: Any) -> Item:
    at = _follow(row, counted.at)
    claim = _follow(row, counted.path) if counted.path else row
    verdict_id = None
    if isinstance(row, Verdict):
        verdict_id = row.pk
    elif isinstance(row, Citation | SecondOpinion | PublicState):
        verdict_id = getattr(row, "verdict_id", None)
    elif isinstance(row, Event) and row.subject.startswith("verdict:"):
        verdict_id = row.subject.removeprefix("verdict:")
    return Item(claim, localtime(at), _what(row), getattr(row, "took", None), verdict_id)


def _what(row: Any) -> str:
    if isinstance(row, Event):
        return sentence(row)
    if isinstance(row, Citation):
        return str(row.evidence)
    if isinstance(row, Mention):
        return row.quote
    if isinstance(row, Behind):
        return f"{row.consumer}: {row.sequence} → {row.publication_id}"
    if isinstance(row, Delivery):
        return f"{row.endpoint}: {row.get_state_display()}"
    if isinstance(row, Verdict):
        return f"{row.number}. {row.rating or ''}"
    return ""


def _follow(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name)
    return row

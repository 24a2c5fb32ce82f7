"""How far a long piece of work is, as a share from 0 to 1 for whoever waits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from time import monotonic
from typing import TypeVar

from articles.jobs import State
from claims.models import ReportFile

Item = TypeVar("Item")
Tell = Callable[[float], None]
EVERY = 1.0  # seconds between two notes in the row
MOST = 99  # per cent of what is not ready yet


def quiet(share: float) -> None:
    """Tell nobody."""


def part(tell: Tell, start: float, end: float) -> Tell:
    """Return what tells the shares of a piece that is itself the share from start to end."""
    return lambda share: tell(start + (end - start) * share)


def counted(items: Collection[Item], tell: Tell) -> Iterator[Item]:
    """Yield the items, and tell after each what share of them is done."""
    for number, item in enumerate(items, start=1):
        yield item
        tell(number / len(items))


class Noting:
    """Notes the share of one attempt at a file in its row, every second at most."""

    def __init__(self, file_id: int, attempt: int) -> None:
        self._rows = ReportFile.objects.filter(pk=file_id, attempt=attempt, state=State.RUNNING)
        self._percent, self._noted_at = 0, monotonic()
        # An earlier attempt may have come further.
        self._rows.update(percent=0)

    def __call__(self, share: float) -> None:
        percent = min(int(share * 100), MOST)
        if percent > self._percent and monotonic() - self._noted_at >= EVERY:
            self._rows.update(percent=percent)
            self._percent, self._noted_at = percent, monotonic()

"""One figure while it is being read: an amount with its unit, still in tokens."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.quantities.words import Amount

Number = int | float


@dataclass(slots=True)
class Item:
    """Tokens `first` up to but not including `last` hold the figure and its unit.

    noun: tokens of the counted noun phrase, if any; it is not part of the figure.
    ends: start and end of a change. direction: 1 up, -1 down, 0 not said.
    """

    first: int
    last: int
    amount: Amount
    value: Number
    step: float
    unit: str | None = None
    unit_kind: str = "count"
    kind: str | None = None
    noun: tuple[int, int] | None = None
    what: tuple[int, int] | None = None
    low: Number | None = None
    high: Number | None = None
    from_value: Number | None = None
    change: float | None = None
    change_stated: float | None = None
    change_by: Number | None = None
    direction: int = 0
    consistent: bool | None = None
    approximate: bool = False
    comparison: str | None = None
    scaled: bool = False
    prefixed: bool = False
    ends: tuple[Item, Item] | None = None
    rated: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether the number stands without any unit, magnitude or noun."""
        return self.unit is None and self.noun is None and not self.scaled and not self.prefixed

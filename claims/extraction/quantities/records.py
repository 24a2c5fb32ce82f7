"""What the number grammar hands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: What sort of figure it is; code -> wording.
KINDS: dict[str, str] = {
    "count": "a number of things",
    "percent": "a percentage",
    "percentage_point": "a difference between percentages, in points",
    "money": "an amount of money",
    "measure": "a physical measure or an age",
    "duration": "a length of time",
    "ordinal": "a rank",
    "proportion": "a part of a whole",
    "range": "a lowest and a highest figure",
    "change": "a change from one figure to another",
}

#: How a figure bounds the true one; code -> wording.
COMPARISONS: dict[str, str] = {
    "at_least": "this or more",
    "at_most": "this or less",
    "more_than": "more than this",
    "less_than": "less than this",
}


@dataclass(slots=True)
class Quantity:
    """One figure of a text: `text == source[start:end]`, offsets in code points, end exclusive.

    value: the figure, magnitude words multiplied in; 12 % is 12, a third is 0.333..., halved is
        -0.5, a change from 5 to 7 is 7. None for a range, which has `low` and `high`.
    unit: canonical English name of a currency, measure or percentage ("pound sterling",
        "barrel per day", "percent"); the counted noun in the singular for a count; None if none.
    kind: a key of KINDS. unit_kind: the same for one of its figures, so a range of money is money.
    what: the words for what is measured, as the text has them; None if not beside the figure.
    from_value, to_value: both ends of a change. change: the change as a share of the start
        (-0.5 is halved), computed where both ends are given, else as stated.
    change_stated: the same share as the words beside the figures put it.
    change_by: the difference that the words state in the figures' own unit, signed.
    direction: "up" or "down" where the words say so.
    consistent: whether figures and words agree within rounding; None if there is nothing to check.
    approximate: given as about, nearly, some. comparison: a key of COMPARISONS, or None.
    period: the words for the time the figure is of, as the text has them.
    step: the unit of the last digit given, for rounding; 0 if the figure is exact.
    """

    start: int
    end: int
    text: str
    value: float | int | None
    unit: str | None
    kind: str
    unit_kind: str
    what: str | None = None
    low: float | int | None = None
    high: float | int | None = None
    from_value: float | int | None = None
    to_value: float | int | None = None
    change: float | None = None
    change_stated: float | None = None
    change_by: float | int | None = None
    direction: str | None = None
    consistent: bool | None = None
    approximate: bool = False
    comparison: str | None = None
    period: str | None = None
    step: float = 0

    def as_dict(self) -> dict[str, Any]:
        """Return the quantity as JSON types; what does not apply is left out."""
        named = {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "value": self.value,
            "unit": self.unit,
            "kind": self.kind,
        }
        optional = {
            "what": self.what,
            "low": self.low,
            "high": self.high,
            "from": self.from_value,
            "to": self.to_value,
            "change": self.change,
            "change_stated": self.change_stated,
            "change_by": self.change_by,
            "direction": self.direction,
            "consistent": self.consistent,
            "approximate": self.approximate or None,
            "comparison": self.comparison,
            "period": self.period,
        }
        if self.unit_kind != self.kind:
            optional["unit_kind"] = self.unit_kind
        return named | {name: value for name, value in optional.items() if value is not None}

"""Check-worthiness of a statement from reasons a person can read."""

from __future__ import annotations

import math
from collections.abc import Mapping

#: Log-odds each reason adds at full strength. Those of the wording are learned from sentences that
#: people judged (train/wording.py); the others are set by hand.
WEIGHTS: dict[str, float] = {
    "figure": 1.2,
    "change": 1.2,
    "inconsistent": 1.0,
    "comparison": 0.5,
    "past_event": 0.6,
    "dated": 0.4,
    "named": 0.45,
    "attributed": 0.6,
    "document": 0.5,
    "disputed": 1.6,
    "denial": 1.2,
    "absolute": 0.3,
    "cause": 0.3,
    "harm": 0.4,
    "law": 0.4,
    "money": 0.5,
    "like_checked": 2.4,
    "unlike_checked": -2.1,
    "opinion": -1.1,
    "hope": -2.0,
    "ruled_out": 0.6,
    "prediction": -1.0,
    "promise": -1.0,
    "foretold": -1.5,
    "demand": -1.2,
    "question": -2.0,
    "framing": -1.2,
    "first_person": -0.4,
    "attitude": -0.6,
    "hedged": -0.6,
    "vague": -1.0,
    "short": -1.0,
    "no_verb": -1.2,
    "colour": -1.6,
    "speech_act": -1.5,
    "greeting": -2.5,
    "repeated": -2.0,
}
BASE = 0.2


def check_worthiness(
    features: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS
) -> tuple[float, tuple[str, ...]]:
    """Return (score from 0 to 1, reasons with the weightiest first).

    features: reason code -> strength, 0 to 1. weights: those in force, with "base" among them.
    """
    total, sizes, weight_of = 0.0, {}, weights.get
    for code, value in features.items():
        if value:
            part = weight_of(code, 0.0) * value
            total += part
            sizes[code] = part if part < 0 else -part
    total += weight_of("base", BASE)
    reasons = sorted(sizes, key=sizes.__getitem__)
    return rounded(1 / (1 + math.exp(-total))), tuple(reasons)


def rounded(share: float) -> float:
    """A number from 0 to 1 with four digits; `round` writes them out to read them back."""
    return int(share * 10_000 + 0.5) / 10_000

"""The weights in force: those of the code, with what a person applied on top of them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from .score import BASE, WEIGHTS

SETTING = "CHECKWORTHINESS_WEIGHTS"
BASE_NAME = "base"
LARGEST = 8.0  # log-odds; more than that no single reason is worth


class UnreadableWeights(ValueError):
    """The file of weights cannot be used; the sentence names the file, the entry and the fix."""


def weights() -> Mapping[str, float]:
    """Return reason -> log-odds, and "base"; CHECKWORTHINESS_WEIGHTS names a file of changes.

    Raises UnreadableWeights.
    """
    return applied(os.environ.get(SETTING, "").strip())


def weights_version() -> str:
    """Short hash of the weights that a person applied; empty without any."""
    if not os.environ.get(SETTING, "").strip():
        return ""
    return hashlib.sha256(repr(sorted(weights().items())).encode()).hexdigest()[:10]


@lru_cache(maxsize=8)
def applied(path: str) -> Mapping[str, float]:
    """The weights of the code with those of a JSON file (reason -> number) in their place.

    path: read once per process; "" for the code alone.
    """
    result = {BASE_NAME: BASE, **WEIGHTS}
    if path:
        result.update(read_weights(Path(path)))
    return result


def read_weights(path: Path) -> dict[str, float]:
    """The entries of a file of weights, checked."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableWeights(
            f"{SETTING}: {path} cannot be read as JSON ({error}). Write one with "
            "`manage.py checkworthiness_report --write FILE`, or leave the setting empty."
        ) from error
    if not isinstance(entries, dict):
        raise UnreadableWeights(f"{SETTING}: {path} holds no object of reason and number.")
    for code, value in entries.items():
        if code != BASE_NAME and code not in WEIGHTS:
            raise UnreadableWeights(
                f"{SETTING}: {path} names {code!r}, which is no reason. Known are: "
                f"{', '.join([BASE_NAME, *sorted(WEIGHTS)])}."
            )
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not abs(value) <= LARGEST:
            raise UnreadableWeights(
                f"{SETTING}: {path} gives {code!r} the value {value!r}; write a number from "
                f"-{LARGEST:g} to {LARGEST:g}."
            )
    return {code: float(value) for code, value in entries.items()}

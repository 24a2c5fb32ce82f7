"""Text that ends up in a spreadsheet."""

from __future__ import annotations

from typing import Any

# What spreadsheets take for the beginning of a formula; blanks before it change nothing.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def harmless(value: Any) -> Any:
    """Return a cell that no spreadsheet runs: a text like a formula gets a `'` before it."""
    if isinstance(value, str) and value.lstrip(" \n").startswith(FORMULA):
        return f"'{value}"
    return value

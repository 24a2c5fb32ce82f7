"""Figures in running text, typed and checked: `find_quantities`. Pure Python, any language listed
in `lexicon.LANGUAGES`; dates are read by `claims.extraction.dates`."""

from __future__ import annotations

from claims.extraction.dates import DateMention, find_dates
from claims.extraction.quantities.find import find_figures, find_quantities
from claims.extraction.quantities.records import COMPARISONS, KINDS, Quantity

__all__ = [
    "COMPARISONS",
    "KINDS",
    "DateMention",
    "Quantity",
    "find_dates",
    "find_figures",
    "find_quantities",
]

"""The words of numbers, units, bounds, changes and dates, one table per language.

Each language is a TOML file beside this module; `common.toml` holds what is written alike
everywhere (symbols, currency codes, abbreviations of units).
"""

from __future__ import annotations

from functools import lru_cache

from claims.extraction.quantities.lexicon.build import build
from claims.extraction.quantities.lexicon.tables import (
    BEFORE_AGE,
    BEFORE_NAME,
    BEGINS_RATE,
    BEGINS_UNIT,
    CLOCK_WORDS,
    CLOCKS,
    COUNTED,
    COUNTS_ONE,
    FROM_TODAY,
    GOES_ON,
    HYPHENS,
    IN_CALENDAR,
    IN_DIGITS,
    LEADS,
    LOOSENS,
    NAMES_YEAR,
    OF_DATE,
    POUNDS,
    SPOKEN_YEARS,
    STARTS_DATE,
    STARTS_FIGURE,
    STATES_CHANGE,
    Lexicon,
)

__all__ = [
    "BEFORE_AGE",
    "BEFORE_NAME",
    "BEGINS_RATE",
    "BEGINS_UNIT",
    "CLOCKS",
    "CLOCK_WORDS",
    "COUNTED",
    "COUNTS_ONE",
    "FROM_TODAY",
    "GOES_ON",
    "HYPHENS",
    "IN_CALENDAR",
    "IN_DIGITS",
    "LANGUAGES",
    "LEADS",
    "LOOSENS",
    "NAMES_YEAR",
    "OF_DATE",
    "POUNDS",
    "SPOKEN_YEARS",
    "STARTS_DATE",
    "STARTS_FIGURE",
    "STATES_CHANGE",
    "Lexicon",
    "read_lexicon",
]

#: Languages with a table of their own; any other is read with the English one.
LANGUAGES = ("ar", "de", "en", "es", "fr", "he", "ru", "uk")


@lru_cache(maxsize=100)
def read_lexicon(language: str) -> Lexicon:
    """The tables of a language given by its code ("de", "de-AT"); English for an unknown one."""
    code = (language or "en").replace("_", "-").split("-")[0].lower()
    return _read(code if code in LANGUAGES else "en")


@lru_cache(maxsize=len(LANGUAGES))
def _read(code: str) -> Lexicon:
    return build(code)

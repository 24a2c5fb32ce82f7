"""Figures written in digits: "160,000", "1,5", "160 000", "١٦٠٬٠٠٠"."""

from __future__ import annotations

import re
from functools import lru_cache

#: Longer runs of digits are identifiers, not figures.
MOST_DIGITS = 21
SPACES = "\u00a0\u2009\u202f "
ARABIC_DECIMAL = "٫"
GROUPED = re.compile(r"\d{1,3}(?:([.,'’٬])\d{3})(?:\1\d{3})*\Z")
INDIAN = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}\Z")

Number = int | float


@lru_cache(maxsize=4096)
def read_numeral(written: str, decimal: str, groups: str) -> tuple[Number, float] | None:
    """Return (value, unit of the last digit) of one numeral, or None if it is not one.

    decimal: the language's decimal sign; groups: its grouping signs other than spaces. A lone
    sign of the other sort is read the foreign way when it cannot be the language's own: "1.5" in
    German is one and a half, "160.000" is 160 thousand.
    """
    if sum(char.isdecimal() for char in written) > MOST_DIGITS:
        return None
    plain = "".join(char for char in written if char not in SPACES)
    plain = plain.replace(ARABIC_DECIMAL, "." if decimal == "." else decimal)
    if plain.isdecimal():
        return int(plain), 1
    whole, mark, fraction = _split(plain, decimal, groups)
    if whole is None:
        return None
    whole_digits = _ungrouped(whole, decimal, groups)
    if whole_digits is None:
        return None
    if not mark:
        return int(whole_digits), 1
    digits = len(fraction)
    value = float(f"{int(whole_digits)}.{_ascii(fraction)}")
    return (int(value) if value.is_integer() and digits > 9 else value), 10.0**-digits


def _split(plain: str, decimal: str, groups: str) -> tuple[str | None, str, str]:
    """Divide at the decimal sign: (whole part or None, sign or "", fraction)."""
    at = max(plain.rfind("."), plain.rfind(","))
    if at < 0:
        return plain, "", ""
    mark, fraction = plain[at], plain[at + 1 :]
    if mark == decimal:
        if decimal in plain[:at]:
            # Two of the language's decimal signs: only grouping the foreign way makes sense.
            return (plain, "", "") if GROUPED.match(plain) else (None, "", "")
        return plain[:at], mark, fraction
    if len(fraction) == 3 and (mark in groups or plain.count(mark) > 1):
        return plain, "", ""
    if plain.count(mark) == 1 and len(fraction) != 3 and not any(c in plain[:at] for c in ".,'’"):
        # "1.5" where the comma is the decimal sign; "1,5" in English stays two figures.
        return (plain[:at], mark, fraction) if decimal == "," else (None, "", "")
    if plain.count(mark) == 1 and len(fraction) == 3:
        return plain, "", ""
    return None, "", ""


def _ungrouped(whole: str, decimal: str, groups: str) -> str | None:
    if whole.isdecimal():
        return _ascii(whole)
    if GROUPED.match(whole) or (decimal == "." and INDIAN.match(whole)):
        return _ascii("".join(char for char in whole if char.isdecimal()))
    return None


def _ascii(digits: str) -> str:
    return str(int(digits)).zfill(len(digits))

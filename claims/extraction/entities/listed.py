"""Names in scripts without capitals, which are found by look-up only."""

from __future__ import annotations

import re

from claims.extraction.records import FoundEntity

from .tables import Tables

LONGEST = 60  # letters of a listed name
WORD = re.compile(r"[\u0590-\u06ff][\u0590-\u06ff\"'׳״]*")
#: Letters that Hebrew and Arabic write together with the word they precede.
PREFIXES = {"he": "והבלמשכ", "ar": "وفبلك"}


def listed(text: str, table: Tables) -> list[FoundEntity]:
    """Listed names in a script without capitals, also behind a prefixed particle."""
    result = []
    prefixes = PREFIXES.get(table.language, "")
    words = list(WORD.finditer(text))
    index = 0
    while index < len(words):
        taken = 1
        for length in (3, 2, 1):
            last = min(index + length, len(words)) - 1
            start, end = words[index].start(), words[last].end()
            wording = text[start:end]
            if end - start > LONGEST or "\n" in wording:
                continue
            offset, kind = prefixed(wording, prefixes, table)
            if kind is not None:
                begin = start + offset
                result.append(FoundEntity(begin, end, text[begin:end], kind, text[begin:end]))
                taken = last - index + 1
                break
        index += taken
    return result


def prefixed(wording: str, prefixes: str, table: Tables) -> tuple[int, str | None]:
    """Where the listed name begins in a word and its kind; up to two particles stand before it."""
    for offset in range(3):
        kind = table.known.get(wording[offset:].lower())
        if kind is not None:
            return offset, kind
        if offset + 2 >= len(wording) or wording[offset] not in prefixes:
            break
    return 0, None

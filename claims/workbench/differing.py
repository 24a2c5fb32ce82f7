"""Two wordings side by side, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# Words and what stands between them; scripts without blanks are compared sign by sign.
UNITS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+|\s+|[^\w\s]")
MOST = 20_000  # units on both sides together; longer texts are compared line by line


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text that is the same on both sides, added or removed."""

    kind: str
    text: str


def differing(before: str, after: str) -> list[Part]:
    """Return what was kept ("same"), "removed" and "added" on the way from one to the other."""
    left, right = UNITS.findall(before), UNITS.findall(after)
    if len(left) + len(right) > MOST:
        left, right = before.splitlines(keepends=True), after.splitlines(keepends=True)
    parts = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            parts.append(Part("same", "".join(left[start:end])))
            continue
        if end > start:
            parts.append(Part("removed", "".join(left[start:end])))
        if new_end > new_start:
            parts.append(Part("added", "".join(right[new_start:new_end])))
    return parts


def is_changed(parts: list[Part]) -> bool:
    return any(part.kind != "same" for part in parts)

"""Two wordings side by side, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# A word, a number or a sign with the blanks after it. Scripts without blanks are compared sign by
# sign; a number stays whole, as its parts would change places between words from the right.
UNITS = re.compile(
    r"([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\d+(?:[.,:/]\d+)+|\w+|[^\w\s]|^)(\s*)"
)
LINES = re.compile(r"([^\n]*)(\n|$)")
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
        left, right = LINES.findall(before), LINES.findall(after)
    parts: list[Part] = []
    # Blanks are left out of the comparison: every second unit would be alike, and slow it down.
    words = [[word for word, _blanks in side] for side in (left, right)]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            _replace(parts, _text(left[start:end]), _text(right[new_start:new_end]))
            continue
        for old, new in zip(left[start:end], right[new_start:new_end], strict=True):
            _add(parts, "same", _text([old]) if old == new else old[0])
            if old != new:
                _add(parts, "removed", old[1])
                _add(parts, "added", new[1])
    return parts


def _text(units: list[tuple[str, str]]) -> str:
    return "".join(word + blanks for word, blanks in units)


def _replace(parts: list[Part], old: str, new: str) -> None:
    """One text in the place of another; the blanks after both stay where they are."""
    kept = ""
    if old and new and old[len(old.rstrip()) :] == new[len(new.rstrip()) :]:
        old, new, kept = old.rstrip(), new.rstrip(), old[len(old.rstrip()) :]
    _add(parts, "removed", old)
    _add(parts, "added", new)
    _add(parts, "same", kept)


def _add(parts: list[Part], kind: str, text: str) -> None:
    """Append a run of text, to the last part where that is of the same kind."""
    if not text:
        return
    if parts and parts[-1].kind == kind:
        text = parts.pop().text + text
    parts.append(Part(kind, text))


def replaced(before: str, after: str) -> list[Part]:
    """Return one text in the place of another, whole: a choice has no words of its own."""
    if before == after:
        return [Part("same", after)]
    between = " " if before and after else ""
    found = [("removed", before), ("same", between), ("added", after)]
    return [Part(kind, text) for kind, text in found if text]


def is_changed(parts: list[Part]) -> bool:
    return any(part.kind != "same" for part in parts)

"""What a publisher changed in a text after it was read, at the places of the older wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from claims.workbench.differing import MOST

# Words, numbers, signs and the blanks between them; together they give the text back.
UNITS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\d+(?:[.,:/]\d+)+|\w+|\s+|[^\w\s]")
# Where the words of a passage differ this often, the passage as a whole was rewritten.
KEPT = 0.4  # share of equal words, from 0 to 1


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the older wording and what stands there now.

    start, end: code points of the older text, end exclusive, never empty: where something was put
    in, the word before it is part of both sides. newer: empty where it was taken out.
    """

    start: int
    end: int
    older: str
    newer: str


def edits(older: str, newer: str) -> list[Edit]:
    """Return the later edits in the order of the older text; none where nothing but blanks differ.

    Lines are compared first, then the words of those that differ, so that a long article costs
    little more than what was changed in it.
    """
    if older == newer or not older.strip():
        return []
    found = []
    left, right = older.splitlines(keepends=True), newer.splitlines(keepends=True)
    places = [0, *accumulate(len(line) for line in left)]
    for kind, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            for edit in _of_words(older, places[i], "".join(left[i:j]), "".join(right[k:m])):
                found.append(_joined(older, found.pop(), edit) if _touch(found, edit) else edit)
    return found


def _touch(found: list[Edit], edit: Edit) -> bool:
    return bool(found) and edit.start < found[-1].end


def _joined(text: str, before: Edit, after: Edit) -> Edit:
    """One edit for two that share a word: the later one put something in behind it."""
    start, end = before.start, max(before.end, after.end)
    more = after.newer.removeprefix(after.older).strip()
    return Edit(start, end, text[start:end], f"{before.newer} {more}".strip())


def _of_words(text: str, place: int, older: str, newer: str) -> Iterator[Edit]:
    """Compare the words of a passage that begins at `place` of the older text."""
    left, right = UNITS.findall(older), UNITS.findall(newer)
    if len(left) + len(right) > MOST:
        yield from _edit(text, place, place + len(older), newer)
        return
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < KEPT:
        yield from _edit(text, place, place + len(older), newer)
        return
    places = [place, *(place + length for length in accumulate(len(unit) for unit in left))]
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield from _edit(text, places[i], places[j], "".join(right[k:m]))


def _edit(text: str, start: int, end: int, newer: str) -> Iterator[Edit]:
    """Yield one edit, drawn in to its words; nothing where only blanks differ."""
    older = text[start:end]
    if older.split() == newer.split():
        return
    if not older.strip():
        # Something was put in: the word before it carries the mark.
        before = text[:start].rstrip() or text
        end = len(before) if before is not text else len(text) - len(text.lstrip()) + 1
        start = max((i for i in range(end) if i == 0 or before[i - 1].isspace()), default=0)
        yield Edit(start, end, text[start:end], f"{text[start:end]} {newer.strip()}")
        return
    start += len(older) - len(older.lstrip())
    yield Edit(start, start + len(older.strip()), older.strip(), newer.strip())

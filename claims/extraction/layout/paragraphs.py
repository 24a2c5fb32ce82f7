"""Paragraphs of a text, from lines that stand apart or were broken to fit a width."""

from __future__ import annotations

import re
from itertools import pairwise

BREAK = re.compile(r"[\r\n\x85\u2028\u2029]")
RARE_BREAKS = ("\r", "\x85", "\u2028", "\u2029")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n|\u2029")
#: What may stand behind the last mark: "planned.[4]", "planned.[citation needed]", "planned! 😡".
REFERENCES = r"(?:\[[^\[\]\n]{1,24}\])*"
PICTURES = "\u2600-\u27bf\U0001f1e6-\U0001faff"
TERMINAL = re.compile(
    r"[.!?…。！？؟۔:;](?:[  \u202f]?[\"'”’»“)\]])*" + REFERENCES + rf"[\s\ufe0f{PICTURES}]*$"
)
LATEST = 4  # code points behind a closing mark
LATEST_REFERENCES = 60  # the same with references or pictures
ITEM = re.compile(
    r"(?:[-*•–—·▪]|\(?\d{1,2}[.)]|\d{1,2}/(?:\d{1,2})?|\d{1,2}\.\d{1,2}(?=\s+[^\W\d_][a-z]))\s+"
)
WRAPPED_LINE = (45, 100)  # characters in a line of text that was broken to fit a width


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the paragraphs in order, without the space around them."""
    lines = _lines(text)
    if max([end - start for start, end in lines], default=0) < WRAPPED_LINE[0]:
        return lines  # none was broken because it was long
    return _joined(text, lines) if _is_wrapped(text, lines) else _mended(text, lines)


def _lines(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that are not empty, without the space around them."""
    rare = any(mark in text for mark in RARE_BREAKS)
    lines, start = [], 0
    for line in BREAK.split(text) if rare else text.split("\n"):
        kept = line.strip()
        if kept:
            first = start if line[0] == kept[0] else start + len(line) - len(line.lstrip())
            lines.append((first, first + len(kept)))
        start += len(line) + 1
    return lines


def _mended(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join lines that a copy has broken in the middle of a sentence."""
    whole: list[tuple[int, int]] = []
    for start, end in lines:
        if whole and text[start].islower() and start - (last := whole[-1])[1] <= 2:
            broken = text[last[1] - 1].isalpha() or text[last[1] - 1] in ",-"
            if broken and last[1] - last[0] >= WRAPPED_LINE[0]:
                whole[-1] = (last[0], end)
                continue
        whole.append((start, end))
    return whole


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Say whether lines are broken to a width, as in mails and some wires."""
    if len(lines) < 6:
        return False
    low, high = WRAPPED_LINE
    sizes = [end - start for start, end in lines]
    if max(sizes) > high + 20 or sum([low <= size <= high for size in sizes]) < 0.5 * len(lines):
        return False
    opened = sum(
        not is_closed(text, start, end) and following_starts - end <= 2
        for (start, end), (following_starts, _) in pairwise(lines)
    )
    return opened >= 0.4 * len(lines)


def is_closed(text: str, start: int, end: int) -> bool:
    """Say whether a line ends as a sentence does."""
    last = text[end - 1]
    if last in ".!?":
        return True
    if last.isalnum():
        return False
    reach = LATEST_REFERENCES if last == "]" or last > "\u2600" else LATEST
    return bool(TERMINAL.search(text[max(start, end - reach) : end]))


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join lines into paragraphs where no blank line, item mark or short last line parts them."""
    low, _ = WRAPPED_LINE
    whole: list[tuple[int, int]] = []
    last_length = 0
    for start, end in lines:
        gap = text[whole[-1][1] : start] if whole else ""
        apart = not whole or BLANK_LINE.search(gap) or ITEM.match(text[start : start + 6])
        if apart or last_length < low:
            whole.append((start, end))
        else:
            whole[-1] = (whole[-1][0], end)
        last_length = end - start
    return whole

"""Captions as they are pasted: what stands between the lines that were said, and turns.

SubRip and WebVTT files, transcripts with a time above or before each line, and lines that only
their width broke. Numbers, times, headers, tags and sounds in brackets were not said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ..lexicon import Lexicon
from ..lexicon.together import any_of

Span = tuple[int, int]

CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}"
TIMING = re.compile(rf"({CLOCK}[.,]\d{{1,3}})\s*-->\s*({CLOCK}[.,]\d{{1,3}})[^\n]*")
STAMP = re.compile(rf"[\[(]?{CLOCK}(?:[.,]\d{{1,3}})?[\])]?(?=\s|$)")
HEADER = re.compile(r"(?:WEBVTT|Kind:|Language:|NOTE\b|STYLE\b|X-TIMESTAMP)[^\n]*")
#: Tags, sounds, notes of music; what a change of speakers is marked with; a name with a colon.
NOISE = re.compile(
    r"</?[a-z0-9:.][^<>\n]{0,40}>|\{\\[^{}\n]{1,20}\}|\[[^\[\]\n]{1,30}\]|\([A-Z ]{3,30}\)|[♪♫]+"
)
CHANGE = re.compile(r"(?:>>+|(?:&gt;){2,})[ \t]*|(?<=\n)-[ \t]?(?=\w)")
CHANGES, NOISES = (">>", "&gt;&gt;", "\n-"), "<{[(♪♫"
APPLAUSE = re.compile(r"applau|cheer|laugh", re.IGNORECASE)
LABEL = re.compile(r"[A-Z][\w.'’() -]{1,40}:\s")
PAUSE = 1.5  # seconds of silence that end an utterance
LEAST_TIMES = 2  # lines with the times of a cue
LEAST_STAMPS = 4  # lines that a time opens
LEAST_LINES = 6
# Code points of a line: on average, at least; without times, on average, at most; and at most.
NARROWEST, WIDTH, WIDEST = 8, 45, 75
RUN_ON, LEAST_RUN_ON = 0.2, 3  # captions that end with a word like "the": share, and number
DANGLING = (
    "determiners", "prepositions", "conjunctions", "subordinators", "auxiliaries",
    "pronouns.first", "clause_subjects",
)  # fmt: skip


@dataclass(slots=True)
class Captions:
    """Spans that were not said, and the code points that an utterance begins at in any case."""

    unsaid: list[Span] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)


def find_captions(text: str, words: Lexicon) -> Captions | None:
    """How the captions of a text are set; None for any other text."""
    timed = text.count("-->") >= LEAST_TIMES
    if not timed and not NARROWEST < len(text) / (text.count("\n") + 1) < WIDEST:
        return None
    lines = _lines(text)
    if timed:
        return _timed(text, lines)
    return _stamped(text, lines, words) or _bare(text, lines, words)


def _lines(text: str) -> list[Span]:
    """Spans of the lines, without the space around them; none of the empty ones."""
    spans, start = [], 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            begin = start + line.index(bare[0])
            spans.append((begin, begin + len(bare)))
        start += len(line) + 1
    return spans


def _timed(text: str, lines: list[Span]) -> Captions | None:
    """SubRip and WebVTT: a number, the times, what was said."""
    captions, ended, count = Captions(), 0.0, 0
    for number, (start, end) in enumerate(lines):
        timing = TIMING.fullmatch(text, start, end)
        if timing is not None:
            count += 1
            captions.unsaid.append((start, end))
            above = lines[number - 1] if number else (0, 0)
            if text[slice(*above)].isdecimal():
                captions.unsaid.append(above)
            begun = _seconds(timing[1])
            if begun - ended >= PAUSE and count > 1:
                captions.begins.append(end + 1)
            ended = _seconds(timing[2])
        elif HEADER.fullmatch(text, start, end) and not count:
            captions.unsaid.append((start, end))
    return captions if count >= LEAST_TIMES else None


def _stamped(text: str, lines: list[Span], words: Lexicon) -> Captions | None:
    """A time above each line, or in front of it."""
    if text.count(":") < LEAST_STAMPS:
        return None
    stamps = [
        (start, found.end()) for start, end in lines if (found := STAMP.match(text, start, end))
    ]
    if len(stamps) < max(LEAST_STAMPS, 0.25 * len(lines)):
        return None
    times = [_seconds(text[slice(*stamp)].strip("[]()")) for stamp in stamps]
    if any(later < earlier for earlier, later in pairwise(times)):
        return None
    said = []
    ends = dict(stamps)
    for start, end in lines:
        begin = ends.get(start, start)
        if begin < end:
            said.append((begin + (text[begin:end][0] == " "), end))
    return Captions(unsaid=stamps) if _runs_on(text, said, words) else None


def _bare(text: str, lines: list[Span], words: Lexicon) -> Captions | None:
    """Lines of one width, without times."""
    if len(lines) < LEAST_LINES or sum(end - start for start, end in lines) > WIDTH * len(lines):
        return None
    if max(end - start for start, end in lines) > WIDEST or not _runs_on(text, lines, words):
        return None
    gaps = [start for (_, end), (start, _) in pairwise(lines) if "\n\n" in text[end:start]]
    return Captions(begins=gaps)


def _runs_on(text: str, lines: list[Span], words: Lexicon) -> bool:
    """Say whether lines end where no sentence does, with a word like "the"."""
    dangling, count = any_of(words.code, *DANGLING), 0
    for start, end in lines:
        blank = text.rfind(" ", start, end)
        count += blank > 0 and text[blank + 1 : end].lower() in dangling
    return count >= max(LEAST_RUN_ON, RUN_ON * len(lines))


def find_changes(text: str, captions: Captions) -> None:
    """Add the marks of a change of speakers, the lines that begin with a name, and noises."""
    if any(mark in text for mark in CHANGES):
        for change in CHANGE.finditer(text):
            captions.unsaid.append(change.span())
            captions.begins.append(change.end())
    if any(mark in text for mark in NOISES):
        for noise in NOISE.finditer(text):
            captions.unsaid.append(noise.span())
            if APPLAUSE.search(noise.group()):
                captions.begins.append(noise.end())
    if ": " in text:
        captions.begins += [begin for begin, end in _lines(text) if LABEL.match(text, begin, end)]
    captions.unsaid.sort()


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = 60 * total + float(part)
    return total

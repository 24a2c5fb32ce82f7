"""Transcripts in which the claims are marked: {…} is to be found, ⟨…⟩ may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from claims.extraction import FoundClaim

FOLDER = Path(__file__).parent
WORD = re.compile(r"[\w'.]+")
#: Lines of a caption file that nobody said.
FURNITURE = re.compile(r"^(?:WEBVTT|Kind:.*|Language:.*|\d+|\d+:\d\d.*)$", re.MULTILINE)
SAME = 0.6  # share of words that a claim has in common with the marked one
CHECKWORTHY = 0.5
OPENERS = frozenset(["and", "but", "so", "now", "well", "that"])

Words = frozenset[int]


@dataclass(frozen=True)
class Marked:
    """A transcript and its claims, each as the places of its words."""

    text: str
    words: dict[int, str]
    wanted: list[Words]
    allowed: list[Words]

    def words_in(self, start: int, end: int) -> Words:
        """Places of the words in a stretch, without the ones that only open it."""
        places = [at for at in self.words if start <= at < end]
        while places and self.words[places[0]] in OPENERS:
            places = places[1:]
        return frozenset(places)


def read_marked(name: str) -> Marked:
    """The transcript of a file of this folder."""
    raw = (FOLDER / name).read_text(encoding="utf-8")
    text, spans, begin = [], {"}": [], "⟩": []}, 0
    for character in raw:
        if character in "{⟨":
            begin = len(text)
        elif character in spans:
            spans[character].append((begin, len(text)))
        else:
            text.append(character)
    whole = "".join(text)
    said = FURNITURE.sub(lambda line: " " * len(line.group()), whole)
    words = {word.start(): word.group().lower() for word in WORD.finditer(said)}
    marked = Marked(whole, words, [], [])
    marked.wanted.extend(marked.words_in(*span) for span in spans["}"])
    marked.allowed.extend(marked.words_in(*span) for span in spans["⟩"])
    return marked


def compare(marked: Marked, found: list[FoundClaim]) -> tuple[list[Words], list[FoundClaim], int]:
    """What was missed, what was found besides, and how many were hit."""
    missed, besides, hits = list(marked.wanted), [], 0
    for claim in found:
        own = marked.words_in(claim.start, claim.end)
        match = next((one for one in missed if _alike(own, one)), None)
        if match is not None:
            missed.remove(match)
            hits += 1
        elif claim.score >= CHECKWORTHY and not any(_alike(own, one) for one in marked.allowed):
            besides.append(claim)
    return missed, besides, hits


def _alike(one: Words, other: Words) -> bool:
    return len(one & other) >= SAME * len(one | other)

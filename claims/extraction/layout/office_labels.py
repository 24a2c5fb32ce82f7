"""Labels of an office and, in brackets, who holds it: "The Minister for Ports (Ada Holm): ..."."""

from __future__ import annotations

import re

from ..lexicon import Lexicon
from .blocks import Block

#: Code points in which such a label has ended; offices in parliaments are long.
REACH = 180
LABEL = re.compile(
    r"([A-Z][^\n:;!?()]{2,120}?) \(([^()\n:]{3,50})\)(?: \([^()\n:]{2,20}\))?\s?:\s+(?=\S)"
)
WORD = re.compile(r"[^\W\d_][\w.'’-]*")
LEAST_WORDS = 2  # of a name, with its title
PARTICLE = 3  # letters of "de" or "van" in a name

Span = tuple[int, int]


def office_label(text: str, block: Block, words: Lexicon) -> tuple[Span, Span] | None:
    """Spans of the office and of the name in the label that a block begins with, if it has one."""
    reach = min(block.end, block.start + REACH)
    if text.find("):", block.start, reach) < 0 and text.find(") :", block.start, reach) < 0:
        return None
    match = LABEL.match(text, block.start, reach)
    if match is None or not _is_person(match[2]) or not _is_office(match[1], words):
        return None
    return match.span(1), match.span(2)


def _is_person(name: str) -> bool:
    """Say whether what stands in brackets may be a name: "Hon. Ada Holm", no "as amended"."""
    parts = name.split()
    if len(parts) < LEAST_WORDS or not parts[0][0].isupper():
        return False
    return all(part[0].isupper() or len(part) <= PARTICLE for part in parts)


def _is_office(office: str, words: Lexicon) -> bool:
    """Say whether a title stands in it: "The Secretary of State", "Under-Secretary for Ports"."""
    said = (word.lower().rstrip(".").rpartition("-")[2] for word in WORD.findall(office))
    return any(words.is_title(word) for word in said)

"""Lists that somebody says, reports or denies: "The inspectors say:", then items."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from ..layout.blocks import Block
from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Attribution
from .chains import position
from .phrases import phrase_before, skip_back


def add_lists(
    tokens: Tokens, blocks: list[Block], found: list[Attribution], words: Lexicon
) -> list[Attribution]:
    """Return the attributions with those of lists; an item with a source of its own keeps it."""
    text = tokens.text
    above_lists = [
        number
        for number, (above, below) in enumerate(pairwise(blocks))
        if below.kind == "item" and above.kind == "body" and text[above.end - 1] == ":"
    ]
    if not above_lists:
        return found
    made = []
    cues = sorted(item.cue[0] for item in found if item.cue is not None)
    for number in above_lists:
        items = _items(blocks, number + 1, cues)
        said = _said(tokens, blocks[number], items, words)
        if said is not None:
            made.append(said)
    return sorted(found + made, key=position) if made else found


def _items(blocks: list[Block], number: int, cues: list[int]) -> list[tuple[int, int]]:
    spans = []
    while number < len(blocks) and blocks[number].kind == "item":
        start, end = blocks[number].start, blocks[number].end
        at = bisect_left(cues, start)
        if at == len(cues) or cues[at] >= end:
            spans.append((start, end))
        number += 1
    return spans


def _said(
    tokens: Tokens, above: Block, items: list[tuple[int, int]], words: Lexicon
) -> Attribution | None:
    """The attribution of items below a paragraph that ends with a subject, a cue and a colon."""
    verb = bisect_left(tokens.starts, above.end - 1) - 1
    cue = words.cues.get(tokens.words[verb]) if verb >= 0 else None
    if not items or cue is None or "c" not in cue.frames or tokens.kinds[verb] != "v":
        return None
    number = tokens.sentence[verb]
    first = tokens.spans[number][0]
    begin = skip_back(tokens, verb, first)
    source = phrase_before(tokens, begin, first, words)
    if source is None:
        return None
    return Attribution(
        tokens.slice(begin, verb + 1), tokens.slice(*source), items, cue.lemma, cue.stance, number,
        "list",
    )  # fmt: skip

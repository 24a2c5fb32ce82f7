"""Answers in an interview that sets questions and answers as paragraphs, without names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..layout.blocks import Block
from ..people.names import Names
from ..tagging.tokens import Tokens
from . import Attribution, Span
from .voices import only_person, tells_of, voice

ASKING = ("?", "؟")
REACH = 6  # code points in which a question mark and what closes it stand
CLOSING = " \u00a0\u202f\"'”’»“)"  # what may stand behind a question mark
LONGEST = 45  # words of a question
LEAST = 2  # questions that make an interview
BODY = ("body", "item", "subhead", "standfirst")
#: Patterns of attributions by which a paragraph has a speaker of its own.
OWN = ("inverted", "tag", "subject", "aside", "according", "ahead")


def find_answers(
    tokens: Tokens, blocks: list[Block], names: Names, found: list[Attribution]
) -> dict[int, Attribution]:
    """Return block number -> the attribution of an answer, to the one person who is interviewed.

    An answer is the paragraph behind a question. Between an answer and a further question a short
    paragraph is a question that only states what is put to the person.
    """
    text = tokens.text
    if not any(mark in text for mark in ASKING):
        return {}
    asked = [at for at, block in enumerate(blocks) if _asks(text, block)]
    if len(asked) < LEAST or asked[-1] - asked[0] < LEAST:
        return {}
    # "She" may be somebody else further down.
    spoken = [
        item.source
        for item in found
        if item.source and tokens.kinds[bisect_left(tokens.starts, item.source[0])] != "x"
    ]
    source = _interviewed(blocks[: asked[0]], blocks[asked[0]].start, names, spoken)
    if source is None:
        return {}
    starts = [block.start for block in blocks]
    cited = {
        bisect_right(starts, item.cue[0]) - 1 for item in found if item.cue and item.pattern in OWN
    }
    answers: dict[int, Attribution] = {}
    awaited = False
    for number in range(asked[0], min(len(blocks), asked[-1] + LEAST)):
        block = blocks[number]
        if number in asked:
            awaited = True
        elif awaited:
            awaited = False
            if block.kind in BODY and number not in cited and not tells_of(source, block, names):
                answers[number] = voice(tokens, source, (block.start, block.end), "label")
        else:
            awaited = number < asked[-1] and _is_short(tokens.text, block)
    return answers


def _asks(text: str, block: Block) -> bool:
    """Say whether a paragraph is nothing but a question."""
    closed = text[max(block.start, block.end - REACH) : block.end].rstrip(CLOSING)
    return block.kind in BODY and closed.endswith(ASKING) and _is_short(text, block)


def _is_short(text: str, block: Block) -> bool:
    return len(text[block.start : block.end].split()) <= LONGEST


def _interviewed(above: list[Block], before: int, names: Names, spoken: list[Span]) -> Span | None:
    """Who is named before the first question, if it is one person, or who speaks there last.

    Whom a letter greets ("Dear Ms Orr") asks.
    """
    persons = [
        mention
        for block in above
        if block.kind != "credit"
        for mention in names.in_span(block.start, block.end)
        if mention[2].is_person
    ]
    if persons:
        return only_person(persons)
    earlier = [source for source in spoken if source[1] <= before]
    return earlier[-1] if earlier else None

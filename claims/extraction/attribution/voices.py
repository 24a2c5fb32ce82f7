"""Whose words a whole text or paragraph is: a speech, a transcript with names before colons."""

from __future__ import annotations

from bisect import bisect_right

from ..layout.blocks import Block
from ..layout.quotes import Quote
from ..lexicon import Lexicon
from ..people.known_names import Name
from ..people.names import Names
from ..tagging.tokens import Tokens
from . import Attribution, Span
from .speeches import find_orator


def find_voices(
    tokens: Tokens, blocks: list[Block], quotes: list[Quote], names: Names, words: Lexicon
) -> dict[int, Attribution]:
    """Return block number -> the attribution that the whole block stands under."""
    labelled = _labelled(tokens, blocks, names, words)
    if labelled:
        return labelled
    posts = _posts(tokens, blocks)
    if posts:
        return posts
    speech = find_orator(tokens, blocks, quotes, names, words)
    if speech is None:
        return {}
    source, begin = speech
    return {
        number: voice(tokens, source, (block.start, block.end), "speech")
        for number, block in enumerate(blocks)
        if block.kind in ("body", "item") and block.start > begin
    }


def _posts(tokens: Tokens, blocks: list[Block]) -> dict[int, Attribution]:
    """Posts that are signed: "— Ada Holm (@holm) May 3, 2024"."""
    return {
        number: voice(tokens, block.signed, (block.start, block.end), "label")
        for number, block in enumerate(blocks)
        if block.signed is not None and block.start < block.end
    }


def voice(tokens: Tokens, source: Span | None, content: Span, pattern: str) -> Attribution:
    """The attribution of all of a stretch of text to somebody, without a cue.

    source: None where a text is a speech, but does not tell whose.
    """
    sentence = tokens.sentence[max(0, bisect_right(tokens.starts, content[0]) - 1)]
    return Attribution(None, source, [content], "", "asserts", sentence, pattern)


def _labelled(
    tokens: Tokens, blocks: list[Block], names: Names, words: Lexicon
) -> dict[int, Attribution]:
    """Paragraphs of a transcript; one without a label goes on with the speaker before."""
    if not any(block.label for block in blocks):
        return {}
    voices: dict[int, Attribution] = {}
    source: Span | None = None
    stance = "asserts"
    for number, block in enumerate(blocks):
        begin = block.start
        if block.label is not None:
            source, begin = block.label, max(begin, block.label[1] + 1)
            name = tokens.text[slice(*source)].lower()
            stance = "questions" if words.has("question_labels", name) else "asserts"
            if words.has("answer_labels", name):
                source = _interviewed(blocks, names) or source
        elif source is not None and tells_of(source, block, names):
            source = None  # behind the interview
        if source is not None and block.kind in ("body", "item") and begin < block.end:
            voices[number] = voice(tokens, source, (begin, block.end), "label")
            voices[number].stance = stance
    return voices


def tells_of(source: Span, block: Block, names: Names) -> bool:
    """Say whether a paragraph without a label names the person who answers, as others would."""
    answering = next(
        (name for start, _, name in names.in_span(*source) if start == source[0]), None
    )
    if answering is None or source[1] > block.start or not answering.is_person:
        return False
    return any(name is answering for _, _, name in names.in_span(block.start, block.end))


def _interviewed(blocks: list[Block], names: Names) -> Span | None:
    """The one person whom a text names before its first question: who answers."""
    first = next(block.start for block in blocks if block.label is not None)
    return only_person([mention for mention in names.in_span(0, first) if mention[2].is_person])


def only_person(persons: list[tuple[int, int, Name]]) -> Span | None:
    """Where a person is named first, if all mentions are of this one."""
    one = len({name.full for _, _, name in persons}) == 1
    return persons[0][:2] if one else None

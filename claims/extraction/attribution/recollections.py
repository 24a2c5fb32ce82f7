"""Denials by how one remembers a thing: "That is not how the mayor remembers it"."""

from __future__ import annotations

from ..tagging.flags import NEGATES
from . import Attribution
from .phrases import phrase_before
from .site_reader import SiteReader

OPENING = 5  # tokens of "That is not the way"
LONGEST = 16  # tokens of such a sentence


def by_recollection(reader: SiteReader, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions, with one for each sentence in which somebody remembers otherwise."""
    tokens, words, made = reader.tokens, reader.words, list[Attribution]()
    verbs = words.table("recollecting")
    if not verbs:
        return found
    for number in tokens.sentences_with(NEGATES):
        first, last = tokens.spans[number]
        if last - first > LONGEST or not words.has("pointing_words", tokens.words[first]):
            continue
        opening = tokens.words[first : first + OPENING]
        way = next(
            (at for at, word in enumerate(opening, first + 1) if words.has("ways", word)), last
        )
        if not words.has_any("plain_negations", opening):
            continue
        verb = next((at for at in range(way, last) if tokens.words[at] in verbs), None)
        source = phrase_before(tokens, verb, way, words) if verb else None
        if verb is not None and source is not None:
            made.append(Attribution(
                tokens.slice(verb, verb + 1), tokens.slice(*source),
                [tokens.slice(first, first + 1)], tokens.words[verb], "disputes", number, "subject",
                object_frame=True,
            ))  # fmt: skip
    if not made:
        return found
    told = {item.sentence for item in made}
    kept = [item for item in found if item.sentence not in told]
    return sorted([*kept, *made], key=lambda item: item.sentence)

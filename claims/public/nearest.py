"""What was checked that says nearly the same, for whoever pastes a message into the search."""

from __future__ import annotations

import re

from claims.matching import Similar, similar_public
from claims.public.factcheck import FactCheck
from claims.public.views.finding import check_of

SENTENCE = re.compile(r"[^.!?\n…。؟]+(?:[.](?=\d)[^.!?\n…。؟]+)*")
LOOKED_AT = 3  # sentences of a message: those with most words
FEWEST = 3  # words: fewer say nothing that could be checked
SHOWN = 5
LEAST = 0.4  # of the letters of a sentence that a fact-check has, as `similar_public` counts them


def nearest(message: str) -> list[FactCheck]:
    """Return the fact-checks that are likest to a sentence of a message, the likest first."""
    sentences = [found.strip() for found in SENTENCE.findall(message)]
    telling = sorted(
        (one for one in sentences if len(one.split()) >= FEWEST),
        key=lambda one: -len(one.split()),
    )
    best: dict[object, Similar] = {}
    for sentence in telling[:LOOKED_AT]:
        for one in similar_public(sentence, limit=SHOWN, least=LEAST):
            known = best.get(one.state.pk)
            if known is None or known.score < one.score:
                best[one.state.pk] = one
    likest = sorted(best.values(), key=lambda one: (-one.score, str(one.state.pk)))
    return [check_of(one.state) for one in likest[:SHOWN]]

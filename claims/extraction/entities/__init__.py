"""Names of persons, organisations, places and groups: tables, rules, and a model if there is one.

The kind of a name is decided once per article: every mention votes, so that a title or a speech
verb at one mention helps the others, and a surname follows the full name. The gazetteer outweighs
a model, which keeps places from being shown as persons.
"""

from __future__ import annotations

from spacy.attrs import IDX, TAG
from spacy.tokens import Doc

from claims.extraction.records import FoundEntity
from claims.extraction.state import state_of
from claims.extraction.steps import step
from claims.extraction.tagging.labels import entity_kind, has_tags
from claims.extraction.tagging.letters import NAME_TAGS, numbers_of

from .listed import listed
from .runs import Candidate, candidates
from .tables import CASELESS, tables
from .tally import decide
from .votes import Named, alone_of, judge

ENTITIES = "plumbline_entities"
MODEL_WEIGHT = 2.0  # a model's opinion, against 4 of the gazetteer or a title


@step(ENTITIES, assigns=["doc._.entities"])
def mark_entities(doc: Doc) -> Doc:
    """Set `doc._.entities`: FoundEntity records in the order of the text."""
    own = state_of(doc)
    text = own.source if own.source is not None else doc.text
    own.entities = find_entities(text, doc.lang_, doc)
    return doc


def find_entities(text: str, language: str = "en", doc: Doc | None = None) -> list[FoundEntity]:
    """Return the names in a text, in order, without overlaps.

    doc: the same text as read by a pipeline; its tags and entities are used where it has them.
    """
    table = tables(language)
    if language in CASELESS:
        return listed(text, table)
    judged: dict[Named, dict[str, float]] = {}
    found: list[Candidate] = []
    for candidate in candidates(text, table, alone_of(language)):
        found += judge(candidate, text, table, judged)
    if doc is not None:
        hear_model(found, doc)
    return decide(found, table, text)


def hear_model(found: list[Candidate], doc: Doc) -> None:
    """Let the tags confirm names at the start of sentences, and the model's entities vote."""
    tokens = state_of(doc).tokens
    if tokens.tagged if tokens is not None else has_tags(doc):
        _hear_tags([candidate for candidate in found if candidate.opens], doc)
    if not doc.ents:
        return
    places = {(candidate.start, candidate.end): candidate for candidate in found}
    for entity in doc.ents:
        kind = entity_kind(entity.label_)
        if kind is None:
            continue
        candidate = places.get((entity.start_char, entity.end_char))
        if candidate is not None:
            candidate.vote(kind, MODEL_WEIGHT)
            candidate.opens = False


def _hear_tags(opening: list[Candidate], doc: Doc) -> None:
    """Take those that are tagged as names for no mere first words of sentences."""
    names = numbers_of(doc.vocab, NAME_TAGS)
    columns = doc.to_array([IDX, TAG])
    places = columns[:, 0].view("int64").searchsorted([candidate.start for candidate in opening])
    for candidate, place in zip(opening, places.tolist(), strict=True):
        if place < len(columns):
            start, tag = columns[place].tolist()
            if start == candidate.start and tag in names:
                candidate.opens = False

"""The own components of a pipeline, in the order in which they read a Doc."""

from __future__ import annotations

from bisect import bisect_right

import numpy
from spacy.attrs import SENT_START
from spacy.tokens import Doc
from srsly import msgpack_encoders

from .attribution import Attribution
from .attribution.attitudes import AttitudeReader
from .attribution.chains import assign_quotes
from .attribution.denials import Denials
from .attribution.interviews import find_answers
from .attribution.lists import add_lists
from .attribution.merge import merge
from .attribution.nested import nest
from .attribution.polls import without_polls
from .attribution.reported_mood import carry_on
from .attribution.surface import SurfaceReader
from .attribution.syntax import Grammar
from .attribution.view import View
from .attribution.voices import find_voices
from .claims import judge, make_claims
from .crossing import encode
from .entities import ENTITIES
from .layout.blocks import find_blocks
from .layout.posts import HANDLE, part_posts
from .layout.quotes import find_quotes
from .layout.sentences import find_sentences
from .layout.turns import mark_spoken, mark_turns
from .lexicon import lexicon
from .people.descriptions import Descriptions
from .people.labels import called_by_labels
from .people.names import Names
from .people.person_letters import mend_persons
from .people.speakers import Speakers
from .quantities import find_figures
from .state import State, state_of
from .steps import joint_step, step
from .tagging.columns import columns_of
from .tagging.labels import has_parse
from .tagging.tokens import read_tokens
from .worth.weighing import score

#: Own components in order; those before the model's mark the sentences that its parser keeps.
BEFORE_MODEL = ("plumbline_sentences",)
AFTER_MODEL = ("plumbline_figures", "plumbline_quotes", ENTITIES,
               "plumbline_attribution", "plumbline_speakers", "plumbline_claims")  # fmt: skip
NO_START = numpy.uint64(2**64 - 1)  # spaCy's -1
NO_VECTORS = numpy.zeros((0,), dtype="float32")


def _attitudes(doc: Doc) -> list[Attribution]:
    """Attitudes of a read Doc, found when they are asked for."""
    view = View(doc._.tokens, doc._.quotes, lexicon(doc.lang_))
    return AttitudeReader(view, doc._.attributions).read()


Doc.set_extension("attitudes", getter=_attitudes, force=True)
msgpack_encoders.register("plumbline", func=encode)


@step(
    "plumbline_sentences",
    assigns=["token.is_sent_start", "doc._.blocks", "doc._.sentence_spans", "doc._.source"],
)
def mark_sentences(doc: Doc) -> Doc:
    """Find blocks and sentences, and set sentence starts for the model's parser."""
    own = state_of(doc)
    if own.source is None:
        own.source = doc.text
    text = own.source
    blocks = find_blocks(text, doc.lang_)
    if own.is_spoken:
        mark_spoken(blocks)
    if HANDLE in text:
        blocks = part_posts(text, blocks)
    mark_turns(text, blocks, lexicon(doc.lang_))
    own.blocks = blocks
    own.sentence_spans = find_sentences(
        text,
        [(block.start, block.end) for block in blocks],
        doc.lang_,
        is_spoken=bool(own.is_spoken),
    )
    _set_starts(doc, text, own.sentence_spans)
    return doc


@step("plumbline_figures", assigns=["doc._.quantities", "doc._.dates"])
def mark_figures(doc: Doc) -> Doc:
    """Find quantities and dates; these are resolved against `doc._.published`, if it is set."""
    own = state_of(doc)
    own.quantities, own.dates = find_figures(own.source, own.published, doc.lang_)
    return doc


@step(
    "plumbline_quotes",
    requires=["doc._.blocks", "doc._.sentence_spans"],
    assigns=["doc._.quotes", "doc._.tokens"],
)
def mark_quotes(doc: Doc) -> Doc:
    """Find quotations, and read the tokens into a flat view."""
    own = state_of(doc)
    quotes = find_quotes(own.source, own.blocks, doc.lang_)
    own.quotes = quotes
    own.tokens = read_tokens(doc, own.sentence_spans, quotes, lexicon(doc.lang_))
    own.columns = None
    return doc


@step(
    "plumbline_attribution",
    requires=["doc._.tokens", "doc._.quotes", "doc._.quantities", "doc._.entities"],
    assigns=["doc._.attributions", "doc._.names", "doc._.voices"],
)
def mark_attributions(doc: Doc) -> Doc:
    """Find who says what."""
    own = state_of(doc)
    tokens, quotes = own.tokens, own.quotes
    words = lexicon(doc.lang_)
    mend_persons(tokens, own.entities, words)
    view = View(tokens, quotes, words)
    found = SurfaceReader(view).read()
    if has_parse(doc):
        found = merge(view, Grammar(doc, view), found)
    found = without_polls(tokens, found, own.quantities)
    found = nest(tokens, found, words)
    found = assign_quotes(tokens, quotes, own.blocks, found, words)
    found = add_lists(tokens, own.blocks, found, words)
    found = carry_on(tokens, found, words)
    denials = Denials(tokens, words)
    own.attributions = denials.part(found)
    headed = next((block.end for block in own.blocks[:1] if block.kind == "headline"), 0)
    own.names = Names(tokens, words, own.entities, headed)
    own.voices = find_voices(tokens, own.blocks, quotes, own.names, words) or find_answers(
        tokens, own.blocks, own.names, own.attributions
    )
    if own.voices:
        told = {item.sentence for item in own.attributions}
        own.attributions += [
            item for item in denials.of_voices(own.voices.values()) if item.sentence not in told
        ]
    return doc


@step(
    "plumbline_speakers",
    requires=["doc._.attributions", "doc._.entities", "doc._.voices"],
    assigns=["doc._.attributions", "doc._.speakers"],
)
def name_speakers(doc: Doc) -> Doc:
    """Give each attribution the canonical name of its source."""
    own = state_of(doc)
    tokens, names, words = own.tokens, own.names, lexicon(doc.lang_)
    descriptions = Descriptions(tokens, names, words, own.entities)
    voices = _voices_by_sentence(own)
    speakers = Speakers(tokens, names, words, descriptions, voices)
    labelled = called_by_labels(own.voices.values(), own.blocks, names, words)
    speakers.resolved |= labelled
    speakers.resolve(own.attributions)
    own.speakers = speakers
    named: dict[str, str | None] = {}  # a label means the same person all through a text
    for voice in own.voices.values():
        if voice.source is None:
            continue
        label = tokens.text[slice(*voice.source)]
        if label not in named:
            named[label] = labelled.get(voice.source) or speakers.canonical(voice.source)
        voice.speaker = named[label]
    return doc


@joint_step(
    "plumbline_claims",
    requires=[
        "doc._.attributions",
        "doc._.blocks",
        "doc._.entities",
        "doc._.quantities",
        "doc._.dates",
        "doc._.speakers",
    ],
    assigns=["doc._.found", "doc._.left_out"],
)
def make_records(docs: list[Doc]) -> list[Doc]:
    """Make the records."""
    owns = [state_of(doc) for doc in docs]
    judged = []
    for doc, own in zip(docs, owns, strict=True):
        kinds = [own.blocks[number].kind for number in _block_numbers(own)]
        judged.append(judge(own, lexicon(doc.lang_), kinds, _voices_by_sentence(own)))
    score(judged)
    for doc, own, (material, statements) in zip(docs, owns, judged, strict=True):
        own.found = make_claims(material, statements)
        # Nothing reads a model's vectors behind here, and they are two thirds of what a Doc takes
        # along into another process.
        doc.tensor = NO_VECTORS
    return docs


def _block_numbers(own: State) -> list[int]:
    """Number of the block that each sentence stands in."""
    starts = [block.start for block in own.blocks]
    return [bisect_right(starts, start) - 1 for start, _ in own.sentence_spans]


def _voices_by_sentence(own: State) -> dict[int, Attribution]:
    """Sentence number -> voice, of the voices that stand by the number of their block."""
    voices = own.voices
    if not voices:
        return {}  # as for most texts
    numbers = enumerate(_block_numbers(own))
    return {index: voices[number] for index, number in numbers if number in voices}


def _set_starts(doc: Doc, text: str, spans: list[tuple[int, int]]) -> None:
    """Mark the tokens that begin a sentence, and all others as not beginning one."""
    places = columns_of(doc)[0]
    marks = numpy.full(len(places), NO_START)
    # The token that a sentence starts in, or the one behind the blank that it starts with.
    starts = [start + 1 if text[start] == " " else start for start, _ in spans]
    marks[places.searchsorted(numpy.array(starts, "uint64"), "right") - 1] = 1
    marks[:1] = 1
    doc.from_array(SENT_START, marks)

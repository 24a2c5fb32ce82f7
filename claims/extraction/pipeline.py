"""One pipeline per language: a model where there is one, then the components of this package."""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

import numpy
import spacy
from spacy.attrs import LENGTH, NORM, ORTH, SENT_START, SPACY
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
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
from .bundle import load as load_bundle
from .claims import judge, make_claims
from .crossing import encode
from .entities import ENTITIES
from .entities.tables import CASELESS, tables
from .language import detect
from .layout.blocks import find_blocks
from .layout.quotes import find_quotes
from .layout.sentences import find_sentences
from .layout.turns import mark_spoken, mark_turns
from .lexicon import lexicon
from .model import bundle_of, known, model_for
from .people.descriptions import Descriptions
from .people.labels import called_by_labels
from .people.names import Names
from .people.person_letters import mend_persons
from .people.speakers import Speakers
from .quantities import find_figures
from .quantities.lexicon import read_lexicon
from .state import KEY, State, state_of
from .steps import joint_step, step
from .tagging.columns import columns_of
from .tagging.flags import flags_of
from .tagging.labels import has_parse
from .tagging.tokenizer import BoundedTokenizer
from .tagging.tokens import read_tokens
from .transcripts.copies import copy_of, restored
from .worth.learned import wording_model
from .worth.weighing import score

#: Own components in order; those before the model's mark the sentences that its parser keeps.
BEFORE_MODEL = ("plumbline_sentences",)
AFTER_MODEL = ("plumbline_figures", "plumbline_quotes", ENTITIES,
               "plumbline_attribution", "plumbline_speakers", "plumbline_claims")  # fmt: skip
#: Components of models that nothing here reads from; they cost a quarter of the time.
UNREAD = ("trainable_lemmatizer", "lemmatizer")
#: Tokens handed to a model at once, which needs some 4 kB for each; a longer text is cut between
#: sentences for it.
CHUNK = 8_000
GERSHAYIM = "\u05f4"  # inside a Hebrew acronym, or a quotation mark
PLAIN_FIGURES = ("ar",)  # languages in which a full stop behind a figure is never part of it
LEAST_LENGTH = 2.5  # code points of a token of a long text, on average; English has 4.3
# Objects made and not yet freed, until the garbage collector looks at them: those of a text of
# 150,000 words, or of 300 articles that are read together.
COLLECT_AFTER = 200_000
NO_START = numpy.uint64(2**64 - 1)  # spaCy's -1
NO_VECTORS = numpy.zeros((0,), dtype="float32")
#: What comes apart in "planned.[4][5]".
REFERENCES = (r"[.!?…](?=\[)", r"(?<=[.!?…\]])\[", r"\](?=\[)")
SURROGATES = re.compile("[\ud800-\udfff]")


def _attitudes(doc: Doc) -> list[Attribution]:
    """Attitudes of a read Doc, found when they are asked for."""
    view = View(doc._.tokens, doc._.quotes, lexicon(doc.lang_))
    return AttitudeReader(view, doc._.attributions).read()


Doc.set_extension("attitudes", getter=_attitudes, force=True)
msgpack_encoders.register("plumbline", func=encode)


# --- components ----------------------------------------------------------------------------
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


# --- loading -------------------------------------------------------------------------------
def load(language: str) -> Language:
    """Return the pipeline for a language, loaded once per process and model."""
    return _load(language, model_for(language))


@lru_cache(maxsize=16)
def _load(language: str, model: str) -> Language:
    if model == "blank":
        nlp = _blank(language)
    elif model == "bundle":
        nlp = load_bundle(bundle_of(language))
    else:
        try:
            nlp = spacy.load(model)
        except OSError as error:
            raise ValueError(
                f"The spaCy model {model!r} is not installed. Install it, or set SPACY_MODEL to "
                '"" or "blank".'
            ) from error
    for name in nlp.pipe_names:
        if nlp.get_pipe_meta(name).factory in UNREAD:
            nlp.disable_pipe(name)
    nlp.max_length = 100_000_000
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *REFERENCES])
    nlp.tokenizer.infix_finditer = infixes.finditer
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer, nlp.vocab)
    for name in reversed(BEFORE_MODEL):
        nlp.add_pipe(name, first=True)
    for name in AFTER_MODEL:
        nlp.add_pipe(name, last=True)
    _keep(language)
    return nlp


def _keep(language: str) -> None:
    """Load all tables of a language, and spare the garbage collector what stays anyway.

    Pipelines and tables are a hundred thousand objects that live as long as the process. A text of
    many short lines makes the collector look through them again and again. What is made of one
    article is some thousands more, none of them in a ring that only the collector could free.
    """
    for load_tables in (lexicon, flags_of, read_lexicon, tables, wording_model):
        load_tables(language)
    gc.collect()
    gc.freeze()
    first, *others = gc.get_threshold()
    if 0 < first < COLLECT_AFTER:
        gc.set_threshold(COLLECT_AFTER, *others)


def _blank(language: str) -> Language:
    try:
        nlp = spacy.blank(language)
    except ImportError:
        return spacy.blank("xx")
    # Not every language takes a full stop off a figure or a closing mark.
    stops = [r"(?<=[%€£»”\"])\."] + ([r"(?<=\d)\."] if language in PLAIN_FIGURES else [])
    if language == "de":
        stops.append(r"(?<=\d{3})\.")  # no ordinal: "im Jahr 2023."
    if language in CASELESS:
        stops.append(r"(?<=[)\]])[.]")
    marks = [GERSHAYIM] if language == "he" else []  # also a quotation mark
    suffixes = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), *stops, *marks])
    nlp.tokenizer.suffix_search = suffixes.search
    if marks:
        prefixes = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), *marks])
        nlp.tokenizer.prefix_search = prefixes.search
    return nlp


def read(text: str, language: str | None = None, published: date | None = None) -> Doc:
    """Return the Doc with everything found in it; offsets are code points of `text`.

    language: its code; told from the text itself when none is given.
    published: the day that "yesterday" and "last month" are counted from.
    """
    code = known(language or detect(text))
    nlp = load(code)
    # A lone surrogate cannot be encoded; another character in its place keeps every offset.
    text = SURROGATES.sub("\ufffd", text)
    copy = copy_of(text, code)
    said = text if copy is None else copy.text
    doc = nlp.make_doc(said)
    own = state_of(doc)
    own.source, own.published, own.is_spoken = said, published, copy is not None
    doc = nlp(doc) if len(doc) <= CHUNK else _read_long(nlp, doc)
    if copy is not None and said != text:
        own = state_of(doc)
        own.found = [restored(claim, text, copy) for claim in own.found]
    return doc


def _read_long(nlp: Language, doc: Doc) -> Doc:
    """Read a long text: the model sees it part by part, the own components see the whole."""
    names = [name for name in nlp.pipe_names if name not in BEFORE_MODEL + AFTER_MODEL]
    if names:
        doc = _run(nlp, doc, BEFORE_MODEL)
        parts = [_run(nlp, part, names if _is_prose(part) else ()) for part in _parts(doc)]
        whole = Doc.from_docs(parts, ensure_whitespace=False)
        whole.user_data[KEY] = state_of(doc)
        return _run(nlp, whole, AFTER_MODEL)
    return nlp(doc)


def _run(nlp: Language, doc: Doc, names: Iterable[str]) -> Doc:
    for name in names:
        doc = nlp.get_pipe(name)(doc)
    return doc


def _is_prose(part: Doc) -> bool:
    """Whether a part has words for a model to read, not just marks and single letters."""
    return float(part.to_array(LENGTH).mean()) >= LEAST_LENGTH


def _parts(doc: Doc) -> Iterator[Doc]:
    """Documents of up to CHUNK tokens that together are the given one, cut between sentences."""
    columns = doc.to_array([ORTH, SPACY, SENT_START, NORM])
    words = [doc.vocab.strings[orth] for orth in columns[:, 0].tolist()]
    spaces = columns[:, 1].astype(bool).tolist()
    starts = columns[:, 2] == 1
    firsts = numpy.flatnonzero(starts).tolist()
    begin = 0
    while begin < len(words):
        at = bisect_right(firsts, begin + CHUNK) - 1
        end = len(words) if begin + CHUNK >= len(words) else firsts[at]
        if end <= begin:
            end = min(len(words), begin + CHUNK)
        part = Doc(
            doc.vocab, words=words[begin:end], spaces=spaces[begin:end],
            sent_starts=starts[begin:end].tolist(),
        )  # fmt: skip
        yield part.from_array([NORM], columns[begin:end, 3])
        begin = end

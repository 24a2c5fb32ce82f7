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

from .bundle import load as load_bundle
from .components import AFTER_MODEL, BEFORE_MODEL
from .entities.tables import CASELESS, tables
from .language import detect
from .lexicon import lexicon
from .model import bundle_of, known, model_for
from .quantities.lexicon import read_lexicon
from .state import KEY, state_of
from .tagging.flags import flags_of
from .tagging.tokenizer import BoundedTokenizer
from .transcripts.copies import copy_of, restored, undirected
from .worth.learned import wording_model

#: Components of models that nothing here reads from; they cost a quarter of the time.
UNREAD = ("trainable_lemmatizer", "lemmatizer")
#: Tokens handed to a model at once, which needs some 4 kB for each; a longer text is cut between
#: sentences for it.
CHUNK = 8_000
GERSHAYIM = "\u05f4"  # inside a Hebrew acronym, or a quotation mark
#: Marks inside what is written without a space: a letter that means "to" or "in" hangs on a name in
#: quotation marks, and a dash opens or closes an aside. In an acronym one letter follows the mark.
HUNG = {
    "ar": (
        [r"(?<=\w)[«“\"](?=\w)"],
        [r"[-–](?=[^\W\d])"],
        [r"(?<=[^\W\d])[-–]", "٪"],
    ),
    "he": ([r"(?<=^[ובהכלמש])[\"״](?=\w{2})", r"(?<=^[ושכ][בהכלמ])[\"״](?=\w{2})"], [], []),
}
PLAIN_FIGURES = ("ar",)  # languages in which a full stop behind a figure is never part of it
LEAST_LENGTH = 2.5  # code points of a token of a long text, on average; English has 4.3
# Objects made and not yet freed, until the garbage collector looks at them: those of a text of
# 150,000 words, or of 300 articles that are read together.
COLLECT_AFTER = 200_000
#: What comes apart in "planned.[4][5]".
REFERENCES = (r"[.!?…](?=\[)", r"(?<=[.!?…\]])\[", r"\](?=\[)")
SURROGATES = re.compile("[\ud800-\udfff]")


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
    hung = HUNG.get(language, ([], [], []))[0]
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *REFERENCES, *hung])
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
    stops = [r"(?<=[%٪€£»”\"])\."] + ([r"(?<=\d)\."] if language in PLAIN_FIGURES else [])
    if language == "de":
        stops.append(r"(?<=\d{3})\.")  # no ordinal: "im Jahr 2023."
    if language in CASELESS:
        stops.append(r"(?<=[)\]])[.]")
    marks = [GERSHAYIM] if language == "he" else []  # also a quotation mark
    _, opening, closing = HUNG.get(language, ([], [], []))
    suffixes = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), *stops, *marks, *closing])
    nlp.tokenizer.suffix_search = suffixes.search
    for word in lexicon(language).table("abbreviations") if language == "he" else ():
        if word.endswith("'"):
            nlp.tokenizer.add_special_case(word, [{ORTH: word}])
    if marks or opening:
        prefixes = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), *marks, *opening])
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
    is_spoken = copy is not None
    copy = undirected(text, copy)
    said = text if copy is None else copy.text
    doc = nlp.make_doc(said)
    own = state_of(doc)
    own.source, own.published, own.is_spoken = said, published, is_spoken
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

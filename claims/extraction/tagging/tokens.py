"""Flat view of a Doc: parallel lists and one class letter per token, so that rules read fast."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy
from spacy.attrs import IDX, IS_SPACE, LENGTH, ORTH
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ..layout.quotes import Quote
from ..lexicon import Lexicon
from ..state import state_of
from .cue_letters import mend_closing_verbs
from .flags import flags_of
from .guessed import from_words
from .labels import has_tags
from .letters import MARKS_OF, from_tags, letters_of
from .remembered import Remembered

APOSTROPHES = ("'", "’")
Form = tuple[str, str, int, str | None]  # a word, in lower case, its flags, and its letter
MARKS = b',.;:-"()'  # class letters of what is no word


@dataclass(slots=True)
class Tokens:
    """Words and marks of a document as parallel lists; space is left out.

    places: number of each token in the Doc; words: lower case; kinds: one class letter a token,
    as one string; tagged: the letters come from a tagger; sentence: number of the sentence that
    a token lies in; spans: token range of each sentence.
    verbs_known: verbs can be told from other words; where they cannot, no rule may ask for one.
    flags: the tables each word stands in, as bits (see flags.py).
    """

    text: str
    places: list[int]
    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: str
    tagged: bool
    sentence: list[int]
    spans: list[tuple[int, int]]
    verbs_known: bool = True
    flags: list[int] = field(default_factory=list)
    #: The class letters once more, as bytes, of which words are counted in no time.
    coded: bytes = field(init=False, repr=False)
    by_sentence: dict[int, int] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.coded = self.kinds.encode()

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """Code point span of the tokens from `start` to before `end`."""
        return self.starts[start], self.ends[end - 1]

    def size(self, begin: int, end: int) -> int:
        """How many words and figures stand among the tokens, marks not counted."""
        return len(self.coded[begin:end].translate(None, MARKS))

    def flags_in(self, begin: int, end: int) -> int:
        """Bits of all words from `begin` to before `end` together."""
        together = 0
        for bits in self.flags[begin:end]:
            together |= bits
        return together

    def flags_of_sentence(self, number: int) -> int:
        """Bits of all words of a sentence together, which many rules ask for."""
        if number not in self.by_sentence:
            self.by_sentence[number] = self.flags_in(*self.spans[number])
        return self.by_sentence[number]

    def has_verb(self, begin: int, end: int, words: Lexicon) -> bool:
        """Say whether a finite verb stands among the tokens."""
        if self.kinds.find("v", begin, end) >= 0:
            return True
        at = self.kinds.find("a", begin, end)
        while at >= 0:
            if words.has("finite_auxiliaries", self.words[at]):
                return True
            at = self.kinds.find("a", at + 1, end)
        return False


def read_tokens(
    doc: Doc, sentences: list[tuple[int, int]], quotes: list[Quote], words: Lexicon
) -> Tokens:
    """Return the flat view; `sentences` are code point spans in order."""
    text = state_of(doc).source or doc.text
    # Columns of numbers: a container a token would keep the garbage collector busy.
    columns = doc.to_array([IDX, LENGTH, IS_SPACE, ORTH])
    kept = numpy.flatnonzero(columns[:, 2] == 0)
    begins = columns[kept, 0]
    places, starts = kept.tolist(), begins.tolist()
    ends = (begins + columns[kept, 1]).tolist()
    owner, spans = _owners(starts, ends, sentences)
    tagged = has_tags(doc)
    form_of = _forms(doc.vocab, words.code, tagged)
    forms = map(form_of.__getitem__, columns[kept, 3].tolist())
    # One look-up a word for all four.
    texts, lower, flags, letters = map(list, zip(*forms, strict=True) if starts else [()] * 4)
    if tagged:
        letters = from_tags(doc, places, texts, lower, flags, letters, words)
        mend_closing_verbs(letters, lower, spans, words)
    else:
        letters = from_words(texts, lower, flags, letters, words, {first for first, _ in spans})
    _free_apostrophes(letters, lower, starts, ends, quotes)
    _tie_exceptions(letters, lower, words)
    kinds = "".join(letters)
    known = tagged or not words.words.get("verbs_unknown")
    return Tokens(text, places, lower, starts, ends, kinds, tagged, owner, spans, known, flags)


@lru_cache(maxsize=32)
def _forms(vocab: Vocab, code: str, tagged: bool) -> Remembered[Form]:
    """Number of a word in spaCy -> what is known of the word wherever it stands.

    The strings are the same ones for every text, so that tables find them without reading them.
    """
    flags = flags_of(code)
    letters = MARKS_OF if tagged else letters_of(code)

    def form(number: int) -> Form:
        text = vocab.strings[number]
        lower = sys.intern(text.lower())
        return text, lower, flags[lower], letters[text]

    return Remembered(form)


def _free_apostrophes(
    letters: list[str], lower: list[str], starts: list[int], ends: list[int], quotes: list[Quote]
) -> None:
    """An apostrophe that ends no quotation ties a word to the next: "the farmers' union"."""
    marks = {quote.inner_end for quote in quotes} | {quote.start for quote in quotes}
    for index in _places(letters, '"'):
        if (
            index
            and lower[index] in APOSTROPHES
            and starts[index] == ends[index - 1]
            and starts[index] not in marks
        ):
            letters[index] = "p"


def _tie_exceptions(letters: list[str], lower: list[str], words: Lexicon) -> None:
    """The "but" of "all but one of them" parts no clauses."""
    for word in words.table("excepting"):
        for index in _places(lower, word):
            if index and words.has("excepted", lower[index - 1]):
                letters[index] = "p"


def _places(items: list[str], wanted: str) -> Iterator[int]:
    """Where an item stands in a list; most are seldom, and counting is fast."""
    index = -1
    for _ in range(items.count(wanted)):
        index = items.index(wanted, index + 1)
        yield index


def _owners(
    starts: list[int], ends: list[int], sentences: list[tuple[int, int]]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Sentence number of each token, and the token span of each sentence."""
    owner: list[int] = []
    spans: list[tuple[int, int]] = []
    for number, (begin, end) in enumerate(sentences):
        first = len(owner)
        if first < len(ends) and ends[first] <= begin:
            first = bisect_right(ends, begin, first)
        # No token is shorter than a code point.
        last = bisect_left(starts, end, first, min(len(starts), first + end - begin))
        if first > len(owner):
            owner += [max(0, number - 1)] * (first - len(owner))
        owner += [number] * (last - first)
        spans.append((first, last))
    owner += [max(0, len(sentences) - 1)] * (len(starts) - len(owner))
    return owner, spans

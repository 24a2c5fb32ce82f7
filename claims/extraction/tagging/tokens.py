"""Flat view of a Doc: parallel lists and one class letter per token, so that rules read fast."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import accumulate, compress
from operator import getitem, itemgetter
from typing import Any

import numpy
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ..layout.blocks import FILED_REACH, dateline_end
from ..layout.quotes import Quote
from ..lexicon import Lexicon, lexicon
from ..state import state_of
from .by_tag import PENN, letters_by_tag
from .columns import are_words, columns_of
from .cue_letters import mend_closing_verbs
from .flags import EXCEPTS, MARKED, flags_of
from .guessed import Form, from_words
from .labels import has_tags
from .letters import MARKS_OF, Tags, from_tags, letter_alone, numbers_of
from .remembered import Remembered
from .tied import APOSTROPHES, tied_kinds

#: What ties an owner to what is owned: "the union's count", "the nurses' union".
OWNING = frozenset((*APOSTROPHES, "'s", "’s"))
PENN_TAGS = frozenset(PENN)
TOLD = (TAG, HEAD, DEP)
FIRST = 50  # tokens whose tags tell what sort of tags a text has
FEWEST_FILED = 3  # tokens of a sentence with a date line: "ROME - Five"
MARKS = b',.;:-"()'  # class letters of what is no word
COUNTS = bytes(letter not in MARKS for letter in range(256))  # 1 for these letters, 0 for marks
#: What is known of a word wherever it stands: see Form.
*COLUMNS, AS_WRITTEN, HAS_CAPITAL, IS_MARKED = map(itemgetter, range(6))


@dataclass(slots=True)
class Tokens:
    """Words and marks of a document as parallel lists; space is left out.

    places: number of each token in the Doc, by which only a parse is asked; words: lower case;
    kinds: one class letter a token, as one string; tagged: the letters come from a tagger;
    sentence: number of the sentence that a token lies in; spans: token range of each sentence.
    verbs_known: verbs can be told from other words; where they cannot, no rule may ask for one.
    flags: the tables each word stands in, as bits (see flags.py); marked: places of the words
    with one of the bits MARKED.
    """

    text: str
    places: NDArray[numpy.intp]
    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: str
    tagged: bool
    sentence: list[int]
    spans: list[tuple[int, int]]
    verbs_known: bool = True
    flags: list[int] = field(default_factory=list)
    marked: list[int] = field(default_factory=list)
    #: The class letters once more, as bytes.
    coded: bytes = field(init=False, repr=False)
    #: How many words and figures stand before each token, once somebody has asked.
    counted: list[int] = field(init=False, repr=False, default_factory=list)
    by_sentence: dict[int, int] = field(init=False, repr=False, default_factory=dict)
    #: What `sentences_with` has answered.
    with_bit: dict[int, set[int]] = field(init=False, repr=False, default_factory=dict)
    #: Sentence that a place and an agency file -> its first token behind them.
    filed: dict[int, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.coded = self.kinds.encode()
        self.filed = _behind_datelines(self.text, self.starts, self.ends, self.spans)

    def set_letters(self, begin: int, letters: str) -> None:
        """Give the tokens from `begin` on other class letters."""
        self.kinds = self.kinds[:begin] + letters + self.kinds[begin + len(letters) :]
        self.coded = self.kinds.encode()
        self.counted = []

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """Code point span of the tokens from `start` to before `end`."""
        return self.starts[start], self.ends[end - 1]

    def size(self, begin: int, end: int) -> int:
        """How many words and figures stand among the tokens, marks not counted."""
        if not self.counted:
            self.counted = list(accumulate(self.coded.translate(COUNTS), initial=0))
        return self.counted[end] - self.counted[begin]

    def past_phrase(self, begin: int, end: int, phrases: Iterable[str]) -> int | None:
        """Token after the phrase that begins at a token and ends by `end`; None where none does."""
        for phrase in phrases:
            parts = phrase.split()
            stop = begin + len(parts)
            if stop <= end and self.words[begin:stop] == parts:
                return stop
        return None

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

    def sentences_with(self, bit: int) -> set[int]:
        """Numbers of the sentences in which a word has one of the bits MARKED."""
        if bit not in self.with_bit:
            flags, sentence = self.flags, self.sentence
            self.with_bit[bit] = {sentence[at] for at in self.marked if flags[at] & bit}
        return self.with_bit[bit]

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
    text, tagged = state_of(doc).source or doc.text, has_tags(doc)
    # Columns of numbers: a container a token would keep the garbage collector busy.
    begins, lengths, numbers = columns_of(doc)
    is_word = are_words(text, begins)
    places = numpy.flatnonzero(is_word)
    starts, ends = begins[is_word].tolist(), (begins + lengths)[is_word].tolist()
    owner, spans = _owners(starts, ends, sentences)
    told = [*doc.to_array(TOLD).T] if tagged else []
    penn = tagged and _is_penn(doc.vocab, told[0])
    form_of = _forms(doc.vocab, words.code, tagged, penn)
    # One look-up a word for all that is known of it.
    forms = list(map(form_of.__getitem__, numbers[is_word].tolist()))
    lower, flags, letters = (list(map(column, forms)) for column in COLUMNS)
    marked = list(compress(range(len(forms)), map(IS_MARKED, forms)))
    if tagged:
        texts = list(map(AS_WRITTEN, forms))
        capitals = list(compress(range(len(forms)), map(HAS_CAPITAL, forms)))
        classes = told[0] if penn else doc.to_array(POS)
        letters = list(map(getitem, letters, classes[is_word].tolist()))
        whole = places.tolist()
        from_tags(doc, told, whole, texts, lower, flags, marked, letters, capitals, words)
        mend_closing_verbs(letters, lower, spans, words)
    else:
        from_words(forms, lower, flags, marked, letters, words, {first for first, _ in spans})
    but = [index for index in marked if flags[index] & EXCEPTS]
    kinds = tied_kinds(letters, lower, starts, ends, quotes, but, words, tagged=tagged)
    known = tagged or not words.words.get("verbs_unknown")
    return Tokens(
        text, places, lower, starts, ends, kinds, tagged, owner, spans, known, flags, marked
    )


@lru_cache(maxsize=32)
def _forms(vocab: Vocab, code: str, tagged: bool, penn: bool) -> Remembered[Form]:
    """Number of a word in spaCy -> what is known of the word wherever it stands.

    The strings are the same ones for every text, so that tables find them without reading them.
    """
    flags = flags_of(code).answer  # each word is asked once
    letters: Callable[[str], Any] = (
        letters_by_tag(vocab, code, MARKS_OF, penn=penn) if tagged else partial(letter_alone, code)
    )

    unwritten = lexicon(code).unwritten

    def form(number: int) -> Form:
        text = vocab.strings[number]
        if unwritten:
            text = text.translate(unwritten) or text
        lower = sys.intern(text.lower())
        bits = flags(lower)
        return lower, bits, letters(text), text, text[0].isupper(), bool(bits & MARKED)

    return Remembered(form)


def _is_penn(vocab: Vocab, tags: Tags) -> bool:
    """Whether the fine tags are those of the Penn treebank; the coarse ones are read otherwise."""
    return not numbers_of(vocab, PENN_TAGS).isdisjoint(tags[:FIRST].tolist())


def _behind_datelines(
    text: str, starts: list[int], ends: list[int], spans: list[tuple[int, int]]
) -> dict[int, int]:
    """Sentence with a date line -> its first token behind that."""
    found, brackets = {}, "(" in text
    for number, (first, last) in enumerate(spans):
        if last - first < FEWEST_FILED:
            continue
        start = starts[first]
        if "a" <= text[start + 1 : start + 2] <= "z" and not (
            brackets and text.find("(", start, start + FILED_REACH) > 0
        ):
            continue  # as almost always: no place in capitals, no agency in brackets
        end = dateline_end(text, start, ends[last - 1])
        if end > start:
            found[number] = bisect_left(starts, end)
    return found


def _owners(
    starts: list[int], ends: list[int], sentences: list[tuple[int, int]]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Sentence number of each token, and the token span of each sentence."""
    owner: list[int] = []
    spans: list[tuple[int, int]] = []
    last, count = 0, len(starts)
    for number, (begin, end) in enumerate(sentences):
        first = last
        if first < count and ends[first] <= begin:
            first = bisect_right(ends, begin, first)
            owner += [number - 1 if number else 0] * (first - last)
        last = first + 1
        if last < count and starts[last] >= end > starts[first]:
            owner.append(number)  # a line of one word
        else:
            # No token is shorter than a code point.
            farthest = first + end - begin
            last = bisect_left(starts, end, first, farthest if farthest < count else count)
            owner += [number] * (last - first)
        spans.append((first, last))
    owner += [max(0, len(sentences) - 1)] * (len(starts) - len(owner))
    return owner, spans

"""A tokeniser that takes time in proportion to the text, whatever the text is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy
from spacy.attrs import NORM, ORTH
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ..state import state_of

#: Code points without a space that spaCy may cut by itself. It takes marks off such a stretch one
#: at a time and copies the rest each time, so that its time grows with the square of the length.
LONGEST = 120
#: The same mark this often in a row is one token: a line of dashes, a thousand quotation marks.
REPEATED = 12
HARD = re.compile(rf"\S{{{LONGEST + 1},}}|([^\w\s])\1{{{REPEATED - 1},}}")
#: Units that spaCy takes for abbreviations, with the full stop of a sentence: "rose to £9m."
UNITS = ("m.", "g.")
#: What spaCy takes for a face, and is the end of "The Minister for Ports (Ada Holm): ...".
FACES = ("):",)
#: Abbreviations that spaCy does not know: "the hon. Lady", "the Rt. Hon. Ada Holm".
SHORT = ("hon.", "Hon.", "Rt.", "rt.")
RUN = re.compile(rf"([^\w\s])\1{{{REPEATED - 1},}}")


class BoundedTokenizer:
    """Hands a tokeniser no stretch without a space that is longer than LONGEST code points.

    Ordinary text goes through as it is. A longer stretch (an encoded file, a text without spaces)
    is cut every LONGEST code points, and its pieces are tokenised apart. The text itself is kept
    in `doc._.source`.
    """

    def __init__(self, inner: Any, vocab: Vocab):
        self.inner, self.vocab = inner, vocab
        if getattr(inner, "rules", None):
            inner.rules = without_idle(inner.rules)
            if "Mr." in inner.rules:
                inner.rules |= {word: [{ORTH: word}] for word in SHORT}

    def __call__(self, text: str) -> Doc:
        doc = self._in_pieces(text) if is_hard(text) else self.inner(text)
        # `doc.text` would join all tokens anew each time.
        state_of(doc).source = text
        return doc

    def _in_pieces(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        norms: list[int] = []
        for piece, is_run in pieces(text):
            part = Doc(self.vocab, [piece], [False]) if is_run else self.inner(piece)
            for token in part:
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
                norms.append(token.norm)
        whole = Doc(self.vocab, words=words, spaces=spaces)
        return whole.from_array([NORM], numpy.array(norms, dtype="uint64"))

    def __getattr__(self, name: str) -> Any:
        """Everything else, such as its rules, is that of the tokeniser inside."""
        if name in ("inner", "vocab"):
            raise AttributeError(name)
        return getattr(self.inner, name)


def is_hard(text: str) -> bool:
    """Whether a text holds what is to be cut beforehand, which takes a long stretch of it."""
    stretches = [stretch for stretch in text.split() if len(stretch) >= REPEATED]
    return HARD.search(" ".join(stretches)) is not None


def without_idle(rules: dict[str, list[dict[int, str]]]) -> dict[str, list[dict[int, str]]]:
    """The special cases of a tokeniser without those of units and marks that are none, and of a
    blank or a single mark, which change nothing.

    spaCy remembers no word behind a special case: with those, it would cut all words below the
    first line, or behind the first dash, anew. It also copies a text that has one.
    """
    return {
        text: tokens
        for text, tokens in rules.items()
        if text not in UNITS + FACES
        and ((len(text) > 1 and text.strip()) or tokens != [{ORTH: text}])
    }


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of the text in order, and whether they are one mark repeated."""
    at = 0
    for hard in HARD.finditer(text):
        for run in RUN.finditer(text, hard.start(), hard.end()):
            yield from shortened(text, at, run.start())
            yield run.group(), True
            at = run.end()
        yield from shortened(text, at, hard.end())
        at = hard.end()
    yield from shortened(text, at, len(text))


def shortened(text: str, begin: int, end: int) -> Iterator[tuple[str, bool]]:
    """A stretch as it is if it has short words only, else in pieces."""
    for hard in HARD.finditer(text, begin, end):
        for cut in range(hard.start() + LONGEST, hard.end(), LONGEST):
            yield text[begin:cut], False
            begin = cut
    if begin < end:
        yield text[begin:end], False

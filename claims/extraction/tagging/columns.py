"""Where each token of a Doc stands and which word it is, as rows of numbers."""

from __future__ import annotations

import sys

import numpy
from numpy.typing import NDArray
from spacy.attrs import IDX, LENGTH, ORTH
from spacy.tokens import Doc

from ..state import state_of

COLUMNS = (IDX, LENGTH, ORTH)
LAST_BLANK = 0x3000  # the ideographic one
#: Code point -> whether it begins a word or a mark, and no blank.
BEGINS_WORD = numpy.ones(sys.maxunicode + 1, dtype=bool)
BEGINS_WORD[[code for code in range(LAST_BLANK + 1) if chr(code).isspace()]] = False


def columns_of(doc: Doc) -> NDArray[numpy.uint64]:
    """First code point, length and number of each token, in three rows.

    They are fetched once: the tokens of spaCy are too many for the processor's cache.
    """
    own = state_of(doc)
    if own.columns is None or own.columns.shape[1] != len(doc):
        own.columns = doc.to_array(COLUMNS).T
    return own.columns


def are_words(text: str, starts: NDArray[numpy.uint64]) -> NDArray[numpy.bool_]:
    """Which tokens are words or marks, given where they start; spaCy asks each for its string."""
    codes = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return BEGINS_WORD[codes[starts]]

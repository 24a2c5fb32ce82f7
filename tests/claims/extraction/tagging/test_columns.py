"""Rows of numbers that the flat view of a Doc is made from."""

import pytest
import spacy
from spacy.attrs import IS_SPACE

from claims.extraction.tagging.columns import are_words, columns_of


@pytest.mark.parametrize(
    "text",
    ["", "Rents rose.", "Rents\u00a0rose.\n\n\tWages\u2009fell.\u3000", "日本 \U0001f3e0 x"],
)
def test_blanks_are_those_of_spacy(text):
    doc = spacy.blank("xx")(text)

    words = are_words(text, columns_of(doc)[0])

    assert words.tolist() == [not blank for blank in doc.to_array(IS_SPACE).tolist()]


def test_they_are_fetched_once_for_the_same_tokens():
    doc = spacy.blank("en")("Ada Holm left.")
    before = columns_of(doc)
    assert columns_of(doc) is before

    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[:2])

    assert columns_of(doc)[0].tolist() == [0, 9, 13]

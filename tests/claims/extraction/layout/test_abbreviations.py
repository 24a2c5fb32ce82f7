"""Words that are abbreviations only with a capital end sentences like any other."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read


def sentences(text):
    return [text[start:end] for start, end in read(text, "en")._.sentence_spans]


@pytest.mark.parametrize("end", ["were ill", "sat", "lay in the sun", "made it an art", "wed"])
def test_a_word_in_small_letters_ends_its_sentence(end):
    assert len(sentences(f"Nine men {end}. The mayor paid 40 crowns.")) == 2


@pytest.mark.parametrize("short", ["Peoria, Ill. mayor Ada Holm", "Sat. March 9 the mayor"])
def test_an_abbreviation_with_a_capital_goes_on(short):
    assert len(sentences(f"In {short} paid 40 crowns.")) == 1

"""What the own components found in a Doc: one place, read and written by name."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from claims.extraction.state import NAMES, state_of


@pytest.fixture
def doc():
    return spacy.blank("en")("Prices rose.")


def test_begins_empty(doc):
    assert all(getattr(doc._, name) is None for name in NAMES)


def test_is_the_same_by_name_and_as_a_whole(doc):
    doc._.found = ["by name"]
    state_of(doc).quotes = ["as a whole"]

    assert state_of(doc).found == ["by name"]
    assert doc._.quotes == ["as a whole"]


def test_belongs_to_one_doc(doc):
    state_of(doc).found = []

    assert state_of(Doc(doc.vocab, ["Prices"])).found is None
    assert state_of(doc).found == []


def test_comes_back_as_plain_data(doc):
    state_of(doc).source = doc.text

    home = Doc(doc.vocab).from_bytes(doc.to_bytes())

    assert home._.source == "Prices rose."
    assert state_of(home) is state_of(home)

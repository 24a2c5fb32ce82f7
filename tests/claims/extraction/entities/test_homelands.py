"""Peoples and what they are called after."""

import pytest

from claims.extraction.entities import find_entities


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ostrava Sel denied it. An Ostravan boat left.", "Ostravan", "group"),
        ("It was a Tongan goalkeeper.", "Tongan", "group"),
        ("It was Mr Galvan of the club.", "Galvan", "person"),
    ],
)
def test_peoples_are_called_after_a_listed_place_or_its_first_word(text, name, kind):
    assert {item.text: item.kind for item in find_entities(text)}[name] == kind

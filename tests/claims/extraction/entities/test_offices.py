"""Offices with what they are for name nobody; who holds them is a person."""

from __future__ import annotations

import pytest

from claims.extraction.entities import find_entities

NAMELESS = [
    "The Foreign Secretary said nine boats had sunk.",
    "The Secretary of State says nobody drowned.",
    "On Friday the Minister for Prisons left.",
    "The Leader of the Opposition said 40 wells had dried up.",
    "The Chancellor of the Exchequer closed nine branches.",
]
HELD = [
    "Home Secretary Ada Holm left.",
    "The Secretary of State for Health, Ada Holm, left.",
    "Minister of Justice Ada Holm left.",
    "Shadow Chancellor Ada Holm left.",
]


@pytest.mark.parametrize("text", NAMELESS)
def test_an_office_names_nobody(text):
    assert [item for item in find_entities(text) if item.text != "Exchequer"] == []


@pytest.mark.parametrize("text", HELD)
def test_who_holds_an_office_is_the_only_name(text):
    assert [(item.text, item.kind) for item in find_entities(text)] == [("Ada Holm", "person")]


def test_a_body_and_a_country_in_an_office_are_names():
    text = "The Leader of the Liberal Party met Norway Foreign Minister Ada Holm."

    assert [(item.text, item.kind) for item in find_entities(text)] == [
        ("Liberal Party", "org"),
        ("Norway", "place"),
        ("Ada Holm", "person"),
    ]

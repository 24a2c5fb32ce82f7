"""Participles that describe a thing and are no verb of a clause: "towns led by Varn"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.parts.parted import texts

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "whole",
    [
        "Nine towns led by Varn and fishing groups are challenging the rules",
        "Two suits filed by Varn and Lim were dismissed in May",
        "Ferries run by Lim and bus companies were late on 40 days",
        "The men seen by Orr and heard by Holm left 40 shops",
        "Claims made by Orr and the union were false",
        "Pupils taught by Orr and her staff passed the exam in May",
    ],
)
def test_who_did_a_thing_ends_no_clause_with_the_first_of_them(whole):
    assert texts(f"{whole}.") == [whole]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The team was led by Orr", "its boats were built by Lim"),
        ("The bridge was built by Lim", "its tolls have risen by 9%"),
    ],
)
def test_what_was_done_by_somebody_is_a_clause(first, second):
    assert texts(f"{first} and {second}.") == [first, second]


@pytest.mark.parametrize("verb", ["fell", "rose"])
def test_by_how_much_a_thing_changed_is_a_clause(verb):
    found = texts(f"Prices {verb} by 4% in May and {verb} by 9% in June.")

    assert found == [f"Prices {verb} by 4% in May", f"{verb} by 9% in June"]


@pytest.mark.parametrize(
    "study",
    [
        "In 2013, research conducted",
        "In May, a report published",
    ],
)
def test_a_study_named_by_who_made_it_is_no_claim(study):
    found = texts(f"{study} by the Centre for Ports and Trade found the port was full.")

    assert found == ["the port was full"]


def test_a_plural_at_the_start_of_a_sentence_is_what_a_shared_verb_tells_of():
    *_, claim = find_claims("Prices fell by 4% in May, and rose by 9% in June.", "en")

    assert (claim.text, claim.proposed) == ("rose by 9% in June", "Prices rose by 9% in June.")

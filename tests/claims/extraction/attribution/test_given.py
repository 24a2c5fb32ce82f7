"""What is given, kept back or struck is nothing that somebody says, concedes or denies."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "text",
    [
        "The council denied him a permit to build 40 flats in May.",
        "The council denied the firm a permit to build 40 flats in May.",
        "The council denied Otto Brand a permit to build 40 flats in May.",
        "In August, several unions granted Mr. Brand an extension on an order to treat 40 pools.",
        "Fighters attacked the ferry in May, killing 17 sailors.",
    ],
)
def test_who_gives_keeps_back_or_strikes_says_nothing(text):
    claims = find_claims(text, "en")
    assert {(claim.speaker, claim.stance) for claim in claims} == {(None, "asserts")}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Otto Brand denied taking a bribe of 40 crowns.", "denies"),
        ("Otto Brand denied the 14 charges a day later.", "denies"),
        ("Otto Brand denied that a clerk had taken 40 crowns.", "denies"),
        ("The judge granted that 40 flats were built in May.", "concedes"),
    ],
)
def test_what_is_denied_or_granted_is_said(text, stance):
    assert stance in {claim.stance for claim in find_claims(text, "en")}


def test_who_attacks_a_thing_in_words_is_its_source():
    text = "Runa Stahl attacked the plan as a sham that cost 40 jobs."
    assert speaker_of(text, "sham") == {"Runa Stahl"}

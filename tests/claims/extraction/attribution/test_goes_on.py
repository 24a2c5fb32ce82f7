"""Where a second verb goes on with what is said, and where it is an act of who says it."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.pipeline import read

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm said that the firm had lost 40 men and had told others to leave.",
        "Ada Holm said the bank had closed 40 branches and had warned the unions in May.",
        "Ada Holm said that he had been misquoted and had only been referring to 40 boats.",
    ],
)
def test_a_past_perfect_goes_on_with_one_in_what_is_said(text):
    (attribution,) = read(text, "en")._.attributions

    assert text[attribution.contents[-1][1] - 1] in text[-2:]


def test_a_new_perfect_of_who_speaks_is_an_act_of_theirs():
    text = "Ada Holm has said that the firm lost 40 men and has warned that 9 more would go."

    assert {claim.stance for claim in find_claims(text, "en")} == {"asserts", "warns"}


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Karl Holm left. He did, however, deny that 40 boats had sunk.", "Karl Holm", "denies"),
        ("Varn Rail has, for its part, denied that 40 boats had sunk.", "Varn Rail", "denies"),
        ("The sprinter, now 41, said 40 boats had sunk.", "sprinter", "asserts"),
        ("The pilot, later a coach in Oster, said 40 boats had sunk.", "pilot", "asserts"),
        ("At least 12 guards said 40 boats had sunk.", "At least 12 guards", "asserts"),
    ],
)
def test_what_is_set_inside_a_clause_parts_neither_verb_nor_subject(text, speaker, stance):
    found = [claim for claim in find_claims(text, "en") if "boats had sunk" in claim.text]

    assert {(claim.speaker, claim.stance) for claim in found} == {(speaker, stance)}


@pytest.mark.parametrize(
    "text",
    [
        "The nurse who found the body has not slept for 40 days.",
        "A woman who believed the mayor lost 40 crowns.",
    ],
)
def test_who_somebody_is_takes_no_verb_of_the_sentence(text):
    assert {claim.speaker for claim in find_claims(text, "en")} == {None}


def test_what_is_said_ends_before_the_verb_of_the_sentence():
    text = "The man who said 40 boats had sunk was arrested in May."
    (attribution,) = read(text, "en")._.attributions

    assert text[slice(*attribution.contents[-1])] == "40 boats had sunk"


@pytest.mark.parametrize(
    "text",
    [
        "A nurse who found the body, Ada Holm, said 40 boats had sunk.",
        "An officer who arrived at the scene, Ada Holm, told the court that 40 boats had sunk.",
        "A farmer whose land was flooded, Ada Holm, 54, said 40 boats had sunk.",
    ],
)
def test_a_name_may_stand_behind_what_somebody_did(text):
    found = [claim for claim in find_claims(text, "en") if "boats had sunk" in claim.text]

    assert {claim.speaker for claim in found} == {"Ada Holm"}

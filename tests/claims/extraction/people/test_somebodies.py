"""Persons without a name, and when a pronoun means them."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speaker_of, speakers

pytestmark = pytest.mark.usefixtures("model")


TABLE = [
    # an office without a name keeps its gender
    (
        "Health minister Anna Berg spoke on Monday. A spokesman for the clinic disputed that 40 "
        "beds were closed. “All 90 beds are open,” he said.",
        "All 90 beds",
        "spokesman for the clinic",
    ),
    # "he" is never several people
    (
        "Prosecutors say General Ilan Brod sold the tanks. “I sold 40 tanks in all,” he said.",
        "40 tanks",
        "Ilan Brod",
    ),
]


@pytest.mark.parametrize(("text", "part", "speaker"), TABLE)
def test_he_is_one_person_with_a_name_or_without(text, part, speaker):
    assert speaker_of(text, part) == {speaker}


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("A former employee of the firm tells a different story.", "former employee of the firm"),
        ("A nurse at the clinic disagreed.", "nurse at the clinic"),
        # but not whoever only comes by
        ("A nurse helped her.", "Joan Pike"),
        ("A bus went by.", "Joan Pike"),
    ],
)
def test_she_may_be_one_without_a_name_who_takes_the_word(before, speaker):
    text = f"Joan Pike said 9 men left. {before} The firm had 40 results of its own, she says."

    assert [claim.speaker for claim in find_claims(text, "en")][-1] == speaker


def test_he_behind_what_many_say_is_the_one_of_whom_they_say_it():
    text = (
        "Prosecutors say the clerk took bribes from two builders. “I have sold nine cars,” he told "
        "the court."
    )

    assert speakers(text)["I have sold nine cars"] == "clerk"

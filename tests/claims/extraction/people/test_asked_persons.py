"""Who answers, where the sentence before asks somebody by name."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of, stances_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "question",
    [
        "Prosecutor Neil Gorman asked Ian Dobbs if he had sold the car.",
        "“Did you sell the car?” prosecutor Neil Gorman asked Ian Dobbs.",
        "Neil Gorman, prosecuting, asked the former mayor, Ian Dobbs, if he had sold the car.",
    ],
)
def test_who_is_asked_by_name_answers(question):
    text = f"{question} “I sold it in May for 4,000 crowns,” he said."

    assert speaker_of(text, "4,000 crowns") == {"Ian Dobbs"}


def test_who_asks_for_something_goes_on():
    text = "Neil Gorman asked for Ian Dobbs to be jailed. He said the car had cost 4,000 crowns."

    assert speaker_of(text, "4,000 crowns") == {"Neil Gorman"}


def test_a_man_who_asks_a_woman_goes_on():
    text = "Neil Gorman asked Mary Bell why it was late. He said the line had been shut in May."

    assert speaker_of(text, "shut in May") == {"Neil Gorman"}


def test_a_no_in_a_sentence_of_its_own_is_spelt_out_behind_it():
    text = "Neil Gorman asked Ian Dobbs if he had hurt her. “No,” he said. “I never touched her.”"

    assert stances_of(text, "never touched her") == {"disputes"}

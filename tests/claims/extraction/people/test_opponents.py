"""Whom "her opponent", "the peer", "the GOP nominee" and "the 34-year-old" mean."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

TWO = "Ruth Adler said nine wards had closed. Piet Lund, a farmer, said it was four. "


@pytest.mark.parametrize("word", ["opponent", "rival", "challenger"])
def test_an_opponent_is_the_other_of_two_who_spoke(word: str) -> None:
    assert speaker_of(f"{TWO}Her {word} said 40 men had left.", "40 men") == {"Piet Lund"}


def test_an_opponent_is_nobody_in_an_office_of_another_sort() -> None:
    text = TWO.replace("Piet Lund, a farmer,", "Police chief Piet Lund")
    found = speaker_of(f"{text}Her opponent said 40 men had left.", "40 men")
    assert found == {"Ruth Adler's opponent"}


def test_an_opponent_is_none_of_three_who_spoke() -> None:
    text = f"{TWO}Tom Ek said it was two. Her opponent said 40 men had left."
    assert "Piet Lund" not in speaker_of(text, "40 men")


#: Who is named, and what else the person is called.
CALLED_AGAIN = [
    ("Lord Hadley", "The peer", "Hadley"),
    ("Colonel Ray Dunn", "The officer", "Ray Dunn"),
    ("Bishop Tom Ware", "The cleric", "Tom Ware"),
    ("Donald Crane, the GOP nominee,", "The GOP nominee", "Donald Crane"),
    ("Tory candidate Tom Rudd", "The Tory", "Tom Rudd"),
    ("French President Anne Roux", "The French leader", "Anne Roux"),
]


@pytest.mark.parametrize(("named", "called", "speaker"), CALLED_AGAIN)
def test_what_somebody_is_may_be_put_otherwise(named: str, called: str, speaker: str) -> None:
    text = (
        f"{named} said nine wards had closed. Ada Holm said it was four. {called} said 40 men left."
    )
    assert speaker_of(text, "40 men left") == {speaker}


def test_of_two_of_one_party_neither_is_meant() -> None:
    text = "Tory candidate Tom Rudd met Tory minister Ada Holm. The Tory said 40 men had left."
    assert speaker_of(text, "40 men") == {"Tory"}


def test_an_age_is_that_of_whom_the_text_gives_it() -> None:
    text = "Amy Lowe, 34, found him. Sam Reed, 61, was there. The 34-year-old said 40 men had left."
    assert speaker_of(text, "40 men") == {"Amy Lowe"}


def test_a_spokesman_is_the_one_who_spoke_in_the_sentence_before() -> None:
    text = "Nine men left, a spokesman for the council said. “We lost 40 men,” said a spokesman."
    assert speaker_of(text, "We lost 40 men") == {"spokesman for the council"}


def test_no_mayor_is_it() -> None:
    text = "The mayor of Lim said the road was shut. In a letter to staff it said 40 men had left."
    assert "mayor of Lim" not in speaker_of(text, "40 men")

"""Couples, the younger of two, predecessors, and who has a post by another word."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

BURNED = "said 40 farms had burned."
TWO = "Connor Blythe, 24, and Alan Reddy, 51, were held in May."
HOUSE = "bought the house in 2019."


def who(text: str) -> set[str | None]:
    return speaker_of(f"{text} {BURNED}", "40 farms")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        (f"Joan and Peter Whitlock {HOUSE} The couple", "Joan Whitlock and Peter Whitlock"),
        (f"Joan Whitlock and Tom Reed {HOUSE} The pair", "Joan Whitlock and Tom Reed"),
        (f"{TWO} The younger man", "Connor Blythe"),
        (f"{TWO} The older man", "Alan Reddy"),
        (f"{TWO} The two men", "Connor Blythe and Alan Reddy"),
    ],
)
def test_two_who_are_named_are_meant_as_one_or_by_their_age(told, speaker):
    assert who(told) == {speaker}


def test_of_two_without_an_age_none_is_the_younger():
    found = who("Connor Blythe and Alan Reddy were held in May. The younger of the two")
    assert found == {"younger of the two"}


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Ruth Amberley replaced Peter Dace in May. Her predecessor", "Peter Dace"),
        ("Ruth Amberley took over from Peter Dace in May. Her predecessor", "Peter Dace"),
        ("Ruth Amberley succeeded Peter Dace in May. His successor", "Ruth Amberley"),
        ("Peter Dace was replaced by Ruth Amberley. His successor", "Ruth Amberley"),
        ("Ruth Amberley met her predecessor, Peter Dace. Her predecessor", "Peter Dace"),
        ("Ruth Amberley met Peter Dace in May. Her predecessor", "Ruth Amberley's predecessor"),
        ("Ruth Amberley replaced Peter Dace. Her successor", "Ruth Amberley's successor"),
    ],
)
def test_who_came_before_and_behind_is_told_by_who_replaced_whom(told, speaker):
    assert who(told) == {speaker}


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Lim manager Tom Reed left in May. The Lim boss", "Tom Reed"),
        ("Lim manager Tom Reed left in May. The Varn boss", "Varn boss"),
        ("Dr Ada Orr told the inquest of 3 men. The GP", "Ada Orr"),
    ],
)
def test_who_has_a_post_may_be_called_by_a_kindred_word(told, speaker):
    assert who(told) == {speaker}


def test_one_of_them_goes_by_the_name_behind_also_behind_the_verb():
    text = "“We lost 40 farms,” said one of them, Musa Bello."
    assert speaker_of(text, "40 farms") == {"Musa Bello"}

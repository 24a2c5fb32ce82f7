"""Couples, and the younger or the elder of two."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

TWO = "Connor Blythe, 24, and Alan Reddy, 51, were held in May."
HOUSE = "bought the house in 2019."


def who(text: str) -> set[str | None]:
    return speaker_of(f"{text} said 40 farms had burned.", "40 farms")


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

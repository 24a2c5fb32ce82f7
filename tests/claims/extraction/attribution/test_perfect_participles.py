"""What a participle of the past brings: ", having ruled that C"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Oster Police closed the file in May, having concluded that 40 doors had been locked.",
         "Oster Police", "asserts"),
        ("The mayor resigned, having told reporters that 40 doors had been locked.",
         "mayor", "asserts"),
        ("The firm was fined, having admitted that 40 doors had been locked.",
         "firm", "concedes"),
        ("Having denied that 40 doors had been locked, the mayor resigned.", "mayor", "denies"),
    ],
)  # fmt: skip
def test_who_had_said_something_said_it(text, speaker, stance):
    found = [claim for claim in find_claims(text, "en") if "doors had been locked" in claim.text]

    assert {(claim.speaker, claim.stance) for claim in found} == {(speaker, stance)}


def test_having_said_that_is_no_statement():
    found = find_claims("Having said that, the mayor closed 40 schools in May.", "en")

    assert {claim.speaker for claim in found} == {None}

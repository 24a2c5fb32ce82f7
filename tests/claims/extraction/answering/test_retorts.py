"""Who is asked about a deed and tells what was the case instead says what is worth checking."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims


def answer(text):
    (claim,) = (claim for claim in find_claims(text, "en") if claim.cue != "asked")
    return claim


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "Asked whether the firm had sent her to Lim, Ada Holm replied: “I paid for my own ticket.”",
        "Asked if he had sold the pumps to his son, Otto Lund said he had sold them at auction.",
        "Asked by her lawyer, Otto Lund, whether she had forged it, Ada Holm said: “Yes. I signed "
        "it in Lim, at his table.”",
        "Pressed on whether she had met the builder, Ada Holm said: “We met once, in Lim.”",
    ],
)
def test_an_answer_about_a_deed_is_worth_checking(text):
    claim = answer(text)

    assert claim.score > 0.5
    assert claim.kind == "event" and claim.stance == "asserts"


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether he was worried, Otto Lund said: “I slept well.”",
        "Asked whether he had sold it, Otto Lund said: “I am tired of this.”",
        "Asked how she had come to Lim, Ada Holm said: “I took the bus.”",
    ],
)
def test_other_answers_are_worth_what_they_say(text):
    assert all(claim.score < 0.5 for claim in find_claims(text, "en"))

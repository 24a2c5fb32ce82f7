"""Verbs of answering and going on, and what somebody is in front of a colon: "Orr hit back"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

OPENING = "The mayor of Lim said the bridge was safe. "
#: What follows -> who says the rest, and words of that.
SAID = {
    "Ada Orr hit back that 40 bolts had been missing since May.": ("Ada Orr", "40 bolts"),
    "Ada Orr hit back: “They lost 40 bolts in May.”": ("Ada Orr", "They lost 40 bolts"),
    "“They lost 40 bolts in May,” Ada Orr shot back.": ("Ada Orr", "They lost 40 bolts"),
    "Ada Orr went further: 40 bolts, she said, had been missing since May.": (
        "Ada Orr",
        "40 bolts",
    ),
    "The union put it differently: 40 bolts had been missing since May.": ("union", "40 bolts"),
    "The union saw it differently: 40 bolts had been missing since May.": ("union", "40 bolts"),
    "Ada Orr was blunter: “They lost 40 bolts in May.”": ("Ada Orr", "They lost 40 bolts"),
    "The ferry firm disagrees: 40 bolts, it says, are missing.": (None, "40 bolts"),
}


@pytest.mark.parametrize("text", SAID)
def test_who_answers_or_goes_on_says_what_follows(text: str) -> None:
    speaker, words = SAID[text]
    found = speaker_of(OPENING + text, words)
    assert found == {speaker} if speaker else found <= {"ferry firm", None}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Orr was blunter.",
        "Ada Orr, who runs the ferry, went further.",
        "The union was having none of it.",
        "The union wasn't having it.",
        "Ada Orr, the union's lawyer, was unmoved.",
        "The head of the ferry, Ada Orr, would have none of it.",
    ],
)
def test_that_somebody_answers_is_no_statement_by_itself(text: str) -> None:
    found = find_claims(OPENING + text, "en")
    assert all(claim.score < 0.5 for claim in found if claim.start >= len(OPENING))


@pytest.mark.parametrize(
    "text",
    [
        "Two gunmen shot back that night and killed nine officers.",
        "The rebels hit back with 40 rockets.",
        "The union hit back on Monday.",
        "The council put in a bid that cost 40 million pounds.",
    ],
)
def test_who_hits_back_in_deed_says_nothing(text: str) -> None:
    assert speaker_of(text, "") <= {None}

"""What somebody did not say, and what nobody says, is no statement of theirs."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.pipeline import read

pytestmark = pytest.mark.usefixtures("model")


def told(text):
    """Claim -> speaker and stance."""
    return {claim.text: (claim.speaker, claim.stance) for claim in find_claims(text, "en")}


class TestWhatIsNotSaid:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Orr did not say that the toll had doubled in 2019",
            "Orr has never claimed that 40 tugs were sunk",
            "The report does not find that the toll doubled in 2019",
            "Prosecutors did not allege that Orr took 40,000 crowns",
            "Orr would not say that the toll had doubled in 2019",
            "No expert has found that the mill caused 12 deaths",
            "None of the letters says that the toll doubled in 2019",
            "Neither the mayor nor his deputy said that the toll had doubled in 2019",
            "Nor did Orr say that 40 tugs were sunk",
            "It was not Orr who said that 40 tugs were sunk",
        ],
    )
    def test_is_told_by_the_article_as_a_whole(self, sentence):
        assert told(f"{sentence}.") == {sentence: (None, "asserts")}

    def test_is_no_attribution(self):
        assert read("Orr did not say that 40 tugs were sunk.", "en")._.attributions == []

    @pytest.mark.parametrize(
        ("sentence", "speaker"),
        [
            ("Orr did not just say that 40 tugs were sunk.", "Orr"),
            ("No fewer than 12 ministers said that 40 tugs were sunk.", "12 ministers"),
            ("It was Orr who said that 40 tugs were sunk.", "Orr"),
        ],
    )
    def test_is_not_meant_where_it_was_said_all_the_same(self, sentence, speaker):
        assert told(sentence) == {"40 tugs were sunk": (speaker, "asserts")}

    @pytest.mark.parametrize("verb", ["think", "believe", "accept", "acknowledge"])
    def test_is_disputed_by_whoever_does_not_hold_it(self, verb):
        assert told(f"Orr does not {verb} that 40 tugs were sunk.") == {
            "40 tugs were sunk": ("Orr", "disputes")
        }

    def test_is_granted_where_nobody_disputes_it(self):
        assert told("Nobody disputes that 40 tugs were sunk.") == {
            "40 tugs were sunk": (None, "asserts")
        }

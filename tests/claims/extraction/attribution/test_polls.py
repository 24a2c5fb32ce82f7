"""What a counted crowd says is the result of a poll, not the word of a claimant."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims


@pytest.mark.parametrize(
    "result",
    [
        "Some 40 percent said they had been cold in winter",
        "One in five tenants said they had left the city",
        "Only 312 of the 900 nurses said they had been paid",
        "Of the 12,000 tenants asked, 2,400 said they had been served notice",
        "A third of the voters said that they had been told to stay at home",
    ],
)
class TestAShareOfACrowd:
    def test_is_part_of_the_claim(self, result):
        [claim] = find_claims(f"{result}.", "en")
        assert (claim.text, claim.speaker) == (result, None)

    def test_is_cited_from_who_counted(self, result):
        inner = result[0].lower() + result[1:]
        [claim] = find_claims(f"The Vessen Institute found that {inner}.", "en")
        assert (claim.text, claim.speaker) == (inner, "Vessen Institute")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Two of the nurses said they had been paid in cash.", "Two of the nurses"),
        (
            "More than 200 doctors said in a letter that the ward had flooded.",
            "More than 200 doctors",
        ),
        ("Lea Holm, 61, said the ward had flooded twice in May.", "Lea Holm"),
    ],
)
def test_people_who_can_speak_together_are_claimants(told, speaker):
    [claim] = find_claims(told, "en")
    assert claim.speaker == speaker

"""What somebody claims to have done: "claims to have lost 40 men"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "Kev Dunne claims to have paid the inspector 500 pounds a month.",
            "Kev Dunne",
            "to have paid the inspector 500 pounds a month",
        ),
        (
            "A former nurse, who asked not to be named, claims to have changed 40 records.",
            "former nurse",
            "to have changed 40 records",
        ),
        (
            "The union claims to represent 4,000 dockers and says half of them are unpaid.",
            "union",
            "to represent 4,000 dockers",
        ),
        (
            "The group claimed to have shot down two drones on Monday.",
            "group",
            "to have shot down two drones on Monday",
        ),
    ],
)
def test_what_somebody_claims_to_do_or_be_is_said(text: str, speaker: str, said: str) -> None:
    assert speakers(text).get(said) == speaker


def test_it_is_proposed_as_the_whole_sentence() -> None:
    (claim,) = find_claims("Kev Dunne claims to have paid the inspector 500 pounds.", "en")
    assert claim.proposed == "Kev Dunne claims to have paid the inspector 500 pounds."


def test_claims_to_land_are_no_statements() -> None:
    assert set(speakers("The family lost its claims to the land in May.").values()) <= {None}

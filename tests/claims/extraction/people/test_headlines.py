"""Names of a headline, whose words may all have capitals."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

BODY = "The mill lost 40 jobs in May, Holm said on Tuesday."
#: What stands above, the first sentence below it, and who speaks in the second.
HEADLINES = [
    (
        "Angry Varn Councillors Attack Ada Holm Over Mill",
        "Mayor Ada Holm came at noon.",
        "Ada Holm",
    ),
    ("Oster Mayor Tells Ada Holm To Reopen Mill.", "Ada Holm came at noon.", "Ada Holm"),
    ("Brian Holm Wants Mill Reopened", "The mayor came at noon.", "Brian Holm"),
    ("Will Holm Reopen The Mill", "The mayor came at noon.", "Holm"),
    ("Speech by Corvin Holm, mayor of Oster", "The mayor came at noon.", "Corvin Holm"),
]


def speakers(text):
    return {claim.speaker for claim in find_claims(text, "en")}


@pytest.mark.parametrize(("headline", "opening", "speaker"), HEADLINES)
def test_capitals_of_a_headline_are_no_part_of_a_name(headline, opening, speaker):
    found = find_claims(f"{headline}\n\n{opening}\n\n{BODY}", "en")

    assert {claim.speaker for claim in found if "40 jobs" in claim.text} == {speaker}


def test_a_closed_line_in_capitals_is_a_headline():
    text = "Mayor Said Mill Lost Forty Jobs.\n\nThe mill stands empty. It closed in May."

    assert not [claim for claim in find_claims(text, "en") if "Forty" in claim.text]


@pytest.mark.parametrize("dash", "–—―")
def test_a_place_before_a_long_dash_is_no_part_of_a_name(dash):
    text = f"BALTIMORE {dash} Ada Holm came at noon.\n\nThe mill lost 40 jobs in May, Holm said."

    assert "Ada Holm" in speakers(text)

"""What papers and pictures show, whoever saw, leaked or checked them."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

#: Sentence -> source and what it holds.
SHOWN = {
    "According to documents seen by the Varn Tide, 40 men had drowned.": (
        "documents",
        "40 men had drowned",
    ),
    "According to emails seen by the Varn Tide and confirmed by two clerks, 40 men had drowned.": (
        "emails",
        "40 men had drowned",
    ),
    "According to court papers filed on Friday, Orr owed 9 million crowns.": (
        "court papers",
        "Orr owed 9 million crowns",
    ),
    "According to tax records, Orr owed 9 million crowns.": (
        "tax records",
        "Orr owed 9 million crowns",
    ),
    "According to police documents, Orr owned 12 guns.": (
        "police documents",
        "Orr owned 12 guns",
    ),
    "Orr owns 12 flats, documents show.": ("documents", "Orr owns 12 flats"),
    "Leaked documents suggest the firm knew of 14 faults.": (
        "Leaked documents",
        "the firm knew of 14 faults",
    ),
    "Documents seen by the Varn Tide show that 40 men had drowned.": (
        "Documents",
        "40 men had drowned",
    ),
    "But records released under the law show that 40 men had drowned.": (
        "records",
        "40 men had drowned",
    ),
    "Internal documents, among them the minutes of nine meetings, suggest that 40 men drowned.": (
        "Internal documents",
        "40 men drowned",
    ),
    "Court records show that Orr was fined twice in 2019.": (
        "Court records",
        "Orr was fined twice in 2019",
    ),
    "Photographs taken by residents and shared on social media showed at least 12 trucks.": (
        "Photographs",
        "at least 12 trucks",
    ),
    "Footage obtained by the Varn Tide appears to show two guards kicking 12 men.": (
        "Footage",
        "two guards kicking 12 men",
    ),
    "Reports compiled by the union suggest that 40 men were hurt.": (
        "Reports",
        "40 men were hurt",
    ),
    "A recording of the call, heard by this newspaper, suggests that Orr sold 40 boats.": (
        "recording of the call",
        "Orr sold 40 boats",
    ),
    "Figures published on Monday by the statistics office showed that prices rose by 4 percent.": (
        "statistics office",
        "prices rose by 4 percent",
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), SHOWN.items())
def test_papers_are_the_source_of_what_they_hold(sentence, expected):
    assert expected in [(claim.speaker, claim.text) for claim in find_claims(sentence, "en")]


@pytest.mark.parametrize("told", ["Councillors", "Reporters", "Residents", "MPs"])
@pytest.mark.parametrize("verb", ["warned", "told", "assured"])
def test_those_who_were_told_do_not_speak(told, verb):
    for text in (
        f"{told} were {verb} that 40 homes had been tested.",
        f"Forty homes had been tested, {told} were {verb} on Monday.",
        f"According to a report, {told} were {verb} that 40 homes had been tested.",
    ):
        speakers = {claim.speaker for claim in find_claims(text, "en")}
        assert speakers <= {None, "report"}


def test_what_people_were_told_ends_before_them():
    (claim,) = find_claims("Forty homes had been sold, residents were told in May.", "en")
    assert (claim.text, claim.speaker) == ("Forty homes had been sold", None)


def test_a_text_message_tells_nothing_by_itself():
    (claim,) = find_claims("Staff were told by text message that 40 jobs had gone.", "en")
    assert claim.speaker is None


def test_who_passes_a_verdict_is_not_taken_for_a_paper():
    text = "The Red Cross lost 40 boats. It estimates that 8,000 people remain in Varn."
    assert find_claims(text, "en")[-1].text == "8,000 people remain in Varn"

"""Statements that who says them parts, or when they were said stands in front of."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

#: Sentence -> speaker and parts of its one claim.
PARTED = {
    "Homes built in May, the mayor said, were for years let to nobody.": (
        "mayor", ["Homes built in May", "were for years let to nobody"],
    ),
    "Boats sold in May, Varn Bank said on Monday, were never insured.": (
        "Varn Bank", ["Boats sold in May", "were never insured"],
    ),
    "Waste left in the quarry, Ms Orr told the council, has leaked into the river since 2019.": (
        "Orr", ["Waste left in the quarry", "has leaked into the river since 2019"],
    ),
    "Money raised in May, according to Ada Holm, was spent on the roof.": (
        "Ada Holm", ["Money raised in May", "was spent on the roof"],
    ),
    "The bridge, which opened in 1911, Ada Holm said, was painted in 2003.": (
        "Ada Holm", ["The bridge, which opened in 1911", "was painted in 2003"],
    ),
    "“Two thirds of the pumps,” Ada Holm told the panel, “failed in May.”": (
        "Ada Holm", ["Two thirds of the pumps", "failed in May"],
    ),
}  # fmt: skip

#: Sentence -> what is said, by whoever told it on some occasion.
TOLD_WHEN = {
    "Orr told police when he was arrested in May 2022 that the payments were loans.":
        "the payments were loans",
    "Orr told the court as he left the dock that 40 doors had been locked.":
        "40 doors had been locked",
    "Orr told the panel before it voted that 40 homes had been sold.": "40 homes had been sold",
    "Orr admitted while giving evidence that he had signed 40 bills.": "he had signed 40 bills",
    "Orr complained to the board shortly before he left that 40 pumps had failed.":
        "40 pumps had failed",
    "Orr told police the day he was arrested that 40 doors had been locked.":
        "40 doors had been locked",
    "Orr told the inquiry, which sat in Lim on Monday, that 40 doors had been locked.":
        "40 doors had been locked",
    "Orr told men outside the court, where 40 had gathered, that the vote was stolen.":
        "the vote was stolen",
}  # fmt: skip


@pytest.mark.parametrize("text", PARTED)
def test_a_verb_right_behind_who_says_it_goes_on(text):
    (claim,) = find_claims(text, "en")

    parts = [text[start:end] for start, end in claim.segments]
    assert (claim.speaker, parts) == PARTED[text]


@pytest.mark.parametrize("text", TOLD_WHEN)
def test_when_it_was_said_is_no_part_of_it(text):
    (claim,) = find_claims(text, "en")

    assert (claim.speaker, claim.text) == ("Orr", TOLD_WHEN[text])


def test_a_further_verb_behind_a_conjunction_is_a_claim_of_its_own():
    text = "The plan was sound, Ada Holm said, and was backed by two thirds of the men."

    assert [claim.text for claim in find_claims(text, "en")] == [
        "The plan was sound",
        "was backed by two thirds of the men",
    ]


def test_what_was_expected_of_the_speaker_is_no_charge():
    text = (
        "Speech by the prime minister, Ada Holm\n\nA friend in Lim told me that she had expected "
        "us to close the border. We did not close it for an hour.\n"
    )

    assert "denies" not in [claim.stance for claim in find_claims(text, "en")]


#: Sentence -> parts of what is said, as Ada Holm put it.
PUT = {
    "As the minister Ada Holm put it, 40 homes were lost.": ["40 homes were lost"],
    "The budget, as Ada Holm put it on the radio, “robs 40 towns of a bridge”.": [
        "The budget", "robs 40 towns of a bridge",
    ],
    "The tax was, as Ada Holm put it, “a gift to 40 smugglers”.": [
        "The tax was", "a gift to 40 smugglers",
    ],
    "The vote in Lim was stolen, as Ada Holm put it in a speech.": ["The vote in Lim was stolen"],
    "As Ada Holm put it: “40 pumps never worked.”": ["40 pumps never worked"],
}  # fmt: skip


@pytest.mark.parametrize("text", PUT)
def test_as_somebody_put_it_tells_who_says_so(text):
    (claim,) = find_claims(text, "en")

    parts = [text[start:end] for start, end in claim.segments]
    assert (claim.speaker, parts) == ("Ada Holm", PUT[text])


@pytest.mark.parametrize("text", ["Ada Holm put it up for sale in May for 40 million crowns."])
def test_who_puts_a_thing_somewhere_says_nothing(text):
    assert [claim.speaker for claim in find_claims(text, "en")] == [None]


def test_a_day_that_owns_a_thing_is_not_when_it_was_said():
    text = "The ministry said Monday’s strike had killed 12 people in Lim."

    (claim,) = find_claims(text, "en")

    assert claim.text == "Monday’s strike had killed 12 people in Lim"


def test_who_speaks_accuses_behind_what_they_say():
    text = (
        "Ada Holm told parliament that the attack would be a breach of the truce, and accused "
        "Norway of having broken it 60 times."
    )

    assert ("Ada Holm", "Norway of having broken it 60 times") in [
        (claim.speaker, claim.text) for claim in find_claims(text, "en")
    ]


def test_what_is_shown_to_reporters_is_no_statement():
    text = "Officer Rusk Amar showed reporters in Lume what he said were 40 maps of the depot."

    assert [claim.speaker for claim in find_claims(text, "en")] == [None]


def test_witnesses_speak():
    text = "An explosion hit a depot in Lume, killing 9 workers, officials and witnesses said."

    assert {claim.speaker for claim in find_claims(text, "en")} == {"officials and witnesses"}

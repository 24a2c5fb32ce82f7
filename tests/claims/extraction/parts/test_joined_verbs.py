"""Verbs that a conjunction joins and that make one statement: "has built and sold nine boats"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.parts.parted import texts

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "whole",
    [
        "The firm has built and sold nine boats",
        "By the time nine boats reached Lim most men had seen and heard from them",
        "They want to find and free the nine men",
        "There are 40 good reasons to attack and critique the mayor of Varn",
        "The council has credited Ada Holm with drafting and co-designing the plan for 40 homes",
    ],
)
def test_two_forms_that_hang_on_one_word_are_one_statement(whole):
    assert texts(f"{whole}.") == [whole]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The firm has built nine boats in Varn", "sold 40 of them to Lim"),
        ("The mayor went to Lim to find the nine men", "freed 40 others in May"),
    ],
)
def test_verbs_with_a_thing_each_are_two_statements(first, second):
    assert texts(f"{first} and {second}.") == [first, second]


@pytest.mark.parametrize(
    "whole",
    [
        "A man who fled Varn in May and was found in Lim is the head of the bank",
        "Women who left Varn and have moved to Lim earn 40 crowns a day",
        "A woman who recently went through a hard time and is ill is a model for nine men",
    ],
)
def test_what_tells_of_a_subject_goes_on_behind_and(whole):
    assert texts(f"{whole}.") == [whole]


def test_what_tells_of_a_subject_goes_on_behind_and_where_somebody_says_it():
    said = "a man who fled Varn in May and was found in Lim had stolen 40 boats"

    assert texts(f"The mayor said that {said}.") == [said]


@pytest.mark.parametrize("plan", ["A plan", "Plans"])
def test_what_a_thing_is_meant_for_does_not_end_its_subject(plan):
    found = texts(f"{plan} to sell the yard, which lost 40 boats in May, came to nothing in Varn.")

    assert "which lost 40 boats in May" in found


def test_what_is_added_with_as_well_as_is_part_of_the_statement():
    whole = "The town closed nine schools, as well as two clinics that Orr had built"

    assert texts(f"{whole}.") == [whole]


def test_ways_behind_a_colon_are_part_of_the_statement():
    whole = (
        "Varn has three ways to end the strike: by filing a suit, by asking the police to charge"
        " nine men, or by having somebody jailed"
    )

    assert texts(f"{whole}.") == [whole]


def test_who_acts_behind_a_dash_is_who_acts_again():
    *_, claim = find_claims("Orr was ill — nurses saw her and heard about her for 30 years.", "en")

    assert claim.proposed in (
        "Nurses heard about her for 30 years.",
        "Orr was ill — nurses saw her and heard about her for 30 years.",
    )


def test_a_hyphen_in_a_name_does_not_part_who_acts_again():
    *_, claim = find_claims("Ada Orr-Holm had sold nine boats in May, and closed 40 shops.", "en")

    assert claim.proposed == "Ada Orr-Holm closed 40 shops."


def test_a_noun_before_what_it_is_meant_for_is_a_subject():
    whole = (
        "For instance, calls to set up a commission on 40 killings in Oster, where rebels are"
        " fighting, were rejected by the council in 2015"
    )

    assert whole in texts(f"{whole}.")


@pytest.mark.parametrize(
    ("host", "whole"),
    [
        ("The Bank of Varn", "The Bank of Varn"),
        ("The Centre for Ports", "The Centre for Ports"),
        ("The mayor of Varn", "Varn"),
    ],
)
def test_of_a_name_with_a_preposition_all_of_it_is_told(host, whole):
    found = find_claims(f"{host}, which was founded in 1990, has left the league.", "en")

    assert f"{whole} was founded in 1990." in [claim.proposed for claim in found]


@pytest.mark.usefixtures("tagged")
def test_two_things_that_a_crowd_did_meanwhile_are_not_parted():
    told = "chanting slogans and waving flags of all 40 unions"

    assert texts(f"Hundreds met in Lim on Monday, {told}.") == [
        "Hundreds met in Lim on Monday",
        told,
    ]

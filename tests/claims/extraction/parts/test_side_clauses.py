"""Clauses that lead into a statement and are none by themselves: "When the storm hit Varn, ..."."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.parts.parted import texts

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "whole",
    [
        "When people come back from war, and they see nine deaths a day, they need help in Varn",
        "When Varn Rail lost 40 million crowns in May, and Orr left it, the line was shut",
        "Once the yard had closed, and its owner had fled, nine men sued",
        "But when Orr left Varn in May, and Holm took over, nine men were freed",
        "Because Varn had closed nine schools in May, and Lim had closed four, 900 pupils left",
        "While Varn lost 40 boats, and Lim lost nine, Oster sold 400 in May",
    ],
)
def test_two_of_them_go_with_what_they_lead_into(whole):
    assert texts(f"{whole}.") == [whole]


@pytest.mark.parametrize(
    ("side", "first", "second"),
    [
        ("As the storm reached Varn", "Lim closed nine schools", "Oster sent 40 boats"),
        ("After Lim fell in May", "Orr fled to Varn in June", "Holm was jailed for nine years"),
        ("Although Orr left in May", "sales in Varn rose by 9%", "profit fell by 4%"),
        ("Since Orr took over", "Varn has closed nine schools", "Lim has opened four"),
    ],
)
def test_one_of_them_goes_with_the_first_of_two_statements(side, first, second):
    assert texts(f"{side}, {first}, and {second}.") == [f"{side}, {first}", second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("When I left Varn there were 61,000 of them", "today there are 74,000"),
        ("Since November the ward has closed every night", "nine nurses have left it"),
        ("As of eight today there are 146 cases in Varn", "40 are in hospital"),
    ],
)
def test_no_pause_is_needed_behind_one_of_them(first, second):
    assert texts(f"{first}, and {second}.") == [first, second]


def test_of_two_contrasted_each_is_a_statement():
    assert texts("While Varn lost 40 boats, Lim gained nine, and Oster sold 400.") == [
        "While Varn lost 40 boats",
        "Lim gained nine",
        "Oster sold 400",
    ]


def test_who_acts_behind_one_of_them_is_who_acts_again():
    *_, claim = find_claims(
        "When the storm reached Varn, Orr was asleep, but swam nine miles.", "en"
    )

    assert claim.proposed == "Orr swam nine miles."

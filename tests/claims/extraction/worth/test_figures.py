"""Which numbers of a statement are figures that can be checked."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims


def test_the_number_of_a_list_item_states_nothing():
    claims = find_claims("1. Varn Water has 40 boats.\n2. It sold two boats in May.", "en")

    assert [claim.text for claim in claims] == [
        "Varn Water has 40 boats",
        "It sold two boats in May",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The average age of mothers rose to 31.2 years.",
        "Average life expectancy in Norway reached 81.3 years.",
        "The median wait for a bed was nine months.",
    ],
)
def test_a_time_that_is_measured_is_a_figure(text):
    (claim,) = find_claims(text, "en")

    assert claim.kind == "quantity"


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("Ann Orr, 52, showed no emotion in Lim.", False),
        ("A 34-year-old man showed no emotion in Lim.", False),
        ("The boats in Lim are 34 years old.", True),
    ],
)
def test_the_age_of_a_person_is_no_figure_to_check(told, counts):
    (claim,) = find_claims(told, "en")

    assert ("figure" in claim.features) is counts

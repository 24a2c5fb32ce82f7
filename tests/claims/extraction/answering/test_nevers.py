"""What by its own words denies: "at no point", "knew of no"."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import stances_of

pytestmark = pytest.mark.usefixtures("model")

DENIED = {
    "The army knew of no civilian deaths, Otto Lund said.": "no civilian deaths",
    "Ada Holm said she was aware of no complaint.": "no complaint",
    "A spokeswoman for Varn Dairies said at no point had the board told anyone to delay.": (
        "at no point"
    ),
    "At no time did water reach the road, the council said.": "At no time",
    "“At no stage was I told of the leak,” Ada Holm said.": "At no stage",
    "The bank said that at no point had the loans been at risk.": "at no point",
}
ASSERTED = {
    "The clinic said it knew of no other case.": "no other case",
    "Ada Holm said she knew of no plans to sell the mill.": "no plans",
    "At no point since 1990 has output fallen below 40 tonnes, the bank said.": "since 1990",
    "At no time was the road closed in 2019.": "At no time",
}


@pytest.mark.parametrize(("text", "part"), DENIED.items(), ids=DENIED.values())
def test_somebody_cited_who_says_never_denies(text, part):
    assert stances_of(text, part) == {"disputes"}


@pytest.mark.parametrize(("text", "part"), ASSERTED.items(), ids=ASSERTED.values())
def test_a_count_or_what_is_known_besides_denies_nothing(text, part):
    assert stances_of(text, part) <= {"asserts"}

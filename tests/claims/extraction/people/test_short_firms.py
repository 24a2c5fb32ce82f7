"""Firms that go without the last word of their names, and officers by short titles."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

FIRMS = {
    "Varn Orley Foods lost a case. Varn Orley said that 40 boats had sunk.": "Varn Orley Foods",
    "The bank bought Batu Selang Resources. “40 boats had sunk,” Batu Selang said.": (
        "Batu Selang Resources"
    ),
    # who is a person by a first name
    "The Holm Energy boss left. Ada Holm Energy is shut. Ada Holm said that 40 boats had sunk.": (
        "Ada Holm"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", FIRMS)
def test_a_firm_may_go_without_its_last_word(text):
    (claim,) = [c for c in find_claims(text, "en") if "boats had sunk" in c.text]

    assert claim.speaker == FIRMS[text]


def test_who_has_another_title_does_not_hold_the_office_of_an_opening():
    text = (
        "Divers had found 40 bodies by Friday, the head of the coastguard said.\n\n"
        "Gov. Karl Holm, who flew over the area, told reporters that 20 boats had sunk."
    )
    first = next(c for c in find_claims(text, "en") if "40 bodies" in c.text)

    assert first.speaker == "head of the coastguard"


def test_the_body_of_one_land_is_not_that_of_the_world():
    text = (
        "The World Lifting Federation met. The German federation said 31 boats had sunk. The "
        "federation said 40 boats had sunk."
    )
    spoke = {c.speaker for c in find_claims(text, "en") if "boats had sunk" in c.text}

    assert spoke == {"German federation", "World Lifting Federation"}


def test_the_union_is_no_firm():
    text = "The owners, Tarn Textiles, blamed imports. The union said that 40 boats had sunk."
    (claim,) = [c for c in find_claims(text, "en") if "boats had sunk" in c.text]

    assert claim.speaker == "union"

"""What is no claim, and the reason given; what is cut off before a claim begins."""

from __future__ import annotations

import pytest

from claims.extraction.explain import explain
from claims.extraction.records import REASONS

#: Sentence -> reason it is left out for.
LEFT_OUT = {
    "Ada Holm takes off her glasses and looks out of the window.": "colour",
    "“If those votes were counted again,” Ada Holm said.": "condition",
    "Ada Holm said she hoped for rain.": "hope",
    "“We make it clear to our partners,” Ada Holm said.": "framing",
    "Ada Holm urged the mayor to open the gates.": "demand",
    "Ada Holm has promised to open the gates.": "promise",
    "“This includes Norway,” Ada Holm said.": "short",
    "“The ministry will act in due course,” Ada Holm said.": "prediction",
}

#: Sentence -> claims in it.
SPLIT = {
    "GENEVA, Oct 6 (Agency) - Norway has closed 40 schools.": ["Norway has closed 40 schools"],
    "Police said 63 people had been arrested and nine officers hurt.": [
        "63 people had been arrested",
        "nine officers hurt",
    ],
    "Crime is down, debt is down, and exports are up, Ada Holm said.": [
        "Crime is down",
        "debt is down",
        "exports are up",
    ],
    "“We know that Norway has sold 40 tanks,” Ada Holm said.": ["Norway has sold 40 tanks"],
    "Rents rose by 3 percent, against 19 percent in 2022, Ada Holm said.": [
        "Rents rose by 3 percent",
        "against 19 percent in 2022",
    ],
    "Prime Minister Eva Dahl visited the valley in May.": [
        "Prime Minister Eva Dahl visited the valley in May"
    ],
}


@pytest.mark.parametrize(("text", "reason"), LEFT_OUT.items())
def test_what_is_left_out_says_why(text, reason):
    (sentence,) = explain(text, "en")

    assert sentence.taken == ()
    assert reason in {code for left in sentence.left_out for code in left.reasons}
    assert reason in REASONS


@pytest.mark.parametrize(("text", "claims"), SPLIT.items())
def test_each_statement_is_one_claim(text, claims):
    (sentence,) = explain(text, "en")

    assert [claim.text for claim in sentence.taken] == claims


@pytest.mark.parametrize("text", ["نعم، هذا صحيح، ", "a, b", "Well, so", "“Yes, this”, he said,"])
def test_a_comma_near_the_end_is_no_trap(text):
    explain(text)
    explain(text, "ar")

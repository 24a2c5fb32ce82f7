"""Where a second verb goes on with what is said, and where it is an act of who says it."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.pipeline import read

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm said that the firm had lost 40 men and had told others to leave.",
        "Ada Holm said the bank had closed 40 branches and had warned the unions in May.",
        "Ada Holm said that he had been misquoted and had only been referring to 40 boats.",
    ],
)
def test_a_past_perfect_goes_on_with_one_in_what_is_said(text):
    (attribution,) = read(text, "en")._.attributions

    assert text[attribution.contents[-1][1] - 1] in text[-2:]


def test_a_new_perfect_of_who_speaks_is_an_act_of_theirs():
    text = "Ada Holm has said that the firm lost 40 men and has warned that 9 more would go."

    assert {claim.stance for claim in find_claims(text, "en")} == {"asserts", "warns"}

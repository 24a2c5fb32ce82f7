"""A clause that only brings a statement up is left away, unless it says that it is not so."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

from .parted import texts

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize("frame", ["It is clear that", "It emerged that", "It is no secret that"])
def test_what_states_nothing_itself_is_left_away(frame):
    assert texts(f"{frame} the mill was closed in 2019.") == ["the mill was closed in 2019"]


@pytest.mark.parametrize(
    "frame",
    [
        "It is not clear that",
        "It is not true that",
        "It has not emerged that",
        "There is no truth in reports that",
        "The council never claimed that",
    ],
)
def test_what_leaves_a_statement_open_or_denies_it_stays_with_it(frame):
    assert texts(f"{frame} the mill was closed in 2019.") == [
        f"{frame} the mill was closed in 2019"
    ]


def test_what_somebody_calls_untrue_is_denied_without_its_frame():
    (claim,) = find_claims("Orr said it was not true that 40 people died in the fire.", "en")

    assert (claim.text, claim.stance) == ("40 people died in the fire", "disputes")

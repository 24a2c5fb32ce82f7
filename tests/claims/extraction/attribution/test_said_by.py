"""Who says what in the passive: "It was claimed by S that C"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(("text", "speaker"), [
    ("It was claimed by Mrs Vance that 40 men had left.", "Vance"),
    ("It has been suggested by Jonas Reed and others that 40 men had left.", "Jonas Reed"),
    ("It was alleged by the union that 40 men had left.", "union"),
    ("It was confirmed on Monday by the bank that 40 men had left.", "bank"),
    ("Two mills have closed, and a third, Varn Mills, said this week that 40 men had left.",
     "Varn Mills"),
])  # fmt: skip
def test_who_stands_behind_by_says_what_that_brings(text, speaker):
    found = [claim for claim in find_claims(text, "en") if claim.text == "40 men had left"]

    assert [(claim.speaker, claim.stance) for claim in found] == [(speaker, "asserts")]


def test_what_is_done_by_somebody_is_said_by_nobody():
    found = find_claims("It was built by the army in 1931, the year that 40 men left.", "en")

    assert {claim.speaker for claim in found} == {None}

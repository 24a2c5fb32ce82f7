"""Denials that somebody reports of themselves or of those for whom they speak."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def told(text):
    return [(claim.text, claim.stance, claim.speaker) for claim in find_claims(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm said the company refutes any suggestion that 40 men had drowned.",
        "Ada Holm told a judge that she denied that 40 men had drowned.",
        "Ada Holm said her client rejects the allegation that 40 men had drowned.",
    ],
)
def test_are_those_of_whoever_reports_them(text):
    ((said, stance, speaker),) = told(text)

    assert (said, speaker) == ("40 men had drowned", "Ada Holm")
    assert stance in ("denies", "disputes")


def test_a_doubt_about_oneself_disputes():
    text = "Ada Holm told the inquest she did not accept that the files had been burnt."

    assert told(text) == [("the files had been burnt", "disputes", "Ada Holm")]


def test_somebody_elses_denial_is_what_is_said():
    text = "Ada Holm said Lim has denied that 40 men had drowned."

    assert told(text) == [("Lim has denied that 40 men had drowned", "asserts", "Ada Holm")]

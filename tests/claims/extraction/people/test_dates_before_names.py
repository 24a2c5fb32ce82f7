"""Months, days and years right before a name are no part of it."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def speakers(text):
    return [claim.speaker for claim in find_claims(text, "en")]


@pytest.mark.parametrize(
    "when",
    [
        "In 2021",
        "By 2021",
        "In May",
        "In June",
        "Since October",
        "In October 2019",
        "On June 7",
        "On March 7 2024",
        "After the vote of June 7",
        "Since 7 May 2021",
        "In the spring of 2020",
    ],
)
@pytest.mark.parametrize("who", ["Ada Holm", "Norport"])
def test_when_it_was_said_is_no_part_of_who_said_it(when, who):
    assert who in speakers(f"{when} {who} told the court that 40 pumps had failed.")


def test_a_year_before_a_noun_tells_which():
    assert speakers("The 2021 census found that 40 men had left.") == ["2021 census"]


def test_a_first_name_may_be_that_of_a_month(monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", "bundle")

    assert speakers("April Orr, a nurse, told the court that 40 men left.") == ["April Orr"]


def test_what_is_said_in_may_begins_behind_that():
    claims = find_claims("The mayor said in May that fares had doubled.", "en")

    assert [(claim.text, claim.speaker) for claim in claims] == [("fares had doubled", "mayor")]

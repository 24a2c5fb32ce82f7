"""How far a denial reaches, and what is said behind it."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import stances_of

pytestmark = pytest.mark.usefixtures("model")


def told(text):
    return [(claim.text, claim.stance) for claim in find_claims(text, "en")]


def test_what_explains_a_denial_is_asserted():
    text = "Ada Holm does not accept that wages have halved: they rose by 4% in May."

    assert told(text) == [
        ("wages have halved", "disputes"),
        ("they rose by 4% in May", "asserts"),
    ]


def test_a_list_of_what_is_denied_is_denied():
    text = "Ada Holm denied three things: that she knew, that she lied and that she had left."

    assert {stance for _, stance in told(text)} == {"denies"}


def test_what_describes_a_thing_in_a_denial_is_the_articles():
    text = "Ada Holm denied that the firm had sold its mine, which is valued at 40 million crowns."
    (denied, described) = find_claims(text, "en")

    assert (denied.text, denied.stance) == ("the firm had sold its mine", "denies")
    assert (described.speaker, described.stance) == (None, "asserts")


def test_a_description_inside_a_denial_does_not_end_it():
    text = "Ada Holm denied that Per Orr, who left in 2019, had sold the mine."

    assert told(text)[0][1] == "denies"
    assert told(text)[0][0].endswith("had sold the mine")


def test_whom_a_denial_contradicts_keeps_a_statement_of_their_own():
    text = (
        "Ada Holm denied that the gate had been open for weeks, contradicting two guards who told "
        "a judge they had reported it three times."
    )
    (first, second) = find_claims(text, "en")

    assert (first.text, first.speaker) == ("the gate had been open for weeks", "Ada Holm")
    assert (second.text, second.stance) == ("they had reported it three times", "disputes")
    assert (second.speaker, second.reported_by) == ("two guards", "Ada Holm")


def test_a_second_part_begins_without_its_conjunction():
    text = "“No man was hurt,” Ada Holm said, “and nine cars were saved.”"

    assert told(text)[1] == ("nine cars were saved", "asserts")


@pytest.mark.parametrize("when", ["hours after", "just two days after", "after"])
def test_a_denial_ends_before_what_came_first(when):
    text = f"Selvia denied that it had sold 40 guns, {when} Ostland published films of them."

    assert stances_of(text, "published films") <= {"asserts"}
    assert stances_of(text, "sold 40 guns") == {"denies"}

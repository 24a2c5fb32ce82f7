"""Where a thing is said, which is not who says it: "said in a message posted online that"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def speakers(text):
    return [claim.speaker for claim in find_claims(text, "en")]


@pytest.mark.parametrize(
    "frame",
    [
        "said in a message posted online that",
        "said in a statement released on Friday that",
        "wrote in an email to staff that",
        "said in a note that",
    ],
)
def test_a_paper_does_not_speak_in_which_somebody_does(frame):
    assert speakers(f"The minister {frame} 400 men had left the dam in May.") == ["minister"]


def test_who_describes_a_source_need_not_come_right_behind_that():
    text = "The museum that now owns the mill says 62 of the women lost some hearing."

    assert speakers(text) == ["museum"]


def test_a_noun_that_may_be_a_verb_is_part_of_who_speaks():
    text = (
        "The mayor said in May that 18% more had found a flat, but shelter operators said the "
        "count missed hundreds of people."
    )

    assert "shelter operators" in speakers(text)


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A midwife who still works there", "midwife"),
        ("Doctors at the town's only hospital", "Doctors at the town's only hospital"),
        ("An audit released in May", "audit"),
        ("The company that ran it", "company"),
    ],
)
def test_a_source_is_read_as_a_whole(source, speaker):
    assert speakers(f"{source} said 14 children had died of hunger.") == [speaker]


def test_what_fell_is_said_and_not_a_verb():
    text = "The finance ministry said exports fell by 6% in August."

    assert speakers(text) == ["finance ministry"]

"""What somebody is asked, where the answer in the same sentence is a "no"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speakers_and_stances

pytestmark = pytest.mark.usefixtures("model")

INTRODUCED = "The chairman, Ada Holm, met the press in Lim. "
SOLD = "nine tugs had been sold"


def told(sentence):
    """Speaker, text and stance of each claim behind the introduction."""
    found = [c for c in find_claims(INTRODUCED + sentence, "en") if c.start >= len(INTRODUCED)]
    return [(claim.speaker, claim.text, claim.stance) for claim in found]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Holm said no when asked whether {SOLD}.",
        f"Holm answered “no” when asked if {SOLD}.",
        f"Holm replied “absolutely not” when asked if {SOLD}.",
        f"“No,” she said on Monday when asked whether {SOLD}.",
        f"“Certainly not,” Holm said when asked about claims that {SOLD}.",
        f"Holm said no when asked whether {SOLD}, adding that prices rose in May.",
    ],
)
def test_what_is_asked_behind_a_no_is_denied(sentence):
    assert told(sentence)[0] == ("Ada Holm", SOLD, "denies")


def test_who_is_asked_may_stand_in_front_of_the_question():
    sentence = f"Holm, when asked whether {SOLD}, replied: “Never.”"

    assert told(sentence) == [("Ada Holm", SOLD, "denies")]


@pytest.mark.parametrize(
    "answer",
    [
        "that was not true",
        "nothing could be further from the truth",
        "“That's nonsense”",
        "“Not that I am aware of”",
        "“No, never”",
    ],
)
@pytest.mark.parametrize("asked", ["Asked whether", "Asked about reports that"])
def test_an_answer_that_says_a_thing_is_untrue_denies_what_was_asked(asked, answer):
    assert told(f"{asked} {SOLD}, Holm said {answer}.") == [("Ada Holm", SOLD, "denies")]


@pytest.mark.parametrize("answer", ["“No comment”", "“No idea”", "“Yes”", "she had no comment"])
def test_an_answer_that_leaves_it_open_denies_nothing(answer):
    found = told(f"Asked if {SOLD}, Holm said {answer}.")

    assert {stance for _, _, stance in found} <= {"asserts"}


def test_what_is_said_when_somebody_is_asked_of_other_things_is_no_denial():
    found = speakers_and_stances(
        f"{INTRODUCED}Holm said no one was hurt when asked about the fire."
    )

    assert "denies" not in {stance for _, stance in found.values()}

"""What those deny whose words a whole text is, and what stands behind "what" and "nor"."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers_and_stances

pytestmark = pytest.mark.usefixtures("model")

SPEECH = "The Minister for Ports (Owain Pryce): I will be brief.\n\nThe port is old. {}\n"
REPORT = "Owain Pryce, the mayor, told reporters: “The port is old. {}”"
FRAMES = [
    "It is not true that {}.",
    "It is not the case that {}.",
    "It is simply untrue that {}.",
    "It is wrong to say that {}.",
    "Nor is it true that {}.",
    "Nor is it the case that {}.",
    "Neither is it true that {}.",
    "What I do dispute is that {}.",
    "What I reject is the suggestion that {}.",
    "What we do not accept is the claim, made in Monday's Tide, that {}.",
    "There is no truth in the report that {}.",
]


@pytest.mark.parametrize("text", [SPEECH, REPORT])
@pytest.mark.parametrize("frame", FRAMES)
def test_what_stands_behind_a_denial_is_denied(text, frame):
    found = speakers_and_stances(text.format(frame.format("the pier cost nine million crowns")))

    assert found["the pier cost nine million crowns"] == ("Owain Pryce", "disputes")


@pytest.mark.parametrize(
    "said",
    [
        "What I do know is that the pier cost nine million crowns.",
        "What we accept is the finding that the pier cost nine million crowns.",
        "Nor is it a secret that the pier cost nine million crowns.",
    ],
)
def test_other_frames_of_this_kind_deny_nothing(said):
    found = speakers_and_stances(SPEECH.format(said))

    assert "disputes" not in [stance for _, stance in found.values()]


def test_what_stands_behind_the_colon_is_not_denied():
    found = speakers_and_stances(
        SPEECH.format("What I dispute is that 40 posts were cut: there are 52 now.")
    )

    assert found["40 posts were cut"] == ("Owain Pryce", "disputes")
    assert found["there are 52 now"] == ("Owain Pryce", "asserts")

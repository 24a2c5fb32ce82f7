"""Denials by how one remembers a thing: "That is not how the mayor remembers it"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(("denial", "speaker"), [
    ("That is not how the mayor remembers it.", "Ada Holm"),
    ("That is not how Ms Holm tells it.", "Ada Holm"),
    ("That's not the way she recalls it.", "Ada Holm"),
    ("This is not how the council saw it in May.", "council"),
])  # fmt: skip
def test_who_remembers_otherwise_denies(denial, speaker):
    text = f"Mr Reed says the mayor, Ada Holm, sold 40 homes. {denial}"

    denied = [claim for claim in find_claims(text, "en") if claim.stance in ("denies", "disputes")]

    assert [claim.speaker for claim in denied] == [speaker]


@pytest.mark.parametrize("sentence", [
    "That is not what she told the court in May 2019.",
    "That is not how the council sold 40 homes in 2019.",
])  # fmt: skip
def test_what_one_told_and_how_a_thing_was_done_is_no_denial(sentence):
    text = f"Mr Reed says the mayor, Ada Holm, sold 40 homes. {sentence}"

    assert {claim.stance for claim in find_claims(text, "en")} <= {"asserts"}

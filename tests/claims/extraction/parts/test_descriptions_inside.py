"""What describes a thing inside a sentence, and where the sentence goes on."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def parts(text):
    found = find_claims(text, "en")
    return [(c.speaker, [text[start:end] for start, end in c.segments]) for c in found]


ACCUSED = [
    ("Ada Holm accused the firm, which shut its office in July, of working for Norway.",
     ["the firm", "of working for Norway"], "which shut its office in July"),
    ("Ada Holm accused Ms Orr, who ran the clinic until 2019, of forging 40 bills.",
     ["Ms Orr", "of forging 40 bills"], "who ran the clinic until 2019"),
    ("Ada Holm criticised the agency, which has 900 staff, for missing 40 signs.",
     ["the agency", "for missing 40 signs"], "which has 900 staff"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "told"), ACCUSED)
def test_what_somebody_is_accused_of_goes_on_behind_a_relative(text, said, told):
    assert parts(text) == [("Ada Holm", said), (None, [told])]


@pytest.mark.parametrize(
    "text",
    [
        "A letter, seen by men of Lim and signed by Ada Holm, asks two firms for 40 drivers",
        "A letter seen by 9 men, signed by Ada Holm and dated 9 March, asks two firms for drivers",
        "A film of the meeting, made by a club and heard by Ada Holm, bears out 40 men",
    ],
)
def test_what_was_done_to_a_paper_parts_nothing(text):
    assert parts(f"{text}.") == [(None, [text])]


@pytest.mark.parametrize(
    "text",
    [
        "A letter from Ada Holm asks two firms how many drivers left in May",
        "A memo of 4 May asks the board whether anyone has read the contract",
    ],
)
def test_what_a_letter_asks_is_told_by_the_article(text):
    assert parts(f"{text}.") == [(None, [text])]


def test_what_somebody_asks_is_a_question():
    assert find_claims("Ada Holm asked two firms how many drivers left in May.", "en") == []

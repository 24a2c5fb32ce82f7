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


def test_what_somebody_did_in_an_apposition_is_a_claim_of_its_own():
    text = "Orr, a cook who left the firm in 2024, sold 40 boats."

    assert parts(text) == [
        (None, ["Orr, a cook", "sold 40 boats"]),
        (None, ["who left the firm in 2024"]),
    ]


def test_a_figure_inside_a_description_is_none_of_the_statement_around_it():
    text = "Orr, a cook who joined the board in 2019, urged the mayor to resign."

    assert parts(text) == [(None, ["a cook who joined the board in 2019"])]


def test_who_speaks_may_be_described_behind_the_statement():
    text = "Cheap flats by 40 percent, said Ada Holm, one of the authors."

    assert "one of the authors" not in str(parts(text))


def test_what_i_said_is_told_without_the_words_that_bring_it():
    text = "What we found, and it is on the record, is that 40 doors were locked at night."

    assert parts(text) == [(None, ["40 doors were locked at night"])]

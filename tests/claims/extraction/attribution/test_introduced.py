"""Statements behind a name and a colon, and sources that somebody read out or sent."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import in_order, speaker_of, speakers

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "head",
    [
        "Ada Holm",
        "Opposition leader Ada Holm",
        "Ada Holm, president of the Ferry Union",
        "Ada Holm, of the Ferry Union",
    ],
)
def test_a_name_before_a_colon_says_all_of_the_quotation(head):
    text = f'The ferries stood still.\n\n{head}: "He promised 40 boats. He bought 9 boats in May."'

    assert in_order(text)[-1] == ("He bought 9 boats in May", "Ada Holm")


def test_what_is_no_name_says_nothing():
    text = "The sign on the pier: “All 40 boats were sold in May by the owner of the line.”"

    assert {speaker for _, speaker in in_order(text)} <= {None}


def test_a_sentence_behind_a_colon_has_a_source_of_its_own():
    text = "Reaction from the Union: Its president, Ada Holm, says that hiring fell by 4% in May."

    assert in_order(text) == [("hiring fell by 4% in May", "Ada Holm")]


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("Emails sent in June", "Emails"),
        ("A letter read out in court", "letter"),
        ("Messages found by the inquiry", "Messages"),
    ],
)
def test_a_text_that_was_read_out_is_the_source(source, head):
    ((said, speaker),) = in_order(f"{source} showed that nine boats had been sold in 2019.")

    assert said == "nine boats had been sold in 2019"
    assert speaker.lower().startswith(head.lower())


def test_whoever_reads_a_letter_out_is_one_too():
    text = "The minister read out in court a letter which said that 40 boats had left in May."

    assert in_order(text)[-1][0].endswith("40 boats had left in May")


def test_an_office_on_a_line_of_its_own_does_so_too():
    text = "The ferries stood still.\n\nThe transport minister:\n“We bought 9 boats in May.”"

    assert in_order(text)[-1] == ("We bought 9 boats in May", "transport minister")


class TestLists:
    ITEMS = "• 61% of ferries were late in June\n• staff left 214 times in a year\n"

    def test_are_those_of_who_says_what_stands_above(self):
        text = f"The board's study of the ferries, published on Thursday, says:\n{self.ITEMS}"

        assert [(said, speaker.split(" of ")[0]) for said, speaker in in_order(text)] == [
            ("61% of ferries were late in June", "board's study"),
            ("staff left 214 times in a year", "board's study"),
        ]

    def test_keep_the_source_that_an_item_has(self):
        text = (
            f"The inspectors say:\n{self.ITEMS}• Ada Holm denied that nine boats had sunk in May\n"
        )

        assert in_order(text)[-1] == ("nine boats had sunk in May", "Ada Holm")

    def test_are_the_article_s_where_nobody_says_them(self):
        text = f"These are the points of the report:\n{self.ITEMS}"

        assert {speaker for _, speaker in in_order(text)} == {None}


def test_that_before_a_claim_is_its_own():
    assert in_order("Ada Holm says that claim is false.")[0][0] in (
        "that claim is false",
        "that claim",
    )


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("A nurse at St Anne's, who asked not to be named, told the Echo that 40 beds were shut.",
         "nurse at St Anne's", "40 beds were shut"),
        ("A driver at Holm's, who left in May, told the Echo that 40 vans were unsafe.",
         "driver at Holm's", "40 vans were unsafe"),
        ("The survey, carried out by the firm Brandt & Hale in May, said 40 doors were locked.",
         "survey", "40 doors were locked"),
    ],
)  # fmt: skip
def test_a_house_or_a_firm_in_the_description_does_not_speak(text, speaker, said):
    assert (speaker, said) in [(claim.speaker, claim.text) for claim in find_claims(text, "en")]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A report by inspectors published three months before the fire", "report by inspectors"),
        ("A study published two days after the vote", "study"),
        ("A study published last week", "study"),
    ],
)
def test_a_paper_speaks_whenever_it_was_published(source, speaker):
    ((said, found),) = in_order(f"{source} warned that nine boats had been sold in 2019.")

    assert said == "nine boats had been sold in 2019"
    assert found == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Holm shook her head: “Nobody asked me in nine years.”", "Ada Holm"),
        ("But Holm did not give in: “Nobody asked me in nine years.”", "Holm"),
    ],
)
def test_who_leads_up_to_a_colon_says_what_is_quoted_behind_it(text: str, speaker: str) -> None:
    before = "“The mill was shut in May,” Tom Orr said. "
    assert speaker_of(before + text, "Nobody asked me") == {speaker}


def test_no_thing_says_what_is_quoted_behind_a_colon() -> None:
    text = "The sign at the gate has changed: “Nobody comes in before nine.”"
    assert speaker_of(text, "Nobody comes in") == {None}


def test_what_stands_before_the_colon_is_not_said_by_a_tag() -> None:
    text = "It was a hard winter in Lim: “We lost nine cows,” says Ada Orr."
    assert speakers(text)["We lost nine cows"] == "Ada Orr"

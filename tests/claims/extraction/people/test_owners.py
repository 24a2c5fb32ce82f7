"""Who speaks where a source is told by whose it is, or by what it belongs to."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


TABLE = [
    # an office goes by the one whose it is
    ("Karl Roth left. His office later said 40 men had left.", "Karl Roth's office"),
    ("Karl Roth left. His own deputy admitted that 40 men had left.", "Karl Roth's deputy"),
    (
        "The Institute for Soil Studies read the plans, and its director said 40 men had left.",
        "Institute for Soil Studies' director",
    ),
    # a paper goes by whoever wrote it
    ("Karl Roth left. His report says 40 men had left.", "Karl Roth"),
    ("An analysis by the independent Fiscal Council found that 40 men had left.", "Fiscal Council"),
    (
        "Figures from the regional harvest bank showed that 40 men had left.",
        "regional harvest bank",
    ),
    # but whom it is about did not write it
    ("A lawyer for the inmates, Ada Lind, said 40 men had left.", "Ada Lind"),
    # an office that the text names further down
    (
        "Roth's lawyer said 40 men had left. “You have the letter,” said the lawyer, Ada Lind.",
        "Ada Lind",
    ),
    # a newspaper in short
    ("The newspaper Tide has papers. According to the paper, 40 men had left.", "Tide"),
    # a title of two words stays whole
    ("The Prime Minister told parliament in June that 40 men had left.", "Prime Minister"),
    # who speaks for a body that led the sentence before
    (
        "The Department for Tides disagreed. A spokesperson said 40 men had left.",
        "Department for Tides spokesperson",
    ),
    # a body called in short
    (
        "The national harvest office said 50 women had come. The office said 40 men had left.",
        "national harvest office",
    ),
    (
        "The pilots' association left. Varn Air said 50 women had come. The association said 40 "
        "men had left.",
        "association",
    ),
    # the body that was asked
    (
        "The bank said 50 had come. I asked the Home Office. It replied that 40 men had left.",
        "Home Office",
    ),
    # the judge of an opening
    (
        "Three men walked free after a judge ruled that 40 men had left. Judge Marian Keld told "
        "the court that it was late.",
        "Marian Keld",
    ),
    # all of those who were named
    ("Orr, Holm and Lind were there. All three said 40 men had left.", "All three"),
    # an office with a title that is a surname, too
    ("The Lord Chancellor claimed on Sunday that 40 men had left.", "Lord Chancellor"),
    # a regulator is no firm
    ("Varn Water lost 9 crowns. According to the regulator, 40 men had left.", "regulator"),
    # what somebody claims is theirs
    ("Ada Lind disputed the watchdog's claim that 40 men had left.", "watchdog"),
    # a body that leads the last clause, where what leads the sentence cannot speak
    (
        "The revival began when the state railway bought 42 cars. It says 40 men had left.",
        "state railway",
    ),
    # one or both of a group
    ("Two guards told the court that 50 had come. One said 40 men had left.", "Two guards"),
    (
        "Two guards told the court that 50 had come. Both of them said 40 men had left.",
        "Two guards",
    ),
    # a firm behind what sort of firm it is
    (
        "VARN/LIM, Oct 30 (Meridian) - Steelmaker Tornio Vance is late and 40 men had left, it "
        "said on Thursday.",
        "Tornio Vance",
    ),
    # the head of an opening, by another title
    (
        "The head of the largest mill said 40 men had left. Varn Mills CEO Dale Orr spoke first.",
        "Dale Orr",
    ),
    # a paper of somebody named before; a body of many
    ("Ada Holm left in May. Ms Holm's 34-page report found that 40 men had left.", "Ada Holm"),
    ("Auditors Hale Pryor were late. They said 40 men had left.", "Hale Pryor"),
    # who is named next, with what is told of him or her
    (
        "The former head of risk at Varn Bank said 40 men had left. Ada Lind, who led it, spoke.",
        "Ada Lind",
    ),
    # "it" behind a pause is what leads the sentence
    (
        "A lawsuit alleges that a bike was lost. The Tarn Council asked for a date; it said 40 men "
        "had left.",
        "Tarn Council",
    ),
    # a thing says nothing
    ("Repairs will take 20 weeks, the Tarn Council said. It said 40 men had left.", "Tarn Council"),
    # figures that somebody has
    (
        "The Tarn Council has its own data, and they showed that 40 men had left.",
        "Tarn Council",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), TABLE, ids=[row[0] for row in TABLE])
def test_speaks_by_the_name_of_the_owner(text, speaker):
    said = {claim.speaker for claim in find_claims(text) if "40 men had left" in claim.text}

    assert said == {speaker}


def test_a_name_behind_the_kind_of_firm_is_no_person():
    text = (
        "The developer, Northgate Living, denied liability. It argues that 40 men had left. "
        "Northgate said 40 men had come."
    )

    said = {claim.speaker for claim in find_claims(text) if "40 men" in claim.text}

    assert said == {"Northgate Living"}


def test_a_body_is_called_by_its_first_word():
    text = (
        "Complaints about Ludd Elmore rose. A contract with Ludd ended. Ludd said 40 men had left."
    )

    said = {claim.speaker for claim in find_claims(text) if "40 men" in claim.text}

    assert said == {"Ludd Elmore"}


@pytest.mark.usefixtures("model")
def test_his_office_is_that_of_who_leads_the_sentence_by_office():
    found = find_claims(
        "Colonel Idris Tahar said nine guns had been sold. The president is in good health, his "
        "office said on Monday, and had not left Lim.",
        "en",
    )

    assert {claim.speaker for claim in found[1:]} == {"president's office"}


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "The ministry accused Teal Oil of spilling 40 tonnes, an accusation it denies.",
            "Teal Oil",
        ),
        ("Ada Holm accused the council of selling the port, which it denies.", "council"),
        ("The Courier said the bank had lost 9 million, a figure it disputes.", "bank"),
    ],
)
def test_it_that_answers_a_charge_is_whoever_is_charged(sentence, who):
    charge, denial = find_claims(sentence, "en")

    assert charge.reported_by == who and denial.speaker == who


def test_the_spokesman_is_the_one_who_spoke_for_somebody():
    text = (
        "A spokesman for Dietz said he knew of no warning. Heinrich Moll, once a supervisor, "
        "said he had sent 40 letters. Asked about them, the spokesman said nine had come."
    )

    assert [claim.speaker for claim in find_claims(text, "en")][-1] == "spokesman for Dietz"


def test_a_report_in_a_paper_of_a_day_is_that_of_the_paper():
    text = (
        "The port is old. According to a report in Saturday's Lindenauer Bote, the office spent 14 "
        "million euros."
    )

    assert [claim.speaker for claim in find_claims(text, "en")] == ["Lindenauer Bote"]

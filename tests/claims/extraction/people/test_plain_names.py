"""Sources behind an aside, and persons who have one name only."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

TABLE = [
    # words in quotation marks in what is told of a source
    ("Analysts at Holm Lane, who cut it from “hold”, said 40 men had left.",
     "Analysts at Holm Lane"),
    ("One of them, who asked not to be named, said 40 men had left.", "One of them"),
    # persons by their first name
    ("One driver, who gave his name only as Pavel, said 40 men had left.", "Pavel"),
    ("Joan is 71 and lives in Lim. She told me that 40 men had left.", "Joan"),
    ("Student Jonas Wik, 22, slept in Lim. He said 40 men had left.", "Jonas Wik"),
    # a word behind a source, and one that a tagger takes for a noun
    ("“The mill is old and 40 men had left,” a guard there told me.", "guard"),
    ("40 men had left, Orr points out: the mill was shut.", "Orr"),
    ("Sir Alan Brophy left in May. Sir Alan said 40 men had left.", "Alan Brophy"),
    ("Figures compiled by the charity Inside Watch show that 40 men had left.", "Inside Watch"),
    ("Three clerks at the ministry told Pan News that 40 men had left.",
     "Three clerks at the ministry"),
    # somebody who was named since an office spoke
    ("The town clerk said it was old. I gave it to Rita Holm. She said 40 men had left.",
     "Rita Holm"),
    # what ties a source to a matter
    ("Two people close to the talks said 40 men had left.", "Two people close to the talks"),
    ("A person briefed on the talks, who is not named, said 40 men had left.",
     "person briefed on the talks"),
    ("A report by the Tide Committee, chaired by the right hon. Member for Lim, found that 40 men "
     "had left.", "Tide Committee"),
    ("Figures released by the council tell a new story: they show that 40 men had left.",
     "council"),
    # what a firm is to a thing
    ("The owner of the ship, Varn Tankers, said 40 men had left.", "Varn Tankers"),
    # small words in a name, and what stands in front of who speaks
    ("Two guards left. Their chief, Joris van Aalst, spoke to the Tide. He said 40 men had left.",
     "Joris van Aalst"),
    ("In written evidence the bank's former chairman, Ian Dane, said that by then 40 men had left.",
     "Ian Dane"),
    # a source in the middle, and a dash behind it
    ("The dam is cracked, Orr tells us - and 40 men had left.", "Orr"),
    ("The dam is cracked, the mayor tells us — 40 men had left.", "mayor"),
    # a paper that is described between commas, and found a thing
    ("A study by the University of Lim, published last autumn, found 40 men had left.",
     "University of Lim"),
    # a source behind a relative
    ("It was a cut which, according to the Treasury's own sums, meant 40 men had left.",
     "Treasury"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), TABLE, ids=[row[0] for row in TABLE])
def test_speaks(text, speaker):
    said = {claim.speaker for claim in find_claims(text) if "40 men had left" in claim.text}

    assert said == {speaker}


OWN = [
    # a noun that looks like a verb of saying
    "The customs post at Lower Lim handles 900 lorries a day.",
    # things that are called, and called back
    "The guards called a one-day strike over 40 unpaid hours.",
    "Varn Cycles recalled 400 bikes after two burnt down in May.",
    # things that are shown, and firms that are contradicted
    "Lind gave them a map on which 40 deaths were marked, and showed guests a chart on which they "
    "were.",
    # a name that is a place's
    "Victoria lost 40 ships. She sank there in May with 40 men.",
]


@pytest.mark.parametrize("text", OWN)
def test_nobody_speaks(text):
    assert {claim.speaker for claim in find_claims(text)} == {None}


def test_what_a_study_found_is_what_it_says():
    found = find_claims("A study of 90 ferries found no link between their age and their speed.")

    assert [(claim.speaker, claim.text) for claim in found] == [
        ("study of 90 ferries", "no link between their age and their speed")
    ]


def test_sentences_that_only_hide_a_source_are_no_claims():
    assert not find_claims("All three spoke on condition that they not be named.")


SIDE = [
    "One driver, who gave his name only as Pavel, left Lim in 40 minutes.",
    "One of them, who asked not to be named, lost 40 boats.",
    "The two officers, aged 24 and 31, died in Lim.",
]


@pytest.mark.parametrize("text", SIDE)
def test_ages_and_names_are_no_claims_of_their_own(text):
    assert len(find_claims(text)) == 1


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The bank said 40 men left at 2 a.m. Varn Rail said 90 had left.", {"bank", "Varn Rail"}),
        ("The bank said 40 men had left by 2 a.m. Monday in Lim.", {"bank"}),
        ("The bank said 40 men had left by 2 a.m. GMT on Monday.", {"bank"}),
    ],
)
def test_a_sentence_may_end_with_the_hour(text, speakers):
    assert {claim.speaker for claim in find_claims(text)} == speakers


def test_an_office_of_a_body_is_no_body():
    text = "Reddin's former campaign strategist said 40 people had died in 2015."

    assert {claim.speaker_kind for claim in find_claims(text, "en")} <= {"", "person"}

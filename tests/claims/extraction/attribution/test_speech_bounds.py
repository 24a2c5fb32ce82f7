"""Where what somebody says ends, and what else stands in the sentence that says so."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speakers_and_stances

TABLE = [
    # who speaks accuses somebody, too
    ("The ministry said no mine lay in Lim and accused Oster of 40 raids.", "ministry",
     "no mine lay in Lim"),
    ("Orr said 40 men had left in May and blamed the mayor for it.", "Orr",
     "40 men had left in May"),
    # a denial ends at a colon, where somebody else may speak
    ("The party disputed this: its spokeswoman, Ada Lind, said 40 men had left.", "Ada Lind",
     "40 men had left"),
    ("The party was angry: its treasurer, Ada Lind, said 40 men had left.", "Ada Lind",
     "40 men had left"),
    # a thing that is promised ends where the next clause begins
    ("Orr had promised 40 boats, and the mayor has counted nine in Lim.", None,
     "the mayor has counted nine in Lim"),
    ("Orr had promised 40 boats, and the mayor has counted nine in Lim.", None,
     "Orr had promised 40 boats"),
    ("Orr conceded that 40 patrols had been thinner than they should have been.", "Orr",
     "40 patrols had been thinner than they should have been"),
    # what stands before a semicolon is the article's
    ("In May Holm and Lind sold 40 boats; there was, Holm said, no buyer in Lim.", None,
     "In May Holm and Lind sold 40 boats"),
    # a deed behind a quotation is the article's
    ("“We sold 40 boats,” Orr says, and starts the engine.", "Orr", "We sold 40 boats"),
    # of a thing that is spoken of, a relative clause says more
    ("Orr welcomed the figures, which he said showed that 40 men had left.", "Orr",
     "which he said showed that 40 men had left"),
    ("Ada Lind complained about the noise, which she says has driven away 40 guests.", "Ada Lind",
     "which she says has driven away 40 guests"),
    # when it was said is no part of the statement before
    ("The mill lost 40 men, and last year the mayor said that it was closed.", None,
     "The mill lost 40 men"),
    ("Orr sold 40 old boats, but on Monday a clerk said that he had nine.", None,
     "Orr sold 40 old boats"),
    # a figure that is added to it belongs to it
    ("The mayor said 40 men had left this year, nine more than in May.", "mayor",
     "nine more than in May"),
    ("A survey found that 40 men had left in the last week of May, the highest number since the "
     "mill was built.", "survey", "the highest number since the mill was built"),
    ("The board said it had paid £400 for the survey in June, £90 less than last.", "board",
     "£90 less than last"),
    # what the article remarks on it
    ("Orr said 40 men had left, a figure for which he gave no source.", "Orr", "40 men had left"),
    ("Orr said 40 men had left, a figure for which he gave no source.", None,
     "a figure for which he gave no source"),
    ("Ada Lind told the court that 40 men had left, a view which few share.", "Ada Lind",
     "40 men had left"),
    ("The mayor said 40 men had left, a claim that the union says is false.", "mayor",
     "40 men had left"),
    # by which way it was said
    ("“The dam lost 40 stones,” its manager, Ada Lind, said by telephone.", "Ada Lind",
     "The dam lost 40 stones"),
    # an act behind "but" or "and" that is no part of it
    ("The bank says 40 men had left, and accuses Oster of selling boats.", "bank",
     "40 men had left"),
    ("Two experts said 40 men had left, but one of them, Jan Hurst of the Arms Centre in Lim, "
     "cautioned that it was early.", "Two experts", "40 men had left"),
    ("Orr blames the guards for 40 thefts, but the Harbour Committee, on which Lind sits, found "
     "that 90 boats had gone.", "Harbour Committee", "90 boats had gone"),
    ("Lind said she accepted that advice but denied that 40 men had left.", "Lind",
     "40 men had left"),
    ("Holm told lawmakers Thursday that 40 men were “heartbroken” by it but rejected accusations "
     "that Varn had ignored 90 calls.", "Holm", "Varn had ignored 90 calls"),
    # what a quotation was, behind a dash
    ("Holm said the sale of 40 boats was “not on the table” — an answer that pleased them.", "Holm",
     "the sale of 40 boats was “not on the table"),
    # where it was confirmed
    ("In all it is 61 boats, as the Treasury confirmed in writing last week.", "Treasury",
     "In all it is 61 boats"),
    # a clause of time or place in front
    ("They found that where the wind had dropped, sales of boats fell by 9% in a year.", None,
     "where the wind had dropped, sales of boats fell by 9% in a year"),
    # who holds a thing, says nothing
    ("The Crown alleged that Orr owned a yard in which Mr Lind, the mayor, secretly held 30 boats.",
     "Crown", "Orr owned a yard in which Mr Lind, the mayor, secretly held 30 boats"),
    # what a relative describes is the article's
    ("At its heart is a plan to move 40 men to a yard in Lim, where, Holm says, they would earn "
     "9% less.", None, "At its heart is a plan to move 40 men to a yard in Lim"),
    ("At its heart is a plan to move 40 men to a yard in Lim, where, Holm says, they would earn "
     "9% less.", "Holm", "where, Holm says, they would earn 9% less"),
    # what came of it is the article's
    ("The yard has shut, Holm said on Monday, sending its shares down 6%.", None,
     "sending its shares down 6%"),
    # a promise that was made is told as a fact
    ("Holm said he had been promised 40 boats.", "Holm", "he had been promised 40 boats"),
    # whose claim somebody dismissed
    ("Holm said 92 boats had sunk, a claim harbour groups dismissed as fantasy.", "Holm",
     "92 boats had sunk"),
    # papers to which something was done
    ("The dam lost 40 stones, according to leaked minutes.", "leaked minutes",
     "The dam lost 40 stones"),
    ("The dam lost 40 stones, according to tracking data compiled by Ofwater.", "Ofwater",
     "The dam lost 40 stones"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker", "quote"), TABLE, ids=[f"{row[0]} {row[1]}" for row in TABLE]
)
def test_ends_where_it_ends(text, speaker, quote):
    found = [(claim.speaker, claim.text) for claim in find_claims(text)]

    assert (speaker, quote) in found


SILENT = [
    "Orr would not say why a ship that had lost 40 men turned back.",
    "Orr did not say who had sold 40 boats.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_says_what_he_will_not_say(text):
    assert "Orr" not in [claim.speaker for claim in find_claims(text)]


def test_a_denial_some_time_later_is_of_what_stands_before():
    text = "Karl Roth said Lim had fired on 40 boats. Lim rejected the accusation within hours."

    denied = [claim.text for claim in find_claims(text) if claim.stance == "denies"]

    assert "the accusation within hours" not in denied


def test_a_relative_that_somebody_says_is_worded_with_what_it_means():
    text = "Ada Lind complained about the noise, which she says has driven away 40 guests."

    assert "The noise has driven away 40 guests." in [c.proposed for c in find_claims(text)]


def test_a_report_that_is_dismissed_as_something_is_disputed():
    text = (
        "Grace Otuke on Tuesday dismissed as “malicious” a report by state auditors which found "
        "that 7,000 men had left."
    )

    (claim,) = find_claims(text)

    assert (claim.speaker, claim.reported_by) == ("report by state auditors", "Grace Otuke")
    assert claim.stance == "disputes"


@pytest.mark.usefixtures("model")
def test_who_gives_another_figure_ends_what_is_said():
    text = "A police spokesman said nine men were held in Lim, the mayor said 12."

    (claim, *_) = find_claims(text)

    assert (claim.speaker, claim.text) == ("police spokesman", "nine men were held in Lim")


@pytest.mark.usefixtures("model")
def test_a_figure_behind_a_source_without_a_comma_opens_what_is_said():
    (claim,) = find_claims("According to the army 40 rockets were fired from Lim.")

    assert (claim.speaker, claim.text) == ("army", "40 rockets were fired from Lim")


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("when", ["not until May", "only in May", "not until three weeks later"])
def test_when_a_thing_was_said_is_no_statement(when):
    told = speakers_and_stances(f"It was {when} that Ada Holm said the files had been burned.")

    assert told == {"the files had been burned": ("Ada Holm", "asserts")}


@pytest.mark.usefixtures("model")
def test_when_a_thing_was_so_is_a_statement():
    told = speakers_and_stances("It was not until 2019 that the bridge was inspected.")

    assert list(told) == ["It was not until 2019 that the bridge was inspected"]


@pytest.mark.usefixtures("model")
def test_what_is_in_fact_so_is_not_said_by_who_said_otherwise():
    told = speakers_and_stances("Per Orr said crime had doubled, when in fact it fell by half.")

    assert told["crime had doubled"] == ("Per Orr", "asserts")
    assert not any("fell" in text and speaker for text, (speaker, _) in told.items())

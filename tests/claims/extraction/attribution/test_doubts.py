"""Doubts: who calls into question what others say, and who is only asked about it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers_and_stances

pytestmark = pytest.mark.usefixtures("model")

TUGS = "nine tugs were sold in May"


@pytest.mark.parametrize(
    "doubts",
    [
        "cast doubt on claims that",
        "has cast doubt over the claim that",
        "cast doubt on whether",
        "threw doubt on whether",
        "doubts that",
        "doubts whether",
        "was sceptical that",
        "was unconvinced that",
    ],
)
def test_who_doubts_a_statement_disputes_it(doubts):
    told = speakers_and_stances(f"Economist Ada Holm {doubts} {TUGS}.")

    assert told == {TUGS: ("Ada Holm", "disputes")}


@pytest.mark.parametrize("grants", ["did not doubt that", "never doubted that"])
def test_who_does_not_doubt_a_statement_disputes_nothing(grants):
    told = speakers_and_stances(f"Economist Ada Holm {grants} {TUGS}.")

    assert "disputes" not in {stance for _, stance in told.values()}


@pytest.mark.parametrize(
    "sentence",
    ["The storm cast doubt over the regatta.", "The injury threw doubt on her place in the final."],
)
def test_doubt_that_is_cast_on_a_thing_is_of_no_statement(sentence):
    assert "disputes" not in {stance for _, stance in speakers_and_stances(sentence).values()}


@pytest.mark.parametrize(
    "sentence",
    [
        "Police questioned three men about the fire on Monday.",
        "Three men were questioned by police over the fire on Monday.",
        "Holm was questioned by detectives for six hours on Monday.",
        f"Detectives questioned the minister over claims that {TUGS}.",
        f"Two deputies challenged Holm about reports that {TUGS}.",
    ],
)
def test_who_asks_somebody_about_a_thing_disputes_nothing(sentence):
    assert {stance for _, stance in speakers_and_stances(sentence).values()} == {"asserts"}


@pytest.mark.parametrize("verb", ["questioned", "challenged"])
def test_who_questions_a_claim_disputes_it(verb):
    told = speakers_and_stances(f"Economist Ada Holm {verb} the claim that {TUGS}.")

    assert told == {TUGS: ("Ada Holm", "disputes")}


def test_who_questions_how_good_a_figure_is_disputes_it():
    told = speakers_and_stances("Ada Holm questioned the accuracy of the figures.")

    assert told == {"the accuracy of the figures": ("Ada Holm", "disputes")}


@pytest.mark.parametrize("did", ["objected to", "defended herself against"])
def test_who_takes_exception_to_a_claim_disputes_it(did):
    told = speakers_and_stances(f"Economist Ada Holm {did} the suggestion that {TUGS}.")

    assert told == {TUGS: ("Ada Holm", "disputes")}


@pytest.mark.parametrize(
    "did", ["objected to the plan for nine tugs", "defended herself against nine men"]
)
def test_who_takes_exception_to_a_thing_disputes_no_claim(did):
    told = speakers_and_stances(f"Economist Ada Holm {did} in May.")

    assert "disputes" not in {stance for _, stance in told.values()}


@pytest.mark.parametrize("did", ["maintains her innocence", "has always protested her innocence"])
def test_who_maintains_their_innocence_denies(did):
    told = speakers_and_stances(f"Ada Holm stole 90,000 crowns, a court found. She {did}.")

    assert told[f"She {did}"] == ("Ada Holm", "denies")


def test_who_maintains_anything_else_denies_nothing():
    told = speakers_and_stances("Ada Holm maintained her lead of 40 points in May.")

    assert "denies" not in {stance for _, stance in told.values()}


def test_what_was_wrong_to_suggest_may_stand_behind_who_says_so():
    text = "Ada Holm met the press. It was wrong, she said, to suggest that nine tugs were sold."

    assert speakers_and_stances(text)["nine tugs were sold"] == ("Ada Holm", "disputes")


def test_several_witnesses_dispute_what_is_disputed_by_them():
    text = "The account was disputed by three witnesses, who said the guard had fired first."

    assert speakers_and_stances(text)["the guard had fired first"] == ("three witnesses", "asserts")


@pytest.mark.parametrize("tail", ["", " when it was put to him", ", saying nobody had been there"])
def test_who_disagrees_disputes_what_was_said(tail):
    told = speakers_and_stances(f"Ada Holm said the port was bankrupt. Per Orr disagreed{tail}.")

    assert ("Per Orr", "disputes") in told.values()


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides disagree over the price of 40 tugs.",
        "Voters who disagree can leave, Ada Holm said.",
        "The court split 5-4, and three justices disagreed.",
    ],
)
def test_that_people_disagree_of_a_thing_denies_nothing(sentence):
    assert "disputes" not in {stance for _, stance in speakers_and_stances(sentence).values()}


def test_who_is_wrong_that_a_thing_is_so_is_contradicted():
    told = speakers_and_stances("The minister is wrong that crime has risen, Ada Holm said.")

    assert told == {"crime has risen": ("Ada Holm", "disputes")}

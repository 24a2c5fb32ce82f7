"""Doubts: who calls into question what others say, and who is only asked about it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers_and_stances

TUGS = "nine tugs were sold in May"


@pytest.fixture(params=["blank", "bundle"], autouse=True)
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)
    return request.param


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

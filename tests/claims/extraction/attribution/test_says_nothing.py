"""What is not said, and who does not speak, though a verb of saying stands there."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims


@pytest.fixture(params=["blank", "bundle"], autouse=True)
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)


def test_what_somebody_does_while_speaking_is_not_said():
    text = "“These 14 boats are ours,” Ada Brand said with a smile, looking at the sea."

    assert [claim.text for claim in find_claims(text, "en")] == ["These 14 boats are ours"]


def test_one_who_is_only_told_does_not_speak():
    (claim,) = find_claims("Ada Brand was told that 40 letters had been burnt.", "en")

    assert claim.speaker is None


def test_what_emerges_is_the_claim_of_the_article():
    (claim,) = find_claims("It emerged on Monday that a ship had sunk in the strait.", "en")

    assert claim.speaker is None
    assert claim.text == "a ship had sunk in the strait"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Varn mission counted 14 lamps, but did not say who had broken them.",
        "Varn Rail has never recognised the border.",
        "Some of you will have read that 14 lamps had failed.",
    ],
)
def test_who_says_nothing_is_no_speaker(sentence):
    assert {claim.speaker for claim in find_claims(sentence, "en")} == {None}


def test_what_somebody_still_means_to_do_states_nothing():
    text = "She intends to stay in office, Ada Brand said, and to fight the vote in May."
    assert find_claims(text, "en") == []


def test_what_adds_to_a_fear_says_nothing():
    text = "Rents rose by 4% in May, Varn Bank said, adding to fears that 40 shops would close."

    assert [claim.text for claim in find_claims(text, "en")] == ["Rents rose by 4% in May"]

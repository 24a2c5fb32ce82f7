"""Where a second verb goes on with what is said, and where it is an act of who says it."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.pipeline import read
from tests.claims.extraction.told import speakers_and_stances, stances_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm said that the firm had lost 40 men and had told others to leave.",
        "Ada Holm said the bank had closed 40 branches and had warned the unions in May.",
        "Ada Holm said that he had been misquoted and had only been referring to 40 boats.",
    ],
)
def test_a_past_perfect_goes_on_with_one_in_what_is_said(text):
    (attribution,) = read(text, "en")._.attributions

    assert text[attribution.contents[-1][1] - 1] in text[-2:]


def test_a_new_perfect_of_who_speaks_is_an_act_of_theirs():
    text = "Ada Holm has said that the firm lost 40 men and has warned that 9 more would go."

    assert {claim.stance for claim in find_claims(text, "en")} == {"asserts", "warns"}


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Karl Holm left. He did, however, deny that 40 boats had sunk.", "Karl Holm", "denies"),
        ("Varn Rail has, for its part, denied that 40 boats had sunk.", "Varn Rail", "denies"),
        ("The sprinter, now 41, said 40 boats had sunk.", "sprinter", "asserts"),
        ("The pilot, later a coach in Oster, said 40 boats had sunk.", "pilot", "asserts"),
        ("At least 12 guards said 40 boats had sunk.", "At least 12 guards", "asserts"),
    ],
)
def test_what_is_set_inside_a_clause_parts_neither_verb_nor_subject(text, speaker, stance):
    found = [claim for claim in find_claims(text, "en") if "boats had sunk" in claim.text]

    assert {(claim.speaker, claim.stance) for claim in found} == {(speaker, stance)}


@pytest.mark.parametrize(
    "text",
    [
        "The nurse who found the body has not slept for 40 days.",
        "A woman who believed the mayor lost 40 crowns.",
    ],
)
def test_who_somebody_is_takes_no_verb_of_the_sentence(text):
    assert {claim.speaker for claim in find_claims(text, "en")} == {None}


def test_what_is_said_ends_before_the_verb_of_the_sentence():
    text = "The man who said 40 boats had sunk was arrested in May."
    (attribution,) = read(text, "en")._.attributions

    assert text[slice(*attribution.contents[-1])] == "40 boats had sunk"


@pytest.mark.parametrize(
    "text",
    [
        "A nurse who found the body, Ada Holm, said 40 boats had sunk.",
        "An officer who arrived at the scene, Ada Holm, told the court that 40 boats had sunk.",
        "A farmer whose land was flooded, Ada Holm, 54, said 40 boats had sunk.",
    ],
)
def test_a_name_may_stand_behind_what_somebody_did(text):
    found = [claim for claim in find_claims(text, "en") if "boats had sunk" in claim.text]

    assert {claim.speaker for claim in found} == {"Ada Holm"}


@pytest.mark.parametrize("then", ["later admitted", "then conceded", "admitted"])
def test_who_denies_a_thing_may_grant_another_later(then):
    text = f"The bishop denied that he had known of the abuse but {then} that he wrote 40 letters."

    assert speakers_and_stances(text) == {
        "he had known of the abuse": ("bishop", "denies"),
        "he wrote 40 letters": ("bishop", "concedes"),
    }


def test_who_accepts_one_thing_and_disputes_another_says_both():
    text = (
        "The owners, Varn Care, accept that it failed for 19 days but dispute that it killed Orr."
    )

    assert speakers_and_stances(text) == {
        "it failed for 19 days": ("Varn Care", "concedes"),
        "it killed Orr": ("Varn Care", "disputes"),
    }


def test_what_somebody_is_asked_to_call_another_ends_before_the_answer():
    text = (
        "The manager, Ada Holm, gave evidence. Asked by Per Orr whether she was calling Ek a liar, "
        "she replied: “I never saw the letters.”"
    )

    assert not stances_of(text, "she replied")
    assert speakers_and_stances(text)["I never saw the letters"][0] == "Ada Holm"


@pytest.mark.parametrize(
    ("joint", "who"), [("but", "police"), ("while", "police"), ("but", "the army")]
)
def test_who_puts_a_figure_otherwise_speaks_behind_a_source(joint, who):
    text = f"Gunmen killed 27 people, residents said, {joint} {who} put the death toll at nine."

    assert {speaker for speaker, _ in speakers_and_stances(text).values()} == {
        "residents",
        who.removeprefix("the "),
    }


def test_who_says_a_thing_and_describes_another_says_both():
    text = (
        "Officer Per Orr said nine bodies had been recovered and described reports of a raid as "
        "“grossly exaggerated”."
    )

    assert speakers_and_stances(text)["nine bodies had been recovered"] == ("Per Orr", "asserts")


def test_what_ranks_somewhere_is_said_by_who_speaks_before_it():
    text = "No money is there, Ada Holm said, and the road ranked 88th of 103 projects in May."

    assert ("Ada Holm", "asserts") in speakers_and_stances(text).values()
    assert {speaker for speaker, _ in speakers_and_stances(text).values()} == {"Ada Holm"}

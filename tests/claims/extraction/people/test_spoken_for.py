"""Who speaks where others are named beside them: clients, groups, times of day."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

SPEAKS_FOR = {
    "A lawyer for Mr Lisk, Lena Frisch, said her client had paid 40 crowns.": "Lena Frisch",
    "The mill paid 40 crowns, said a lawyer for Mr Lisk, Lena Frisch.": "Lena Frisch",
    "Lena Frisch, who represents one of them, the retired breeder Warren Lisk, said her client had "
    "paid 40 crowns.": "Lena Frisch",
    "Lena Frisch, who acts for two of the men, Per Orr and Otto Brand, said they had paid 40 "
    "crowns.": "Lena Frisch",
    "The mayor, Mr Orr, said the mill had paid 40 crowns.": "Orr",
    "Two of them, Per Orr and Otto Brand, said the mill had paid 40 crowns.": "Per Orr",
    "The mill paid 40 crowns, according to two people briefed on the talks.": (
        "two people briefed on the talks"
    ),
    "Three people familiar with the sale said it was off. One said the bank had paid 40 crowns.": (
        "three people familiar with the sale"
    ),
    "The mill paid 40 crowns shortly after 7 a.m., when most men were asleep, said Idris Amar, a "
    "vet who saw it.": "Idris Amar",
    "The two mills held talks in May that broke down over pay of 40 crowns, two people briefed on "
    "the talks said.": "two people briefed on the talks",
}  # fmt: skip


@pytest.mark.parametrize("text", SPEAKS_FOR)
def test_who_is_spoken_for_or_told_of_is_not_who_speaks(text):
    told = ("40 crowns", "paid", "talks in May")
    found = [c for c in find_claims(text, "en") if any(part in c.text for part in told)]

    assert {str(claim.speaker).lower() for claim in found} == {SPEAKS_FOR[text].lower()}


@pytest.mark.parametrize("text", [
    "The two mills held talks in May that broke down over pay.",
    "The union held a meeting that ended in a fight.",
])  # fmt: skip
def test_who_holds_talks_believes_nothing(text):
    assert {claim.stance for claim in find_claims(text, "en")} <= {"asserts"}
    assert {claim.speaker for claim in find_claims(text, "en")} <= {None}


def test_who_holds_that_a_thing_is_so_believes_it():
    (claim,) = find_claims("Ada Holm held that rents had doubled in 2019.", "en")

    assert (claim.speaker, claim.stance) == ("Ada Holm", "believes")


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("Holm's spokesman", "Ada Holm's spokesman"),
        ("The ministry's spokesman", "ministry's spokesman"),
        ("The army's spokesman", "Ivo Arnt"),
        ("The spokesman", "Ivo Arnt"),
    ],
)
def test_a_spokesman_speaks_for_whose_he_is(who, speaker):
    text = (
        "President Ada Holm left on Monday. Ivo Arnt, a spokesman for the army, said 40 men had "
        f"died. {who} said nine shells had been fired."
    )

    assert {claim.text: claim.speaker for claim in find_claims(text, "en")}[
        "nine shells had been fired"
    ] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Micah Lind, his mother said, lost 40 crowns.", "Micah Lind's mother"),
        ("Ada Holm wept. Micah Lind, his father said, lost 40 crowns.", "Micah Lind's father"),
        ("Ada Holm, 54, her lawyer said, lost 40 crowns. The lawyer left.", "Ada Holm's lawyer"),
    ],
)
def test_whoever_is_told_of_does_not_speak_for_themselves(text, speaker):
    found = [claim for claim in find_claims(text, "en") if "40 crowns" in claim.text]

    assert {claim.speaker for claim in found} == {speaker}


def test_who_denies_a_thing_is_not_who_contends_it():
    text = (
        "The head, Ada Lind, denied telling Holm that 40 beds were “spare,” as the suit contends."
    )
    found = [claim for claim in find_claims(text, "en") if "40 beds" in claim.text]

    assert {(claim.speaker, claim.stance) for claim in found} == {("Ada Lind", "denies")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Oster police say it is over; a spokeswoman said 9 men paid 40 crowns.",
         "Oster police spokeswoman"),
        ("The bank was cleared. Varn Rail is late, but a spokesman said 9 men paid 40 crowns.",
         "Varn Rail spokesman"),
    ],
)  # fmt: skip
def test_a_spokesman_behind_a_clause_speaks_for_who_leads_it(text, speaker):
    found = [claim for claim in find_claims(text, "en") if "40 crowns" in claim.text]

    assert {claim.speaker for claim in found} == {speaker}


@pytest.mark.parametrize("name", ["Kim Dale", "Thandi Zulu", "Ann Doyle"])
def test_a_name_behind_whom_somebody_speaks_for_is_theirs(name):
    text = f"A spokeswoman for the airline, {name}, said 40 relatives had been called."

    assert speaker_of(text, "40 relatives") == {name}


@pytest.mark.parametrize("firm", ["Lumen", "Lumen Energy"])
def test_a_firm_behind_what_it_is_is_spoken_for(firm):
    text = f"A spokesman for the power firm, {firm}, said 40 relatives had been called."

    assert speaker_of(text, "40 relatives") == {f"spokesman for {firm}"}

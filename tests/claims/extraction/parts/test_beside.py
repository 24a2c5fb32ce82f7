"""What a sentence tells in the article's voice beside what somebody says in it is a claim."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

#: Sentence -> what the article tells beside what is said.
BESIDE = {
    "Although rents rose by 9% in May, the minister said the market was calm.": (
        "rents rose by 9% in May"
    ),
    "As fares rose by 9%, the union said nobody had been asked.": "fares rose by 9%",
    "While exports fell by 9%, the union insisted that jobs were safe.": "exports fell by 9%",
    "Lim & Orr, the furniture chain, issued its second warning in nine weeks, blaming dear oil.": (
        "Lim & Orr, the furniture chain, issued its second warning in nine weeks"
    ),
    "The mayor, Ada Holm, sold nine tugs in May, saying that the town was broke.": (
        "The mayor, Ada Holm, sold nine tugs in May"
    ),
}


@pytest.mark.parametrize(("sentence", "told"), BESIDE.items())
def test_what_the_article_tells_in_front_of_who_speaks_is_kept(sentence, told):
    (first, *_) = find_claims(sentence, "en")

    assert (first.text, first.speaker, first.stance) == (told, None, "asserts")


def test_the_hour_that_is_told_of_is_no_statement_beside_it():
    found = find_claims("As the sun rose, the mayor said that nine tugs had sunk.", "en")

    assert [claim.text for claim in found] == ["nine tugs had sunk"]


@pytest.mark.parametrize("behind", ["that unions say broke the law", "which unions said was wrong"])
def test_what_a_deed_is_called_is_no_part_of_it_where_somebody_speaks_behind(behind):
    (first, *_) = find_claims(f"Lim Foods shut nine mills in May, a move {behind} in Varn.", "en")

    assert first.text.startswith("Lim Foods shut nine mills in May") and "a move" not in first.text


@pytest.mark.parametrize(
    ("behind", "told", "speaker"),
    [
        ("hours after Varn sank nine boats", "Varn sank nine boats", None),
        ("though thefts rose by 9%", "thefts rose by 9%", "Ada Holm"),
        ("while fares rose by 9%", "fares rose by 9%", "Ada Holm"),
    ],
)
def test_a_clause_behind_who_speaks_is_a_claim_of_its_own(behind, told, speaker):
    first, second = find_claims(f"Rents fell by 4% in May, Ada Holm said, {behind}.", "en")

    assert (first.text, first.speaker) == ("Rents fell by 4% in May", "Ada Holm")
    assert (second.text, second.speaker) == (told, speaker)


def test_nothing_is_nobody_who_speaks():
    found = find_claims("State media, which usually cover such launches, said nothing.", "en")

    assert not [claim for claim in found if claim.speaker]


def test_last_year_holds_no_verb():
    (claim,) = find_claims("The county recorded 410 thefts last year.", "en")

    assert (claim.text, claim.speaker) == ("The county recorded 410 thefts last year", None)

"""What is rejected where and how: in a letter of one's own, as guesswork, unaware of any."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def told(text):
    return [(claim.text, claim.stance, claim.speaker) for claim in find_claims(text, "en")]


@pytest.mark.parametrize(
    "denial",
    [
        "Varn Rail disputed this account in a statement, in which it said",
        "Varn Rail denied the allegations in a letter to the board, in which it said",
    ],
)
def test_a_letter_in_which_somebody_rejects_a_thing_tells_facts_of_its_own(denial):
    text = f"A driver says that the brakes failed in May. {denial} the van was tested in June."

    assert told(text)[-1] == ("the van was tested in June", "asserts", "Varn Rail")


def test_so_do_papers_filed_in_court(model):
    if model == "blank":
        pytest.skip("needs a tagger")
    text = "A driver says that the brakes failed in May. Varn Rail denied this version in papers "
    text += "filed in court on Friday, in which it said the van was tested in June."

    assert told(text)[-1] == ("the van was tested in June", "asserts", "Varn Rail")


@pytest.mark.parametrize(
    ("verdict", "owner"),
    [
        ("as “guesswork” a county council estimate", "county council estimate"),
        ("as a joke the council's estimate", "council"),
    ],
)
def test_an_estimate_that_is_called_guesswork_is_of_whose_it_is(verdict, owner):
    ((said, stance, speaker),) = told(f"Ada Holm dismissed {verdict} that 40 homes stood empty.")

    assert (said, stance, speaker) == ("40 homes stood empty", "disputes", owner)


def test_who_is_unaware_of_any_such_thing_denies_it():
    text = "Ada Holm, the owner, said she was unaware of any such order. She said she was ill."

    assert told(text)[0][1:] == ("disputes", "Ada Holm")


def test_who_is_unaware_of_any_other_case_denies_nothing():
    assert told("Ada Holm said she was unaware of any other case in May.")[0][1] == "asserts"


@pytest.mark.parametrize("text", [
    "The mayor signed a set of port rules that could lead to the closing of 40 quays.",
    "The mayor has renewed the open threats and bitter attacks that have cost 40 jobs.",
])  # fmt: skip
def test_a_noun_with_a_relative_clause_says_nothing(text):
    assert {claim.speaker for claim in find_claims(text, "en") if "40" in claim.text} == {None}

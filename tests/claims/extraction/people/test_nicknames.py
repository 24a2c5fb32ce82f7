"""People who are called otherwise than by their names."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

NICKNAMES = {
    # behind the word that brings it
    "Frederick Noakes, a baker better known as Tug, left. Tug said 40 men had left.": (
        "Frederick Noakes"
    ),
    "Winifred Noakes, 71, known to everybody on the front as Win, ran it. “40 men had left,” said "
    "Win.": "Winifred Noakes",
    "Frederick Noakes, whom locals call the Admiral, ran it. “40 men had left,” the Admiral "
    "said.": "Frederick Noakes",
    "Frederick Noakes ran it. His customers called him the Admiral. The Admiral said 40 men had "
    "left.": "Frederick Noakes",
    "Olive Brandt was nicknamed Dodie by her brothers. Dodie said 40 men had left.": "Olive Brandt",
    # in front of it
    "“It is shut,” said Frederick Noakes. Old Fred, as everyone on the front knows him, ran it. He "
    "said 40 men had left.": "Frederick Noakes",
    "“It is shut,” said Olive Brandt. Big Ol, as she is known to the children, ran it. Brandt said "
    "40 men had left.": "Olive Brandt",
    # the one whose name is like it, not whoever spoke last
    "Frederick Noakes sold it, said Karl Lind. Old Fred, as the town knows him, ran it. Old Fred "
    "said 40 men had left.": "Frederick Noakes",
    # before a dash, or between marks
    "Kit – Christopher Noakes, 71, a retired joiner – ran it. “40 men had left,” says Kit.": (
        "Christopher Noakes"
    ),
    'Frederick "Tug" Noakes said 40 men had left.': "Frederick Noakes",
    "Frederick “Tug” Noakes ran it for years. Tug said 40 men had left.": "Frederick Noakes",
}  # fmt: skip


@pytest.mark.parametrize("text", NICKNAMES)
def test_who_goes_by_a_nickname_is_who_has_it(text):
    (claim,) = [c for c in find_claims(text, "en") if "40 men had left" in c.text]

    assert claim.speaker == NICKNAMES[text]


OTHERS = {
    "Karl Roth, who called Anna Lind on Monday, left. Lind said 40 men had left.": "Anna Lind",
    "The village of Oster, known as Little Rome, is old. Karl Roth said 40 men had left.": (
        "Karl Roth"
    ),
    "Anna Holm, as she was known then, married Karl Roth. Roth said 40 men had left.": "Karl Roth",
    "Oster – Anna Lind was born there – is old. Anna Lind said 40 men had left.": "Anna Lind",
    "Karl Roth knew Anna Lind. Lind said 40 men had left.": "Anna Lind",
}  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_another_name_is_no_nickname(text):
    (claim,) = [c for c in find_claims(text, "en") if "40 men had left" in c.text]

    assert claim.speaker == OTHERS[text]


def test_a_nickname_between_marks_is_no_quotation():
    (claim,) = find_claims('The mill had 40 leaks, Karl "Tug" Orr said.', "en")

    assert (claim.text, claim.quotation) == ("The mill had 40 leaks", "indirect")


def test_a_contractor_who_is_called_by_a_surname_is_a_person():
    text = "The contractor, Lee Standish, came late. He said 40 men had left. Standish did not."
    (claim,) = [c for c in find_claims(text, "en") if "40 men had left" in c.text]

    assert claim.speaker == "Lee Standish"


def test_what_somebody_is_called_is_not_said_by_those_who_call_them_so():
    text = "Tomas Ek, 44, whom everyone calls Spool, bought the cinema for £40 in 2011."
    claims = find_claims(text, "en")

    assert {claim.speaker for claim in claims} == {None}
    assert not any(claim.text.startswith("Spool") for claim in claims)


def test_who_disagrees_says_what_stands_behind_the_colon():
    text = "Maud Roth laughed. Roth disagrees: 40 beams are rotten, she says, and it is unsafe."
    (claim,) = [c for c in find_claims(text, "en") if "beams" in c.text]

    assert claim.text.startswith("40 beams")

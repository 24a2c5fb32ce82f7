"""What stands between two dashes inside a clause."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.parts.parted import texts

pytestmark = pytest.mark.usefixtures("model")


def worded(sentence):
    return [(claim.text, claim.proposed) for claim in find_claims(sentence, "en")]


@pytest.mark.parametrize("dash", [" — ", " – ", " - ", " -- ", "—"])
def test_a_relative_clause_ends_at_the_second_dash(dash):
    whole = f"She was arrested after entering the hall{dash}which was in Varn{dash}and chaining"
    whole = f"{whole} herself to one of 40 chairs"

    assert worded(f"{whole}.") == [
        (
            whole,
            "She was arrested after entering the hall and chaining herself to one of 40 chairs.",
        ),
        ("which was in Varn", "The hall was in Varn."),
    ]


def test_a_relative_clause_may_stand_before_a_place():
    whole = "Orr led the firm — which was founded in 1931 — to the stock exchange in May"

    assert worded(f"{whole}.") == [
        (whole, "Orr led the firm to the stock exchange in May."),
        ("which was founded in 1931", "The firm was founded in 1931."),
    ]


@pytest.mark.parametrize(
    ("told", "rest", "worded_told"),
    [
        ("which lost 40 million crowns in May", "", "The firm lost 40 million crowns in May."),
        ("a mill that left Varn in May", " — a mill — ", None),
    ],
)
def test_what_tells_of_a_subject_ends_before_its_verb(told, rest, worded_told):
    found = dict(worded(f"The firm — {told} — has closed nine mines."))

    assert f"The firm — {told} — has closed nine mines" in found
    if worded_told:
        assert found[told] == worded_told


def test_an_apposition_keeps_both_its_pauses_without_its_relative_clause():
    for dash in (" — ", ", "):
        found = [
            wording
            for _, wording in worded(
                f"Holm{dash}a cook who left Varn in May{dash}was jailed for nine years."
            )
        ]

        closing = dash if dash == ", " else " — "
        assert found[0] == f"Holm{dash}a cook{closing}was jailed for nine years."


def test_a_figure_between_dashes_is_a_claim_beside_the_clause_around_it():
    whole = (
        "Though only 40 percent of the members have to be at a meeting — with another 10 percent"
        " voting by letter — a vote on a mayor needs nine of ten"
    )

    assert texts(f"{whole}.") == [whole, "with another 10 percent voting by letter"]


def test_a_clause_may_begin_behind_the_second_dash():
    assert texts("Orr left the firm — which lost 40 boats in May — and nine men were shot.") == [
        "Orr left the firm",
        "which lost 40 boats in May",
        "nine men were shot",
    ]


def test_a_word_between_dashes_parts_nothing():
    first = "The rule was made by every mayor — and council — of Varn since 2009"

    assert texts(f"{first} and will cost 40 million crowns.") == [
        first,
        "will cost 40 million crowns",
    ]


def test_a_question_is_one_whatever_interrupts_it():
    asked = "Who would have thought that when we set out on June 16 we — and I say we, because we"

    assert texts(f"{asked} are a team — would have got almost 14 million votes?") == []


def test_a_relative_clause_ends_at_its_dash_whatever_verb_follows_later():
    found = texts(
        "Nine men walked around the park - where Varn Town played Oster in May - while chanting,"
        " “Hands up, don't shoot.”"
    )

    assert "where Varn Town played Oster in May" in found

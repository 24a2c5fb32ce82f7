"""What is left of a sentence beside what somebody says, or before a reason, and is no statement."""

from __future__ import annotations

import pytest

from tests.claims.extraction.parts.parted import texts

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "degree", ["largely ", "in large part ", "in part ", "not least ", "mainly ", ""]
)
def test_how_far_a_reason_counts_belongs_to_no_statement(degree):
    assert texts(f"The ferry was closed in May, {degree}because it had leaked 40 barrels.") == [
        "The ferry was closed in May",
        "it had leaked 40 barrels",
    ]


@pytest.mark.parametrize("near", ["shortly", "just", "soon", "immediately"])
def test_how_near_a_time_is_belongs_to_no_statement(near):
    assert texts(f"The board of Varn Rail met on Friday, {near} after Orr said nine men left.") == [
        "The board of Varn Rail met on Friday",
        "nine men left",
    ]


def test_the_article_of_a_law_is_no_figure():
    found = texts(
        "“The nine members will begin to work,” they said, under Article 21 of the charter that"
        " allows for fines."
    )

    assert not any("Article" in text for text in found)


def test_a_verb_without_its_thing_is_no_statement():
    found = texts("Secretary Ada Holm condemned what he called a “brazen breach” of nine rules.")

    assert not any(text.endswith("condemned") for text in found)


def test_what_a_described_speaker_did_before_is_told_with_who_it_was():
    first, *_ = texts(
        "Holm, the owner of Varn Rail, then appeared in Lim on Tuesday and began by saying nine"
        " boats had sunk."
    )

    assert first == "Holm, the owner of Varn Rail, then appeared in Lim on Tuesday"


def test_what_is_worth_noting_is_stated_without_that():
    found = texts("It's worth noting that this is the first time in Varn that nine men were shot.")

    assert found == ["this is the first time in Varn that nine men were shot"]


@pytest.mark.parametrize(
    ("came", "said"),
    [
        ("The decision came just three days after", "the council said"),
        ("The row comes only 24 hours after", "board papers showed that"),
    ],
)
def test_how_long_after_something_a_thing_came_is_no_statement_by_itself(came, said):
    assert texts(f"{came} {said} nine men had left.") == ["nine men had left"]


def test_buyers_of_whom_more_is_told_belong_to_what_was_sold_to_them():
    first, second, *_ = texts(
        "About 400 flats are sold each year, mainly to rich people from Lim, who make up nine in"
        " ten of the buyers and see the scheme as an easy way to stay."
    )

    assert first == "About 400 flats are sold each year, mainly to rich people from Lim"
    assert second == "who make up nine in ten of the buyers"

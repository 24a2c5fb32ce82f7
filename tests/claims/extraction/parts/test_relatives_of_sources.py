"""Relative clauses in which the article states a fact of its own."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

from .parted import by

pytestmark = pytest.mark.usefixtures("model")


SAID = "the dam had lost 14 gates"


@pytest.mark.parametrize(
    "told",
    [
        "which answers to the mayor of Varn",
        "which has threatened to sue the state",
        "which was bought by the state",
        "which keeps the books of the port",
    ],
)
def test_what_a_body_is_and_does_is_told_by_the_article(told):
    assert by(f"Kelder Line, {told}, said {SAID}.") == [(None, told), ("Kelder Line", SAID)]


@pytest.mark.parametrize(
    "told",
    [
        "who survived with a broken leg",
        "whose brother was among the wounded",
        "who was to have led the talks",
        "who leads the Greens in Varn",
    ],
)
def test_what_became_of_somebody_is_told_by_the_article(told):
    assert by(f"“It lost 14 gates,” said Ada Holm, {told}.") == [
        ("Ada Holm", "It lost 14 gates"),
        (None, told),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "who drives a van for a bakery",
        "who was waiting with a jar in her hand",
        "who had been waiting outside with a jar",
        "who did not want to be named",
        "who did not want her name in the paper",
        "which has seen the letter",
        "which she did not name",
        "which is no friend of the mayor's",
    ],
)
def test_what_somebody_does_every_day_or_why_they_have_no_name_is_not(told):
    assert by(f"Ada Holm, {told}, said {SAID}.") == [("Ada Holm", SAID)]


@pytest.mark.parametrize("called", ["a charity", "the firm", "an old bank"])
def test_so_is_what_it_is_called_by(called):
    told = "that has closed nine homes"

    assert by(f"The Sund Fund, {called} {told}, denied that it was broke.") == [
        (None, told),
        ("Sund Fund", "it was broke"),
    ]
    assert by(f"Nine men left in May for the Sund Fund, {called} {told}.") == [
        (None, "Nine men left in May for the Sund Fund"),
        (None, told),
    ]


def test_so_is_what_is_told_of_a_place():
    told = "which 22 of the hurt were allowed to leave"

    assert by(f"At the inn in Sund, {told}, a nurse said five men had died.") == [
        (None, told),
        ("nurse", "five men had died"),
    ]


def test_so_is_what_is_told_of_a_paper_that_is_cited():
    told = "which the council buried in 2019"

    assert (None, told) in by(f"The walls had 40 cracks, according to a study {told}.")


@pytest.mark.parametrize("described", ["", ", 64 pages long,", ", dated 9 May,"])
def test_what_was_handed_to_whom_is_told_beside_what_a_source_says(described):
    whole = f"The study{described} was passed to the Sund Mail"

    assert by(f"{whole} by an official who said that 40 men had died.") == [
        (None, whole),
        ("official", "40 men had died"),
    ]


class TestWithoutAComma:
    @pytest.mark.parametrize(
        "told",
        [
            "whose drivers struck for 11 weeks in 2021",
            "under which a new driver earns 9 crowns less",
            "whose tugs had sunk 40 boats",
        ],
    )
    def test_a_relative_with_a_figure_is_a_claim(self, told):
        assert by(f"Ada Holm came to Varn from a firm {told}.") == [
            (None, "Ada Holm came to Varn from a firm"),
            (None, told),
        ]

    @pytest.mark.parametrize(
        "whole",
        [
            "Ada Holm came to Varn from a firm whose drivers were on strike",
            "Rents in Varn rose by 3 percent in a year in which bread rose by 9",
        ],
    )
    def test_others_are_none(self, whole):
        assert by(whole + ".") == [(None, whole)]

    def test_one_in_a_clause_of_time_stays_in_it(self):
        when = "when it put down a strike in which 64 men died"

        assert by(f"The port has been shut since 2021, {when}.")[1:] == [(None, when[5:])]


def test_a_second_part_with_a_figure_is_told_by_the_article_too():
    first, second = "which bought the mine in 2017", "has since cut its staff by 40 men"

    assert by(f"Nordmark Metals, {first} and {second}, said {SAID}.") == [
        (None, first),
        (None, second),
        ("Nordmark Metals", SAID),
    ]


def test_one_in_a_clause_with_that_leaves_it_whole():
    told = "which makes about 90,000 tonnes a year"
    (whole, inner) = find_claims(
        f"Prices rose 2 percent on fears that Hallen, {told}, would stay shut for months.", "en"
    )

    assert inner.text == told
    assert whole.text.endswith("would stay shut for months")


def test_words_that_look_like_a_verb_behind_that_are_a_subject():
    whole = "only pumps and cables were being mended when the water broke in"

    assert [text for _, text in by(f"The firm said that {whole}.")] == [whole]


@pytest.mark.parametrize(
    ("deed", "who"),
    [
        ("A bill sent by the Varn Tax Office", "Varn Tax Office"),
        ("A deal struck by the port board", "port board"),
    ],
)
def test_whoever_did_a_thing_says_what_their_relative_clause_does(deed, who):
    text = f"{deed}, which says that 40 firms paid nothing, was withdrawn in May."

    assert by(text) == [
        (None, text[:-1]),
        (who, "40 firms paid nothing"),
    ]


def test_a_judge_is_not_the_years_in_a_sentence():
    text = "Ann Orr was sentenced to nine years by Judge Ada Holm, who said that 40 men had died."

    assert ("Ada Holm", "40 men had died") in by(text)

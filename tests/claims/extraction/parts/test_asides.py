"""What stands between commas, and which of it is a claim."""

from __future__ import annotations

import pytest

from .parted import by, texts


@pytest.mark.usefixtures("model")
class TestRelativeClauses:
    @pytest.mark.parametrize(
        "told",
        [
            "who ran Varn Rail until June",
            "who has led Varn Rail since Monday",
            "whose tug sank last year",
            "who cut short a visit to Sund",
            "who owns 40 tugs",
        ],
    )
    def test_of_the_past_are_claims_of_the_article(self, told):
        text = f"Ada Holm, {told}, said the dam had lost 14 gates."

        assert by(text) == [(None, told), ("Ada Holm", "the dam had lost 14 gates")]

    @pytest.mark.parametrize(
        "told",
        [
            "who speaks for Varn Rail",
            "whose sister is ill",
            "who asked not to be named",
            "who was not authorised to speak in Varn",
            "who had waited with a jar in his hand",
            "who is 58",
        ],
    )
    def test_of_what_somebody_is_or_asks_for_are_none(self, told):
        text = f"Ada Holm, {told}, said the dam had lost 14 gates."

        assert by(text) == [("Ada Holm", "the dam had lost 14 gates")]

    @pytest.mark.parametrize(
        ("who", "told"),
        [
            ("The head of a school", "where 14 pupils died of fever"),
            ("The former owner of a mill", "which lost 40 million crowns"),
        ],
    )
    def test_inside_a_source_are_claims_where_they_hold_a_figure(self, who, told):
        text = f"{who} {told} said the milk had been bought on Monday."

        assert [text for _, text in by(text)] == [told, "the milk had been bought on Monday"]

    @pytest.mark.parametrize("seen", ["the Sund Mail has seen", "two reporters have read"])
    def test_of_who_has_seen_a_paper_are_none(self, seen):
        whole = f"The bill, which {seen}, was for 40 tugs"

        assert texts(whole + ".") == [whole]

    def test_inside_a_source_are_none_without_one(self):
        text = "The head of a school where pupils died of fever said the milk was bought on Monday."

        assert texts(text) == ["the milk was bought on Monday"]

    def test_are_one_where_only_one_part_does(self, model):
        told = "which has 9,000 clients and sells coal"

        assert told in texts(f"The mill was sold in May to Varn Coal, {told}.")

    def test_are_parted_from_a_verb_without_an_object(self, model):
        for whole in (
            "The mill, which burns 40 tons of coal a day, opened in 2019",
            "The line, which carries 40 trains a day, reopened on Monday",
            "The mill, which had been declared unsafe in 2017, collapsed shortly before dawn",
        ):
            assert texts(whole + ".") == [whole, whole.split(", ")[1]]

    @pytest.mark.parametrize(
        "whole",
        [
            "The mill closed in May after Ada Holm, who ran it until June, resigned",
            "There was a storm when the Orla, which had 40 men on board, was in the port",
            "Sales grew in May while the firm, which has 40 tugs, was being sold",
        ],
    )
    def test_inside_a_side_clause_leave_it_whole(self, whole):
        _, told, _ = whole.split(", ")

        assert texts(whole + ".") == [whole, told]

    def test_behind_a_preposition_are_parted(self):
        text = "The firm sent nine letters in June, in which it asked for 40 more tugs."

        assert texts(text) == [
            "The firm sent nine letters in June",
            "in which it asked for 40 more tugs",
        ]

    @pytest.mark.parametrize(
        "told", ["in which four of the crew drowned", "on which work began in 2019"]
    )
    def test_behind_a_preposition_are_parted_from_the_verb(self, told, model):
        whole = f"The tug, {told}, was sold to a firm in Lim for 40 crowns"

        assert texts(whole + ".") == [whole, told]

    def test_behind_what_somebody_blames_are_told_by_the_article(self):
        text = "Ada Holm blames a rise in rents and a new tax, both of which came on Monday."

        assert (None, "both of which came on Monday") in by(text)


@pytest.mark.parametrize("who", ["The prison", "The Maren Lys", "Varn Rail"])
@pytest.mark.usefixtures("model")
def test_a_figure_about_the_subject_between_commas_is_a_claim(who):
    text = f"{who}, built for 420 men, had 1,316 of them in June"

    assert texts(text + ".") == [text, "built for 420 men"]


@pytest.mark.usefixtures("model")
def test_the_year_in_which_something_was_founded_is_none():
    assert texts("Varn Rail, founded in 1931, sold 40 tugs.") == [
        "Varn Rail, founded in 1931, sold 40 tugs"
    ]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("aside", ["though welcome", "although the largest since 2009"])
def test_what_is_granted_between_a_subject_and_its_verb_parts_nothing(aside):
    fact = f"the fines, {aside}, came to nine crowns a head"

    assert by(f"Ada Holm said {fact}.") == [("Ada Holm", fact)]

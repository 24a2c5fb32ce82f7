"""What a conjunction joins, and what it parts."""

from __future__ import annotations

import pytest

from .parted import by, texts


class TestWhatAndJoins:
    def test_is_two_claims_where_the_second_has_a_subject_and_a_figure(self, tagged):
        text = "Wages in Varn grew at the slowest pace since May and rents rose to 940 crowns."

        assert texts(text) == [
            "Wages in Varn grew at the slowest pace since May",
            "rents rose to 940 crowns",
        ]

    def test_is_two_claims_where_a_further_number_does_something(self, tagged):
        for second in ("another 40 walked to Sund", "some 40 were sent to Sund"):
            assert texts(f"Nine men left the mill on Monday and {second}.") == [
                "Nine men left the mill on Monday",
                second,
            ]

    def test_is_two_claims_where_both_parts_of_a_relative_hold_a_figure(self, tagged):
        text = (
            "The mill went in May to Varn Coal, which has 9,000 clients and sold 40 tugs in June."
        )

        assert texts(text)[-2:] == ["which has 9,000 clients", "sold 40 tugs in June"]

    def test_is_one_where_it_joins_two_nouns(self, tagged):
        for whole in (
            "The port sold tugs and barges worth 40 million crowns",
            "Rents in Varn and Sund rose by 4%",
            "The port sold nine tugs and another 40 barges built in Sund",
        ):
            assert texts(whole + ".") == [whole]

    def test_is_two_claims_where_a_participle_goes_on(self, model):
        text = "Ada Holm said she had written 40 letters since June and been heard twice."

        assert texts(text) == ["she had written 40 letters since June", "been heard twice"]

    def test_is_a_further_deed_of_who_promised_something(self, model):
        text = "President Ada Holm promised an inquiry and declared three days of mourning."

        assert by(text) == [(None, "declared three days of mourning")]


@pytest.mark.usefixtures("model")
class TestDeeds:
    def test_are_parted_behind_a_verb_not_behind_a_description(self):
        (first, *_) = texts("The firm, based in Lim, closed a yard and sold 40 boats to Norway.")

        assert first.startswith("The firm, based in Lim, closed a yard")

    @pytest.mark.parametrize("deed", ["sold 40 boats to Norway", "earned 9 crowns a head"])
    def test_with_a_figure_are_claims_of_their_own(self, deed):
        assert texts(f"The firm in Oslo closed a yard in May and {deed}.") == [
            "The firm in Oslo closed a yard in May",
            deed,
        ]

    def test_of_one_helper_belong_together(self, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")
        whole = "The two boats in Oslo were checked and returned to service on 3 March"

        assert texts(f"{whole}.") == [whole]


@pytest.mark.usefixtures("model")
class TestASecondClause:
    """Behind a bare "and": a claim of its own where it has a subject and a verb."""

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Some 34 tugs had been sold by then", "at least six had sunk"),
            ("Some 318,000 people were housed in May", "121,000 were sent home"),
            ("The mill lost its licence in May", "its owner was jailed in Sund"),
            ("Varn Rail was sold for 9 million crowns", "the boats were given to the harbour"),
        ],
    )
    def test_is_one_of_its_own(self, first, second):
        assert texts(f"{first} and {second}.") == [first, second]

    def test_is_one_of_its_own_beside_a_group_that_is_part_of_the_first(self):
        text = "Nine people were arrested, four of them soldiers, and 40 cars were burnt."

        assert texts(text)[-1] == "40 cars were burnt"

    def test_is_one_of_its_own_behind_while_where_both_have_figures(self):
        text = "The north lost 4,000 jobs last year while the capital gained 11,000 of them."

        assert len(texts(text)) == 2

    @pytest.mark.parametrize(
        "whole",
        [
            "Last year the port and the mill were sold to Varn Coal for 40 million crowns",
            "The strike ended in May when the union and the port were sold to Varn Coal",
            "If the port is sold and the mill is shut, 400 jobs are lost in Varn",
            "The tugs were old and slow",
        ],
    )
    def test_is_none_where_and_joins_two_subjects_or_conditions(self, whole):
        assert len(texts(f"{whole}.")) <= 1


class TestTheLastOfAList:
    def test_is_one_of_its_own_at_the_end_of_a_list(self, tagged):
        text = "Ada Holm said the tugs were old, the crews were unpaid and the pier was shut."

        assert texts(text) == ["the tugs were old", "the crews were unpaid", "the pier was shut"]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "clauses",
    [
        ["The builder went bust", "two of the piers were shut", "steel has gone up by 40 per cent"],
        ["We have no debt", "we own two thirds of our shops", "we have 45 million in the bank"],
    ],
)
@pytest.mark.parametrize("joint", [" and ", ", and "])
def test_each_clause_of_a_list_is_a_claim(clauses, joint):
    first, second, third = clauses

    assert texts(f"{first}, {second}{joint}{third}.") == clauses

"""Which phrases behind a pause are claims of their own."""

from __future__ import annotations

import pytest

from .parted import by, texts


@pytest.mark.usefixtures("model")
class TestWhatAPhraseAdds:
    @pytest.mark.parametrize(
        "added",
        [
            "the third fall in a row",
            "its second loss in nine years",
            "the equivalent of 9 crowns a head",
            "the lowest since 1974",
            "twice as much as in May",
            "twice the number it had planned",
            "nearly double the sum agreed in May",
            "three times the sum agreed in May",
            "half as many as the two ports of Varn together",
            "40 crowns more than in May",
            "£40 more than in May",
            "12 percent of it on the account of the port",
            "9 per cent of them to a firm in Oster",
            "three in five of them by a single firm",
            "nine of them to a yard in Oster",
        ],
    )
    def test_is_a_claim_where_it_is_a_rank_or_a_figure(self, added):
        assert texts(f"Sales fell by 4% to 310 million crowns, {added}.") == [
            "Sales fell by 4% to 310 million crowns",
            added,
        ]

    @pytest.mark.parametrize("again", ["about 40 crowns a share", "9 crowns for each of them"])
    def test_is_a_claim_where_it_is_the_figure_in_another_measure(self, again):
        assert texts(f"The mill made 90 million crowns in May, or {again}.") == [
            "The mill made 90 million crowns in May",
            again,
        ]

    @pytest.mark.parametrize(
        "whole",
        [
            "It takes the port two, three, or four days to clear a ship",
            "The firm has to sell 40 tugs by May, or nine men will leave",
            "Rents were 4% higher than in May, down from 9% in the spring",
            "The share of empty shops stood at 14%, up from 9% in 2019",
            "The tug sank off the village of Sund, about 90 kilometres (56 miles) north of Varn",
            "The Orla, valued at 40 million crowns, was sold in May",
            "The crash on Monday hurt nine people, four of them critically",
        ],
    )
    def test_is_none_where_it_only_tells_from_what_or_where(self, whole):
        assert texts(whole + ".") == [whole]

    @pytest.mark.parametrize(
        "whole",
        [
            "The mill, closed since May because of a leak, made 40 tons of flour a day",
            "The port, damaged in the storm of 2019, lost 40 tugs",
        ],
    )
    @pytest.mark.usefixtures("tagged")
    def test_is_none_where_the_verb_follows_what_was_done_to_a_thing(self, whole):
        assert texts(whole + ".") == [whole]

    @pytest.mark.usefixtures("tagged")
    def test_is_none_where_it_only_tells_who_somebody_is(self):
        whole = "Among those killed were a nurse from Oster and two drivers employed by the port"

        assert texts(whole + ".") == [whole]

    def test_is_a_claim_where_it_is_a_part_of_them(self):
        assert texts("The army took 400 guns in May, with nine of them found in a mill.") == [
            "The army took 400 guns in May",
            "with nine of them found in a mill",
        ]

    def test_is_a_claim_where_it_is_how_it_ended(self):
        assert texts("Nine mates were jailed, only for the verdict to be quashed in May.") == [
            "Nine mates were jailed",
            "only for the verdict to be quashed in May",
        ]
        assert texts("The port hired 40 divers, only to dismiss them in June.") == [
            "The port hired 40 divers",
            "only to dismiss them in June",
        ]

    def test_stays_with_its_statement_where_the_article_then_cites_somebody(self):
        text = (
            "Sales fell by 4% to 310 million crowns, the third fall in a row, although the firm "
            "said that prices had risen."
        )

        assert by(text) == [
            (None, "Sales fell by 4% to 310 million crowns"),
            (None, "the third fall in a row"),
            ("firm", "prices had risen"),
        ]


@pytest.mark.usefixtures("model")
def test_a_rank_that_a_deed_brought_is_a_claim_of_its_own():
    assert texts("The firm bought nine mills in May, making it the biggest baker in Norway.") == [
        "The firm bought nine mills in May",
        "making it the biggest baker in Norway",
    ]

"""Which parts of a sentence are claims of their own, and which belong together."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims


@pytest.fixture(params=["blank", "bundle"])
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)
    return request.param


@pytest.fixture
def tagged(monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", "bundle")


def texts(sentence):
    return [claim.text for claim in find_claims(sentence, "en")]


def by(sentence):
    return [(claim.speaker, claim.text) for claim in find_claims(sentence, "en")]


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
def test_what_completes_a_statement_behind_its_source_is_part_of_it():
    (claim,) = find_claims(
        "There was no rule for tugs, Ada Holm said, “written or unwritten”.", "en"
    )

    assert len(claim.segments) == 2


@pytest.mark.usefixtures("tagged")
class TestSubjects:
    def test_two_things_that_are_spent_on_are_one_subject(self):
        text = "Spending on boats and berths rose by 4%"

        assert texts(text + ".") == [text]

    def test_a_form_in_ing_may_be_the_subject_of_its_own_verb(self):
        text = "Outlays on boats fell by 4%, and spending on berths dropped by 9%."

        assert [claim.proposed for claim in find_claims(text)][-1] == (
            "Spending on berths dropped by 9%."
        )

    def test_a_list_of_what_a_thing_is_has_one_subject(self):
        text = "The ferry is 11 metres long, was built in 1968 and last year carried 90 guests."

        assert [claim.proposed for claim in find_claims(text)] == [
            "The ferry is 11 metres long.",
            "The ferry was built in 1968.",
            "The ferry last year carried 90 guests.",
        ]

    def test_a_name_and_its_description_wait_for_their_verb(self):
        text = "Varn Water, the firm that runs the works, discharged into the Wen on 214 days"

        assert texts(text + ".") == [text]

    def test_names_with_ages_are_one_list(self):
        text = "She freed Ann Orr, 58, Mia Dane, 49, and Paul Lind, 61, on 11 counts"

        assert texts(text + ".") == [text]

    def test_words_between_verb_and_figure_part_nothing(self):
        text = "Ada Holm said bans of one country last, on average, less than 40 weeks."

        assert by(text) == [
            ("Ada Holm", "bans of one country last, on average, less than 40 weeks")
        ]

    def test_it_is_what_leads_the_sentence_not_its_relative_clause(self):
        text = "The share of wages that workers saved fell to 6%. It has halved since 2020."

        assert [claim.proposed for claim in find_claims(text)][-1] == (
            "The share of wages has halved since 2020."
        )


@pytest.mark.usefixtures("tagged")
class TestTimes:
    def test_what_came_some_minutes_before_is_a_claim(self):
        text = "The cable failed at 3:52, eight minutes after the Maren Lys slowed to 4 knots."

        assert texts(text) == ["The cable failed at 3:52", "the Maren Lys slowed to 4 knots"]

    def test_how_many_times_a_measure_is_told_by_itself(self):
        text = "Ada Holm put the rate at 40 in 6,500, ten times the limit of the board."

        assert texts(text) == ["the rate at 40 in 6,500", "ten times the limit of the board"]

    def test_the_days_before_somebody_spoke_are_no_part_of_what_happened(self):
        text = (
            "Ada Holm left Lim on Friday, three days after the Tide published a letter showing "
            "that 40 men had left."
        )

        assert "Ada Holm left Lim on Friday" in texts(text)

    def test_when_it_was_said_is_no_part_of_what_is_said(self):
        text = "Ada Holm said last month there were 40 men in Lim."

        assert by(text) == [("Ada Holm", "there were 40 men in Lim")]


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
@pytest.mark.parametrize("aside", ["though welcome", "although the largest since 2009"])
def test_what_is_granted_between_a_subject_and_its_verb_parts_nothing(aside):
    fact = f"the fines, {aside}, came to nine crowns a head"

    assert by(f"Ada Holm said {fact}.") == [("Ada Holm", fact)]


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


@pytest.mark.usefixtures("model")
def test_a_rank_that_a_deed_brought_is_a_claim_of_its_own():
    assert texts("The firm bought nine mills in May, making it the biggest baker in Norway.") == [
        "The firm bought nine mills in May",
        "making it the biggest baker in Norway",
    ]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "hailing", ["Mr Speaker", "Members of the assembly", "Colleagues", "Well", "Look"]
)
def test_whom_a_speaker_turns_to_is_no_part_of_a_claim(hailing):
    assert texts(f"{hailing}, the mill in Varn has 40 men.") == ["the mill in Varn has 40 men"]
    assert texts(f"{hailing}, nine months ago we had 40 men.") == ["nine months ago we had 40 men"]


def test_friends_who_do_something_are_its_subject(tagged):
    fact = "Friends, neighbours and cousins paid for nine boats in May"

    assert texts(f"{fact}.") == [fact]

"""What is no claim, and the reason given; what is cut off before a claim begins."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.explain import explain
from claims.extraction.records import REASONS

#: Sentence -> reason it is left out for.
LEFT_OUT = {
    "It was the worst day of her life, Ada Holm said.": "opinion",
    "Ada Holm takes off her glasses and looks out of the window.": "colour",
    "“If those votes were counted again,” Ada Holm said.": "condition",
    "Ada Holm said she hoped for rain.": "hope",
    "“We make it clear to our partners,” Ada Holm said.": "framing",
    "Ada Holm urged the mayor to open the gates.": "demand",
    "Ada Holm has promised to open the gates.": "promise",
    "“This includes Norway,” Ada Holm said.": "short",
    "I thank the House in Norway for its patience.": "greeting",
    "Among the gifts of this coast is the patience of Norway.": "framing",
    "I commend this budget to the House in Norway.": "greeting",
    "The state should pay the families 40 million crowns, Ada Holm said.": "demand",
    "Ada Holm urged the state to pay 40 million crowns by May.": "demand",
    "“The ministry will act in due course,” Ada Holm said.": "prediction",
    "“We will build 60,000 homes by May,” Ada Holm said.": "promise",
    "“Our budget shall rise to 3 percent of income,” Ada Holm said.": "promise",
    "“In June I will bring 40 new judges to Norway,” Ada Holm said.": "promise",
    "“It was not,” Ada Holm said.": "short",
    "“You do not sell nine tugs for one bad week,” Ada Holm said.": "opinion",
    "“One does not haggle over open graves,” Ada Holm said.": "opinion",
    "“A cargo ship does not lose seven knots for no reason,” Ada Holm said.": "opinion",
    "“Assume that a family can miss two pay days in May,” Ada Holm said.": "condition",
    "Rents in Norway have to fall, and fees must fall by 9%, Ada Holm said.": "demand",
    "The Sund Mail could not independently verify the account.": "speech_act",
    "The number of dead in Norway could not be confirmed.": "speech_act",
    "“You can't run forty ships without a harbour,” Ada Holm said.": "opinion",
    "Mediators were due to meet both sides in Oslo on Friday.": "prediction",
    "The court in Oslo was scheduled to sit on Monday.": "prediction",
    "The talks in Oslo are scheduled for 4 May.": "prediction",
    "The new bridge in Bergen was due to open on 4 May.": "prediction",
}

#: Sentence -> claims in it.
SPLIT = {
    "Among the dead was the mayor of Norway.": ["Among the dead was the mayor of Norway"],
    "Crime among the young is the lowest it has been since 1979.": [
        "Crime among the young is the lowest it has been since 1979",
    ],
    "GENEVA, Oct 6 (Agency) - Norway has closed 40 schools.": ["Norway has closed 40 schools"],
    "Police said 63 people had been arrested and nine officers hurt.": [
        "63 people had been arrested",
        "nine officers hurt",
    ],
    "“You do not pay 9% on rents,” Ada Holm said.": ["You do not pay 9% on rents"],
    "Police in Norway said the number of dead could not be confirmed.": [
        "the number of dead could not be confirmed"
    ],
    "“You did not sell nine tugs in May,” Ada Holm said.": ["You did not sell nine tugs in May"],
    "One of them wrote that the fund had “a loss we cannot bear”.": [
        "the fund had “a loss we cannot bear",
    ],
    "Crime is down, debt is down, and exports are up, Ada Holm said.": [
        "Crime is down",
        "debt is down",
        "exports are up",
    ],
    "The council has closed three libraries, sold two parks and raised the tax by 4 percent.": [
        "The council has closed three libraries",
        "sold two parks",
        "raised the tax by 4 percent",
    ],
    "Ada Holm said the firm had cut 30 jobs, moved its seat to Malta, and sold a yard in Oslo.": [
        "the firm had cut 30 jobs",
        "moved its seat to Malta",
        "sold a yard in Oslo",
    ],
    "Ada Holm left the party in May, joined the Greens a week later, and won by 312 votes.": [
        "Ada Holm left the party in May",
        "joined the Greens a week later",
        "won by 312 votes",
    ],
    "In Oslo, where 40 people lost their homes, there are more tents than houses.": [
        "In Oslo, where 40 people lost their homes, there are more tents than houses",
        "where 40 people lost their homes",
    ],
    "At Hallen, which had no doctor until 2020, nurses treat 40 patients a day.": [
        "At Hallen, which had no doctor until 2020, nurses treat 40 patients a day",
        "which had no doctor until 2020",
    ],
    "In Bergen, where rents rose by 9 percent, the mayor has closed two schools.": [
        "In Bergen, where rents rose by 9 percent, the mayor has closed two schools",
        "where rents rose by 9 percent",
    ],
    "Rask Brothers, the largest road builder in Norway, has billed the county 4,000 crowns.": [
        "Rask Brothers, the largest road builder in Norway, has billed the county 4,000 crowns",
        "the largest road builder in Norway",
    ],
    "Eva Dahl, the youngest minister in the history of Norway, resigned on Monday.": [
        "Eva Dahl, the youngest minister in the history of Norway, resigned on Monday",
        "the youngest minister in the history of Norway",
    ],
    "Orsk, a town of 31,000 before the war, lost its bridge in May.": [
        "Orsk, a town of 31,000 before the war, lost its bridge in May",
        "a town of 31,000 before the war",
    ],
    "Most of the crew, most of them Norwegians, were saved on Monday.": [
        "Most of the crew, most of them Norwegians, were saved on Monday",
    ],
    "The court was closed in May, said Eva Dahl, a lawyer who has defended 40 prisoners.": [
        "The court was closed in May",
        "a lawyer who has defended 40 prisoners",
    ],
    "“The yard in Oslo closed in May,” said Jon Feld, a site foreman who left the firm in 2024.": [
        "The yard in Oslo closed in May",
        "a site foreman who left the firm in 2024",
    ],
    "“The yard in Oslo closed in May,” said Jon Feld, 59, who joined the firm in 1991.": [
        "The yard in Oslo closed in May",
        "who joined the firm in 1991",
    ],
    "“The yard in Oslo closed in May,” said Jon Feld, a foreman who has two sons.": [
        "The yard in Oslo closed in May"
    ],
    "It was, the army said, the heaviest raid of the year.": [
        "It was, the army said, the heaviest raid of the year",
    ],
    "Prices are, the bank said, lower than in any year since 1990.": [
        "Prices are, the bank said, lower than in any year since 1990",
    ],
    "The bridge was, Ada Holm said, the third to fall in a year.": [
        "The bridge was, Ada Holm said, the third to fall in a year",
    ],
    "The share of poor roads stood at 29 percent, up from 22.": [
        "The share of poor roads stood at 29 percent, up from 22",
    ],
    "“We know that Norway has sold 40 tanks,” Ada Holm said.": ["Norway has sold 40 tanks"],
    "Rents rose by 3 percent, against 19 percent in 2022, Ada Holm said.": [
        "Rents rose by 3 percent",
        "against 19 percent in 2022",
    ],
    "Varn Water is the sixth-largest firm in the country.": [
        "Varn Water is the sixth-largest firm in the country",
    ],
    "“The great mills have paid us 11 of the 60 million they pledged in May,” Eva Dahl said.": [
        "The great mills have paid us 11 of the 60 million they pledged in May",
    ],
    "All but one of the 14 mills in Varn closed in May.": [
        "All but one of the 14 mills in Varn closed in May",
    ],
    "Prime Minister Eva Dahl visited the valley in May.": [
        "Prime Minister Eva Dahl visited the valley in May"
    ],
}


@pytest.mark.parametrize(("text", "reason"), LEFT_OUT.items())
def test_what_is_left_out_says_why(text, reason):
    (sentence,) = explain(text, "en")

    assert sentence.taken == ()
    assert reason in {code for left in sentence.left_out for code in left.reasons}
    assert reason in REASONS


@pytest.mark.parametrize(("text", "claims"), SPLIT.items())
def test_each_statement_is_one_claim(text, claims):
    (sentence,) = explain(text, "en")

    assert [claim.text for claim in sentence.taken] == claims


#: Sentence -> the one claim in it.
TAKEN = {
    "Ada Holm said the fire was the worst in a decade.": "the fire was the worst in a decade",
    "“It was our best harvest since 1998,” Ada Holm said.": "It was our best harvest since 1998",
    "It was the worst drought on record, Ada Holm said.": "It was the worst drought on record",
    "“It was never published,” Ada Holm said.": "It was never published",
    "“They had no permit,” Ada Holm said.": "They had no permit",
    "The delays in Oslo were due to snow.": "The delays in Oslo were due to snow",
    "It offered no evidence.": "It offered no evidence",
    "“Ward 5 will close at 19:00,” Ada Holm said.": "Ward 5 will close at 19:00",
    "“The filters will cost us 2 million,” Ada Holm said.": "The filters will cost us 2 million",
    "“We heard it would cost 2 million,” Ada Holm said.": "We heard it would cost 2 million",
}


@pytest.mark.parametrize(("text", "claim"), TAKEN.items())
def test_what_others_will_do_and_what_did_not_happen_are_claims(text, claim):
    (sentence,) = explain(text, "en")

    assert [found.text for found in sentence.taken] == [claim]


@pytest.mark.parametrize("text", ["نعم، هذا صحيح، ", "a, b", "Well, so", "“Yes, this”, he said,"])
def test_a_comma_near_the_end_is_no_trap(text):
    explain(text)
    explain(text, "ar")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor met the owner of Lim Foods.",
        "The mayor paid for the mill in Norway.",
        "The company sold its mill in Norway.",
    ],
)
def test_a_past_tense_that_no_ending_tells_is_one(model, text):
    (claim,) = find_claims(text, "en")

    assert (claim.kind, "past_event" in claim.reasons) == ("event", True)


def test_such_a_verb_is_seen_where_the_tagger_takes_it_for_a_name(model):
    (claim,) = find_claims("The mayor of Varn sold Lim Foods.", "en")

    assert claim.text == "The mayor of Varn sold Lim Foods"


def test_a_participle_of_such_a_verb_is_none(model):
    (claim,) = find_claims("The mill is built of red brick from Norway.", "en")

    assert "past_event" not in claim.reasons


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "fact",
    [
        "the wrong valve had been fitted to nine boats",
        "nine letters had been filed under the wrong code",
        "the promised clinic in Lim was never built",
        "nine of the staff who spoke up were moved",
    ],
)
def test_a_word_that_judges_may_only_tell_how_it_was(fact):
    assert [claim.text for claim in find_claims(f"Ada Holm said {fact}.", "en")] == [fact]


@pytest.mark.parametrize("opinion", ["It was the wrong decision", "The bill is wrong and unfair"])
def test_a_thing_that_is_called_wrong_is_judged(opinion):
    assert not [c for c in find_claims(f"{opinion}, Ada Holm said.", "en") if c.score >= 0.5]


@pytest.mark.parametrize(
    "fact",
    [
        "the boy should have been seen by a doctor",
        "the mole should never have been opened",
        "the firm had paid far below what a bank should pay",
    ],
)
def test_what_should_have_been_or_what_is_measured_by_it_is_no_demand(fact):
    assert [claim.text for claim in find_claims(f"Ada Holm admitted {fact}.", "en")] == [fact]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("empty", ["the claims were untrue", "the fears are overblown"])
def test_what_only_calls_a_statement_untrue_is_worth_less_than_what_it_denies(empty):
    (claim,) = find_claims(f"Ada Holm said {empty}.", "en")
    (full,) = find_claims("Ada Holm said it was untrue that nine men had died.", "en")

    assert claim.score < 0.7 < full.score


@pytest.mark.parametrize("gear", ["a mask", "a seat belt", "a life jacket", "a body camera"])
def test_whether_somebody_wore_what_keeps_them_safe_is_a_fact(gear):
    assert find_claims(f"None of the drivers was wearing {gear} in May.", "en")
    assert not find_claims("She was wearing a red coat.", "en")


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holm did not return two phone calls on Wednesday.",
        "The firm didn't respond to several requests.",
        "He didn’t return calls.",
    ],
)
def test_who_does_not_call_back_states_nothing(line):
    assert not find_claims(line, "en")
    assert find_claims("The bank did not return 40 crowns in May.", "en")

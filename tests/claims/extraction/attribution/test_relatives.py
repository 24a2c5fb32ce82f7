"""Clauses at the end of a sentence that judge what was said before them."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speakers_and_stances

SAID = "Otto Lund told the inquiry that nine men had left the ward"


def judged(tail):
    first, *others = find_claims(f"{SAID}, {tail}.", "en")
    assert first.text == "nine men had left the ward"
    return first, [(claim.text, claim.speaker, claim.stance) for claim in others]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("tail", "who", "stance"),
    [
        ("a charge the trust strongly denies", "trust", "denies"),
        ("a claim which Ada Holm called nonsense", "Ada Holm", "disputes"),
        ("an accusation Ada Holm called “beneath contempt”", "Ada Holm", "disputes"),
        ("which Ada Holm denies", "Ada Holm", "denies"),
    ],
)
def test_who_judges_it_denies_it_in_a_clause_of_little_worth(tail, who, stance):
    first, others = judged(tail)

    assert (first.stance, first.reported_by) == ("disputes", who)
    assert [found[1:] for found in others] == [(who, stance)]
    assert others[0][0].rstrip("”") == tail.rstrip("”")


def test_who_judges_it_is_told_by_the_word_that_stands_there_where_nobody_is_meant():
    first, _ = judged("a charge it disputes")

    assert (first.stance, first.reported_by) == ("disputes", "it")


def test_what_somebody_else_disputes_is_of_the_kind_that_its_words_tell():
    first, others = judged("a charge the trust denies")

    assert first.kind == "quantity"
    assert [stance for _, _, stance in others] == ["denies"]


def test_what_goes_on_behind_the_clause_is_no_part_of_it():
    _, others = judged("a charge the trust denies, noting that 40 men had come in May")

    assert others == [
        ("a charge the trust denies", "trust", "denies"),
        ("40 men had come in May", "trust", "asserts"),
    ]


@pytest.mark.parametrize(
    "tail",
    ["a figure the union calls “true and too low”", "a number which the firm describes as low"],
)
def test_a_good_name_disputes_nothing(tail):
    first, others = judged(tail)

    assert (first.stance, first.reported_by) == ("asserts", None)
    assert [stance for _, _, stance in others] == ["asserts"]


@pytest.mark.parametrize("apposed", ["a debt that", "a sum which"])
def test_what_somebody_says_of_a_sum_is_not_said_by_who_named_it(apposed):
    text = (
        f"The port is old. The court ruled in May that the firm owed 9 million crowns, {apposed} "
        "Karl Roth says was settled in 2019."
    )
    found = {claim.text: claim.speaker for claim in find_claims(text, "en")}

    assert {found[text] for text in found if "settled in 2019" in text} == {"Karl Roth"}
    assert found.get("the firm owed 9 million crowns", "court") == "court"


def test_what_the_article_tells_of_quoted_words_is_its_own():
    text = "The port is old. The trust said the fall was “a blip”, which 40 doctors had caused."
    found = {claim.text: claim.speaker for claim in find_claims(text, "en")}

    assert found["which 40 doctors had caused"] is None


@pytest.mark.parametrize("opening", ["a system in which", "a country where"])
def test_an_aside_behind_a_relative_says_what_follows(opening):
    text = f"The port is old. This is {opening}, as the ministry admits, 40 schools have no water."
    found = {claim.text: claim.speaker for claim in find_claims(text, "en")}

    assert {found[text] for text in found if "40 schools" in text} == {"ministry"}


@pytest.mark.parametrize(
    "deed", ["but did not issue a new one in May", "and sold the land for 9 million crowns"]
)
def test_what_a_speaker_did_next_is_not_said(deed):
    text = f"The port is old. The firm left in May, saying that 40 men had gone, {deed}."
    found = {claim.text: claim.speaker for claim in find_claims(text, "en")}

    assert found["40 men had gone"] == "firm"
    assert {found[text] for text in found if deed[4:] in text} <= {None}


@pytest.mark.parametrize(
    ("article", "judged", "judge"),
    [
        ("The fleet lost 40 boats in May", "a number the owners dispute", "owners"),
        ("The plant spilled 40 tonnes of oil", "a claim the firm denies", "firm"),
        ("Monitors have logged 143 breaches", "a count the ministry contests", "ministry"),
    ],
)
@pytest.mark.parametrize("pause", [",", " -"])
def test_what_somebody_disputes_may_be_what_the_article_says(model, article, judged, judge, pause):
    if model == "bundle" and "boats" in article:
        pytest.skip("the tagger takes the verb for a noun")
    told = speakers_and_stances(f"{article}{pause} {judged}.")

    assert told[article] == (None, "asserts")
    assert told[judged][0] == judge


def test_a_fine_that_somebody_contests_is_told_by_the_article():
    told = speakers_and_stances("The firm was fined 40 million crowns, which Varno is contesting.")

    assert {speaker for speaker, _ in told.values()} == {None}

"""Clauses at the end of a sentence that judge what was said before them."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

SAID = "Otto Lund told the inquiry that nine men had left the ward"


def judged(tail):
    first, *others = find_claims(f"{SAID}, {tail}.", "en")
    assert first.text == "nine men had left the ward"
    return first, [(claim.text, claim.speaker, claim.stance) for claim in others]


@pytest.mark.parametrize("model", ["bundle", "blank"])
@pytest.mark.parametrize(
    ("tail", "who", "stance"),
    [
        ("a charge the trust strongly denies", "trust", "denies"),
        ("a claim which Ada Holm called nonsense", "Ada Holm", "disputes"),
        ("an accusation Ada Holm called “beneath contempt”", "Ada Holm", "disputes"),
        ("which Ada Holm denies", "Ada Holm", "denies"),
    ],
)
def test_who_judges_it_denies_it_in_a_clause_of_little_worth(tail, who, stance, model, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", model)
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

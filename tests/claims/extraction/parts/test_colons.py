"""What follows a colon: a sentence with a figure is a claim of its own."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def told(text):
    return [(claim.speaker, claim.stance, claim.text) for claim in find_claims(text, "en")]


def test_a_sentence_with_a_figure_behind_a_colon_is_a_claim_of_its_own():
    text = "The share of poor roads has grown with it: it stood at 29 per cent last year."

    assert (None, "asserts", "it stood at 29 per cent last year") in told(text)


def test_it_is_said_by_whoever_says_what_stands_before():
    text = "Ada Holm said that the council had saved money: it sold 40 boats in May."

    assert ("Ada Holm", "asserts", "it sold 40 boats in May") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Varn Bank expects rents to fall this year: in May, 400 flats stood empty.",
        "Varn Bank warned that rents may fall: in May, 400 flats stood empty.",
        "Varn Bank hopes that rents will fall: in May, 400 flats stood empty.",
    ],
)
def test_what_explains_a_forecast_is_asserted(text):
    assert ("Varn Bank", "asserts", "in May, 400 flats stood empty") in told(text)


def test_a_list_of_forecasts_is_foretold():
    text = "Varn Bank expects that two things follow: rents will fall and 40 firms will close."

    assert "asserts" not in [stance for _, stance, _ in told(text)]


def test_things_behind_a_colon_part_nothing():
    text = "In May the council bought three things: a boat, a crane and 40 chairs."

    assert [said for _, _, said in told(text)] == [text[:-1]]


@pytest.mark.parametrize(
    "heading",
    ["The result: ", "The bottom line: ", "By the numbers: ", "Why it matters: ", "Its verdict: "],
)
def test_a_heading_in_the_same_line_is_no_part_of_a_claim(heading):
    assert (None, "asserts", "The port has sold 40 tugs") in told(
        f"{heading}The port has sold 40 tugs."
    )


@pytest.mark.parametrize(
    "whole", ["The result: a lack of 40 tugs", "May 2011: The port sold 40 tugs"]
)
def test_what_has_no_verb_behind_it_or_tells_when_belongs_to_it(whole):
    assert told(whole + ".") == [(None, "asserts", whole)]


@pytest.mark.parametrize("mark", [", ", "; "])
def test_clauses_that_are_listed_are_what_somebody_found(mark):
    found = [
        "no bell was put up in the mill",
        "two doors were locked",
        "staff had not been trained",
    ]
    text = f"The inquiry found three faults: {found[0]}{mark}{found[1]}{mark}and {found[2]}."

    assert told(text) == [
        ("inquiry", "asserts", "three faults"),
        *(("inquiry", "asserts", fault) for fault in found),
    ]

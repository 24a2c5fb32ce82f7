"""Sentences that hold two statements which neither comma nor colon parts."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

from .parted import by

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    ("told", "acting", "found"),
    [
        ("A state regulator on Friday fined the lender 40 million crowns", "finding", "regulator"),
        ("The ministry on Tuesday closed the plant near Varn", "saying", "ministry"),
        ("The High Court on Monday struck down the tax on boats", "ruling", "Court"),
    ],
)
def test_what_a_body_did_on_a_day_is_told_beside_what_it_said(told, acting, found):
    said = "its owner had hidden 90 leaks"
    (who, first), (speaker, second) = by(f"{told}, {acting} that {said}.")

    assert (who, first, second) == (None, told, said)
    assert speaker.endswith(found)


@pytest.mark.parametrize(
    ("thing", "found"),
    [
        ("The rebels put the toll at 41", "the toll at 41"),
        ("Orr called the report a lie", "the report a lie"),
        ("Ada Holm described the plan as hopeless", "the plan as hopeless"),
        ("The police denied the charge", "The police denied the charge"),
        ("The union put the number of strikers at 9,000", "the number of strikers at 9,000"),
    ],
)
@pytest.mark.parametrize("joint", ["and", "but"])
def test_a_thing_ends_where_somebody_else_speaks(thing, found, joint):
    pairs = by(f"{thing} {joint} the council said that 90 men had left Varn.")

    assert [text for _, text in pairs] == [found, "90 men had left Varn"]
    assert pairs[1][0] == "council"


def test_a_thing_goes_on_where_two_say_what_it_holds():
    (claim,) = find_claims("Orr denied claims that the mayor and the council said it was safe.")

    assert claim.text == "the mayor and the council said it was safe"


@pytest.mark.parametrize(
    "whole",
    [
        "The mine and the mill were shut in May",
        "The Orla and two other boats had been caught inside the zone",
        "Ada Holm left after the mill was sold and the bank had refused her a loan",
        "Officials were told the mine and the mill had been sold in May",
        "The firm Rio do Cabo and two others were sold in May",
    ],
)
def test_two_nouns_with_one_helper_verb_are_one_subject(whole):
    assert [text for _, text in by(whole + ".")] == [whole]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("nine bridges were shut, four of them in Varn", "repairs would cost 40 million crowns"),
        ("its guns had “hit and destroyed” a depot, both its wings", "40 men had been killed"),
    ],
)
def test_a_second_that_opens_a_claim_behind_what_stands_between_commas(first, second):
    assert by(f"The ministry said {first}, and that {second}.") == [
        ("ministry", first),
        ("ministry", second),
    ]


class TestTwoMeasures:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("the toll at 41", "the number of injured at 90"),
            ("the toll at 41", "that of the injured at more than 90"),
            ("the cost of the dam at 4 million crowns", "that of repairs at 900,000 crowns"),
        ],
    )
    def test_that_one_puts_are_two_claims(self, first, second):
        assert by(f"The ministry put {first} and {second}.") == [
            ("ministry", first),
            ("ministry", second),
        ]

    def test_that_one_gives_are_two_claims_beside_what_is_counted_among_them(self):
        text = (
            "The clinic gave the number of dead as 41, among them 12 children, and that of the "
            "hurt as “no fewer than 90”."
        )

        assert [text for _, text in by(text)] == [
            "the number of dead as 41",
            "among them 12 children",
            "that of the hurt as “no fewer than 90",
        ]


@pytest.mark.parametrize(
    "added",
    [
        "a tenth more than in the year before",
        "a third fewer than it was built for",
        "a fifth of what it was built for",
        "a tenth of its people",
        "a week before the owner was warned",
        "nine days after the council closed the road",
    ],
)
def test_how_much_more_or_how_long_before_is_a_claim(added):
    whole = "Some 9,000 men crossed the dam in May"

    assert [text for _, text in by(f"{whole}, {added}.")] == [whole, added]


def test_how_long_after_a_thing_is_none():
    whole = "Some 9,000 men crossed the dam in May, nine days after the flood"

    assert [text for _, text in by(whole + ".")] == [whole]


def test_what_was_put_right_and_bad_faith_are_no_opinions():
    assert by("The mistake was put right in May, the firm said.") == [
        ("firm", "The mistake was put right in May")
    ]


@pytest.mark.parametrize("last", [" and that 40 men died", ", and that 40 men died"])
@pytest.mark.parametrize("that", ["that ", ""])
def test_a_list_of_what_somebody_says_is_as_many_claims(that, last):
    first, second = "the doors were locked in May", "the keys were never found"
    text = f"The report says {that}{first}, that {second}{last}."

    assert by(text) == [("report", first), ("report", second), ("report", "40 men died")]


def test_what_evidence_is_given_that_something_happened_is_one():
    text = "Orr disputed evidence given by a nurse, Ada Holm, that nine men had been told to leave."

    assert not any(text.endswith("Ada Holm") for _, text in by(text))

"""Figures and outcomes behind who says a thing are claims of whoever says it."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

from .parted import by

pytestmark = pytest.mark.usefixtures("model")

SAID = "Exports fell to 31 million crowns in May, the ministry said"


@pytest.mark.parametrize(
    "added",
    [
        "40 percent less than a year earlier",
        "down from 40 million a year earlier",
        "the lowest since 2009",
        "a drop of 9 percent",
        "more than twice as much as in 2009",
        "with sales to Ostland down 14 percent",
        "9 percent below the level of May 2019",
        "its worst result in 11 years",
    ],
)
def test_a_figure_or_a_rank_behind_a_tag_is_a_claim_of_whoever_speaks(added):
    first, second = find_claims(f"{SAID}, {added}.", "en")

    assert (first.text, first.speaker) == ("Exports fell to 31 million crowns in May", "ministry")
    assert (second.text, second.speaker) == (added, "ministry")
    assert second.proposed == f"{SAID}, {added}."


@pytest.mark.parametrize(
    "outcome", ["killing nine", "killing 14 people", "leaving 40 people homeless"]
)
def test_what_came_of_it_behind_a_tag_is_a_claim_of_whoever_speaks(outcome):
    text = f"Two bombs went off in the port, police said, {outcome}."

    assert by(text) == [("police", "Two bombs went off in the port"), ("police", outcome)]
    assert find_claims(text, "en")[1].proposed == text


@pytest.mark.parametrize("part", ["half of them children", "nine of them mates of the Orla"])
def test_a_part_of_them_behind_a_tag_is_a_claim_of_whoever_speaks(part):
    text = f"Some 400 people have fled, according to the League, {part}."

    assert by(text) == [("League", "Some 400 people have fled"), ("League", part)]


@pytest.mark.parametrize(
    "told",
    [
        "said Ada Holm, one of the 14 authors of the report",
        "said Ada Holm, the youngest mayor since 1974",
        "said Ada Holm, 58, of Lim",
        "Ada Holm said, leaving the hall",
    ],
)
def test_what_tells_who_speaks_or_what_they_do_is_no_claim(told):
    assert by(f"Exports fell by 9% in May, {told}.") == [("Ada Holm", "Exports fell by 9% in May")]


@pytest.mark.parametrize(
    "added", ["nearly twice the number given by the governor", "sending its shares down 6 percent"]
)
def test_what_somebody_else_gives_or_what_the_news_brings_is_told_by_the_article(added):
    assert (None, added) in by(f"The firm lost 40 million crowns in May, it said, {added}.")

"""One of several, both, the other: whom of those who were named they mean."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

TWO = "Ada Holm and Jonas Lind led the yard until 2019."


def last_speaker(text: str) -> str | None:
    return find_claims(text, "en")[-1].speaker


@pytest.mark.parametrize(
    "described",
    [
        "One of them, the Liberal Tom Brandl,",
        "One of them, a driver called Tom Brandl,",
        "One, Tom Brandl,",
        "Another, Tom Brandl, 43,",
        "One of the men, Tom Brandl, who left in May,",
    ],
)
def test_one_of_several_goes_by_the_name_behind(described):
    assert last_speaker(f"Three men left. {described} said 40 boats had sunk.") == "Tom Brandl"


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("The former said that", "Ada Holm"),
        ("The latter claimed that", "Jonas Lind"),
        ("The second added that", "Jonas Lind"),
        ("Both said that", "Ada Holm and Jonas Lind"),
        ("Both denied that", "Ada Holm and Jonas Lind"),
        ("The two have denied that", "Ada Holm and Jonas Lind"),
        ("Holm wept. The pair said that", "Ada Holm and Jonas Lind"),
        ("Ada Holm said 12 men had left. The other said that", "Jonas Lind"),
    ],
)
def test_two_who_are_named_side_by_side_are_meant_later(told, speaker):
    assert last_speaker(f"{TWO} {told} 40 boats had sunk.") == speaker


def test_two_may_be_told_apart_by_their_offices():
    text = "The mayor, Ada Holm, and her deputy, Jonas Lind, met. Both said 40 boats had sunk."
    assert last_speaker(text) == "Ada Holm and Jonas Lind"


@pytest.mark.parametrize("told", ["One", "Both", "All"])
def test_a_counted_group_that_leads_the_sentence_before_is_meant(told):
    text = f"Two former employees spoke to the Tide. {told} said that 40 boats had sunk."
    assert last_speaker(text) == "Two former employees"


def test_things_that_are_counted_say_nothing():
    assert last_speaker("Two trains collided in May. One said that 40 boats had sunk.") is None


@pytest.mark.parametrize("when", ["Last March", "Last Friday", "Last December", "Last year"])
@pytest.mark.parametrize("name", ["Orr", "Ada Orr"])
def test_a_day_before_a_name_is_no_part_of_it(when, name):
    text = f"{when} {name} said that 40 boats had sunk."
    assert last_speaker(text) == name


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The survey of 2,000 people", "survey of 2,000 people"),
        ("A former executive of Varn Rail", "former executive of Varn Rail"),
        ("The review, led by the judge Ada Holm,", "review"),
        ("A paper in the journal Lakes", "paper in the journal Lakes"),
        ("A report by the watchdog", "watchdog"),
        ("A study paid for by the industry and published in May", "study"),
    ],
)
def test_a_source_keeps_its_figures_ranks_and_places(source, speaker):
    assert last_speaker(f"{source} found that 40 boats had sunk.") == speaker


def test_one_of_them_behind_the_verb_goes_by_the_name_behind_it():
    text = "“We lost 40 farms,” said one of them, Musa Bello."
    assert last_speaker(text) == "Musa Bello"

"""Who speaks in minutes, interviews with times, and posts."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import in_order

pytestmark = pytest.mark.usefixtures("model")


MINUTES = """Ferry Fares
3.14 pm

Ms Ada Holm (Eastvale) (Lab)
1. What assessment he has made of the fares of 2024. (9041)

The Secretary of State for Transport (Mr Ivo Lind)
Fares fell by 4% in May.

Ms Holm
The harbour lost 40 boats in June.

Sir Olaf Brand (Westmoor) (Con)
My right hon. Friend opened nine piers in 2019.

Mr Lind
Nobody closed a pier in 2024.
"""

POSTS = """Ada Holm MP
@adaholm
·
14h
1/ Fares in our county rose by 9% last year.

2/ They closed 9 of our 14 piers in May.

412 Reposts 2,031 Likes

County Ferries
@countyferries
Replying to @adaholm
Fares rose by 2% last year.
"""


def test_names_on_lines_of_their_own_speak_what_follows():
    assert in_order(MINUTES) == [
        ("Fares fell by 4% in May", "Ivo Lind"),
        ("The harbour lost 40 boats in June", "Ada Holm"),
        ("My right hon. Friend opened nine piers in 2019", "Olaf Brand"),
        ("Nobody closed a pier in 2024", "Ivo Lind"),
    ]


def test_sub_headings_of_a_report_speak_nothing():
    text = (
        "Ferry fares\n\nFares fell by 4% in May, the board said in a report on Friday.\n\n"
        "Minister Lind\n\nThe harbour lost 40 boats in June.\n\n"
        "Empty piers\n\nNobody closed a pier in 2024."
    )

    assert {speaker for said, speaker in in_order(text) if "boats" in said or "pier" in said} == {
        None
    }


def test_times_stand_before_the_names_of_those_who_speak():
    text = (
        "00:00:04 Host: Why did fares rise?\n\n"
        "00:00:15 Holm: We sold 40 boats in May.\n\n"
        "[00:31] Holm: We bought nine boats in June."
    )

    assert in_order(text) == [
        ("We sold 40 boats in May", "Holm"),
        ("We bought nine boats in June", "Holm"),
    ]


def test_a_post_is_said_by_the_name_above_its_handle():
    assert in_order(POSTS) == [
        ("Fares in our county rose by 9% last year", "Ada Holm"),
        ("They closed 9 of our 14 piers in May", "Ada Holm"),
        ("Fares rose by 2% last year", "County Ferries"),
    ]


def test_the_number_of_a_post_is_no_figure():
    claim = find_claims(POSTS, "en")[1]

    assert [quantity["text"] for quantity in claim.as_dict()["quantities"]] == ["9", "14"]


def test_headings_inside_paragraphs_do_not_speak():
    text = """The council met on Monday.

Few Means to Pay: The council lost 40 staff in May. The mayor cut 12 posts.

A Long Way to Go: The harbour lost 9 boats in June. The port closed two piers.
"""

    assert {speaker for _, speaker in in_order(text)} == {None}


STATEMENT = """The Under-Secretary of State for Ports (Petra Lund): Madam Speaker, I will be brief.

Our boats landed 4,100 tonnes of cod in 2024. We have opened nine piers.

Olaf Brand (Westmoor) (Con): The harbour lost 40 boats in June.

The Under-Secretary of State for Ports: It lost 31 boats.
"""


def test_an_office_with_a_name_in_brackets_speaks_for_whoever_has_that_name():
    assert in_order(STATEMENT) == [
        ("Our boats landed 4,100 tonnes of cod in 2024", "Petra Lund"),
        ("We have opened nine piers", "Petra Lund"),
        ("The harbour lost 40 boats in June", "Olaf Brand"),
        ("It lost 31 boats", "Petra Lund"),
    ]


def test_one_label_of_an_office_and_a_name_makes_a_speech():
    text = (
        "The Minister of State, Department for Harbours (Baroness Lund) (Lab): My Lords, thank "
        "you.\n\nFares fell by 4% in May."
    )

    assert in_order(text) == [("Fares fell by 4% in May", "Lund")]


def test_brackets_without_a_person_behind_an_office_make_no_speech():
    text = "Minister for Ports (as amended): The text was changed in May.\n\nFares fell by 4%."

    assert {speaker for _, speaker in in_order(text)} == {None}

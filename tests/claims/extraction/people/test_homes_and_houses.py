"""Who is called by a home, an office by its house or its owner, and who is quoted by others."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of, speakers

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize("home", ["Texan", "Swede", "Mancunian", "Frenchman", "Australian"])
def test_who_was_told_of_last_may_be_called_by_a_home(home):
    text = f"Erik Lund beat Marc Petit in May. The {home} said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {"Erik Lund"}


def test_nobody_has_two_homes():
    text = "Erik Lund won. The Swede said 3 cows had died. The German said 40 farms had burned."
    assert speakers(text)["3 cows had died"] == "Erik Lund"
    assert speaker_of(text, "40 farms") == {"German"}


@pytest.mark.parametrize("many", ["British", "Swiss", "French", "Chinese", "Kremlin", "Taliban"])
def test_a_people_or_a_power_is_no_single_person(many):
    text = f"Erik Lund beat Marc Petit in May. The {many} said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {many}


@pytest.mark.parametrize("house", ["No 10", "Number 10"])
def test_a_house_may_speak_by_its_number(house):
    text = f"Ministers met in May. {house} said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {house}


def test_a_count_of_none_is_no_house():
    text = "No 10 farms are the same, the union said."
    assert speakers(text) == {"No 10 farms are the same": "union"}


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Hutchins' office", "Dale Hutchins' office"),
        ("A statement from Hutchins' office", "Dale Hutchins' office"),
        ("Hutchins' lawyer, Ada Orr,", "Ada Orr"),
        ("The Hutchins campaign", "Hutchins campaign"),
        ("Hutchins' family", "Dale Hutchins' family"),
        ("Hutchins' letter", "Dale Hutchins"),
    ],
)
def test_what_is_of_somebody_whose_name_ends_in_s_is_not_that_person(source, speaker):
    text = f"Governor Dale Hutchins left in May. {source} said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {speaker}


@pytest.mark.parametrize(
    "told",
    [
        "Petr Novak was quoted by Tass as saying",
        "Petr Novak was quoted by the state news agency as saying that",
        "Petr Novak was quoted as saying",
        "The agency IRNA quoted the minister, Petr Novak, as saying that",
        "Tass quoted Petr Novak as saying",
    ],
)
def test_who_is_quoted_speaks_whoever_prints_it(told):
    assert speaker_of(f"{told} 40 farms had burned.", "40 farms") == {"Petr Novak"}

"""Offices that are written with capitals, as names are."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    ("named", "later"),
    [
        ("Prime Minister Orla Doyle", "The Prime Minister"),
        ("The Chancellor, Orla Doyle,", "The Chancellor"),
        ("Mayor Orla Doyle", "Then the Mayor"),
        ("Minister for Health Orla Doyle", "The Minister"),
        ("Health Secretary Orla Doyle", "The Health Secretary"),
        ("The Home Secretary, Orla Doyle,", "The Home Secretary"),
        ("The Lord Mayor, Orla Doyle,", "The Lord Mayor"),
        ("Taoiseach Orla Doyle", "The Taoiseach"),
        ("Orla Doyle, the Foreign Minister,", "The Foreign Minister"),
        ("Deputy Commissioner Orla Doyle", "The Deputy Commissioner"),
    ],
)
def test_an_office_with_a_capital_is_held_by_who_was_named_with_it(named, later):
    text = f"{named} met bankers in May. {later} said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {"Orla Doyle"}


@pytest.mark.parametrize(
    ("later", "speaker"),
    [
        ("The Foreign Minister", "Foreign Minister"),
        ("The Deputy Mayor", "Deputy Mayor"),
        ("Mayor Holm", "Holm"),
        ("The Mayor of Lim", "Mayor of Lim"),
        ("The Speaker", "Speaker"),
    ],
)
def test_another_office_with_a_capital_is_not_held_by_who_was_named(later, speaker):
    text = f"Mayor Orla Doyle met bankers in May. {later} said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {speaker}


def test_a_body_with_the_word_of_an_office_keeps_its_name():
    text = "Mayor Orla Doyle met bankers in May. The Guardian said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {"Guardian"}

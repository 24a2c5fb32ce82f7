"""Bodies by letters, by one word of their name, and by what sort of body they are."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


def said_later(named: str, later: str) -> set[str | None]:
    return speaker_of(f"{named} met in May. {later} said 40 farms had burned.", "40 farms")


@pytest.mark.parametrize(
    ("named", "later", "full"),
    [
        ("The Royal College of Midwives (RCM)", "The RCM", "Royal College of Midwives"),
        ("The Royal College of Midwives", "The RCM", "Royal College of Midwives"),
        ("The Ministry of Defence", "The MoD", "Ministry of Defence"),
        ("The Department for Education", "The DfE", "Department for Education"),
        ("Orlan Peace Watch (OPW)", "OPW", "Orlan Peace Watch"),
        ("The Church of Lim", "The Church", "Church of Lim"),
        ("The Bank of Lim", "The Bank", "Bank of Lim"),
        ("The Lim Fisheries Commission", "The Commission", "Lim Fisheries Commission"),
        ("The East Lim Hospitals Trust", "The Trust", "East Lim Hospitals Trust"),
    ],
)
def test_a_body_that_is_written_in_short_is_given_in_full(named, later, full):
    assert said_later(named, later) == {full}


@pytest.mark.parametrize(
    ("named", "later", "speaker"),
    [
        ("The Royal College of Midwives", "The NASUWT", "NASUWT"),
        ("The Royal College of Midwives", "The Church", "Church"),
        ("The Lim Government", "The Government", "Government"),
        ("The Bank of Lim", "Bank officials", "Bank officials"),
        ("Orlan Church", "Tom Church", "Tom Church"),
    ],
)
def test_a_body_of_another_name_keeps_it(named, later, speaker):
    assert said_later(named, later) == {speaker}


@pytest.mark.parametrize(
    ("named", "later", "full"),
    [
        ("Ofgrid, the energy regulator,", "The regulator", "Ofgrid"),
        ("Unite, the union,", "The union", "Unite"),
        ("Shelterwell, a homelessness charity,", "The charity", "Shelterwell"),
        ("Tackett Coffee", "The company", "Tackett Coffee"),
        ("Tackett Coffee", "The Seattle-based company", "Tackett Coffee"),
        ("Halvex", "The Basel-based drugmaker", "Halvex"),
        ("Drugmaker Halvex", "The Basel-based group", "Halvex"),
        ("Ryanair", "The Irish carrier", "Ryanair"),
        ("Ryanair", "The low-cost airline", "Ryanair"),
        ("Google", "The US tech giant", "Google"),
        ("Human Rights Watch", "The New York-based group", "Human Rights Watch"),
        ("West Lim Police", "The force", "West Lim Police"),
        ("Lim City Council", "The local authority", "Lim City Council"),
    ],
)
def test_what_sort_of_body_one_is_means_who_was_told_to_be_that(named, later, full):
    assert said_later(named, later) == {full}


@pytest.mark.parametrize(
    ("named", "later", "speaker"),
    [
        ("Tackett Coffee", "The insurance company", "insurance company"),
        ("Ada Holm", "The company", "company"),
        ("Ms Tackett", "The company", "company"),
        ("Lim City Council", "The water authority", "water authority"),
        ("Leeds, a club,", "The club", "club"),
        ("Prices", "The company", "company"),
        ("Unions", "The company", "company"),
    ],
)
def test_a_body_of_another_sort_is_nobody_who_was_named(named, later, speaker):
    assert said_later(named, later) == {speaker}


def test_who_goes_by_the_last_word_alone_is_no_firm():
    text = "Tackett Moyle ate. The company said 40 farms had burned. Moyle said 3 men had left."
    assert speaker_of(text, "40 farms") == {"company"}


@pytest.mark.parametrize("word", ["pay", "work", "output"])
def test_what_is_said_may_begin_with_a_noun_that_is_also_a_verb(word):
    assert speaker_of(f"The union said {word} had fallen by 8%.", word) == {"union"}


def test_a_name_in_front_of_its_verb_ends_there():
    text = "Ryanair cut nine routes in May. The carrier said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {"Ryanair"}

"""Names with small words, initials and several surnames, and letters of an office before them."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import in_order, speaker_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    ("full", "later"),
    [
        ("Sultan bin Khalid al-Mansour", "Al-Mansour"),
        ("Abdul Rahman al-Shami", "Shami"),
        ("Abdul Rahman al-Shami", "Mr al-Shami"),
        ("Annelies van der Meer", "Van der Meer"),
        ("Annelies van der Meer", "Ms van der Meer"),
        ("Kwame Asante Boateng", "Mr Asante Boateng"),
        ("Mohamed Ould Cheikh", "Ould Cheikh"),
        ("Seán Ó Cuív", "Mr Ó Cuív"),
        ("Órla Ní Bhriain", "Ms Ní Bhriain"),
        ("A. K. Menon", "Mr Menon"),
        ("Ana García Morel", "García Morel"),
        ("Kim Sung-ho", "Mr Kim"),
        ("Robert King III", "King"),
    ],
)
def test_who_is_called_by_the_end_of_a_name_is_given_in_full(full, later):
    text = f"{full} said 12 farms had closed. {later} said 40 farms had burned."
    assert [speaker for _, speaker in in_order(text)] == [full, full]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Fianna Fáil TD ", "Seán Ó Cuív"),
        ("Sinn Féin MLA ", "Órla Ní Bhriain"),
        ("SNP MSP ", "Kirsty Baird"),
        ("Tory MSP ", "Kirsty Baird"),
        ("Dr ", "A. K. Menon"),
        ("DCI ", "Mark Royle"),
        ("Cpl ", "Tom Doyle"),
        ("Fr ", "Tom Doyle"),
        ("Wing Cdr ", "Tom Doyle"),
        ("Pastor ", "Ada Okoro"),
        ("Taoiseach ", "Orla Doyle"),
        ("The Tánaiste, ", "Tom Keane,"),
        ("Datuk Seri ", "Hamid Razak"),
        ("Alhaji ", "Musa Bello"),
        ("Professor Emeritus ", "Tom Keane, PhD,"),
    ],
)
def test_letters_of_an_office_in_front_are_no_part_of_a_name(before, name):
    bare = name.partition(",")[0]
    surname = bare.rpartition(" ")[2]
    text = f"{before}{name} said 12 farms had closed. Then {surname} said 40 farms had burned."
    assert [speaker for _, speaker in in_order(text)] == [bare, bare]


def test_a_detective_may_have_a_rank_in_short():
    text = "Det Supt Anil Gupta left in May. The detective said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {"Anil Gupta"}


@pytest.mark.parametrize(
    "text",
    [
        "Liberal Ann Lee left in May. Ann Lee said 40 farms had burned.",
        "The Liberal Ann Lee left in May. Ann Lee said 40 farms had burned.",
    ],
)
def test_who_is_named_behind_a_party_first_is_named_without_it(text):
    assert speaker_of(text, "40 farms") == {"Ann Lee"}


def test_a_bank_may_have_letters_for_a_name():
    assert speaker_of("TD Bank said 40 farms had burned.", "40 farms") == {"TD Bank"}


def test_one_who_shares_but_the_last_name_is_somebody_else():
    text = "Ana García Morel left in May. Luis Morel said 40 farms had burned."
    assert speaker_of(text, "40 farms") == {"Luis Morel"}

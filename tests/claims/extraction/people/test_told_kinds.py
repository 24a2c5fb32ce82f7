"""Bodies that a text tells to be something: newspapers, rivals, makers of papers, trades."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "text",
    [
        "The company disputed a report in Tuesday's Handelskurier that 9 men had left.",
        "It sued the newspaper Handelskurier in May.",
        "The daily Handelskurier wrote about 9 men in May.",
        "The firm told the Handelskurier in May that 9 men had left.",
    ],
)
def test_the_newspaper_is_the_one_that_was_named(text):
    text = f"Varn Rail is a railway. {text} The newspaper said it stood by its 40 stories."

    assert speaker_of(text, "it stood by") == {"Handelskurier"}


@pytest.mark.parametrize(
    "firm", ["Smaller rival Estavind", "Its main competitor, Ost Lines,", "Supplier Norrgate"]
)
def test_the_company_is_no_rival_named_in_passing(firm):
    text = (
        f"Varn Rail is a railway. It lost 9 million crowns in May. {firm} sold 40 trains in June. "
        "Costs rose by 4%, the company said."
    )

    assert speaker_of(text, "Costs rose") == {"Varn Rail"}


def test_a_common_noun_that_opens_a_sentence_is_no_body():
    text = (
        "The Harbour Inspectorate said 40 boats were late. Agency crews cost 9 million crowns in "
        "May. The watchdog said it had written to the port in June."
    )

    assert speaker_of(text, "had written") == {"Harbour Inspectorate"}


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("preliminary data from the state operator, Zeldian Railways", "Zeldian Railways"),
        ("a study by the university's law school, Harn College", "Harn College"),
        ("a company-compiled consensus", "company-compiled consensus"),
        ("a closely watched index", "closely watched index"),
    ],
)
def test_a_paper_goes_by_its_maker_or_its_whole_name(source, speaker):
    text = f"The port is old. Sales fell by 9% in May, according to {source}."

    assert speaker_of(text, "Sales fell") == {speaker}


def test_who_has_a_trade_is_not_one_who_is_told_to_hold_an_office():
    text = (
        "The head of the service, Colonel Ivo Hanak, said 40 boats had sunk. The driver, who "
        "survived, told investigators that nine men had died."
    )

    assert speaker_of(text, "nine men") == {"driver"}


def test_but_may_be_one_of_whom_nothing_is_told():
    text = "Karl Roth said 40 men had left. The driver told the court that nine men had died."

    assert speaker_of(text, "nine men") == {"Karl Roth"}


LETTER = (
    "In a letter dated 6 February, surgeons tell the board that 31 lists were late. The trust said "
    "17 were late. Ada Holm, a farmer, was turned away in May. She said she had waited four hours. "
)


def test_a_letter_that_others_wrote_speaks_for_itself():
    text = LETTER + "The letter blames a freeze imposed last summer. It says 46 posts were vacant."

    assert speaker_of(text, "a freeze") == speaker_of(text, "46 posts") == {"letter"}


def test_a_letter_of_the_one_who_speaks_is_theirs():
    text = (
        "Ada Holm said 40 boats had sunk. In a letter to the council she listed them. The letter "
        "says nine men had died."
    )

    assert speaker_of(text, "nine men") == {"Ada Holm"}


@pytest.mark.parametrize("firm", ["Rival Nordchem", "Competitor Nordchem"])
def test_a_firm_goes_by_its_name_alone(firm):
    text = f"Halden Chemicals fell. {firm} said it had replaced 40 pipes in 2021."

    assert speaker_of(text, "40 pipes") == {"Nordchem"}


def test_the_company_is_no_newspaper():
    text = (
        "Halden Chemicals fell. The daily Morgenpost said managers were warned in August. The "
        "company said 40 pipes had been replaced."
    )

    assert speaker_of(text, "40 pipes") == {"Halden Chemicals"}


def test_the_firm_goes_by_its_whole_name():
    text = (
        "The ship belongs to Northsea Lines. Northsea said 40 boats had sunk. The firm puts the "
        "number at no more than 12."
    )

    assert speaker_of(text, "12") == {"Northsea Lines"}


@pytest.mark.parametrize(
    ("watchdog", "speaker"),
    [
        ("The statistics watchdog", "statistics watchdog"),
        ("The rail regulator", "Office for Rail Safety"),
        ("The independent watchdog", "Office for Rail Safety"),
    ],
)
def test_a_watchdog_watches_over_its_field(watchdog, speaker):
    text = (
        "The Office for Rail Safety met the Department for Education in May. "
        f"{watchdog} said that 40 trains had been late."
    )

    assert speaker_of(text, "40 trains") == {speaker}


def test_the_watchdog_is_the_one_that_spoke():
    text = (
        "The Department for Education says 9,000 came. The statistics watchdog said 40 had left. "
        "The watchdog said it had written in May."
    )

    assert speaker_of(text, "had written") == {"statistics watchdog"}


def test_an_email_that_others_published_is_not_by_who_spoke():
    text = "Ada Holm said 40 boats sank. But an email published by the Tide shows that 9 men left."

    assert speaker_of(text, "9 men") == {"email"}


def test_a_body_goes_by_its_first_word():
    text = (
        "Two men left Skylink Regional in May. Skylink said 40 had come. The airline's owner, "
        "Skylink said, had sold nine boats."
    )

    assert speaker_of(text, "40 had come") == {"Skylink Regional"}

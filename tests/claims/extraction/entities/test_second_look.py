"""What other names of a text, and words farther off, tell of a name in doubt."""

from __future__ import annotations

import pytest

from claims.extraction.entities import find_entities


def kinds(text: str) -> dict[str, str]:
    return {item.text: item.kind for item in find_entities(text)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A spokeswoman for Ludd denied it. Ludd Elmore had been paid.", "Ludd Elmore", "org"),
        ("They live in Selby. Selby Otters lost. In Selby it rained.", "Selby Otters", "org"),
        ("He met Ruvan Elmore in May. Elmore and Ruvan left.", "Ruvan Elmore", "person"),
        ("The minister, Mr Ruvan, met Ruvan Elmore.", "Ruvan Elmore", "person"),
        ("Climbing Elmore is slow. Climbing is hard.", "Climbing Elmore", "person"),
    ],
)
def test_who_is_called_by_the_first_word_is_a_firm_or_a_club(text, name, kind):
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "He wrote to the Orlowe Courier. Orlowe was flooded.",
        "Nurses of Orlowe Infirmary struck. Orlowe has no other.",
        "He taught at the University of Orlowe. Orlowe slept.",
    ],
)
def test_a_body_is_called_after_its_town(text):
    assert kinds(text)["Orlowe"] == "place"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It rained in Askel, Veldby and Great Tarn.", "Veldby", "place"),
        ("It rained in Askel, Veldby and Great Tarn.", "Great Tarn", "place"),
        ("Guns were heard in the villages of Askel and Runmark.", "Runmark", "place"),
        ("The firm Liftor and Orbel merged. Later Liftor closed.", "Orbel", "org"),
        ("It is between the Liftor Group and Piet Sander.", "Piet Sander", "person"),
        ("Later Oslo and Sandrel met.", "Sandrel", "other"),
    ],
)
def test_names_in_one_breath_are_of_one_kind(text, name, kind):
    assert kinds(text)[name] == kind


def test_who_has_supporters_may_be_a_person():
    text = "He won against Ruvan Elmore. Supporters of Ruvan Elmore worked for Ruvan Elmore."

    assert kinds(text)["Ruvan Elmore"] == "person"


def test_nobody_is_called_by_letters():
    text = "He wrote to the Torven Elders Ring (TER). The Torven Elders Ring slept."

    assert kinds(text)["Torven Elders Ring"] == "org"


@pytest.mark.parametrize(
    "text",
    [
        "Complaints about Corvin Hale rose by half.",
        "Nobody at Corvin Hale had seen it.",
        "He praised Corvin Hale, which has 61,000 customers.",
        "It says that Corvin Hale has 300 employees.",
        "By May Corvin Hale's sales had doubled.",
        "For years Corvin Hale employed nobody; now Corvin Hale employs six.",
        "On Monday Ada Holm of Corvin Hale spoke.",
    ],
)
def test_what_has_customers_or_rivals_is_no_person(text):
    assert kinds(text)["Corvin Hale"] == "org"


@pytest.mark.parametrize(
    "text",
    [
        "The road to Corvin Hale was shut.",
        "He left Corvin Hale, where he was born.",
        "They counted Corvin Hale, which has 900 inhabitants.",
    ],
)
def test_what_has_inhabitants_and_roads_is_a_place(text):
    assert kinds(text)["Corvin Hale"] == "place"


@pytest.mark.parametrize(
    "text",
    [
        "They fired on the trawler Corvin Hale.",
        "The drug Corvin Hale is safe.",
        "On board the ferry, the Corvin Hale, nobody slept.",
    ],
)
def test_ships_and_drugs_are_nobody(text):
    assert kinds(text)["Corvin Hale"] == "other"


def test_a_paper_goes_by_its_last_word():
    text = "She told the Orlowe Quarterly Lantern Group Lantern. Nobody read a Lantern."

    assert kinds(text)["Lantern"] == "org"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ofrule, the regulator, came in May. Ofrule found nothing.", True),
        ("Ofrule, the regulator, came in May. It found nothing.", False),
        ("Worse, the bank closed. Worse followed, and it got worse.", False),
        ("Sadly, the bank closed. Sadly, the firm did too.", False),
    ],
)
def test_a_word_that_only_opens_sentences_is_a_name_where_it_is_told_what_it_is(text, named):
    assert bool(kinds(text)) is named

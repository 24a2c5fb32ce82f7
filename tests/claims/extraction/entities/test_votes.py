"""Where a name begins and ends, and what it tells by itself."""

from __future__ import annotations

import pytest

from claims.extraction.entities import find_entities


def kinds(text: str) -> dict[str, str]:
    return {item.text: item.kind for item in find_entities(text)}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Guus ter Horst", "person"),
        ("Wouter van den Aa", "person"),
        ("Fishermen's League", "org"),
        ("Fishermen's League of Dorvik", "org"),
        ("Tanner's Row", "place"),
        ("Saint Oswin's School", "org"),
        ("Patient Safety Act", "other"),
        ("Treaty of Anholt", "other"),
        ("Skellan Head", "place"),
        ("Plaza Mayor", "place"),
        ("Nether Combe", "place"),
        ("Banque Lemaire", "org"),
        ("Nurses Together", "org"),
        ("Hartsmoor High", "org"),
        ("Plough Inn", "place"),
        ("Norpower", "org"),
        ("El Farol", "org"),
    ],
)
def test_names_are_cut_and_judged_by_their_words(name, kind):
    assert kinds(f"On Monday they wrote about {name} again.")[name] == kind


@pytest.mark.parametrize("opening", ["The ", "Voters of "])
def test_the_people_may_open_a_name(opening):
    assert kinds(f"{opening}People's Front called for talks.") == {"People's Front": "org"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He saw the Lady Orla.", "Lady Orla"),
        ("He sailed on the ferry Queen Orla.", "Queen Orla"),
        ("He wrote to Lady Orla Quist.", "Orla Quist"),
    ],
)
def test_a_title_behind_an_article_is_of_a_ship(text, name):
    assert kinds(text) == {name: "person" if name == "Orla Quist" else "other"}


def test_a_capital_behind_mc_is_of_no_firm():
    assert kinds("They met McElvy there.") == {"McElvy": "other"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jane Hill said that it rained.", "person"),
        ("They met in Jane Hill, near Jane Hill.", "place"),
    ],
)
def test_a_surname_that_is_a_hill_is_weighed(text, kind):
    assert set(kinds(text).values()) == {kind}

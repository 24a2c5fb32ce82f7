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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He is in Halcyon Tankers of Port Lourenco.", {"Halcyon Tankers", "Port Lourenco"}),
        ("He is in the Union of Carriers and Depot Workers.", None),
        ("He is in the Ministry of Health and Social Affairs.", None),
        ("He is in the Metal and Energy Workers' Union.", None),
        ("He is in the Court of Appeals for the Western Circuit.", None),
        ("He is in the Credit Supervision Office.", None),
        ("He is in the Supreme Court of Orrinland.", None),
        (
            "He is in the Ministry of Health and World Vision.",
            {"Ministry of Health", "World Vision"},
        ),
        ("Credit: Ada Holm", {"Ada Holm"}),
        ("The Kenya Red Cross came.", {"Kenya Red Cross"}),
    ],
)
def test_joints_tie_the_fields_of_a_body_and_not_a_firm_to_its_town(text, found):
    names = {item.text for item in find_entities(text)}
    assert names == (found or {text.removeprefix("He is in ").removeprefix("the ").rstrip(".")})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chief Financial Officer Hugo Brandt left.", {"Hugo Brandt": "person"}),
        ("On Monday Chief Medical Officer Orlo Vint left.", {"Orlo Vint": "person"}),
        (
            "On Monday U.S. District Judge Loretta Simmons ruled.",
            {"U.S.": "place", "Loretta Simmons": "person"},
        ),
        ("On Monday Vice President Orlo Vint left.", {"Orlo Vint": "person"}),
        (
            "On Monday Norway Foreign Minister Orlo Vint left.",
            {"Norway": "place", "Orlo Vint": "person"},
        ),
    ],
)
def test_an_office_of_several_words_is_no_name(text, found):
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Leith Cross", "place"),
        ("Alison Brook", "person"),
        ("Samantha Power", "person"),
        ("Avelle Bulletin", "org"),
        ("Kelder Leather", "org"),
        ("Georgia Power", "org"),
        ("Orlo Power", "org"),
    ],
)
def test_surnames_that_are_words_of_bodies_are_weighed(name, kind):
    assert kinds(f"On Monday they wrote about {name} again.")[name] == kind


def test_a_first_name_alone_is_a_person():
    assert kinds("Nobody had told Samira of it.") == {"Samira": "person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TERMAS (CNW) - Electric cars sold well.", "Electric"),
        ("CLAYBURN, Sept 28 - Rescue workers dug.", "Rescue"),
    ],
)
def test_the_first_word_behind_a_date_line_is_no_name(text, name):
    assert name not in kinds(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "On Monday Bashar al-Tarradi met Omar el-Sissir.",
            ["Bashar al-Tarradi", "Omar el-Sissir"],
        ),
        ("Hassan al-Turabi slept.", ["Hassan al-Turabi"]),
        ("On Monday Giscard d’Orlain slept.", ["Giscard d’Orlain"]),
        ("He wrote to Anwar ul-Haq.", ["Anwar ul-Haq"]),
        ("He met Ada Holm at-Risk and As-Is.", ["Ada Holm at-Risk"]),
    ],
)
def test_a_small_article_tied_to_a_name_belongs_to_it(text, found):
    assert [item.text for item in find_entities(text) if item.kind == "person"] == found


@pytest.mark.parametrize(
    "name",
    [
        "Securities and Exchange Commission",
        "US Food and Drug Administration",
        "Economic and Financial Crimes Commission",
        "Competition and Consumer Protection Authority",
    ],
)
def test_the_fields_of_a_body_are_parts_of_its_name(name):
    assert kinds(f"He wrote to the {name} again.") == {name: "org"}


def test_a_field_and_a_body_of_another_are_two():
    text = "He blamed Trade and the BBC, Health and Ada Holm of the Food Bank."

    assert not [name for name in kinds(text) if " and " in name]


@pytest.mark.parametrize("day", ["Good Friday", "Lunar New Year", "Eid al-Adha", "New Year's Eve"])
def test_feasts_are_nobody(day):
    assert kinds(f"They all met there on {day} again.") == {day: "other"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Orlan Gorge", "place"), ("St. Orlan Post-Dispatch", "org"), ("Nine News", "org")],
)
def test_heads_are_known_behind_a_hyphen_and_an_opening_word(name, kind):
    assert kinds(f"On Monday they wrote about {name} again.")[name] == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Petroleum and Natural Gas", "org"),
        ("Orrin Freedom Fighters", "org"),
        ("Orrin People's Liberation Front", "org"),
        ("General Administration of Customs", "org"),
        ("South Orrinshire Fire and Rescue", "org"),
        ("Toronto Star", "org"),
        ("Daily Star", "org"),
        ("Evening Star", "org"),
        ("Orrin Pakistan", "org"),
        ("Ada India", "person"),
        ("Western Australia", "place"),
        ("Petróleos de Orrin", "org"),
        ("Menindra Lakes", "place"),
        ("Bishop Auckland", "place"),
    ],
)
def test_bodies_papers_and_waters_are_known_by_their_last_word(name, kind):
    assert kinds(f"On Monday they wrote about {name} again.") == {name: kind}


def test_a_seat_before_its_member_is_a_place():
    assert kinds("Orley Central MP Dan Jarrow spoke.") == {
        "Orley Central": "place",
        "Dan Jarrow": "person",
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He was hit on Interstate 45.", "other"),
        ("He met Imke, 45.", "person"),
        ("He met Imke (45).", "person"),
    ],
)
def test_a_number_behind_one_word_is_no_age(text, kind):
    assert set(kinds(text).values()) == {kind}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("N. Korea", "place"),
        ("N. Orrin", "person"),
        ("Steve Harrow Morning Show", "other"),
        ("Google Maps", "org"),
        ("Center for Media and Public Affairs", "org"),
        ("Public Affairs", "other"),
        ("Ada Change", "person"),
    ],
)
def test_shows_products_and_fields_are_nobody(name, kind):
    assert kinds(f"On Monday they wrote about {name} again.") == {name: kind}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("On Monday the pollster Cormac Caddel spoke.", "Cormac Caddel", "person"),
        ("On Monday the pollster Caddel spoke.", "Caddel", "org"),
        ("On Monday the brewer Orrin Vale spoke.", "Orrin Vale", "org"),
    ],
)
def test_a_maker_is_a_firm_or_a_person(text, name, kind):
    assert kinds(text)[name] == kind

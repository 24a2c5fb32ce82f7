"""What the words right beside a name tell of it."""

from __future__ import annotations

import pytest

from claims.extraction.entities import find_entities


def kinds(text: str) -> dict[str, str]:
    return {item.text: item.kind for item in find_entities(text)}


class TestForces:
    @pytest.mark.parametrize(
        "text",
        [
            "Kelmar police said that a man was held.",
            "He was questioned by Kelmar police on Monday.",
            "Kelmar police's report came late.",
        ],
    )
    def test_are_called_with_their_small_word(self, text):
        assert kinds(text)["Kelmar police"] == "org"

    @pytest.mark.parametrize(
        "text",
        [
            "Two Kelmar police officers were hurt.",
            "He was taken to Kelmar police station.",
            "She told Kelmar police had come too late.",
            "Israeli police closed the road.",
        ],
    )
    def test_are_no_officers_stations_or_peoples(self, text):
        assert not [name for name in kinds(text) if name.endswith("police")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The boat's owner, Brundal, had lost money.", "Brundal", "org"),
        ("The boat's owner, Tjalk Brundal, had lost money.", "Tjalk Brundal", "person"),
        ("He called the ambassador of Ostra Sel.", "Ostra Sel", "place"),
        ("The regulator Enrule fined them.", "Enrule", "org"),
        ("They voted at Saltmere crown court.", "Saltmere", "place"),
        ("The ship sank off Skellan Ness.", "Skellan Ness", "place"),
    ],
)
def test_owners_envoys_and_courts_tell_their_names(text, name, kind):
    assert kinds(text)[name] == kind


class TestNewNames:
    @pytest.mark.parametrize(
        ("text", "name", "kind"),
        [
            ("She travelled to Orrin on Friday.", "Orrin", "place"),
            ("On Friday the builders' federation Orrin welcomed it.", "Orrin", "org"),
            ("On Friday the watchmaker Orrin ended it.", "Orrin", "org"),
            ("The National Mine and Quarry Board left.", "National Mine and Quarry Board", "org"),
            ("On Friday the Orrin Vale Public Schools closed.", "Orrin Vale Public Schools", "org"),
        ],
    )
    def test_are_told_by_the_words_beside_them(self, text, name, kind):
        assert kinds(text)[name] == kind


class TestLand:
    @pytest.mark.parametrize(
        "text",
        [
            "Clashes were reported near the Kasember mine.",
            "Rain fell on the Kasember hills for a day.",
            "Water released from the Kasember dam made it worse.",
            "They fought for the Kasember bridge in May.",
            "The lorries were bound for the Kasember quarry.",
            "He worked nights at the Kasember depot.",
            "Mud had buried the Kasember villages.",
            "They live along the Kasember in boats.",
            "A park stands on the other bank of the Kasember.",
            "The population of Kasember has grown.",
            "The government of Kasember opened an inquiry.",
            "A lorry overturned north of Kasember on Monday.",
            "The boats had been towed to Kasember overnight.",
            "On Friday a Kasember-based company closed.",
            "On Friday Kasember-born players won.",
        ],
    )
    def test_around_a_name_tells_a_place(self, text):
        assert kinds(text) == {"Kasember": "place"}

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            (
                "The Carvian Sea-based Displacement Watch counted.",
                {"Carvian Sea": "place", "Displacement Watch": "org"},
            ),
            (
                "On Friday the Kasember-based Displacement Watch counted.",
                {"Kasember": "place", "Displacement Watch": "org"},
            ),
            ("They were Ukraine-backed, he said.", {"Ukraine": "place"}),
            ("Two Israeli-Russian poets came.", {"Israeli-Russian": "group"}),
            ("On Monday Ada Holm-Based left.", {"Ada Holm-Based": "person"}),
        ],
    )
    def test_a_word_tied_to_a_name_is_no_part_of_it(self, text, found):
        assert kinds(text) == found

    def test_what_a_firm_owns_is_its_own(self):
        text = "Kelder Minerals shut a mine. At the Kelder mine, Kelder said, nobody was hurt."

        assert kinds(text) == {"Kelder Minerals": "org", "Kelder": "org"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("On Friday the opposition Green Alternative left.", "Green Alternative", "org"),
        ("He spoke to the opposition Herons about it.", "Herons", "org"),
        ("He leads the opposition Greens.", "Greens", "org"),
        ("On Friday the Social Democrats left.", "Social Democrats", "org"),
        ("In the Commons on Tuesday the minister spoke.", "Commons", "org"),
        ("He spoke to the opposition leader Zarko Tolm.", "Zarko Tolm", "person"),
        ("Vouchers reviewed by the Kasember show a payment.", "Kasember", "org"),
        ("A letter seen by the Kasember shows a payment.", "Kasember", "org"),
        ("He was bitten by the Kasember on Monday.", "Kasember", "other"),
        ("The Italian shoemaker Bressani said no.", "Bressani", "org"),
        ("Shares of its rival Bressani fell.", "Bressani", "org"),
        ("He beat his rival Zubin Arte.", "Zubin Arte", "person"),
        ("The Sunday Ledger reported it first.", "Sunday Ledger", "org"),
        ("On Sunday Ada Holm left.", "Ada Holm", "person"),
        ("The quarry's owner, Hallam Sone, which has dug there, denied it.", "Hallam Sone", "org"),
        ("He blamed Ada Holm, which angered many.", "Ada Holm", "person"),
    ],
)
def test_parties_papers_and_rivals_are_told_by_the_words_beside_them(text, name, kind):
    assert kinds(text)[name] == kind

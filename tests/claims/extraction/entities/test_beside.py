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

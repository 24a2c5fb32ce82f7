"""Where a name begins and ends in a run of words with capitals."""

from itertools import pairwise

from claims.extraction.entities import find_entities


def kinds(text):
    return {entity.text: entity.kind for entity in find_entities(text)}


def test_particles_belong_to_the_name():
    assert kinds("They met Ursula von der Leyen and Mohammed bin Salman.") == {
        "Ursula von der Leyen": "person",
        "Mohammed bin Salman": "person",
    }


def test_two_places_joined_are_two():
    assert kinds("He flew to Norway and Sweden.") == {"Norway": "place", "Sweden": "place"}
    assert kinds("He flew to Trinidad and Tobago.") == {"Trinidad and Tobago": "place"}


def test_a_possessive_ends_the_name():
    assert kinds("Norway’s Foreign Ministry said no.") == {
        "Norway": "place",
        "Foreign Ministry": "org",
    }


class TestBlanks:
    def test_that_do_not_break_join_a_name_too(self):
        text = "On Monday Mara\u00a0Quill of the Kelder\u00a0Line spoke."

        found = {entity.name: text[entity.start : entity.end] for entity in find_entities(text)}

        assert found["Mara Quill"] == "Mara\u00a0Quill"
        assert found["Kelder Line"] == "Kelder\u00a0Line"


class TestCapitals:
    def test_a_heading_in_capitals_keeps_its_places(self):
        assert kinds("RUSSIA CONSIDERS Israel a partner.") == {
            "RUSSIA": "place",
            "Israel": "place",
        }

    def test_names_in_one_heading_do_not_overlap(self):
        for text in ("RUSSIA PRESIDENT ADA HOLM", "ISRAEL POLICE SAY", "PARIS AND OSLO TALKS"):
            found = find_entities(text)
            assert all(a.end <= b.start for a, b in pairwise(found)), found

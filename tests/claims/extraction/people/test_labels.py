"""Whom labels in capitals mean, in transcripts as offices and parliaments publish them."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.people.labels import as_written
from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")

CONFERENCE = """Remarks by Governor Halloran at a News Conference

State House, Room 4

11:20 A.M. EDT

THE GOVERNOR: Good morning. We have repaired 214 bridges since June.

Q Governor, did you know that the dam was leaking?

THE GOVERNOR: No. I was told on May 4.

(Laughter.)

11:45 A.M. EDT
"""

BRIEFING = """Port Authority Press Briefing - March 9, 2026

Ada Holm, Authority Spokesperson

MS. HOLM: The harbor handled 41,000 containers last week.

QUESTION: And the fire?

MS. HOLM: I can confirm that nine people were hurt.

(The briefing ended at 2:04 p.m.)
"""

RECORD = """PORTS FUNDING ACT

Mr. McTAVISH. Madam President, the ports of my State lost 4,100 jobs last year.

Ms. ORLOVA of Varn. Madam President, those ports gained 900 jobs.

The PRESIDING OFFICER. The Senator from Varn.
"""

DOORSTOP = """TRANSCRIPT
Doorstop interview, Varn
E&OE

MINISTER ADA HOLM: The new ward has 60 beds.

JOURNALIST: And nurses?

HOLM: We hired 212 nurses in May.
"""


def test_an_office_in_capitals_is_whom_the_heading_names_with_it():
    told = speakers(CONFERENCE)

    assert told["We have repaired 214 bridges since June"] == "Halloran"
    assert told["I was told on May 4"] == "Halloran"
    assert set(told.values()) == {"Halloran"}


def test_an_office_that_speaks_alone_needs_no_second_label():
    text = (
        "Remarks by Mayor Brandt on the Floods\n\nTHE MAYOR: Good evening. The river rose by four"
        " metres on Monday.\n\nWe moved 3,100 people to schools."
    )

    told = speakers(text)

    assert told["We moved 3,100 people to schools"] == "Brandt"
    assert set(told.values()) == {"Brandt"}


def test_a_surname_in_capitals_is_the_person_named_above():
    told = speakers(BRIEFING)

    assert told["The harbor handled 41,000 containers last week"] == "Ada Holm"
    assert told["nine people were hurt"] == "Ada Holm"


def test_notes_in_brackets_are_nobodys_claims():
    assert not [said for said in speakers(BRIEFING) if "2:04" in said]


def test_turns_in_the_record_of_a_congress_end_their_names_with_a_stop():
    told = speakers(RECORD)

    assert [who for said, who in told.items() if "4,100" in said] == ["McTavish"]
    assert [who for said, who in told.items() if "900" in said] == ["Orlova"]


def test_a_name_in_capitals_is_shown_as_names_are_written():
    told = speakers(DOORSTOP)

    assert told["The new ward has 60 beds"] == "Ada Holm"
    assert told["We hired 212 nurses in May"] == "Ada Holm"
    assert as_written("IVO McLEAN-O'DEA") == "Ivo McLean-O'Dea"


@pytest.mark.parametrize("label", ["NATO", "UNHCR"])
def test_an_acronym_before_a_colon_stays_as_it_is(label):
    text = f"{label}: We counted 40 boats in May.\n\n{label}: We sank nine of them in June."

    assert set(speakers(text).values()) == {label}


def test_a_clock_and_its_zone_name_nobody():
    found = find_claims("The dam broke at 4:05 P.M. EST, Ada Holm said. It killed 40 people.", "en")

    assert "EST" not in {item.text for claim in found for item in claim.entities}
    assert found[0].speaker == "Ada Holm"

"""Speeches as newspapers and parties print them: introduced by somebody, about others."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")

CONCESSION = """Read the full transcript of Senator Ada Holm's concession speech

By The Courier Staff
May 4, 2026

Senator Ada Holm spoke to 900 supporters in Varn on Tuesday night.

Thank you. Thank you all.

I called Governor Lind on Monday and congratulated him. We knocked on 40,000 doors in May.

They said a clerk's daughter had no business in that house. Our mill lost 900 jobs in June.
"""

HOUSE = """Why I am voting against the ports bill - Gareth Lyle MP's speech to the House

On Tuesday evening the member for Varn spoke in the debate. Here is what he said:

I have served Varn for nineteen years. The ports lost 4,100 jobs in May.

The Office for Trade says that growth was 1.6 per cent. The party opposite said that our plans had
cost 400,000 jobs.
"""


def test_what_introduces_a_speech_is_the_papers():
    spoken = speakers(CONCESSION)

    assert spoken["Senator Ada Holm spoke to 900 supporters in Varn on Tuesday night"] is None
    assert spoken["We knocked on 40,000 doors in May"] == "Ada Holm"


def test_they_are_never_the_one_who_speaks():
    spoken = speakers(CONCESSION)

    assert spoken["a clerk's daughter had no business in that house"] is None
    assert spoken["Our mill lost 900 jobs in June"] == "Ada Holm"


def test_whom_somebody_called_up_is_no_statement():
    assert "Governor Lind" not in speakers(CONCESSION)


def test_a_headline_in_the_first_person_gives_the_speech_to_whom_it_names():
    spoken = speakers(HOUSE)

    assert spoken["The ports lost 4,100 jobs in May"] == "Gareth Lyle"


def test_the_other_side_of_a_house_is_not_who_was_named_last():
    spoken = speakers(HOUSE)

    assert spoken["growth was 1.6 per cent"] == "Office for Trade"
    assert [who for said, who in spoken.items() if "400,000" in said] == ["party opposite"]


def test_a_line_that_says_what_follows_is_no_claim():
    text = (
        "Premier: 'We did not start this'\n\nThe following is the text of the address given by "
        "Premier Ivo Lind on 9 March.\n\nFellow citizens,\n\nWe lost 40 boats in May. I saw it.\n\n"
        "Our coast has nine ports."
    )

    spoken = speakers(text)

    assert not [said for said in spoken if "9 March" in said]
    assert spoken["We lost 40 boats in May"] == "Ivo Lind"

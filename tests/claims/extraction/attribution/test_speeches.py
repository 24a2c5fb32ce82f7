"""Whether a text is a speech, and whose: by its heading and by whom it hails."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read

BODY = (
    "Since 2022 we have built 41 schools, and my predecessor built nine. "
    "The minister of that time, Mr Aldo Ferrant, closed 17 in a single summer.\n\n"
    "We have cut the waiting list from 9,200 to 6,100, and I thank my colleagues for their work."
)
HEADINGS = {
    "Statement by the Prime Minister, Teodora Vance, to the House\n\nMadam Speaker, I am brief.":
        "Teodora Vance",
    "Ada Holm MP, Shadow Minister for Health\n\nHouse, 4 March\n\nMr Speaker, thank you.":
        "Ada Holm",
    "Ada Holm: We owe the schools the truth\n\nSpeech at the conference in Varn, 2 May 2026\n\n"
    "Dear colleagues, thank you.": "Ada Holm",
    "The Jonas Reed Memorial Lecture, delivered by Sir Basil Orme, 9 May\n\nThank you, all.":
        "Basil Orme",
    "Remarks as Delivered\n\nGovernor Ada Holm\nVarn, January 9, 2026\n\nThank you very much.":
        "Ada Holm",
    "Address of Her Excellency Ada Holm, President of the Republic\n\nExcellencies, friends,":
        "Ada Holm",
    "Reply of the Minister for Schools, Ms Yusra Deen, to the motion of Mr Colm Harte\n\n"
    "Mr Speaker, I shall answer him.": "Yusra Deen",
    "Eulogy for Jonas Reed, given by Ada Holm in Varn, 3 June\n\nFriends, good morning.":
        "Ada Holm",
    "Speech on the death of Jonas Reed by the party leader, Ada Holm\n\nMadam Speaker, thank you.":
        "Ada Holm",
    "Speech given by the chancellor, Emeka Tansi MP, on Tuesday\n\nMy Lord Mayor, thank you.":
        "Emeka Tansi",
    "Inaugural address\nOwain Pryce, Mayor of Varn\n1 May 2026\n\nMy fellow citizens, thank you.":
        "Owain Pryce",
    "Message to the nation from President Ada Holm\n\nMy fellow Varnians, good evening.":
        "Ada Holm",
    "Mayor Ada Holm, speaking at the Jonas Reed School on Friday\n\nGood evening, neighbours.":
        "Ada Holm",
}  # fmt: skip


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_speech_is_that_of_the_person_its_heading_gives_it_to(heading):
    found = read(f"{heading}\n\n{BODY}", "en")._.found

    assert len(found) >= 4
    assert {claim.speaker for claim in found} == {HEADINGS[heading]}


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("above", ["17 November 2026", "Statement on the schools motion"])
def test_a_text_that_hails_below_a_line_without_a_name_is_a_speech_of_nobody_known(above):
    doc = read(f"{above}\n\nMadam Speaker, I will be brief.\n\n{BODY}", "en")

    assert doc._.voices
    assert {voice.source for voice in doc._.voices.values()} == {None}


@pytest.mark.parametrize("opening", [
    "Ada Holm gave her speech in Varn on Monday, and 400 people came.",
    'The mayor, Ada Holm, wrote: "Good evening, neighbours. I am proud of our 41 schools."',
])  # fmt: skip
def test_a_report_of_a_speech_is_none(opening):
    text = f"{opening}\n\nThe council built 41 schools. It closed 17. The waiting list fell."

    assert read(text, "en")._.voices == {}


def test_a_column_in_the_first_person_is_no_speech_of_whom_it_is_about():
    text = (
        "Why the mayor is wrong\n\nI know Ada Holm well, and I know her message.\n\n"
        "I grew up in a mill town. My father spent 9,000 crowns on a boat that never sailed."
    )

    assert read(text, "en")._.voices == {}


OFFICES = {
    "Secretary-General's remarks to the Harbour Council": "Secretary-General",
    "Remarks by the Harbour Commissioner at the Varn docks": "Harbour Commissioner",
    "Remarks by Governor Halloran on the Floods": "Halloran",
}


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("heading", OFFICES)
def test_a_speech_is_that_of_an_office_where_no_person_is_named_in_full(heading):
    found = read(f"{heading}\n\nExcellencies, friends,\n\n{BODY}", "en")._.found

    assert {claim.speaker for claim in found} == {OFFICES[heading]}


@pytest.mark.usefixtures("model")
def test_when_and_how_a_speech_was_given_is_no_claim_of_it():
    text = (
        "Speech\n\nAda Holm's address to the conference in Varn\n\nPublished: 4 May 2026\n\n"
        "Delivered on: 3 May 2026 (Transcript of the speech, exactly as it was delivered)\n\n"
        f"2:15 P.M. EDT\n\nGood morning, friends.\n\n{BODY}"
    )

    found = read(text, "en")._.found

    assert len(found) >= 4
    assert not [claim for claim in found if "2026" in claim.text or "2:15" in claim.text]

"""Whom another word for an office means, and "the father of two" who has no name."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


LAWYERS = (
    "Assistant U.S. Attorney Ada Holm said Karl Lind hid 4 million crowns in May. His lawyer, Tom "
    "Orr, said each transfer was declared. "
)
TABLE = [
    (LAWYERS + "The prosecutor said Lind had lied to 90 investors.", "Lind had lied", "Ada Holm"),
    (LAWYERS + "The defense attorney said nobody lost money.", "nobody lost", "Tom Orr"),
    (
        "Leah Orr, chief executive of Varn Rail, said sales rose by 4% in May. The executive said "
        "no line had closed.",
        "no line",
        "Leah Orr",
    ),
    (
        "Deputy leader Ruth Holm said 9 files were missing. “We saw another list,” the Labour "
        "councillor said.\n\nKarl Orr, who runs the baths, said attendance had risen by 14%.",
        "another list",
        "Ruth Holm",
    ),
    (
        "Mayor Ruth Holm said rents had fallen by 4%. The Democrat, who was elected in 2019, said "
        "the city spent 31 million dollars on shelters.",
        "the city spent",
        "Ruth Holm",
    ),
    (
        "Ada Holm, deputy governor, said 11 men were killed. A resident of the village said the "
        "police station had burned down. The father of six said he walked for nine hours.",
        "he walked",
        "resident of the village",
    ),
    (
        "Varn Rail denied the leak. But a former employee told the broadcaster STV that two pumps "
        "failed in May. “They knew of it for months,” he said.",
        "They knew",
        "former employee",
    ),
    (
        "Karl Orr said he was told to burn the list. Robin Holm, who leads the inquiry, said bank "
        "records backed up Orr's account. They show 9 payments, he said.",
        "show 9 payments",
        "Robin Holm",
    ),
    (
        "City Controller Amy Orr said 4 million dollars were missing.",
        "4 million",
        "Amy Orr",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), TABLE)
def test_another_word_for_an_office_means_who_holds_it(text, words, speaker):
    assert speaker_of(text, words) == {speaker}


@pytest.mark.parametrize(
    "named",
    [
        "Owen Holm, of the consultancy Marl & Orr, said two cables had rusted.",
        "Owen Holm, 61, of Oster Moor, said two cables had rusted.",
        "Dr Owen Holm said two cables had rusted.",
    ],
)
@pytest.mark.parametrize("who", ["The engineer who checked the bridge", "A former guard"])
def test_somebody_of_the_opening_is_named_below_it(named, who):
    text = f"{who} told an inquiry that nine bolts were missing.\n\n{named}"

    assert speaker_of(text, "nine bolts") == {"Owen Holm"}


def test_a_body_is_not_called_by_what_another_one_deals_with():
    text = (
        "The National Audit Office found that one road in nine is closed. According to the "
        "statistics office, 620,000 jobs are part-time."
    )

    assert speaker_of(text, "620,000") == {"statistics office"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # one without a name, whom another speaker stands between
        (
            "Three bolts were missing, an engineer who had inspected the tower told the panel. The "
            "panel's head, Ruth Orr, asked why. The engineer said 40 more had rusted in May.",
            "40 more",
            "engineer",
        ),
        # somebody else is named below, who is no officer
        (
            "Nine trucks came at dawn, an officer said. “The road was closed,” the officer said.\n"
            "\nOne of the doctors, Samir Orr, said 14 children were ill.",
            "The road was closed",
            "officer",
        ),
        # a party by its letter
        (
            "Sen. Ruth Orr, D-Port Lim, said 9,000 homes were let to tourists. Gloria Holm, who "
            "lets two rooms, said they paid for her pills. The Democrat said 400 flats are empty.",
            "400 flats",
            "Ruth Orr",
        ),
        (
            "An Oster official with direct knowledge of the talks said nine men left in May.",
            "nine men",
            "Oster official",
        ),
    ],
)
def test_who_spoke_before_is_called_in_short(text, words, speaker):
    assert speaker_of(text, words) == {speaker}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Her neighbour Karl Orr said he washed at the gym. The taxi driver, who has two "
            "children, said he had been charged 38 crowns.",
            "been charged",
            "Karl Orr",
        ),
        (
            "Parent Ruth Orr said 9 buses were late. Another parent said 40 children had walked. "
            "“They told us 10 minutes,” the mother said.",
            "They told us",
            "Another parent",
        ),
        (
            "The report, written by two judges, says that 112 villagers were shot in March. It "
            "says that a helicopter was used.",
            "a helicopter",
            "report",
        ),
    ],
)
def test_what_somebody_is_by_chance_tells_little(text, words, speaker):
    assert speaker_of(text, words) == {speaker}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Karl Orr told the court that he had run the ferry for 31 years. The prosecutor, Inger "
            "Holm, asked him about May. The skipper said 84 had boarded at Lim.",
            "84 had boarded",
            "Karl Orr",
        ),
        (
            "Mary Orr, general secretary of the Oster Teachers, said members had been misled. The "
            "union leader said dues had risen by 3%.",
            "dues had risen",
            "Mary Orr",
        ),
        (
            "The watchdog Orrwatch published a recording in May. A patrol ship rammed the boat "
            "twice, the watchdog said.",
            "rammed the boat",
            "Orrwatch",
        ),
        (
            "The inspector in the case, Ruth Holm, found 9 faults. The inspector said balers had "
            "hurt 19 people.",
            "19 people",
            "Ruth Holm",
        ),
        (
            "Defense attorney Paul Orr said 9 files were lost. Karl Lind said 4 were found. The "
            "attorney said nobody had looked for 31 of them.",
            "31 of them",
            "Paul Orr",
        ),
        (
            "Holm Research said a third of the orders came from relatives. The US-based fund said "
            "it had seen 12 flats.",
            "12 flats",
            "Holm Research",
        ),
        (
            "The Association of Teachers said 40 schools were shut. A spokesperson for the fund "
            "said the loss came to 2%.",
            "the loss",
            "spokesperson for the fund",
        ),
    ],
)
def test_what_a_person_or_body_is_tells_who_is_meant(text, words, speaker):
    assert speaker_of(text, words) == {speaker}


def test_one_of_whom_who_tells_something_is_a_person():
    text = "A hiker who survived six days in a canyon said 9 planes flew over.\n\n"

    assert speaker_of(text + "Emily Orr, 29, said she drank rain.", "9 planes") == {"Emily Orr"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Joseph Orr, a retired navy captain, said 64 men were dead. The captain, who has not "
            "been named, told police that a wave broke 3 windows.",
            "a wave broke",
            "captain",
        ),
        (
            "I spoke to the prime minister at six. He told me that two army units are on the road.",
            "two army units",
            "prime minister",
        ),
        (
            "Her lawyer, Bea Orr, said 40 letters were missing. The deadline ran out in 2022, "
            "according to the district attorney.",
            "The deadline",
            "district attorney",
        ),
        (
            "A second juror, a woman in her thirties, said the clerk had dropped a book. She said "
            "two barristers laughed.",
            "two barristers",
            "second juror",
        ),
    ],
)
def test_who_has_no_name_gets_none_of_another(text, words, speaker):
    assert speaker_of(text, words) == {speaker}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Anwar Orr was arrested in May. Some 30 officers broke down the door, according to his "
            "daughter, Leila.",
            "30 officers",
            "Leila",
        ),
        (
            "Karl Orr, 24, was arrested in May. “They took 9 pills,” the 24-year-old wrote.",
            "They took",
            "Karl Orr",
        ),
        (
            "Nadia Orr said six men were held. Western diplomats said they had not been let in. "
            "One said the case was weak. “There is no charge sheet,” the diplomat said.",
            "no charge sheet",
            "diplomat",
        ),
        (
            "Finance chief Jan de Wit said debt had risen by 4%.",
            "debt had risen",
            "Jan de Wit",
        ),
        (
            "Meridian Foods lost 9 million in May. A Meridian official denied it. The company said "
            "it had been granted a waiver on 9 May.",
            "a waiver",
            "Meridian Foods",
        ),
    ],
)
def test_a_name_is_given_in_full_where_the_text_has_it(text, words, speaker):
    assert speaker_of(text, words) == {speaker}

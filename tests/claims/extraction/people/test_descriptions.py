"""Whom "the minister", "the company" and a surname mean: names, not offices."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speaker_of, speakers

pytestmark = pytest.mark.usefixtures("model")


TABLE = [
    # a title before the name, an office later
    (
        "Finance Minister Maria Keller presented the budget. Debt fell by 2 percent, the minister "
        "said.",
        "Debt fell",
        "Maria Keller",
    ),
    # an office behind the name
    (
        "Maria Keller, the finance minister, met the press. “Debt fell by 2 percent,” the minister "
        "told reporters.",
        "Debt fell",
        "Maria Keller",
    ),
    # an office before the name, and another person between
    (
        "President Joan Falk met the governor of Oster, Karl Lind. Falk said Oster had received 40 "
        "million crowns. The governor said it had received nothing since May.",
        "received nothing",
        "Karl Lind",
    ),
    (
        "Lena Roth, a spokeswoman for Nordgas, said the pipe had burst. Two men were hurt, the "
        "spokeswoman added.",
        "Two men",
        "Lena Roth",
    ),
    (
        "Dr Nina Patel, head of the clinic, said 14 patients had died. The head of the clinic also "
        "said two nurses were ill.",
        "two nurses",
        "Nina Patel",
    ),
    (
        "Ivan Petrov, 43, lost his house in the flood. The father of three says the insurer paid "
        "only half.",
        "the insurer paid",
        "Ivan Petrov",
    ),
    # whom a quotation names does not say it
    (
        "Ada Holm laughed. “Mara Stein sold 40 ships,” she said.",
        "sold 40 ships",
        "Ada Holm",
    ),
    # an office without a name in the opening
    (
        "A health minister denied that 40 nurses had left. Ada Holm told deputies 12 had come.",
        "40 nurses",
        "Ada Holm",
    ),
    (
        "A former governor denied that 40 men had died. Lord Orr told a court that 12 had left. "
        "The governor said nine were ill.",
        "nine were ill",
        "Orr",
    ),
    (
        "A health minister denied that 40 nurses had left. Ada Holm, a nurse, said they had.",
        "40 nurses",
        "health minister",
    ),
    # "put X at Y"
    (
        "The Civic Front put the number of arrests at more than 300.",
        "the number of arrests",
        "Civic Front",
    ),
    # an office whose holder is named further down
    (
        "Norland's envoy to Lim said on Monday that 40 men were held. Envoy Ida Moss left at once.",
        "40 men",
        "Ida Moss",
    ),
    (
        "Norland's president said that 40 men were held. Lim President Ida Moss left at once.",
        "40 men",
        "Norland's president",
    ),
    ("Councilman Otto Brandt said that 40 men were held.", "40 men", "Otto Brandt"),
    # the source between subject and verb
    ("The cost, according to the minutes, was $3.8 million.", "3.8 million", "minutes"),
    # whose paper it is
    ("Rents rose 4%, according to the Rent Board's report.", "Rents rose", "Rent Board"),
    (
        "Norland's coast guard disagreed. It saw 40 ships, according to its annual report.",
        "40 ships",
        "Norland's coast guard",
    ),
    ("The week's survey shows that rents rose 4%.", "rents rose", "week's survey"),
    # an office in the opening, whose holder comes next by name alone
    (
        "A missile hit Lim on Monday, the regional governor said. Oleh Baran wrote on Telegram "
        "that 41 people were hurt. “They aimed at the station,” the governor said.",
        "They aimed",
        "Oleh Baran",
    ),
    (
        "Prices fell by 4%, the finance minister said. Ada Holm told reporters that rents rose.",
        "Prices fell",
        "Ada Holm",
    ),
    (
        "The port is shut, its director said. Ben Orr said that 40 ships were waiting.",
        "The port is shut",
        "Ben Orr",
    ),
    # but not by one of whom something else is said
    (
        "The port is shut, the director said. Ben Orr, a sailor, said that 40 ships were waiting.",
        "The port is shut",
        "director",
    ),
    (
        "The port is shut, the director said. Captain Ben Orr said that 40 ships were waiting.",
        "The port is shut",
        "director",
    ),
    # a day between the verb and what is said
    (
        "Elon Varga said on Tuesday the company had lost 4 billion dollars.",
        "4 billion",
        "Elon Varga",
    ),
]


@pytest.mark.parametrize(("text", "part", "speaker"), TABLE, ids=[row[1] for row in TABLE])
def test_speakers_are_named_in_full(text, part, speaker):
    (claim,) = [claim for claim in find_claims(text, "en") if part in claim.text]

    assert claim.speaker == speaker


def test_an_office_that_nobody_holds_in_the_text_stays_an_office():
    text = "Maria Keller left the party. The governor said that 40 roads were closed."
    (claim,) = [claim for claim in find_claims(text, "en") if "40 roads" in claim.text]

    assert claim.speaker == "governor"


def test_whoever_says_i_in_a_transcript_is_the_one_whose_turn_it_is():
    text = (
        "Briefing\n\nMR ORR: The group Clean Water says that 40 wells are poisoned.\n\n"
        "DR HOLM: I deny that a single well was poisoned by the mine.\n"
    )
    (claim,) = [claim for claim in find_claims(text, "en") if "a single well" in claim.text]

    assert (claim.speaker, claim.stance) == ("Holm", "denies")


@pytest.mark.parametrize(
    ("told", "office", "speaker"),
    [
        ("Finance Minister Ada Holm", "The health minister", "health minister"),
        ("Ada Holm, the finance minister,", "The foreign minister", "foreign minister"),
        ("Ada Holm, secretary of the union,", "The home secretary", "home secretary"),
        ("Mayor Ada Holm", "The deputy mayor", "deputy mayor"),
        ("Deputy Mayor Ada Holm", "The mayor", "mayor"),
        # but of one office there is one
        ("Finance Minister Ada Holm", "The minister", "Ada Holm"),
        ("Finance Minister Ada Holm", "The finance minister", "Ada Holm"),
        ("Ada Holm, the deputy mayor,", "The deputy mayor", "Ada Holm"),
    ],
)
def test_an_office_is_not_that_of_another_portfolio_or_rank(told, office, speaker):
    text = f"The port is old. {told} left in May. {office} said 40 boats had sunk."

    assert [claim.speaker for claim in find_claims(text, "en")][-1] == speaker


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Finance Minister Aksel Thorne said rents rose by 4%. A spokesman for the state power "
            "company, Lumen, said it had paid 9 million in May.",
            "Lumen",
        ),
        ("The bank, which last month put the gap at 2.7 billion, is in Lim.", "bank"),
        (
            "A police officer who shot a man told an inquest today that he had seen no knife.\n\n"
            "PC Martin Rudge, 34, said he had fired nine times.\n\n“I saw him in May 2021,” PC "
            "Rudge said.",
            "Martin Rudge",
        ),
    ],
)
def test_the_text_tells_beside_it_who_speaks(text, who):
    speakers = [claim.speaker for claim in find_claims(text, "en") if claim.speaker]

    assert speakers[-1].endswith(who)
    assert who != "Martin Rudge" or set(speakers) == {who}


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("commander", "Brigadier Hollis Arend"),
        ("director", "Dr. Hollis Arend"),
        ("manager", "Hollis Arend"),
    ],
)
def test_who_an_office_is_may_be_named_behind_said_in_the_next_sentence(office, name):
    told = speakers(
        "The road was shut, army spokesman Colonel Abdias Orr said. The team did not reach the "
        f'site until noon, its {office} said.\n\n"We counted 31 bodies," said {name}.'
    )

    assert told["The team did not reach the site until noon"] == "Hollis Arend"
    assert told["The road was shut"] == "Abdias Orr"


@pytest.mark.parametrize("name", ["union leader Hollis Arend", "a welder, Hollis Arend"])
def test_an_office_is_not_named_behind_said_by_the_name_of_somebody_else(name):
    told = speakers(
        f'The mill had shut two lines, its manager said. "We lost nine men," said {name}.'
    )

    assert told["The mill had shut two lines"] == "manager"


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Lim manager Tom Reed left in May. The Lim boss", "Tom Reed"),
        ("Lim manager Tom Reed left in May. The Varn boss", "Varn boss"),
        ("Dr Ada Orr told the inquest of 3 men. The GP", "Ada Orr"),
    ],
)
def test_who_has_a_post_may_be_called_by_a_kindred_word(told, speaker):
    assert speaker_of(f"{told} said 40 farms had burned.", "40 farms") == {speaker}

"""A "no" right behind a charge denies, though the two share no word; a "no" of others does not."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import stances_of

pytestmark = pytest.mark.usefixtures("model")
NEGATIVE = ("denies", "disputes")

#: Charge and answer -> words of the answer, by what makes it one.
ANSWERS = {
    # nothing was done to anybody at all
    "Otto Lund accused the council of lying. “Nobody misled anybody,” said its leader, Ada Holm.": (
        "Nobody misled"
    ),
    "Otto Lund said the mate had been bribed. No one paid anyone, the mate, Ada Holm, told the "
    "court.": "No one paid",
    # a verb of answering
    "Otto Lund accused the mayor, Ada Holm, of selling the ferry to a friend. She replied that she "
    "had no friends in shipping.": "no friends",
    "A former driver claims he buried waste there in 2019. “We have no drivers of that age,” the "
    "firm's manager, Ada Holm, retorted.": "no drivers",
    # who is charged speaks at once
    "Otto Lund accused the police of beating men. Police said no officer had raised a baton.": (
        "no officer"
    ),
    "Otto Lund says Ada Holm took 40,000 crowns from a shipyard. “I have never had an account at "
    "that bank,” she said.": "never had an account",
    # an officer speaks for the body that has denied
    "Nordlys Bank denied on Monday that it had hidden bad loans. “We have no funds in Jersey,” "
    "Chief Executive Ada Holm told analysts.": "no funds",
    "The defence ministry of Lim denied that a plane had crossed the border. It had been mapping "
    "locusts, said its spokeswoman, Colonel Ada Holm. “Nobody fired at anything,” she said.": (
        "Nobody fired"
    ),
    "The accusation was rejected by Brenn. Its army had not fired a shot, a spokesman said.": (
        "had not fired"
    ),
    # verbs with which people stand by what they say
    "Kestrel contends that the trust has no ties to its managers in Lim.": "no ties",
}
ASSERTED = {
    "The bank denied that it had hidden loans. Shares fell by 4%. “We had no warning of that,” "
    "said Ada Holm, an analyst at Orr.": "no warning",
    "The bank denied that it had hidden loans. “I have never seen such a fall,” said broker Otto "
    "Lund.": "never seen",
    "Otto Lund accused the council of neglect. “Nobody tells us anything in May,” said Ada Holm, a "
    "neighbour.": "Nobody tells",
    "Otto Lund said the boat had sunk in an hour. “Nobody heard anything,” said the mate, Ada "
    "Holm.": "Nobody heard",
    "Otto Lund said the boat had sunk in an hour. No lifejackets were found, said the mate, Ada "
    "Holm.": "No lifejackets",
    "Ministers blamed the union for the strike. “Our members have had no rise in nine years,” said "
    "its leader, Ada Holm.": "no rise",
    "The firm was accused of dumping tar. “We have had no fish for nine years,” said Ada Holm, a "
    "fisherman.": "no fish",
    "Asked about the harvest, Ada Holm replied that there had been no rain in May.": "no rain",
    "Ada Holm thanked Otto Lund for the ferry. “We have never worked so hard,” replied Lund.": (
        "never worked"
    ),
}


@pytest.mark.parametrize(("text", "part"), ANSWERS.items(), ids=ANSWERS.values())
def test_a_no_at_once_denies(text, part):
    (stance,) = stances_of(text, part)

    assert stance in NEGATIVE


@pytest.mark.parametrize(("text", "part"), ASSERTED.items(), ids=ASSERTED.values())
def test_a_no_of_others_asserts(text, part):
    assert stances_of(text, part) <= {"asserts"}


def test_not_a_cent_answers_what_was_just_said():
    text = (
        "The audit found that nine million crowns went to the mayor's brother. The mayor, Ada "
        "Holm, said her brother had not received a cent from the town."
    )

    assert stances_of(text, "a cent") == {"disputes"}


def test_not_a_cent_of_another_thing_is_said():
    text = "Farmers said rain ruined 60 barns. Ada Holm said she had not received a cent of aid."

    assert stances_of(text, "a cent") == {"asserts"}

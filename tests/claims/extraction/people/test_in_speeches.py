"""Whom those who speak mean by "he", "my predecessor" and "the hon. Lady"."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")

STATEMENT = """The Minister for Ports (Owain Pryce): I will make a statement on the ferry at Varn.

{}
"""
DEBATE = """The Minister for Rail (Jonas Reed): We have opened nine stations since 2022.

Ms Tessa Vane (Northfield) (Lab): Passengers paid nine million pounds in fines last year.

Jonas Reed: {}
"""


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        (
            "My predecessor was warned in 2021. He says now that 40 bolts were missing.",
            "Owain Pryce's predecessor",
        ),
        ("My mother worked there. She told me that 40 bolts were missing.", "Owain Pryce's mother"),
        ("The mayor wrote to me in May. He said 40 bolts were missing.", "mayor"),
        (
            "The hon. Member for Castlebar told the House that I lied. He is wrong. He also said "
            "that 40 bolts were missing.",
            "Member for Castlebar",
        ),
        ("The shadow Minister claims that 40 bolts were missing.", "shadow Minister"),
    ],
)
def test_nobody_who_speaks_is_he_or_she(said, speaker):
    told = speakers(STATEMENT.format(said))

    assert told["40 bolts were missing"] == speaker


def test_he_of_whom_nothing_was_told_is_nobody():
    told = speakers(STATEMENT.format("He said that 40 bolts were missing."))

    assert told["40 bolts were missing"] is None


@pytest.mark.parametrize("member", ["The hon. Lady", "The right hon. Lady", "The hon. Member"])
def test_the_hon_lady_is_she_who_spoke_before(member):
    told = speakers(DEBATE.format(f"{member} said in May that fares had doubled."))

    assert told["fares had doubled"] == "Tessa Vane"


def test_the_hon_gentleman_is_no_woman():
    told = speakers(DEBATE.format("The hon. Gentleman said in May that fares had doubled."))

    assert told["fares had doubled"].endswith("Gentleman")


def test_hon_before_a_name_is_a_title():
    text = "The Hon. Petra Lund said on Monday that fares had doubled."

    assert speakers(text) == {"fares had doubled": "Petra Lund"}


def test_she_is_the_hon_lady_who_leads_the_clause():
    told = speakers(
        DEBATE.format(
            "We hired 40 clerks, though nine left, so the hon. Lady opposite has a point when she "
            "says that fares had doubled in May."
        )
    )

    assert told["fares had doubled in May"] == "Tessa Vane"

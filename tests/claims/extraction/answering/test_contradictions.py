"""Denials without a word of denial: a thing is not so which others say before."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

#: Charge and answer -> words of the answer.
DENIED = {
    "Prosecutors say General Ilan Brod ordered the shelling of the market. “There was no order,” "
    "Brod told the court.": "no order",
    "Prosecutors say General Ilan Brod ordered the shelling of the market. “I gave no order of any "
    "kind,” he said.": "I gave no order",
    "Prosecutors say General Ilan Brod ordered the shelling. “We ordered nothing,” Brod told the "
    "court.": "ordered nothing",
    "Oster has accused Lim of jamming its satellites. Lim’s foreign ministry said its forces had "
    "not jammed any satellite.": "had not jammed",
    "Rivals accuse Nordgas of selling gas below cost. Nordgas said it had sold no gas at a loss in "
    "May.": "sold no gas",
    "The Mirror reported that Minister Ada Holm had met the lobbyist three times. Holm said she "
    "never met any lobbyist.": "never met",
    # another answers, and names both the thing and the deed
    "Police say the guards fired on the crowd. “No guard fired a single shot,” said Omar Falk, "
    "their lawyer.": "No guard fired",
    "The court heard that Vale invented patients and forged bills. “There were no invented "
    "patients,” said his barrister, Ben Shaw.": "no invented patients",
    # who is spoken to
    "“You closed eleven mines,” Falk told Dora Fenn. “I never closed a mine,” Fenn shot back.": (
        "I never closed"
    ),
    "“You sold the port,” said Otto Falk. “We have not sold the port,” said Ada Holm.": (
        "We have not sold"
    ),
    "“Your office paid 40 men,” said Otto Falk. “We never paid anybody,” said Ada Holm.": (
        "We never paid"
    ),
    # a fine or a trial tells in the article's voice what somebody is held to have done
    "The regulator fined Kell Paints on Monday for fixing prices. “This firm did not fix any "
    "prices, then or later,” said its head, Ada Holm.": "did not fix",
    "Three bakers were charged in May with taking part in a cartel. Varn Mills said it had not "
    "taken part in any cartel.": "had not taken part",
    # "no such" points at what others said
    "Prosecutors say the general ordered the shelling. “There was no such order,” the general "
    "said.": "no such order",
    "Falk says a deal was signed in May. There is no such deal, Holm told reporters.": "such deal",
    "Oster speaks of talks in Lim. “There were no such talks,” said Holm.": "no such talks",
}
ASSERTED = {
    # another deed, another thing, another "no"
    "Falk said Holm had closed 14 schools. Holm said no school had been built before 2019.": (
        "no school"
    ),
    "Falk said the firm had paid its taxes. Roth said the firm had not paid its workers.": (
        "had not paid"
    ),
    "Holm said no ships had left port. Falk said no ships had left the port in May.": (
        "the port in May"
    ),
    "Rivals accuse Nordgas of selling gas below cost. Nordgas said it had not raised prices in "
    "May.": "had not raised",
    # nobody said otherwise
    "Minister Ada Holm opened the port of Lim. Holm said no ship had left since May.": "no ship",
}


pytestmark = pytest.mark.usefixtures("model")


def stance_of(part, text):
    (claim,) = [claim for claim in find_claims(text, "en") if part in claim.text]
    return claim.stance


@pytest.mark.parametrize(("text", "part"), DENIED.items(), ids=DENIED.values())
def test_an_answer_to_a_charge_denies(text, part):
    assert stance_of(part, text) in ("denies", "disputes")


@pytest.mark.parametrize(("text", "part"), ASSERTED.items(), ids=ASSERTED.values())
def test_a_no_that_answers_nothing_asserts(text, part):
    assert stance_of(part, text) == "asserts"

"""Which organisation "the company" and "the group" are."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

TABLE = [
    # organisations
    (
        "Amnesty International said in a report that 40 people were tortured. The human rights "
        "group said eight of them died.",
        "eight of them",
        "Amnesty International",
    ),
    # a body in capitals is its own name, whatever was named before
    (
        "The Central Election Commission counted 3 million votes. The American Observers Union "
        "said the count stopped for three hours.",
        "count stopped",
        "American Observers Union",
    ),
    # the agency that filed the report is no company in it
    (
        "LIM (Tide Press) - Shares in Belmar Copper fell on Monday. The company said that 40 men "
        "had been hurt, a memo seen by the Tide Press shows.",
        "40 men",
        "Belmar Copper",
    ),
    # a body of its own
    (
        "Belmar Shipping closed a yard. The central bank said that 9% of loans had failed.",
        "9% of loans",
        "central bank",
    ),
    # a verb that a tagger may take for a noun
    (
        "The Tide Institute was shut. The institute reckons that 40 boats sank.",
        "40 boats",
        "Tide Institute",
    ),
    ("One bridge in nine is rated as poor, a survey shows.", "One bridge", "survey"),
    # the company of the story, not one that it is compared with
    (
        "Torvald Steel is in talks to buy Osten Metals. Profit fell by 4%, the company said.",
        "Profit fell",
        "Torvald Steel",
    ),
    (
        "Torvald Steel shut a mill. Prices fell after Osten Metals closed. The steelmaker said it "
        "had cut 400 jobs.",
        "400 jobs",
        "Torvald Steel",
    ),
    (
        "Torvald Steel will buy Osten Metals. The world’s largest maker of ship plate said it had "
        "cut 400 jobs.",
        "400 jobs",
        "Torvald Steel",
    ),
    # a noun with a name before it is another body
    (
        "Torvald Steel fell. The Tide newspaper reported that 40 men were hurt.",
        "40 men",
        "Tide newspaper",
    ),
]


@pytest.mark.parametrize(("text", "part", "speaker"), TABLE)
def test_a_body_is_meant_by_what_it_is(text, part, speaker):
    assert speaker_of(text, part) == {speaker}


def test_the_company_is_not_where_an_analyst_works_nor_a_word_of_the_headline():
    text = (
        "Drugmaker hits back\n\nShares in Aurex Pharma fell 9% after a journal said its drug had "
        "killed 40 people, a finding the company disputes.\n\nThe loss was small, said Tomas Ek of "
        "Nordbank.\n\nThe company has denied wrongdoing in 14 lawsuits."
    )
    found = find_claims(text, "en")

    assert found[1].reported_by == "Aurex Pharma"
    assert found[-1].speaker == "Aurex Pharma"

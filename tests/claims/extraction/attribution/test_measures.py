"""Who measures a thing: "put the loss at 300, unions at 900", "a poll gave her 9 points"."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")

#: Sentence -> what is said and by whom.
MEASURED = {
    "The company put the number of jobs lost at 300.": {
        "the number of jobs lost at 300": "company"
    },
    "The draft estimates the cost at 240 million pounds.": {
        "the cost at 240 million pounds": "draft"
    },
    "The bank estimated losses at 9 million pounds.": {"losses at 9 million pounds": "bank"},
    "A poll for the Courier put Holm on 41% and Brandt on 38%.": {
        "Holm on 41% and Brandt on 38%": "poll for the Courier"
    },
    "An exit poll gave the Reform bloc 48% of the vote.": {
        "the Reform bloc 48% of the vote": "exit poll"
    },
    "The document also lists nine trips to Dubai.": {"nine trips to Dubai": "document"},
    "The paper gave Orr the job in 2019.": {"The paper gave Orr the job in 2019": None},
    "Police put the crowd at 4,000, organisers at 20,000.": {
        "the crowd at 4,000": "Police",
        "organisers at 20,000": "organisers",
    },
    "The company put the cost at 40 million pounds; campaigners at 90 million.": {
        "the cost at 40 million pounds": "company",
        "campaigners at 90 million": "campaigners",
    },
    "The firm put sales at 40 million pounds, profit at 9 million.": {
        "sales at 40 million pounds, profit at 9 million": "firm"
    },
}


@pytest.mark.parametrize("text", MEASURED)
def test_who_measures_a_thing_is_its_source(text: str) -> None:
    assert speakers(text).items() >= MEASURED[text].items()

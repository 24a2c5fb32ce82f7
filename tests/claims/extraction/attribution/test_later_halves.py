"""Sources set behind "and" or "but", who say only what follows."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")

#: Sentence -> what is said and by whom.
HALVES = {
    "The river carried off 19 bridges and, by the army's own count, 1,430 homes.": {
        "The river carried off 19 bridges": None,
        "1,430 homes": "army",
    },
    "Smoke carried off nine roofs and, according to the council, 40 cars.": {
        "Smoke carried off nine roofs": None,
        "40 cars": "council",
    },
    "The port handled 12 million tonnes last year and, the operator says, 14 million in May.": {
        "The port handled 12 million tonnes last year": None,
        "14 million in May": "operator",
    },
    "The mill closed in May but, according to Orr, 40 men were paid until July.": {
        "The mill closed in May": None,
        "40 men were paid until July": "Orr",
    },
}


@pytest.mark.parametrize("text", HALVES)
def test_a_source_behind_and_says_the_later_half(text: str) -> None:
    assert speakers(text).items() >= HALVES[text].items()


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed in May and, Orr said, was sold for nine million.",
        "The mill closed in May and, according to Orr, was sold for nine million.",
        "But, Orr said, the mill was sold for nine million in May.",
    ],
)
def test_it_says_all_of_one_clause(text: str) -> None:
    assert set(speakers(text).values()) == {"Orr"}

"""A statement is taken once in an article."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.pipeline import read

FIRST = "Mayor Odile Brandt said the rent in Karvelin had doubled from 420 euros to 840 euros."


def taken(text: str) -> list[str]:
    return [claim.text for claim in find_claims(text, "en")]


@pytest.mark.parametrize(
    "again",
    [
        "Brandt said rent had doubled from 420 euros to 840 euros.",
        "The rent in Karvelin, she said, had doubled from 420 euros to 840 euros.",
    ],
)
def test_what_the_same_speaker_repeats_is_left_out_with_the_reason(again):
    doc = read(f"{FIRST}\n\n{again}", "en")
    assert [claim.start < len(FIRST) for claim in doc._.found] == [True]
    assert [reason for _, reason in doc._.left_out] == [("repeated",)]


@pytest.mark.parametrize(
    "other",
    [
        "Jan Tervo said the rent in Karvelin had doubled from 420 euros to 840 euros.",
        "Brandt said the rent in Karvelin had doubled from 420 euros to 860 euros.",
        "Brandt said the rent in Lomsund had doubled from 420 euros to 840 euros.",
        "Brandt denied that the rent in Karvelin had doubled from 420 euros to 840 euros.",
        "Brandt said the rent in Karvelin had not doubled from 420 euros to 840 euros.",
    ],
)
def test_another_speaker_figure_place_or_stance_is_another_claim(other):
    assert len(taken(f"{FIRST}\n\n{other}")) == 2


@pytest.mark.parametrize(
    ("again", "claims"),
    [
        ("The bridge at Vessen was never inspected, Holm said.", 1),
        ("The bridge at Vessen was inspected, Holm said.", 2),
        ("The bridge at Vessen was never painted or inspected, Holm said.", 2),
        ("The bridge was never inspected, Holm said.", 2),
    ],
)
def test_without_a_figure_only_the_same_words_are_a_repetition(again, claims):
    first = "The bridge at Vessen had never been inspected, Lea Holm said."
    assert len(taken(f"{first}\n\n{again}")) == claims

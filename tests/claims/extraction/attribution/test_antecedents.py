"""Who speaks where clauses stand between a source and its verb."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A study which the board ordered found", "study"),
        ("A survey that the trust commissioned last year shows", "survey"),
        ("A review the union published in June said", "review"),
        ("Two nurses who were on the ward and a porter who had read the log said", "Two nurses"),
        ("Three drivers who worked nights and a guard who saw the map said", "Three drivers"),
    ],
)
def test_who_ordered_or_who_else_is_told_of_is_not_who_speaks(source, speaker):
    found = find_claims(f"{source} that 14 beds had been closed.", "en")

    assert [(claim.text, claim.speaker) for claim in found] == [
        ("14 beds had been closed", speaker)
    ]

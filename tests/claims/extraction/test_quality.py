"""Scores on the annotated articles must not fall. Whoever raises one raises its floor here."""

from __future__ import annotations

from benchmarks.claims import HELD_OUT, UNSEEN, evaluate, gold_files
from claims.extraction import find_claims

#: Measure -> lowest score allowed, over all articles that rules may be tuned on.
FLOORS = {
    "blank": {
        "P": 0.89,
        "R": 0.845,
        "F1": 0.87,
        "AP": 0.97,
        "speaker": 0.91,
        "attributed": 0.905,
        "stance": 0.96,
        "denials": 0.86,
        "quotation": 0.935,
        "q-recall": 0.93,
        "q-precision": 0.945,
        "offsets": 1.0,
    },
    "bundle": {
        "P": 0.89,
        "R": 0.865,
        "F1": 0.88,
        "AP": 0.97,
        "speaker": 0.915,
        "attributed": 0.91,
        "stance": 0.96,
        "denials": 0.855,
        "quotation": 0.935,
        "q-recall": 0.93,
        "q-precision": 0.945,
        "offsets": 1.0,
    },
}


#: The same for the annotated interview, where it lies beside the checkout; both models.
INTERVIEW = {
    "P": 0.85,
    "R": 0.92,
    "AP": 0.92,
    "attributed": 0.965,
    "denials": 1.0,
    "q-recall": 1.0,
    "q-precision": 1.0,
    "offsets": 1.0,
}


def below(articles, floors):
    """Measures that fall below their floors, with what they are and should be."""
    table, _ = evaluate(
        articles, lambda name, gold, text: [claim.as_dict() for claim in find_claims(text)]
    )
    rates = table["TOTAL"].rates()
    return {
        name: (round(rates[name] or 0, 3), floor)
        for name, floor in floors.items()
        if (rates[name] or 0) < floor
    }


class TestScores:
    def test_of_the_held_out_articles_stay_above_their_floors(self, model):
        articles = [item for item in gold_files([HELD_OUT]) if not item[0].startswith(UNSEEN)]

        assert below(articles, FLOORS[model]) == {}

    def test_of_the_interview_stay_above_their_floors(self, model, interview):
        assert below(gold_files([interview]), INTERVIEW) == {}

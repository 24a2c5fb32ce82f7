"""Scores on the annotated articles must not fall. Whoever raises one raises its floor here."""

from __future__ import annotations

from benchmarks.claims import HELD_OUT, UNSEEN, evaluate, gold_files
from claims.extraction import find_claims

#: Measure -> lowest score allowed, over all articles that rules may be tuned on.
FLOORS = {
    "blank": {
        "P": 0.88,
        "R": 0.87,
        "F1": 0.875,
        "AP": 0.96,
        "speaker": 0.925,
        "attributed": 0.925,
        "stance": 0.97,
        "denials": 0.915,
        "quotation": 0.93,
        "q-recall": 0.915,
        "q-precision": 0.945,
        "offsets": 1.0,
    },
    "bundle": {
        "P": 0.88,
        "R": 0.895,
        "F1": 0.885,
        "AP": 0.96,
        "speaker": 0.945,
        "attributed": 0.95,
        "stance": 0.97,
        "denials": 0.91,
        "quotation": 0.94,
        "q-recall": 0.91,
        "q-precision": 0.945,
        "offsets": 1.0,
    },
}


class TestHeldOutScores:
    def test_stay_above_their_floors(self, model):
        articles = [item for item in gold_files([HELD_OUT]) if not item[0].startswith(UNSEEN)]
        table, _ = evaluate(
            articles, lambda name, gold, text: [claim.as_dict() for claim in find_claims(text)]
        )
        rates = table["TOTAL"].rates()

        assert {
            name: (round(rates[name] or 0, 3), floor)
            for name, floor in FLOORS[model].items()
            if (rates[name] or 0) < floor
        } == {}

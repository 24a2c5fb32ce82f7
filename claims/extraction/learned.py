"""Whether a statement is worded like those that people found worth checking: a linear model.

The model is a file per language in `data/`; a language without one is judged by the visible
reasons alone. How it is trained, and on what, stands in `train/README.md`.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy

FOLDER = Path(__file__).parent / "data"
CLEAR = 3.0  # log-odds that count as full strength
MARKS = frozenset(",.;:!?\"“”„«»‘’'()[]-–—…*")


@dataclass(frozen=True, slots=True)
class WordingModel:
    """Logistic regression on words and pairs of words.

    grams: word or pair -> (its weight, its share in the length of the text); both are the inverse
    document frequency times a factor, so that no arithmetic is left for run time.
    """

    grams: dict[str, tuple[float, float]]
    intercept: float

    def log_odds(self, words: Iterable[str]) -> float:
        """Return how much more likely than not a statement of these words is worth checking.

        words: in lower case, with or without punctuation marks.
        """
        total = length = 0.0
        known = self.grams
        for gram in grams_of(words):
            found = known.get(gram)
            if found is not None:
                total += found[0]
                length += found[1]
        return self.intercept + (total / math.sqrt(length) if length else 0.0)


def grams_of(words: Iterable[str]) -> set[str]:
    """Words and pairs of neighbours, each once; all figures are one word."""
    plain = ["9" if word[0].isdigit() else word for word in words if word[0] not in MARKS]
    return {*plain, *(f"{left} {right}" for left, right in pairwise(plain))}


def strength(log_odds: float) -> Iterator[tuple[str, float]]:
    """The reason that log-odds amount to, with its strength from 0 to 1."""
    if log_odds:
        yield (
            "like_checked" if log_odds > 0 else "unlike_checked",
            round(min(1.0, abs(log_odds) / CLEAR), 4),
        )


def file_of(language: str) -> Path:
    return FOLDER / f"wording-{language}.npz"


@cache
def model_version(language: str) -> str:
    """Short hash of the model of a language, "none" if there is none."""
    path = file_of(language)
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10] if path.is_file() else "none"


@cache
def wording_model(language: str) -> WordingModel | None:
    """Return the model of a language, None if there is none."""
    path = file_of(language)
    if not path.is_file():
        return None
    with numpy.load(path, allow_pickle=False) as stored:
        names = bytes(stored["grams"]).decode().split("\n")
        inverse = stored["inverse"].astype("float64")
        weights = stored["weights"].astype("float64") * inverse
        shares = inverse * inverse
        grams = dict(zip(names, zip(weights.tolist(), shares.tolist(), strict=True), strict=True))
        return WordingModel(grams, float(stored["intercept"]))

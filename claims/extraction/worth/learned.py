"""Whether a statement is worded like those that people found worth checking: a linear model.

The model is a file per language in `data/`; a language without one is judged by the visible
reasons alone. How it is trained, and on what, stands in `train/README.md`.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy

FOLDER = Path(__file__).resolve().parent.parent / "data"
CLEAR = 3.0  # log-odds that count as full strength
MARKS = frozenset(",.;:!?\"“”„«»‘’'()[]-–—…*")
FIGURE = "9"  # stands for every figure

#: Weight of a word or pair, and its share in the length of the text as the imaginary part: both are
#: summed alike, and one number is fetched from memory faster than two.
Figures = complex


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What is known of one word: its figures, and those of the pairs that it begins.

    pairs: second word -> the figures of the pair.
    """

    key: str
    figures: Figures = 0j
    pairs: dict[str, Figures] = field(default_factory=dict)
    #: Look-up of a pair by its second word, bound once for all.
    follows: Callable[[str], Figures | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "follows", self.pairs.get)


UNKNOWN = Word("")


class Vocabulary(dict[str, Word | None]):
    """Word in lower case -> what is known of it; None for a mark.

    Pairs hang on their first word: that word is looked up anyway, and no pair has to be spelled.
    """

    def __init__(self, grams: Mapping[str, Figures]):
        super().__init__(dict.fromkeys(MARKS))
        for gram, figures in grams.items():
            first, _, second = gram.partition(" ")
            if not second:
                known = self.get(first) or UNKNOWN
                self[first] = Word(first, figures, known.pairs if known is not UNKNOWN else {})
                continue
            if first not in self:
                self[first] = Word(first)
            self[first].pairs[second] = figures

    def __missing__(self, word: str) -> Word | None:
        if word[0] in MARKS:
            return None
        return self.get(FIGURE, UNKNOWN) if word[0].isdigit() else UNKNOWN


@dataclass(frozen=True, slots=True)
class WordingModel:
    """Logistic regression on words and pairs of words.

    grams: word or pair -> its figures: its weight, and its share in the length of the text. Both
    are the inverse document frequency times a factor, so that no arithmetic is left for run time.
    """

    grams: dict[str, Figures]
    intercept: float
    vocabulary: Vocabulary = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "vocabulary", Vocabulary(self.grams))

    def log_odds(self, words: Iterable[str]) -> float:
        """Return how much more likely than not a statement of these words is worth checking.

        words: in lower case, with or without punctuation marks.
        """
        known = [word for word in map(self.vocabulary.__getitem__, words) if word is not None]
        # Each word and each pair counts once.
        total = sum([word.figures for word in dict.fromkeys(known)], 0j)
        looked_up = [left.follows(right.key) for left, right in pairwise(known)]
        pairs = {id(figures): figures for figures in looked_up if figures is not None}
        total = sum(pairs.values(), total)
        return self.intercept + (total.real / math.sqrt(total.imag) if total.imag else 0.0)


def grams_of(words: Iterable[str]) -> set[str]:
    """Words and pairs of neighbours, each once; all figures are one word."""
    plain = [FIGURE if word[0].isdigit() else word for word in words if word[0] not in MARKS]
    return {*plain, *(f"{left} {right}" for left, right in pairwise(plain))}


def strength(log_odds: float) -> dict[str, float]:
    """The reason that log-odds amount to, with its strength from 0 to 1; none for even odds."""
    if not log_odds:
        return {}
    reason = "like_checked" if log_odds > 0 else "unlike_checked"
    size = abs(log_odds) / CLEAR
    return {reason: round(size, 4) if size < 1.0 else 1.0}


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
        grams = dict(zip(names, map(complex, weights.tolist(), shares.tolist()), strict=True))
        return WordingModel(grams, float(stored["intercept"]))

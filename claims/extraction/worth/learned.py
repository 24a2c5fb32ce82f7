"""Whether a statement is worded like those that people found worth checking: a linear model.

The model is a file per language in `data/`; a language without one is judged by the visible
reasons alone. How it is trained, and on what, stands in `train/README.md`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import chain, count, pairwise
from pathlib import Path

import numpy

from ..tagging.remembered import Remembered

FOLDER = Path(__file__).resolve().parent.parent / "data"
CLEAR = 3.0  # log-odds that count as full strength
MARKS = frozenset(",.;:!?\"“”„«»‘’'()[]-–—…*")
LEAST = 1e-9  # length of a text in which the model knows no word; any other is longer
FIGURE = "9"  # stands for every figure

#: Weight of a word or pair, and its share in the length of the text as the imaginary part.
Figures = complex
Numbers = numpy.ndarray
MARK, UNKNOWN = -1, 0  # numbers of what is no word, and of a word that the model never saw
BEYOND = numpy.iinfo("int64").max  # greater than every pair: what a look-up ends at that finds none


class WordingModel:
    """Logistic regression on words and pairs of words.

    grams: word or pair -> its figures: its weight, and its share in the length of the text. Both
    are the inverse document frequency times a factor, so that no arithmetic is left for run time.
    The words of a pair are grams themselves.
    """

    def __init__(self, grams: Mapping[str, Figures], intercept: float):
        self.grams, self.intercept = grams, intercept
        words = [gram for gram in grams if " " not in gram]
        own = dict(zip(words, count(UNKNOWN + 1)))
        #: Word in lower case -> its number.
        self.numbers = Remembered(partial(_number, own))
        self.base = len(words) + 1
        pairs = sorted((self._pair(gram), gram) for gram in grams if " " in gram)
        #: Pairs in order, each as one number; their figures stand behind those of the words.
        self.pairs = numpy.array([*(pair for pair, _ in pairs), BEYOND], dtype="int64")
        #: Place of a pair among them in cell shifts[left] + right, if it is one of them.
        self.shifts, self.cells = _cells(self.pairs[:-1], self.base)
        names = [*words, *(gram for _, gram in pairs)]
        figures = numpy.array([0j, *(grams[name] for name in names)])
        self.weights, self.shares = figures.real.copy(), figures.imag.copy()
        #: Bits of the number of a gram.
        self.bits = len(figures).bit_length()

    def _pair(self, gram: str) -> int:
        left, right = gram.split(" ")
        return self.numbers[left] * self.base + self.numbers[right]

    def log_odds(self, texts: Sequence[Sequence[str]]) -> list[float]:
        """Return how much more likely than not each of the texts is worth checking.

        texts: words in lower case, with or without punctuation marks. All at once, because the
        tables do not stay in the processor's cache from one statement to the next.
        """
        sizes = list(map(len, texts))
        numbers = numpy.fromiter(
            map(self.numbers.__getitem__, chain.from_iterable(texts)), "int64", sum(sizes)
        )
        owners = numpy.arange(len(texts)).repeat(sizes)
        plain = numbers != MARK
        numbers, owners = numbers[plain], owners[plain]
        lefts, rights = numbers[:-1], numbers[1:]
        places = self.cells[self.shifts[lefts] + rights]
        known = self.pairs[places] == lefts * self.base + rights
        known &= owners[:-1] == owners[1:]
        # A text and a gram as one number, of which each counts once.
        owned = owners << self.bits
        held = numpy.concatenate((owned + numbers, (owned[1:] + places + self.base)[known]))
        held.sort()
        first = numpy.ones(len(held), bool)
        first[1:] = held[1:] != held[:-1]
        held = held[first]
        owners, grams = held >> self.bits, held & ((1 << self.bits) - 1)
        totals = numpy.bincount(owners, self.weights[grams], len(texts))
        lengths = numpy.sqrt(numpy.bincount(owners, self.shares[grams], len(texts)))
        return (self.intercept + totals / numpy.maximum(lengths, LEAST)).tolist()


def _number(own: Mapping[str, int], word: str) -> int:
    if word[0] in MARKS:
        return MARK
    return own.get(FIGURE if word[0].isdigit() else word, UNKNOWN)


def _cells(pairs: Numbers, base: int) -> tuple[Numbers, Numbers]:
    """For each left word a shift, and cells: that of a pair, shift + right, holds its place.

    No two pairs have one cell, so that a pair is found with two look-ups where bisection takes
    fifteen. Words of many pairs come first, and each takes the first shift that fits.
    """
    lefts, rights = numpy.divmod(pairs, base)
    shifts = numpy.zeros(base, "int64")
    cells = numpy.full(base, len(pairs), "int32")  # the place behind the last is no pair's
    size = 0  # all cells from here on are free
    firsts = numpy.flatnonzero(numpy.diff(lefts, prepend=-1))
    rows = pairwise([*firsts.tolist(), len(pairs)])
    free = numpy.ones(base, bool)
    for first, last in sorted(rows, key=lambda row: row[0] - row[1]):
        row = rights[first:last]
        fits = numpy.ones(size + 1, bool)
        for right in row.tolist():
            fits &= free[right : right + size + 1]
        shift = int(fits.argmax())
        shifts[lefts[first]] = shift
        held = row + shift
        free[held] = False
        cells[held] = range(first, last)
        if held[-1] >= size:
            grown = int(held[-1]) + 1 - size
            free = numpy.concatenate((free, numpy.ones(grown, bool)))
            cells = numpy.concatenate((cells, numpy.full(grown, len(pairs), "int32")))
            size += grown
    return shifts, cells


def grams_of(words: Iterable[str]) -> set[str]:
    """Words and pairs of neighbours, each once; all figures are one word."""
    plain = [FIGURE if word[0].isdigit() else word for word in words if word[0] not in MARKS]
    return {*plain, *(f"{left} {right}" for left, right in pairwise(plain))}


def strengths(log_odds: Sequence[float]) -> list[tuple[str, float]]:
    """The reasons that log-odds amount to, each with its strength from 0 to 1, in four digits."""
    sizes = numpy.minimum(numpy.abs(log_odds) / CLEAR, 1.0)
    rounded = (sizes * 10_000 + 0.5).astype("int64") / 10_000
    reasons = ["like_checked" if odds > 0 else "unlike_checked" for odds in log_odds]
    return list(zip(reasons, rounded.tolist(), strict=True))


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

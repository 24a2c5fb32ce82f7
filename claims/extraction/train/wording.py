"""Train the model of check-worthy wording: which words and pairs of words such sentences have.

    python -m claims.extraction.train.wording --data CLAIMBUSTER [--out FILE] [--test]

CLAIMBUSTER is a folder with crowdsourced.csv and groundtruth.csv (.gz is read too) as published at
https://zenodo.org/records/3836810 under CC BY 4.0. With --test the model is trained on the
crowd-labelled sentences alone, scored on the expert-labelled ones, and not written.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy
import spacy

from claims.extraction.worth.learned import FOLDER, WordingModel, grams_of

LEAST_SENTENCES = 3  # sentences that a gram must stand in
PENALTY = 0.4  # of squared weights, against one per sentence
STEPS = 400
PACE = 0.1
CHECK_WORTHY = "1"


def read_sentences(path: Path) -> list[tuple[str, bool]]:
    """Sentences with whether they are check-worthy."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as handle:
        return [(row["Text"], row["Verdict"] == CHECK_WORTHY) for row in csv.DictReader(handle)]


def words_of(texts: Sequence[str]) -> list[list[str]]:
    """Words in lower case as the reader's tokeniser parts them."""
    nlp = spacy.blank("en")
    return [[token.lower_ for token in doc if not token.is_space] for doc in nlp.pipe(texts)]


def train(sentences: Sequence[Sequence[str]], labels: Sequence[bool]) -> WordingModel:
    """Return a logistic regression on tf-idf of words and pairs, rows of length one."""
    bags = [grams_of(words) for words in sentences]
    counts = Counter(gram for bag in bags for gram in bag)
    names = sorted(gram for gram, count in counts.items() if count >= LEAST_SENTENCES)
    place = {gram: index for index, gram in enumerate(names)}
    seen = numpy.array([counts[gram] for gram in names])
    inverse = numpy.log((1 + len(bags)) / (1 + seen)) + 1
    rows, columns = [], []
    for row, bag in enumerate(bags):
        here = [place[gram] for gram in bag if gram in place]
        rows += [row] * len(here)
        columns += here
    row, column = numpy.array(rows), numpy.array(columns)
    values = inverse[column]
    lengths = numpy.sqrt(numpy.bincount(row, values**2, len(bags)))
    values = values / lengths[row]
    weights, intercept = descend(row, column, values, numpy.array(labels, float), len(names))
    figures = map(complex, (weights * inverse).tolist(), (inverse**2).tolist())
    return WordingModel(dict(zip(names, figures, strict=True)), intercept)


def descend(
    row: numpy.ndarray, column: numpy.ndarray, values: numpy.ndarray, labels: numpy.ndarray,
    size: int,
) -> tuple[numpy.ndarray, float]:  # fmt: skip
    """Weights and intercept with the least penalised log loss: Adam over all rows at once.

    row, column, values: a sparse matrix, one entry each. Source: Kingma and Ba 2015, "Adam".
    """
    weights, first, second = (numpy.zeros(size + 1) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = numpy.bincount(row, values * weights[column], len(labels)) + weights[-1]
        error = 1 / (1 + numpy.exp(-scores)) - labels
        slope = numpy.append(numpy.bincount(column, values * error[row], size), error.sum())
        slope[:-1] += PENALTY * weights[:-1]
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        pace = PACE * (1 - step / STEPS)
        ahead = first / (1 - 0.9**step), second / (1 - 0.999**step)
        weights = weights - pace * ahead[0] / (numpy.sqrt(ahead[1]) + 1e-8)
    return weights[:-1], float(weights[-1])


def average_precision(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Mean precision at the rank of each check-worthy sentence."""
    order = sorted(range(len(labels)), key=lambda index: -scores[index])
    hits, total = 0, 0.0
    for rank, index in enumerate(order, 1):
        if labels[index]:
            hits += 1
            total += hits / rank
    return total / hits if hits else math.nan


def save(model: WordingModel, path: Path) -> None:
    """Write a model in half precision."""
    figures = numpy.array(list(model.grams.values()))
    inverse = numpy.sqrt(figures.imag)
    weights = figures.real / inverse
    numpy.savez_compressed(
        path,
        grams=numpy.frombuffer("\n".join(model.grams).encode(), dtype="uint8"),
        inverse=inverse.astype("float16"),
        weights=weights.astype("float16"),
        intercept=numpy.array(model.intercept),
    )


def file_in(folder: Path, name: str) -> Path:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise SystemExit(f"No {name}(.gz) in {folder}.")


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FOLDER / "wording-en.npz")
    parser.add_argument("--test", action="store_true")
    options = parser.parse_args(arguments)
    judged = read_sentences(file_in(options.data, "groundtruth.csv"))
    known = {text for text, _ in judged}
    crowd = read_sentences(file_in(options.data, "crowdsourced.csv"))
    crowd = [item for item in crowd if item[0] not in known]
    if options.test:
        model = train(words_of([text for text, _ in crowd]), [label for _, label in crowd])
        scores = model.log_odds(words_of([text for text, _ in judged]))
        print(f"average precision {average_precision(scores, [label for _, label in judged]):.4f}")
        return
    everything = crowd + judged
    model = train(words_of([text for text, _ in everything]), [label for _, label in everything])
    save(model, options.out)
    print(f"{options.out}: {len(model.grams)} grams, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])

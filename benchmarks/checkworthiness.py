"""How well sentences of debates and speeches are ranked by check-worthiness.

    python -m pip install -r benchmarks/requirements.txt
    python -m benchmarks.checkworthiness [--claimbuster DIR] [--checkthat DIR]

ClaimBuster   the wording model trained on the crowd-labelled sentences, scored on the
              expert-labelled ones: average precision.
CheckThat!    2019, task 1, training documents: each document is ranked by models that learned
              from all others; mean of the average precisions, beside plain tf-idf + logistic
              regression in the same run. Sentences of these documents are left out of what the
              wording model learns from. The data may be used for evaluation only: nothing learned
              here is shipped.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from claims.extraction.pipeline import read
from claims.extraction.train.wording import (
    average_precision,
    file_in,
    read_sentences,
    train,
    words_of,
)
from claims.extraction.worth.learned import WordingModel

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "checkworthiness"


@dataclass(slots=True)
class Sentence:
    """One sentence of a debate: its text, whether it was fact-checked, and what the reader saw."""

    text: str
    label: bool
    marks: dict[str, float]


def read_documents(folder: Path) -> dict[str, list[tuple[str, bool]]]:
    """Sentences with labels, by document."""
    documents = {}
    for path in sorted(folder.glob("*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as handle:
            rows = [line.rstrip("\n").split("\t") for line in handle]
        documents[path.name.partition(".")[0]] = [(row[2], row[3] == "1") for row in rows]
    if not documents:
        raise SystemExit(f"No *.tsv.gz in {folder}.")
    return documents


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def marks_of(text: str, model: WordingModel) -> dict[str, float]:
    """The reasons that the reader sees in a sentence, and some counts."""
    if not text.strip():
        return {}
    doc = read(text, "en")
    marks: dict[str, float] = {}
    for claim in doc._.found:
        for code, strength in claim.features.items():
            marks[code] = max(marks.get(code, 0.0), strength)
    return marks | {
        "#figures": min(3, len(doc._.quantities)),
        "#dates": len(doc._.dates),
        "#names": min(4, len(doc._.entities)),
        "#claims": len(doc._.found),
        "#left out": len(doc._.left_out),
        "#words": len(doc._.tokens.words) / 20,
        "score": max((claim.score for claim in doc._.found), default=0.0),
        "wording": model.log_odds([doc._.tokens.words])[0],
    }


def own_scores(training: list[Sentence], tested: list[Sentence]) -> numpy.ndarray:
    """Marks, words and the wording model, each brought to unit variance and added."""
    labels = [sentence.label for sentence in training]
    codes = sorted({code for sentence in training for code in sentence.marks})

    def table(sentences: list[Sentence]) -> numpy.ndarray:
        return numpy.array([[s.marks.get(code, 0.0) for code in codes] for s in sentences])

    known = table(training)
    middle, spread = known.mean(0), known.std(0) + 1e-6
    by_marks = LogisticRegression(C=0.01, class_weight="balanced", max_iter=2000)
    by_marks.fit((known - middle) / spread, labels)
    grams = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    by_words = LogisticRegression(C=1, class_weight="balanced", max_iter=2000)
    by_words.fit(grams.fit_transform([s.text for s in training]), labels)
    parts = [
        by_marks.decision_function((table(tested) - middle) / spread),
        by_words.decision_function(grams.transform([s.text for s in tested])),
        numpy.array([s.marks.get("wording", -3.0) for s in tested]),
    ]
    weights = (1.0, 1.0, 0.7)
    return sum(w * part / (part.std() or 1) for w, part in zip(weights, parts, strict=True))


def baseline_scores(training: list[Sentence], tested: list[Sentence]) -> numpy.ndarray:
    """Plain tf-idf + logistic regression."""
    grams = TfidfVectorizer()
    model = LogisticRegression(max_iter=1000)
    model.fit(grams.fit_transform([s.text for s in training]), [s.label for s in training])
    return model.decision_function(grams.transform([s.text for s in tested]))


def claimbuster(folder: Path) -> None:
    judged = read_sentences(file_in(folder, "groundtruth.csv"))
    known = {text for text, _ in judged}
    crowd = [item for item in read_sentences(file_in(folder, "crowdsourced.csv"))
             if item[0] not in known]  # fmt: skip
    model = train(words_of([text for text, _ in crowd]), [label for _, label in crowd])
    scores = model.log_odds(words_of([text for text, _ in judged]))
    precision = average_precision(scores, [label for _, label in judged])
    print(
        f"ClaimBuster, {len(crowd)} -> {len(judged)} sentences: average precision {precision:.3f}"
    )


def checkthat(folder: Path, learned_from: Path) -> None:
    documents = read_documents(folder)
    here = {plain(text) for rows in documents.values() for text, _ in rows}
    rows = [
        row
        for name in ("crowdsourced.csv", "groundtruth.csv")
        for row in read_sentences(file_in(learned_from, name))
        if plain(row[0]) not in here
    ]
    model = train(words_of([text for text, _ in rows]), [label for _, label in rows])
    read_in = {
        name: [Sentence(text, label, marks_of(text, model)) for text, label in sentences]
        for name, sentences in documents.items()
    }
    table = []
    for name, tested in read_in.items():
        training = [s for other, rest in read_in.items() if other != name for s in rest]
        labels = [sentence.label for sentence in tested]
        table.append(
            (
                average_precision(list(baseline_scores(training, tested)), labels),
                average_precision([s.marks.get("wording", -9.0) for s in tested], labels),
                average_precision(list(own_scores(training, tested)), labels),
            )
        )
        print(f"  {name:26} " + "  ".join(f"{value:.3f}" for value in table[-1]))
    base, wording, own = numpy.mean(table, axis=0)
    print(f"CheckThat! 2019, {len(documents)} documents, mean average precision")
    print(f"  tf-idf + logistic regression      {base:.3f}")
    print(f"  wording model, nothing learned    {wording:.3f}  {wording / base:.2f} x")
    print(f"  marks + words + wording model     {own:.3f}  {own / base:.2f} x")


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claimbuster", type=Path, default=SHARED / "claimbuster")
    parser.add_argument("--checkthat", type=Path, default=SHARED / "clef2019-train")
    options = parser.parse_args(arguments)
    os.environ.setdefault("SPACY_MODEL", "blank")
    claimbuster(options.claimbuster)
    checkthat(options.checkthat, options.claimbuster)


if __name__ == "__main__":
    main(sys.argv[1:])

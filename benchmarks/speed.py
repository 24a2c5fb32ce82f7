"""How fast articles are read, as shares of what spaCy alone needs in the same process.

    python -m benchmarks.speed [--model MODEL] [--texts DIR] [--rounds 5] [--batch N]

--model  "bundle" or "blank"; both by default
--texts  folder with articles as `*.txt`; by default the annotated ones of the tests
--batch  documents that each component reads before the next one does; by default as many as the
         pipeline takes by itself (blank 1,000, bundle 16), bare and whole alike

CPU time of one process; bare and whole pipeline take turns, and the median of the rounds counts.
Two processes are measured in wall time, which only tells on a machine with two idle cores.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language

from claims.extraction import find_claims
from claims.extraction.pipeline import AFTER_MODEL, BEFORE_MODEL, load

ARTICLES = Path(__file__).resolve().parent.parent / "tests/claims/extraction/heldout"
WORDS = 60_000  # about as many are read in a round
SHARED = 16  # documents handed to one of two processes at once
ONE_ARTICLE = 1_300  # words
SIZES = (1_000, 10_000, 100_000)


def spent(run: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    started = clock()
    run()
    return clock() - started


def through(nlp: Language, texts: list[str], processes: int = 1) -> None:
    batch = nlp.batch_size if processes == 1 else SHARED
    for _ in nlp.pipe(texts, batch_size=batch, n_process=processes):
        pass


def size(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def components(nlp: Language, texts: list[str], rounds: int) -> None:
    """Words a second of the bare and of the whole pipeline, and what the own components take."""
    models = [name for name in nlp.pipe_names if name not in BEFORE_MODEL + AFTER_MODEL]
    words, bare, whole, own = size(texts), [], [], []
    for number in range(rounds + 1):
        with nlp.select_pipes(enable=models):
            alone = spent(lambda: through(nlp, texts))
        both = spent(lambda: through(nlp, texts))
        if number:  # the first round warms caches
            bare.append(words / alone)
            whole.append(words / both)
            own.append((both - alone) / words)
    print(f"  bare pipeline            {statistics.median(bare):10,.0f} words/s")
    share = 100 * statistics.median(b / a for a, b in zip(bare, whole, strict=True))
    print(f"  with own components      {statistics.median(whole):10,.0f} words/s  {share:.0f} %")
    print(f"  own components alone     {1 / statistics.median(own):10,.0f} words/s")


def one_article(texts: list[str], rounds: int) -> None:
    joined = "\n\n".join(texts).split(" ")
    text = " ".join(joined[:ONE_ARTICLE])
    find_claims(text, "en")
    times = [spent(lambda: find_claims(text, "en")) for _ in range(2 * rounds)]
    print(f"  one article              {1000 * statistics.median(times):10,.0f} ms for"
          f" {len(text.split()):,} words")  # fmt: skip


def growth(texts: list[str], rounds: int) -> None:
    """Cost of a word in one text of growing length; flat where nothing is quadratic."""
    many = "\n\n".join(texts * (1 + SIZES[-1] // size(texts))).split(" ")
    costs = []
    for count in SIZES:
        text = " ".join(many[:count])
        times = [spent(lambda text=text: find_claims(text, "en")) for _ in range(max(1, rounds))]
        costs.append(1e6 * min(times) / len(text.split()))
        print(f"  {count:7,} words in one text  {costs[-1]:8.1f} µs a word")
    print(f"  longest against shortest {costs[-1] / costs[0]:10.2f}")


def found_in(text: str) -> int:
    """What a worker does with an article, as far as reading goes."""
    return len(find_claims(text, "en"))


def by_workers(texts: list[str], workers: int) -> float:
    """Wall seconds of worker processes that are up and have their tables, as in a desk."""
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        pool.map(found_in, texts[: 8 * workers], chunksize=1)
        return spent(lambda: pool.map(found_in, texts, chunksize=1), time.perf_counter)


def two_processes(nlp: Language, texts: list[str]) -> None:
    """Wall time of two processes against one: workers of a desk, and one stream of documents.

    Workers keep what they read. A stream brings each Doc back into the process that asked for it,
    which takes a core from its two workers; their start is counted, too.
    """
    many = texts * 4
    through(nlp, texts)
    one, two = by_workers(many, 1), by_workers(many, 2)
    single = spent(lambda: through(nlp, many), time.perf_counter)
    stream = spent(lambda: through(nlp, many, 2), time.perf_counter)
    load = os.getloadavg()[0]
    print(f"  two workers              {one / two:10.2f} x one (wall; load {load:.1f} of"
          f" {os.cpu_count()} cores)")  # fmt: skip
    print(f"  nlp.pipe, two processes  {single / stream:10.2f} x one")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model")
    parser.add_argument("--texts", type=Path, default=ARTICLES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int)
    options = parser.parse_args(arguments)
    texts = [path.read_text(encoding="utf-8") for path in sorted(options.texts.glob("*.txt"))]
    texts *= max(1, round(WORDS / size(texts)))
    for model in [options.model] if options.model else ["blank", "bundle"]:
        os.environ["SPACY_MODEL"] = model
        nlp = load("en")
        nlp.batch_size = options.batch or nlp.batch_size
        print(f"{model}, {len(texts)} articles, {size(texts):,} words, batches of {nlp.batch_size}")
        components(nlp, texts, options.rounds)
        one_article(texts, options.rounds)
        growth(texts, 1 if model != "blank" else options.rounds)
        two_processes(nlp, texts)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

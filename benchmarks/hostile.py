"""What text that was not written to be read costs, against prose of the same length.

    python -m benchmarks.hostile [--model MODEL] [--length 1000000]

Each case has the same number of code points. Time is CPU time in one process, the better of two
rounds; the ratio is to prose, of everything and of what comes behind spaCy's tokeniser. Short words
are more tokens, so the tokens are counted, too. Every record must slice:
`text[start:end] == record.text`.
"""

from __future__ import annotations

import argparse
import itertools
import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from claims.extraction import find_claims
from claims.extraction.pipeline import load

Result = TypeVar("Result")

PROSE = (
    "The ministry said on Monday that prices had risen by 4 percent in May, and Anna Berg denied "
    "it because the figures were old. The port handled 12,000 crates, a third more than in 2019. "
)
MIXED = "Цены выросли על ידי 4 في المئة, сказал Иван; les prix «montent» de 5 %, said Anna Berg. "
#: Name -> text that is repeated up to the length.
CASES = {
    "prose": PROSE * 4 + "\n\n",
    "without a full stop": PROSE.replace(". ", ", ").replace(".", ","),
    "subordinate clauses": "which they say and because ",
    "one word": "a",
    "straight quotation marks": '"',
    "opening quotation marks": "“",
    "apostrophes": "'",
    "quotations never closed": "“a ",
    "mixed scripts": MIXED,
    "zero-width and direction marks": "pri\u200bces ro\u200dse by 4\ufeff percent\u202e in May. ",
    "combining marks": "a\u0301\u0301\u0301\u0301",
    "emoji": "👩\u200d👩\u200d👧🇺🇸🔥 said the 😀 price. ",
    "CRLF": "The ministry said prices rose by 4 percent.\r\n",
    "NUL": "The ministry\x00 said\x00 prices rose by 4 percent. ",
    "digits": "1",
    "digits and blanks": "1 ",
    "commas": "word, ",
    "verbs of saying": "he said that she said that ",
    "capitals": "Anna Berg Of The ",
    "short lines": "ab\n",
    "labels": "Name: a\n",
    "names on lines": "Mr Orr\nWe sold 4 boats.\n",
    "handles": "Orr\n@orr\nWe sold 4 boats.\n",
    "lists": "Orr says:\n• 4 boats sank\n",
    "questions": "Why did Orr lie?\nWe sold 4 boats.\n",
    "denials": "The union said guards stole 4 boats. “No guard stole a boat,” Ann Orr said. ",
    "addresses": "http://a.b/c?d=e&",
    "blanks": " ",
}


def texts(length: int) -> Iterator[tuple[str, str]]:
    """Name and text of each case."""
    for name, piece in CASES.items():
        pieces = [piece] * (length // len(piece) + 1)
        if name == "prose":
            # What an article says twice is soon done with: prose says something new each time.
            pieces = list(map(renumbered, pieces, itertools.count()))
        yield name, "".join(pieces)[:length]


def renumbered(piece: str, number: int) -> str:
    """Prose with other figures in it, as long as before."""
    rate, crates = 1 + number % 9, 12_000 + number
    return piece.replace("4 percent in May", f"{rate} percent in May", 4).replace(
        "12,000", f"{crates:,}"
    )


def spent(run: Callable[[], Result]) -> tuple[float, Result]:
    """CPU seconds of the better of two rounds, and what came out."""
    best = math.inf
    for _ in range(2):
        started = time.process_time()
        result = run()
        best = min(best, time.process_time() - started)
    return best, result


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model")
    parser.add_argument("--length", type=int, default=1_000_000)
    options = parser.parse_args(arguments)
    if options.model:
        os.environ["SPACY_MODEL"] = options.model
    find_claims(PROSE, "en")
    nlp = load("en")
    prose: tuple[float, float] | None = None
    worst = 0.0
    for name, text in texts(options.length):
        whole, found = spent(lambda text=text: find_claims(text, "en"))
        cutting, doc = spent(lambda text=text: nlp.make_doc(text))
        prose = prose or (whole, whole - cutting)
        ratio, behind = whole / prose[0], (whole - cutting) / prose[1]
        worst = max(worst, ratio)
        slices = all(text[claim.start : claim.end] == claim.text for claim in found)
        print(f"{name:32} {whole:7.2f} s  {ratio:5.2f} x prose  {behind:5.2f} x behind tokeniser"
              f"  {len(doc):7d} tokens {len(found):6d} records"
              f"{'' if slices else '  OFFSETS WRONG'}", flush=True)  # fmt: skip
    print(f"worst: {worst:.2f} x prose")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

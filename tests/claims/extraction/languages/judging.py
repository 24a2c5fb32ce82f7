"""How well what an annotated report says is found: claims, speakers, denials, sentences."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring import CHECK_WORTHY, JACCARD, paired
from claims.extraction.attribution import NEGATIVE
from claims.extraction.pipeline import read
from claims.extraction.records import FoundClaim

FOLDER = Path(__file__).parent / "reports"
WORD = re.compile(r"[^\W_]+(?:['’\"״][^\W_]+)*")
#: Letters of a word by which its forms are taken for the same word: sources without a name stand
#: in whatever case the sentence asks for.
STEM = 5


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be found: `source[start:end]`, by whom ("" for the report itself), how."""

    start: int
    end: int
    text: str
    speaker: str
    stance: str


@dataclass(frozen=True, slots=True)
class Report:
    text: str
    sentences: frozenset[tuple[int, int]]
    said: tuple[Said, ...]


def reports(code: str, *, unseen: bool = False) -> Iterator[Report]:
    """The annotated reports in a language; `unseen`: those that no rule may be made of."""
    path = FOLDER / f"{'unseen-' if unseen else ''}{code}.toml"
    for raw in tomllib.loads(path.read_text(encoding="utf-8"))["reports"]:
        lines = raw["text"].strip()
        text = re.sub(r"(?<!\n)\n(?!\n)", " ", lines)
        ends, at = [], 0
        for line in lines.split("\n"):
            mark = line.startswith("\u200f")  # runs from right to left: no part of a sentence
            ends.extend([(at + mark, at + len(line))] if line else [])
            at += len(line) + 1
        said, at = [], 0
        for speaker, stance, what in raw["claims"]:
            at = text.index(what, at)
            said.append(Said(at, at + len(what), what, speaker, stance))
        yield Report(text, frozenset(ends), tuple(said))


def overlap(claim: FoundClaim, said: Said) -> float:
    """Jaccard index of the letters of two stretches."""
    shared = min(claim.end, said.end) - max(claim.start, said.start)
    return max(0, shared) / (max(claim.end, said.end) - min(claim.start, said.start))


def is_speaker(found: str | None, wanted: str) -> bool:
    """Say whether a source is the one that is wanted: a person in full, a body by its words.

    wanted: with a stroke between two that are as good.
    """
    if "/" in wanted:
        return any(is_speaker(found, one) for one in wanted.split("/"))
    if not wanted or not found:
        return (found or "") == wanted
    if found == wanted:
        return True
    is_person = all(word[:1].isupper() for word in wanted.split()) and " " in wanted
    words = [
        {word.removeprefix("ال")[:STEM].lower() for word in WORD.findall(name)}
        for name in (found, wanted)
    ]
    return not is_person and words[1] <= words[0]


def pairs(found: list[FoundClaim], said: tuple[Said, ...]) -> list[tuple[FoundClaim, Said]]:
    """Claims with what they are the claims of, each once."""
    likeness = sorted(
        (-share, 0, number, index)
        for number, one in enumerate(said)
        for index, claim in enumerate(found)
        if (share := overlap(claim, one)) >= JACCARD
    )
    return [(found[index], said[number]) for number, index in paired(likeness).items()]


def judge(report: Report, code: str | None = None) -> Counter[str]:
    """Counts of what was to be found and what was found in one report."""
    doc = read(report.text, code)
    found = list(doc._.found)
    matched = pairs(found, report.said)
    kept = {id(claim) for claim, _ in matched}
    worthy = [claim for claim in found if claim.score >= CHECK_WORTHY]
    sourced = [(claim, one) for claim, one in matched if one.speaker]
    denied = [claim for claim in found if claim.stance in NEGATIVE]
    right = [claim for claim, one in matched if {claim.stance, one.stance} <= {*NEGATIVE}]
    return Counter({
        "said": len(report.said),
        "matched": len(matched),
        "worthy": len(worthy),
        "worthy_right": sum(id(claim) in kept for claim in worthy),
        "sourced": sum(bool(one.speaker) for one in report.said),
        "sourced_matched": len(sourced),
        "sourced_right": sum(is_speaker(claim.speaker, one.speaker) for claim, one in sourced),
        "denials": sum(one.stance in NEGATIVE for one in report.said),
        "denied": len(denied),
        "denied_right": len(right),
        "sentences": len(report.sentences),
        "sentences_right": len(report.sentences & set(doc._.sentence_spans)),
    })  # fmt: skip

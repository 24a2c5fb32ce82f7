"""How well sources, cues and statements are told apart, on PolNeAR.

    python -m benchmarks.attribution --polnear DIR [--split dev] [--errors N]

--polnear  folder that holds `dev/text`, `dev/attributions` and so on (standoff annotation)
--errors   list missed and extra attributions of the first N articles

PolNeAR is not part of this project: its articles belong to their publishers. Measures:

content+source
    One-to-one pairs of gold and found attributions; right if the token Jaccard of the contents is
    at least 0.5 and the sources overlap. Given over all attributions and over reported speech: a
    verb of saying or "according to", and contents of four words or more.
exact
    A span counts only if it begins and ends where the gold one does; each source, cue and content
    of its own, several pieces being one span. Given twice for contents: as they are, and without
    quotation marks, full stops and spaces at the ends on both sides.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.extraction.model import model_for
from claims.extraction.pipeline import load, read

Span = tuple[int, int]
WORD = re.compile(r"\w+")
SPEECH_VERBS = """
    say tell add note announce report write argue claim insist maintain explain declare assert
    state stress emphasize acknowledge admit concede deny confirm warn reply respond respond recall
    remark observe comment testify allege contend describe call suggest tweet ask promise predict
    estimate point
"""
SPEECH = frozenset(SPEECH_VERBS.split())
FORMS = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "admitted": "admit",
    "denied": "deny", "denies": "deny", "replied": "reply", "replies": "reply",
    "testified": "testify",
}  # fmt: skip
EDGE = " \t\r\n\"'“”‘’«».,;:"


@dataclass(slots=True)
class Act:
    """One attribution: spans of source, cue and content."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    is_speech: bool


# --- reading -------------------------------------------------------------------------------
def articles(folder: Path, split: str) -> Iterator[tuple[str, str, list[Act]]]:
    """Name, text and gold attributions of each article; the first annotator's where several."""
    for path in sorted((folder / split / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        annotated = sorted((folder / split / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            yield path.stem, text, gold_acts(annotated[0], text)


def gold_acts(path: Path, text: str) -> list[Act]:
    spans: dict[str, list[Span]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            offsets = rest.partition("\t")[0].partition(" ")[2]
            spans[name] = [_pair(part) for part in offsets.split(";") if part.strip()]
        elif name.startswith("E"):
            events.append([_role(part) for part in rest.split()])
    acts = []
    for event in events:
        roles: dict[str, list[Span]] = {}
        for role, name in event:
            roles.setdefault(role, []).extend(spans.get(name, []))
        if event[0][0] == "Attribution" and roles.get("Content") and roles.get("Cue"):
            cue, content = sorted(roles["Cue"]), sorted(roles["Content"])
            acts.append(
                Act(sorted(roles.get("Source", [])), cue, content, is_speech(text, cue, content))
            )
    return acts


def _pair(part: str) -> Span:
    start, end = part.split()
    return int(start), int(end)


def _role(part: str) -> tuple[str, str]:
    role, _, name = part.partition(":")
    return role.rstrip("0123456789"), name


def found_acts(text: str) -> list[Act]:
    """Attributions and attitudes that the extraction finds; PolNeAR has none without a cue."""
    acts = []
    doc = read(text, "en")
    for item in [*doc._.attributions, *doc._.attitudes]:
        if item.cue is None:
            continue
        content = sorted(item.contents)
        source = [with_comma(item.source, text)] if item.source else []
        acts.append(Act(source, [item.cue], content, is_speech(text, [item.cue], content)))
    return acts


def with_comma(span: Span, text: str) -> Span:
    """A source as PolNeAR marks it: the comma that closes a description belongs to it."""
    start, end = span
    described = re.search(r",\s", text[start:end]) is not None
    return (start, end + 1) if described and text[end : end + 1] == "," else span


def is_speech(text: str, cue: list[Span], content: list[Span]) -> bool:
    words = WORD.findall(" ".join(text[a:b] for a, b in cue).lower())
    size = sum(len(WORD.findall(text[a:b])) for a, b in content)
    if size < 4:
        return False
    return words[:2] == ["according", "to"] or any(_lemma(word) in SPEECH for word in words)


def _lemma(word: str) -> str:
    if word in FORMS:
        return FORMS[word]
    for ending, instead in (("ies", "y"), ("ied", "y"), ("s", ""), ("ed", ""), ("ed", "e"),
                            ("d", ""), ("ing", ""), ("ing", "e")):  # fmt: skip
        if word.endswith(ending) and word[: -len(ending)] + instead in SPEECH:
            return word[: -len(ending)] + instead
    return word


# --- measures ------------------------------------------------------------------------------
def tokens_of(spans: list[Span], starts: list[int]) -> frozenset[int]:
    return frozenset(at for at in starts if any(a <= at < b for a, b in spans))


def paired(gold: list[Act], found: list[Act], text: str) -> list[tuple[int, int]]:
    """One-to-one pairs (gold, found) with a content Jaccard of 0.5, the closest first."""
    starts = [match.start() for match in WORD.finditer(text)]
    left = [tokens_of(act.content, starts) for act in gold]
    right = [tokens_of(act.content, starts) for act in found]
    edges = []
    for number, mine in enumerate(left):
        for index, theirs in enumerate(right):
            both = len(mine & theirs)
            if both and 2 * both >= len(mine | theirs):
                cues = overlap(gold[number].cue, found[index].cue)
                edges.append((-both / len(mine | theirs), not cues, number, index))
    pairs, used_gold, used_found = [], set(), set()
    for _, _, number, index in sorted(edges):
        if number not in used_gold and index not in used_found:
            pairs.append((number, index))
            used_gold.add(number)
            used_found.add(index)
    return pairs


def overlap(left: list[Span], right: list[Span]) -> bool:
    return any(a < d and c < b for a, b in left for c, d in right)


def right_pairs(gold: list[Act], found: list[Act], text: str) -> list[tuple[int, int]]:
    return [
        (number, index)
        for number, index in paired(gold, found, text)
        if (not gold[number].source and not found[index].source)
        or overlap(gold[number].source, found[index].source)
    ]


def as_given(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Spans as they are, neighbours with only space between them joined."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and not text[result[-1][1] : start].strip():
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return tuple(result)


def trimmed(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Spans without marks and spaces at their ends, neighbours joined."""
    result: list[Span] = []
    for start, end in sorted(spans):
        while start < end and text[start] in EDGE:
            start += 1
        while end > start and text[end - 1] in EDGE:
            end -= 1
        if start < end:
            if result and not text[result[-1][1] : start].strip(EDGE):
                result[-1] = (result[-1][0], end)
            else:
                result.append((start, end))
    return tuple(result)


@dataclass(slots=True)
class Count:
    """Right, found and gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        self.right, self.found, self.gold = self.right + right, self.found + found, self.gold + gold

    def line(self) -> str:
        precision = 100 * self.right / self.found if self.found else 0.0
        recall = 100 * self.right / self.gold if self.gold else 0.0
        score = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"P {precision:5.1f}  R {recall:5.1f}  F1 {score:5.1f}  ({self.gold} gold)"


def measure(gold: list[Act], found: list[Act], text: str, counts: dict[str, Count]) -> None:
    speech_gold = [act for act in gold if act.is_speech]
    speech_found = [act for act in found if act.is_speech]
    for name, mine, theirs in (("all", gold, found), ("speech", speech_gold, speech_found)):
        pairs = paired(mine, theirs, text)
        right = len(right_pairs(mine, theirs, text))
        counts[f"{name}: content"].add(len(pairs), len(theirs), len(mine))
        counts[f"{name}: content+source"].add(right, len(theirs), len(mine))
    for role in ("source", "cue", "content"):
        for name, form in ((f"exact: {role}", as_given), (f"exact: {role}, trimmed", trimmed)):
            mine = {form(getattr(act, role), text) for act in gold} - {()}
            theirs = {form(getattr(act, role), text) for act in found} - {()}
            if name in counts:
                counts[name].add(len(mine & theirs), len(theirs), len(mine))


NAMES = ("all: content", "all: content+source", "speech: content", "speech: content+source",
         "exact: source", "exact: cue", "exact: content", "exact: content, trimmed")  # fmt: skip


def show_errors(name: str, text: str, gold: list[Act], found: list[Act]) -> None:
    pairs = right_pairs(gold, found, text)
    matched_gold, matched_found = {g for g, _ in pairs}, {f for _, f in pairs}
    print(f"\n{name}")
    for label, acts, matched in (("missed", gold, matched_gold), ("extra", found, matched_found)):
        for index, act in enumerate(acts):
            if index not in matched:
                speech = "*" if act.is_speech else " "
                print(f" {label:6}{speech} {_words(act.source, text)!r} | {_words(act.cue, text)!r}"
                      f" | {_words(act.content, text)!r}")  # fmt: skip


def _words(spans: Iterable[Span], text: str) -> str:
    return " ... ".join(text[a:b] for a, b in spans)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args(arguments)
    load("en")
    counts = {name: Count() for name in NAMES}
    for number, (name, text, gold) in enumerate(articles(options.polnear, options.split)):
        found = found_acts(text)
        measure(gold, found, text, counts)
        if number < options.errors:
            show_errors(name, text, gold, found)
    print(f"PolNeAR {options.split}, model {model_for('en')}")
    for name, count in counts.items():
        print(f"{name:24} {count.line()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

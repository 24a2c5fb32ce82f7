"""Resolve the annotated sources to texts and gold files with offsets.

    python tests/claims/extraction/heldout/build.py

A source (`source/NAME.txt`) holds one sentence per line, paragraphs apart by an empty line, and
under a sentence its annotations, with words instead of offsets:

    + SCORE SPEAKER<mention> cue stance quotation: TEXT    a claim; "FROM ... TO" shortens a span
    + SCORE: TEXT                                          a claim in the article's own voice
      = TEXT                                               an equally good span of that claim
      q TEXT => VALUE[,VALUE] [UNIT]                       quantity; `q?`: not needed
      d TEXT => TYPE [VALUE]                               date or duration
      segments TEXT || TEXT                                parts of an interrupted sentence
    - REASON                                               why a sentence holds no (further) claim

The head names speakers (`#speaker KEY | canonical | kind | aliases`) and entities. A blank in a cue
is written as an underscore; `<> -` is a speaker whom the text does not name at that place.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

HERE = Path(__file__).parent
CHECK_WORTHY = 0.5
CLAIM = re.compile(
    r"\+ (?P<score>[01]?\.\d+)(?: (?P<key>\w+)<(?P<mention>[^>]*)>"
    r" (?P<cue>\S+) (?P<stance>\S+) (?P<quotation>\w+))?: (?P<text>.+)"
)


class Source:
    """One annotated source while it is read."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.speakers: dict[str, dict] = {}
        self.entities: dict[str, str] = {}
        self.about: dict[str, str] = {}
        self.text = ""
        self.sentences: list[dict] = []
        self.notes: list[tuple[int, str]] = []
        self.read(path.read_text(encoding="utf-8").splitlines())

    def read(self, lines: list[str]) -> None:
        gap = ""
        for line in lines:
            if line.startswith("#"):
                self.head(line)
            elif not line.strip():
                gap = "\n\n" if self.text else ""
            elif re.match(r"[+-] |  ", line):
                self.notes.append((len(self.sentences) - 1, line.strip()))
            else:
                self.text += gap
                lead = len(line) - len(line.lstrip())
                start = len(self.text) + lead
                self.text += line.rstrip()
                self.sentences.append({"start": start, "end": len(self.text)})
                gap = " "
        for index, sentence in enumerate(self.sentences):
            text = self.text[sentence["start"] : sentence["end"]]
            sentence.update(index=index, text=text, has_claim=False, has_check_worthy=False)
        self.text += "\n"

    def head(self, line: str) -> None:
        word, _, rest = line[1:].partition(" ")
        fields = [field.strip() for field in rest.split("|")]
        if word == "speaker":
            key, canonical, kind, aliases = fields
            names = [name.strip() for name in aliases.split(";")]
            self.speakers[key] = {"canonical": canonical, "kind": kind, "aliases": names}
        elif word == "entity":
            for name in fields[1].split(";"):
                self.entities[name.strip()] = fields[0]
        else:
            self.about[word] = rest.strip()

    def nearby(self, index: int) -> list[dict]:
        """All sentences, the nearest to `index` first, later ones before earlier ones."""
        return sorted(
            self.sentences,
            key=lambda other: (abs(other["index"] - index), other["index"] < index),
        )

    def span(self, wording: str, sentence: dict) -> dict | None:
        first, dots, last = wording.partition(" ... ")
        start = self.text.find(first, sentence["start"], sentence["end"])
        if start < 0:
            return None
        end = start + len(first)
        if dots:
            found = self.text.find(last, end, sentence["end"])
            if found < 0:
                return None
            end = found + len(last)
        return {"text": self.text[start:end], "start": start, "end": end}

    def find(self, wording: str, index: int) -> tuple[dict, dict]:
        """The span of a wording and the sentence it stands in."""
        for sentence in self.nearby(index):
            span = self.span(wording, sentence)
            if span is not None:
                return span, sentence
        raise SystemExit(f"{self.name}, sentence {index}: not in the text: {wording}")

    def attribution(self, mention: str, cue: str, index: int) -> tuple[dict | None, dict | None]:
        """Spans of mention and cue, as near to each other as the sentence allows."""
        cue = cue.replace("_", " ")
        if not mention:
            return None, None
        for sentence in self.nearby(index):
            names = self.occurrences(mention, sentence)
            cues = self.occurrences(cue, sentence)
            if names and cues:
                return min(
                    ((name, word) for name in names for word in cues),
                    key=lambda pair: abs(pair[0]["start"] - pair[1]["start"]),
                )
        raise SystemExit(f"{self.name}, sentence {index}: no {mention!r} with {cue!r}")

    def occurrences(self, wording: str, sentence: dict) -> list[dict]:
        pattern = re.compile(rf"(?<!\w){re.escape(wording)}(?!\w)")
        return [
            {"text": match[0], "start": match.start(), "end": match.end()}
            for match in pattern.finditer(self.text, sentence["start"], sentence["end"])
        ]

    def gold(self) -> dict:
        claims: list[dict] = []
        silent: list[dict] = []
        for index, note in self.notes:
            mark, _, rest = note.partition(" ")
            sentence = self.sentences[index]
            if mark == "+":
                claims.append(self.claim(note, index, f"{self.name[:2].upper()}{len(claims):02}"))
            elif mark == "-":
                silent.append(
                    {key: sentence[key] for key in ("start", "end", "text")}
                    | {"sentence": index, "reason": rest}
                )
            else:
                self.detail(claims[-1], mark, rest)
        entities = self.entity_mentions()
        for claim in claims:
            claim["entities"] = [
                entity
                for entity in entities
                if claim["start"] <= entity["start"] and entity["end"] <= claim["end"]
            ]
        return {
            "file": f"{self.name}.txt",
            "style": self.about["style"],
            "published": self.about["date"],
            "chars": len(self.text),
            "offsets": "Unicode code points; end exclusive",
            "sentences": self.sentences,
            "claims": claims,
            "not_claims": silent,
            "entities": entities,
        }

    def claim(self, note: str, index: int, identifier: str) -> dict:
        match = CLAIM.fullmatch(note)
        if match is None:
            raise SystemExit(f"{self.name}, sentence {index}: cannot read {note!r}")
        span, sentence = self.find(match["text"], index)
        speaker = {"canonical": "author", "kind": "author", "aliases": [], "mention": None}
        cue = None
        if match["key"]:
            mention, cue = self.attribution(match["mention"], match["cue"], sentence["index"])
            speaker = self.speakers[match["key"]] | {"mention": mention}
        score = float(match["score"])
        sentence["has_claim"] = True
        sentence["has_check_worthy"] |= score >= CHECK_WORTHY
        return {
            "id": identifier,
            **span,
            "sentence": {key: sentence[key] for key in ("index", "start", "end", "text")},
            "speaker": speaker,
            "cue": cue,
            "stance": match["stance"] or "asserts",
            "quotation": match["quotation"] or "none",
            "check_worthy": score >= CHECK_WORTHY,
            "score": score,
            "quantities": [],
            "dates": [],
            "alternative_spans": [],
        }

    def detail(self, claim: dict, mark: str, rest: str) -> None:
        index = claim["sentence"]["index"]
        wording, _, meaning = (part.strip() for part in rest.partition("=>"))
        if mark == "=":
            claim["alternative_spans"].append(self.find(rest, index)[0])
        elif mark == "segments":
            claim["segments"] = [self.find(part.strip(), index)[0] for part in rest.split("||")]
        elif mark == "d":
            kind, _, value = meaning.partition(" ")
            date = self.find(wording, index)[0] | {"type": kind}
            claim["dates"].append(date | ({"value": value} if value else {}))
        elif mark in ("q", "q?"):
            values, _, unit = meaning.partition(" ")
            numbers = [] if values == "none" else [float(value) for value in values.split(",")]
            quantity = self.find(wording, index)[0] | {
                "value": numbers[0] if len(numbers) == 1 else numbers or None,
                "unit": unit or None,
            }
            claim["quantities"].append(quantity | ({"optional": True} if mark == "q?" else {}))
        else:
            raise SystemExit(f"{self.name}, sentence {index}: unknown mark {mark!r}")

    def entity_mentions(self) -> list[dict]:
        if not self.entities:
            return []
        names = sorted(self.entities, key=len, reverse=True)
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
        return [
            {
                "text": match[0],
                "start": match.start(),
                "end": match.end(),
                "kind": self.entities[match[0]],
            }
            for match in pattern.finditer(self.text)
        ]


def built() -> dict[str, str]:
    """What the files beside this module must hold, by file name."""
    files = {}
    for path in sorted((HERE / "source").glob("*.txt")):
        source = Source(path)
        gold = source.gold()
        files[f"{source.name}.txt"] = source.text
        files[f"{source.name}.json"] = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
    return files


if __name__ == "__main__":
    for name, content in built().items():
        (HERE / name).write_text(content, encoding="utf-8")

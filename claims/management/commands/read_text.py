"""Read a text file and print the statements found in it; nothing is stored."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.extraction import FoundClaim, find_claims
from claims.extraction.explain import Sentence, explain
from claims.extraction.records import KINDS, QUOTATIONS, REASONS, STANCES

LARGEST = 20_000_000  # bytes


class Command(BaseCommand):
    """Print each claim of a file with speaker, stance, figures, score and reasons."""

    help = "Read a text and print the claims in it, without touching the database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a UTF-8 text file, or - for standard input")
        parser.add_argument("--json", action="store_true", help="print a list of records")
        parser.add_argument(
            "--explain", action="store_true", help="say why each sentence was or was not taken"
        )
        parser.add_argument("--language", help="language code; English if not given")

    def handle(self, *args: Any, **options: Any) -> None:
        text = _text_of(options["file"])
        if options["explain"]:
            for sentence in explain(text, options["language"]):
                self.stdout.write(_explained(text, sentence))
            return
        found = find_claims(text, options["language"])
        if options["json"]:
            records = [claim.as_dict() for claim in found]
            self.stdout.write(json.dumps(records, ensure_ascii=False, indent=1))
            return
        if not found:
            self.stdout.write("No claims found.")
        for number, claim in enumerate(found, start=1):
            self.stdout.write(_described(number, claim))


def _text_of(name: str) -> str:
    """Text of a file; newlines stay as they are, so that offsets hold."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}") from error
    if len(raw) > LARGEST:
        raise CommandError(f"{name} is larger than {LARGEST // 1_000_000} MB; split it.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CommandError(
            f"{name} is not UTF-8 (byte {error.start}). Convert it, for example with iconv."
        ) from error


def _described(number: int, claim: FoundClaim) -> str:
    speaker = claim.speaker or "the article"
    lines = [
        f"{number}. [{claim.start}:{claim.end}] {claim.score:.2f} {claim.kind}: {claim.text}",
        f"   {speaker} ({STANCES[claim.stance]}; {QUOTATIONS[claim.quotation]})",
    ]
    if claim.proposed != claim.text:
        lines.append(f"   stand-alone: {claim.proposed}")
    if claim.reported_by:
        lines.append(f"   brought up by: {claim.reported_by}")
    figures = [_figure(quantity.as_dict()) for quantity in claim.quantities]
    if figures:
        lines.append(f"   figures: {'; '.join(figures)}")
    if claim.dates:
        lines.append(f"   dates: {'; '.join(date.text for date in claim.dates)}")
    lines.append(f"   {KINDS[claim.kind]}; " + "; ".join(REASONS[code] for code in claim.reasons))
    return "\n".join(lines) + "\n"


def _explained(text: str, sentence: Sentence) -> str:
    """A sentence, what was taken from it (+) and left out (-) with reasons, and attitudes (~)."""
    lines = [f"[{sentence.start}:{sentence.end}] {_line(text, sentence.start, sentence.end)}"]
    for claim in sentence.taken:
        speaker = claim.speaker or "the article"
        lines.append(f"  + {claim.score:.2f} {claim.kind}, {speaker}: {_one(claim.text)}")
        lines.append(f"      {_worded(claim.reasons)}")
    for left in sentence.left_out:
        lines.append(f"  - {_line(text, left.start, left.end)}")
        lines.append(f"      {_worded(left.reasons)}")
    for attitude in sentence.attitudes:
        parts = (attitude.source, attitude.cue, attitude.thing)
        lines.append("  ~ " + " | ".join(_line(text, *span) for span in parts))
    return "\n".join(lines) + "\n"


def _worded(reasons: tuple[str, ...]) -> str:
    return "; ".join(REASONS[code] for code in reasons)


def _line(text: str, start: int, end: int) -> str:
    return _one(text[start:end])


def _one(wording: str) -> str:
    """The wording on one line."""
    return " ".join(wording.split())


def _figure(quantity: dict[str, Any]) -> str:
    if quantity.get("from") is not None and quantity.get("to") is not None:
        value = f"{quantity['from']} to {quantity['to']} (change {quantity.get('change')})"
    else:
        value = f"{quantity.get('value')}"
    return " ".join(part for part in (value, quantity.get("unit")) if part)

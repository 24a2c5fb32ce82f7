"""Read a text file and print the statements found in it; nothing is stored."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.extraction import FoundClaim, find_claims
from claims.extraction.records import KINDS, QUOTATIONS, REASONS, STANCES

LARGEST = 20_000_000  # bytes


class Command(BaseCommand):
    """Print each claim of a file with speaker, stance, figures, score and reasons."""

    help = "Read a text and print the claims in it, without touching the database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a UTF-8 text file, or - for standard input")
        parser.add_argument("--json", action="store_true", help="print a list of records")
        parser.add_argument("--language", help="language code; English if not given")

    def handle(self, *args: Any, **options: Any) -> None:
        text = _text_of(options["file"])
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


def _figure(quantity: dict[str, Any]) -> str:
    if quantity.get("from") is not None and quantity.get("to") is not None:
        value = f"{quantity['from']} to {quantity['to']} (change {quantity.get('change')})"
    else:
        value = f"{quantity.get('value')}"
    return " ".join(part for part in (value, quantity.get("unit")) if part)

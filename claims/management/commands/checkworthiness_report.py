"""manage.py checkworthiness_report: what desk decisions say about each reason; proposes weights."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from claims.extraction.worth.weights import SETTING, UnreadableWeights, weights
from claims.reports.worth import ENOUGH, ReasonRow, decisions, rows


class Command(BaseCommand):
    help = (
        "Show for each reason of check-worthiness how many of the claims that had it were accepted"
        " and for which reasons the others were dismissed, and propose weights that fit. Nothing is"
        f" changed: a person writes the proposal to a file and applies it with {SETTING}."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, help="only decisions of so many last days")
        parser.add_argument("--language", default="", help="only claims in this language")
        parser.add_argument("--json", action="store_true", help="print rows as JSON")
        parser.add_argument(
            "--write", metavar="FILE", type=Path, help="write the proposed weights to a new file"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        days = options["days"]
        if days is not None and days < 1:
            raise CommandError("--days has to be 1 or more.")
        since = timezone.now() - timedelta(days=days) if days else None
        try:
            in_force = weights()
        except UnreadableWeights as error:
            raise CommandError(str(error)) from error
        made = decisions(since, options["language"])
        table = rows(made, in_force)
        if options["json"]:
            self.stdout.write(json.dumps([as_dict(row) for row in table], indent=1))
        else:
            self._print(len(made), sum(one.accepted for one in made), table)
        if options["write"]:
            self._write(options["write"], table)

    def _print(self, decided: int, accepted: int, table: list[ReasonRow]) -> None:
        if not decided:
            self.stdout.write("No proposed claim has been accepted or dismissed yet.")
            return
        self.stdout.write(f"{decided} decisions, {accepted} accepted.")
        self.stdout.write(
            f"{'reason':16} {'decided':>7} {'accepted':>8} {'precision':>9} {'95 %':>11}"
            f" {'weight':>7} {'proposed':>8}  dismissed as"
        )
        for row in table:
            low, high = row.interval
            proposed = "–" if row.proposed is None else f"{row.proposed:+.2f}"
            reasons = ", ".join(f"{name} {count}" for name, count in row.dismissed.most_common())
            self.stdout.write(
                f"{row.code:16} {row.decided:7} {row.accepted:8} {row.precision or 0:9.2f}"
                f" {f'{low:.2f}–{high:.2f}':>11} {row.weight:+7.2f} {proposed:>8}  {reasons}"
            )
        self.stdout.write(f"A weight is proposed from {ENOUGH} decisions on.")

    def _write(self, path: Path, table: list[ReasonRow]) -> None:
        proposed = {row.code: row.proposed for row in table if row.proposed is not None}
        if not proposed:
            raise CommandError(f"Nothing to write: no reason has {ENOUGH} decisions yet.")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(json.dumps(proposed, indent=1, sort_keys=True) + "\n")
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(
            f"Wrote {len(proposed)} weights to {path}. Read them, then set {SETTING}={path} and"
            " restart the workers."
        )


def as_dict(row: ReasonRow) -> dict[str, Any]:
    return {
        "reason": row.code,
        "accepted": row.accepted,
        "dismissed": dict(row.dismissed),
        "precision": row.precision,
        "interval": list(row.interval),
        "weight": row.weight,
        "proposed": row.proposed,
    }

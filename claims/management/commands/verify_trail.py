"""manage.py verify_trail: check the trail, what was published, and the roots of the ledger."""

from __future__ import annotations

import gzip
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims import audit
from claims.ledger import checking, verify
from claims.models import Event, LedgerRoot, Publication


class Command(BaseCommand):
    help = (
        "Check the trail: every chain of events is whole and unaltered, the texts are those that"
        " were committed to, the events lead to the states that the database holds, verdicts and"
        " publications are what was approved, and the roots of the ledger are those of their days."
        " Names the first break of each chain and ends with status 1 when there is one."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--from-export",
            metavar="FILE",
            type=Path,
            help="check an exported ledger (.ndjson, .ndjson.gz) instead of the database",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["from_export"]:
            self._check_export(options["from_export"])
        else:
            self._check_database()

    def _check_database(self) -> None:
        breaks = 0
        for found in audit.verify():
            breaks += 1
            self.stderr.write(f"chain {found.chain}, event {found.position}: {found.problem}")
        for found in audit.replay():
            breaks += 1
            self.stderr.write(found.problem)
        for found in checking.broken():
            breaks += 1
            self.stderr.write(f"chain {found.chain}: {found.problem}")
        if breaks:
            raise CommandError(f"The trail does not hold: {breaks} break(s).")
        chains = Event.objects.order_by().values("chain").distinct().count()
        self.stdout.write(f"{Event.objects.count()} events in {chains} chains hold.")
        self.stdout.write(
            f"{Publication.objects.count()} publications and {LedgerRoot.objects.count()} roots"
            " hold."
        )

    def _check_export(self, path: Path) -> None:
        opened = gzip.open if path.suffix == ".gz" else open
        try:
            with opened(path, "rb") as lines:
                counted = verify.check(lines)
        except (ValueError, OSError, EOFError) as error:
            raise CommandError(f"The export does not hold: {error}") from error
        numbers = ", ".join(f"{count} {what}" for what, count in counted.items())
        self.stdout.write(f"The export holds: {numbers}.")

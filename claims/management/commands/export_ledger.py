"""manage.py export_ledger: write the ledger to a file that `verify_trail --from-export` checks."""

from __future__ import annotations

import gzip
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from claims.ledger import export


class Command(BaseCommand):
    help = (
        "Write the ledger as it is now, a line of JSON each: the public form, in which unpublished"
        " claims are bare hashes; with --whole, every chain and event, for an auditor. Neither"
        " holds names or unpublished texts."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="ledger.ndjson, or .gz to pack it")
        parser.add_argument("--whole", action="store_true", help="with every chain and event")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        opened = gzip.open if path.suffix == ".gz" else open
        count = 0
        with opened(path, "wt", encoding="utf-8") as out:
            for line in export.written(whole=options["whole"]):
                out.write(line)
                count += 1
        self.stdout.write(f"{count} lines in {path}.")

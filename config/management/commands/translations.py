"""`manage.py translations`: compare the catalogues with the sources, update, compile."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from config import translations
from config.naming import shown_names


class Command(BaseCommand):
    """Work on the translations; docs/translating.md has the steps and the glossary."""

    help = "List what lacks a translation, bring the catalogues to the sources, or compile them."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument(
            "--missing", action="store_true", help="list what is missing or wrong; ends with 1"
        )
        what.add_argument(
            "--extract", action="store_true", help="bring the .po files to the sources"
        )
        what.add_argument("--compile", action="store_true", help="compile what changed")
        parser.add_argument(
            "--language", choices=sorted(translations.PLURALS), help="only this one"
        )

    def handle(self, *, missing: bool, extract: bool, language: str | None, **_: object) -> None:
        wanted = [language] if language else sorted(translations.PLURALS)
        if not missing and not extract:
            done = translations.compile_changed()
            self.stdout.write(f"Compiled: {', '.join(done) or 'nothing had changed'}.")
            return
        found = translations.extracted(names=shown_names())
        if extract:
            for code in wanted:
                translations.update(code, found)
                self.stdout.write(str(translations.catalogue(code)))
        faults = [fault for code in wanted for fault in translations.faults(code, found)]
        for fault in faults:
            self.stdout.write(str(fault))
        self.stdout.write(f"{len(faults)} of {len(found) * len(wanted)} are missing or wrong.")
        if missing and faults:
            sys.exit(1)

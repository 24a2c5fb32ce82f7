"""`manage.py reset --embedded`: start afresh."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.embedded import Server
from config.opening import DEMO_BEGUN, DEMO_LOADED
from config.programs import Unavailable


class Command(BaseCommand):
    help = "Delete the embedded database and all uploaded files, to start afresh."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--embedded", action="store_true", required=True, help="what is deleted: say it"
        )
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *, yes: bool, **options: object) -> None:
        if not settings.EMBEDDED_DATABASE:
            raise CommandError(
                "DATABASE_URL is set: this deletes only the embedded database. Drop and create "
                "that database with the tools of its server."
            )
        folder = settings.DATA_DIR
        if not yes and not self._is_meant(f"Delete all claims, people and files in {folder}?"):
            raise CommandError("Nothing was deleted.")
        try:
            Server(folder).destroy()
        except (Unavailable, OSError) as error:
            raise CommandError(str(error))
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
        for name in (DEMO_BEGUN, DEMO_LOADED):
            (folder / name).unlink(missing_ok=True)
        self.stdout.write("Deleted. `python3 manage.py up` starts afresh.")

    def _is_meant(self, question: str) -> bool:
        try:
            return input(f"{question} Write yes: ").strip().lower() == "yes"
        except EOFError:
            return False

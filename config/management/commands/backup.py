"""`manage.py backup FOLDER`: database and uploaded files, while the desk is in use."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config.backups import Failed, back_up


class Command(BaseCommand):
    help = "Write database and uploaded files into a new folder; the desk may go on working."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options: object) -> None:
        try:
            back_up(folder)
        except (Failed, OSError) as error:
            raise CommandError(str(error))
        self.stdout.write(f"Backed up to {folder}. `manage.py restore {folder}` brings it back.")

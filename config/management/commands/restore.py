"""`manage.py restore FOLDER`: a back-up into an empty desk."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError, connection

from config.backups import Failed, bring_back


class Command(BaseCommand):
    help = "Bring back a back-up. Only into a desk without people: nothing is overwritten."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options: object) -> None:
        if has_people():
            raise CommandError(
                "This desk has people already, and restoring would replace everything. Start "
                "afresh first (manage.py reset --embedded), or name another DATABASE_URL."
            )
        connection.close()
        try:
            bring_back(folder)
        except (Failed, OSError) as error:
            raise CommandError(str(error))
        self.stdout.write("Brought back. `manage.py migrate` brings it up to this version.")


def has_people() -> bool:
    try:
        return get_user_model().objects.exists()
    except ProgrammingError:
        # No table yet: the database is new.
        return False

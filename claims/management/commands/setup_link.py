"""`manage.py setup_link`: a one-time link for the first person of an empty desk."""

from __future__ import annotations

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims.accounts import people


class Command(BaseCommand):
    help = "Print a one-time link on which the first person of an empty desk is made."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--base-url", default=settings.PUBLIC_BASE_URL, help="of the desk")

    def handle(self, *, base_url: str, **options: object) -> None:
        if not people.desk_is_empty():
            raise CommandError(
                "This desk has people already. Add one with: "
                'manage.py add_person EMAIL --name "Name" --role editor'
            )
        self.stdout.write(
            f"Nobody is here yet. Set up the desk within {people.SETUP_HOURS} hours, once:\n"
            f"  {base_url}{people.setup_path()}"
        )

"""manage.py load_demo: an invented newsroom's desk, to try things out on."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims.accounts.models import User
from claims.demo.story import PASSWORD, PEOPLE
from claims.demo.telling import Interrupted, tell


class Command(BaseCommand):
    help = (
        "Fill an empty desk with an invented newsroom: articles read by the running worker, claims"
        " carried by its people through the real steps. Only with DEBUG on and the embedded"
        " database."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--people", action="store_true", help="load nothing, only print who can log in"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["people"]:
            self._load(**options)
        self.stdout.write(f"Demo people, all with the password {PASSWORD}:")
        for member in PEOPLE:
            self.stdout.write(f"  {member.email:<20} {member.role}")

    def _load(self, **options: Any) -> None:
        if not (settings.DEBUG and settings.EMBEDDED_DATABASE):
            raise CommandError(
                "The demo is only loaded into the embedded database with DEBUG on: its passwords"
                " are no secret."
            )
        strangers = User.objects.exclude(email__in=[member.email for member in PEOPLE])
        if strangers.exists():
            raise CommandError("Somebody works here already: the demo needs an empty desk.")
        try:
            for line in tell():
                if options["verbosity"] > 1:
                    self.stdout.write(line)
        except Interrupted as interrupted:
            raise CommandError(str(interrupted)) from interrupted

"""`manage.py add_person`: somebody new at the desk."""

from __future__ import annotations

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims import passwords, persons, roles
from claims.accounts import people


class Command(BaseCommand):
    help = "Add a person to the desk and print the link on which they choose their password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", required=True, help="as colleagues see it")
        parser.add_argument("--role", required=True, help=", ".join(roles.PERMISSIONS))
        parser.add_argument("--base-url", default=settings.PUBLIC_BASE_URL, help="of the desk")

    def handle(self, *, email: str, name: str, role: str, base_url: str, **options: object) -> None:
        try:
            person = people.add_person(email, name=name, role=role)
        except people.Refusal as refusal:
            raise CommandError(str(refusal))
        persons.tell_added(person, actor=None)
        link = passwords.show_link(person, actor=None, base_url=base_url)
        hours = settings.PASSWORD_RESET_TIMEOUT // 3600
        self.stdout.write(
            f"{person.name} <{person.email}> is here as {role}. A password is chosen, once and "
            f"within {hours} hours, at:\n  {link}"
        )

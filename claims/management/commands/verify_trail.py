"""manage.py verify_trail: check every chain of events, and that the events lead to the states."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims import audit
from claims.models import Event


class Command(BaseCommand):
    help = (
        "Check the trail: every chain of events is whole and unaltered, the texts are those that"
        " were committed to, and the events lead to the states that the database holds. Names the"
        " first break of each chain and ends with status 1 when there is one."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        breaks = 0
        for found in audit.verify():
            breaks += 1
            self.stderr.write(f"chain {found.chain}, event {found.position}: {found.problem}")
        for found in audit.replay():
            breaks += 1
            self.stderr.write(found.problem)
        if breaks:
            raise CommandError(f"The trail does not hold: {breaks} break(s).")
        chains = Event.objects.order_by().values("chain").distinct().count()
        self.stdout.write(f"{Event.objects.count()} events in {chains} chains hold.")

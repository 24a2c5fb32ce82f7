"""What a report is narrowed to, in words: a label, and the name by which people know the value."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from claims.reports.dimensions import Names, as_they_are, sides, topics

LABELS: dict[str, str | Promise] = {
    "outlet": lazy("Outlet"),
    "claimant": lazy("Claimant"),
    "side": lazy("Side"),
    "topic": lazy("Topic"),
    "language": lazy("Language"),
}
NAMES: dict[str, Names] = {"side": sides, "topic": topics}


def worded(filters: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return label and name of each filter; a value that is not there any more names itself."""
    return [
        (str(LABELS[name]), NAMES.get(name, as_they_are)([value]).get(value, value))
        for name, value in filters.items()
    ]

"""Links on which somebody else chooses a password: who has one before them could use it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from claims.accounts.people import password_path
from claims.persons import record_of

if TYPE_CHECKING:
    from claims.accounts.models import User


def show_link(person: User, *, actor: User | None, base_url: str = "") -> str:
    """Return the address at which a person chooses a password, once; the trail says who saw it.

    actor: who is shown it, and whom the person will be told of; None on the command line.
    base_url: where the desk is, when not at PUBLIC_BASE_URL.
    """
    record_of(person, "person.link_shown", actor=actor)
    return f"{base_url or settings.PUBLIC_BASE_URL}{password_path(person)}"

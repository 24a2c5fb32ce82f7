"""The people of the desk, and how a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

if TYPE_CHECKING:
    from claims.accounts.models import User

NAMED = re.compile(r"(?<![\w@])@([\w.-]{2,60})")


def holders(codename: str) -> QuerySet[User]:
    """Return the active people who hold a permission of this app, by role or on their own."""
    held = Q(
        groups__permissions__codename=codename,
        groups__permissions__content_type__app_label="claims",
    )
    alone = Q(user_permissions__codename=codename)
    people = get_user_model().objects.filter(is_active=True)
    return people.filter(held | alone | Q(is_superuser=True)).distinct()


def named(text: str) -> list[User]:
    """Return the people of the desk whom a text names: @Rosa, @RosaMarten or @rosa.marten.

    A short name counts only where one person alone has it.
    """
    wanted = {name.casefold().rstrip(".-") for name in NAMED.findall(text)}
    if not wanted:
        return []
    known = _known(holders("view_claim"))
    found = {users[0].pk: users[0] for name in wanted if len(users := known.get(name, [])) == 1}
    return list(found.values())


def names() -> list[tuple[User, str]]:
    """Return the people of the desk by name, each with the shortest name that means them alone.

    Whom no such name means is left out.
    """
    people = list(holders("view_claim").order_by("name", "email"))
    known = _known(people)
    found = []
    for user in people:
        alone = (name for name in _names_of(user) if len(known[name.casefold()]) == 1)
        name = next((name for name in alone if NAMED.fullmatch(f"@{name}")), None)
        if name is not None:
            found.append((user, name))
    return found


def _known(people: QuerySet[User] | list[User]) -> dict[str, list[User]]:
    """Who is meant by a name, in lower case."""
    known: dict[str, list[User]] = {}
    for user in people:
        for name in {name.casefold() for name in _names_of(user)}:
            known.setdefault(name, []).append(user)
    return known


def _names_of(user: User) -> Iterator[str]:
    """What a person can be called: by first name, whole name, or the start of their address."""
    words = user.name.split()
    yield from words[:1]
    if words:
        yield "".join(words)
        yield ".".join(words)
    yield user.email.partition("@")[0]

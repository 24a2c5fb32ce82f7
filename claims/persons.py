"""Who is at the desk and what they may do: every change stands in the trail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from claims.audit import record

if TYPE_CHECKING:
    from claims.accounts.models import User


def standing(person: User) -> dict[str, Any]:
    """Return what decides who somebody is here and what is open to them, roles by their names."""
    return {
        "email": person.email,
        "name": person.name,
        "roles": sorted(person.groups.values_list("name", flat=True)),
        "opens_admin": person.is_staff,
        "active": person.is_active,
    }


def tell_added(person: User, *, actor: User | None) -> None:
    """Record that somebody is new here. actor: None on the command line."""
    record_of(person, "person.added", actor=actor, detail={"after": standing(person)})


def tell_changed(person: User, *, before: dict[str, Any], actor: User) -> None:
    """Record what has changed since `before` (of `standing`); nothing where nothing did."""
    after = standing(person)
    changed = [name for name in after if after[name] != before[name]]
    if not changed:
        return
    detail = {
        "before": {name: before[name] for name in changed},
        "after": {name: after[name] for name in changed},
    }
    record_of(person, "person.changed", actor=actor, detail=detail)


def record_of(
    person: User, kind: str, *, actor: User | None, detail: dict[str, Any] | None = None
) -> None:
    """Record what happened to somebody's account, also outside of a transaction."""
    with transaction.atomic():
        record(kind, actor=actor, subject=f"person:{person.pk}", detail=detail)

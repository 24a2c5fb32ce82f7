"""Who said it, found by the name that a person typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from claims.audit import record
from claims.errors import Forbidden
from claims.intake import hold_names
from claims.models import Claimant
from claims.words import checked

if TYPE_CHECKING:
    from claims.accounts.models import User

OFFERED = 30  # names that are proposed while typing


def claimant_named(name: str, *, actor: User) -> Claimant | None:
    """Return the claimant of this name or alias, added when it is unknown; None for no name.

    Must run in a transaction. Raises Forbidden where the name is new and the person may not add
    one, and Invalid for a name that cannot be kept.
    """
    name = " ".join(checked(name, field="claimant_name", most=200).split())
    if not name:
        return None
    known = Claimant.objects.filter(Q(name__iexact=name) | Q(aliases__contains=[name]))
    if claimant := known.order_by("created_at").first():
        return claimant
    if not actor.has_perm("claims.add_claimant"):
        raise Forbidden(_("Your role does not include adding a claimant."))
    hold_names([name])
    if claimant := known.order_by("created_at").first():
        return claimant
    claimant = Claimant.objects.create(name=name)
    record(
        "claimant.added",
        actor=actor,
        subject=f"claimant:{claimant.pk}",
        detail={"name": name},
    )
    return claimant


def proposed(words: str) -> list[str]:
    """Return names that contain what was typed so far, in alphabetical order."""
    rows = Claimant.objects.filter(name__icontains=words.strip()) if words.strip() else None
    return list(rows.values_list("name", flat=True)[:OFFERED]) if rows is not None else []

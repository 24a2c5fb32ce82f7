"""Triggers that keep rows as they are, for use in `Meta.triggers`.

PostgreSQL runs no row trigger for TRUNCATE, so that one is guarded by a statement trigger of its
own.
"""

from __future__ import annotations

from collections.abc import Sequence

import pgtrigger
from django.db import models


class Both(pgtrigger.Condition):
    """Holds where two conditions hold."""

    def __init__(self, left: pgtrigger.Condition, right: pgtrigger.Condition) -> None:
        self.left, self.right = left, right

    def resolve(self, model: type[models.Model]) -> str:
        return f"({self.left.resolve(model)}) AND ({self.right.resolve(model)})"


def refuse(says: str) -> str:
    """Return PL/pgSQL that refuses the statement with the sentence `says`.

    The error class is restrict_violation, which Django raises as IntegrityError.
    """
    quoted = says.replace("'", "''")
    return f"RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = '{quoted}';"


def no_truncate(*, says: str, name: str = "no_truncate") -> pgtrigger.Trigger:
    """Refuse TRUNCATE, whoever asks."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func=refuse(says),
    )


def no_delete(
    *, says: str, name: str = "no_delete", condition: pgtrigger.Condition | None = None
) -> pgtrigger.Trigger:
    """Refuse DELETE of the rows that `condition` (on OLD) names; without one, of every row."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Row,
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        condition=condition,
        func=refuse(says),
    )


def no_update(
    *,
    says: str,
    name: str = "no_update",
    but: Sequence[str] = (),
    condition: pgtrigger.Condition | None = None,
) -> pgtrigger.Trigger:
    """Refuse an UPDATE that changes any field, except those named in `but`.

    condition: guard only the rows it names (on OLD); combined with the rule above.
    """
    changed = pgtrigger.AnyChange(exclude=list(but))
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Row,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=changed if condition is None else Both(changed, condition),
        func=refuse(says),
    )


def immutable(*, says: str, but: Sequence[str] = ()) -> list[pgtrigger.Trigger]:
    """Refuse UPDATE (except of the fields in `but`), DELETE and TRUNCATE with one sentence."""
    return [no_update(says=says, but=but), no_delete(says=says), no_truncate(says=says)]

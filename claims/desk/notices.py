"""What a person is told of, and what they watch."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from claims.models import Claim, Notice, Verdict, VerdictState, Watch
from claims.workbench.keyset import Order

if TYPE_CHECKING:
    from claims.accounts.models import User

NEWEST = Order("newest", ("-id",))
COUNTED_TO = 100


def notices_of(user: User) -> QuerySet[Notice]:
    """Return a person's notices with what a row shows."""
    return user.notices.select_related("event__claim", "event__actor")


def read(user: User, *, claim_id: UUID | None = None) -> int:
    """Mark a person's notices read: those about one claim, or all; return how many."""
    rows = user.notices.unread()
    if claim_id is not None:
        rows = rows.filter(event__claim=claim_id)
    return rows.update(read_at=timezone.now())


def unread_count(user: User) -> int:
    """Return how many notices wait for a person, counted to COUNTED_TO."""
    return user.notices.unread().order_by()[:COUNTED_TO].count()


def inbox_count(user: User) -> int:
    """Return how many verdicts wait for an editor, counted to COUNTED_TO."""
    if not user.has_perm("claims.approve_verdict"):
        return 0
    return Verdict.objects.filter(state=VerdictState.SUBMITTED).order_by()[:COUNTED_TO].count()


def watch(claim: Claim, user: User, *, is_on: bool) -> None:
    """Start or stop telling a person what happens to a claim."""
    if is_on:
        Watch.objects.get_or_create(claim=claim, user=user)
    else:
        Watch.objects.filter(claim=claim, user=user).delete()

"""The list that a person works through: which claim comes before, after, and after a decision."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from claims import workflow
from claims.models import Claim, Event
from claims.workbench.keyset import neighbour
from claims.workbench.queue import Filters, QueueForm, queue

if TYPE_CHECKING:
    from claims.accounts.models import User

# Parts of an address that belong to one page and not to the list.
OF_A_PAGE = ("mention", "from", "after", "since")


@dataclass
class Course:
    """The list named by an address, seen from one claim."""

    address: str
    filters: Filters | None
    claim: Claim
    actor: User

    @cached_property
    def next(self) -> str:
        """The page of the claim after this one; empty at the end or without a list."""
        return self._page(backwards=False)

    @cached_property
    def previous(self) -> str:
        return self._page(backwards=True)

    @property
    def queue(self) -> str:
        return f"{reverse('desk:queue')}?{self.address}" if self.address else ""

    def here(self, claim_id: UUID) -> str:
        """The page of a claim, as part of this list."""
        page = reverse("desk:claim", args=[claim_id])
        return f"{page}?{self.address}" if self.address else page

    def after_decision(self) -> str:
        """Where a person goes on after deciding: the next claim, the list at its end, or here.

        The claim that was decided goes along, so that the decision can be taken back there.
        """
        if not self.address:
            return self.here(self.claim.pk)
        onward = self.next or self.previous or self.queue
        return f"{onward}&after={self.claim.pk}"

    def _page(self, *, backwards: bool) -> str:
        if self.filters is None:
            return ""
        rows = queue(self.actor, self.filters)
        found = neighbour(rows, self.filters.order, self.claim, backwards=backwards)
        return self.here(found) if found else ""


def course(request: HttpRequest, claim: Claim) -> Course:
    """Return the list that a person came from, as the address of the page names it."""
    query = request.GET.copy()
    for name in OF_A_PAGE:
        query.pop(name, None)
    filters = QueueForm(query).filters() if "state" in query else None
    return Course(query.urlencode() if filters else "", filters, claim, request.user)


def list_address(query: QueryDict) -> str:
    """Return the filters of a list as claims carry them along: always with the state."""
    kept = query.copy()
    for name in OF_A_PAGE:
        kept.pop(name, None)
    if "state" not in kept:
        kept["state"] = str(Filters().state)
    return kept.urlencode()


def undoable(request: HttpRequest, claim: Claim | None = None) -> Event | None:
    """Return the person's last decision on the claim they came from, or on this one."""
    before = uuid_in(request.GET.get("after", ""))
    rows = Claim.objects.visible_to(request.user)
    decided = rows.filter(pk=before).first() if before else claim
    return workflow.undoable(decided, request.user) if decided else None


def uuid_in(text: str) -> UUID | None:
    """Return the id that a text is, or None."""
    try:
        return UUID(text)
    except ValueError:
        return None

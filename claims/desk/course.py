"""The list that a person works through: which claim comes before, after, and after a decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone

from claims import workflow
from claims.desk.inbox import TABS, moment_in, placed, revisions
from claims.models import Claim, Event, Verdict
from claims.workbench.acts import Act
from claims.workbench.keyset import neighbour
from claims.workbench.queue import Filters, QueueForm, queue

if TYPE_CHECKING:
    from claims.accounts.models import User

# Parts of an address that belong to one page and not to the list.
OF_A_PAGE = ("mention", "from", "after", "since")


@dataclass
class Course:
    """The list that a person came from, seen from one claim. Without an address there is none."""

    claim: Claim
    actor: User
    address: str = ""

    @cached_property
    def next(self) -> str:
        """The page of the claim after this one; empty at the end or without a list."""
        return self._page(backwards=False)

    @cached_property
    def previous(self) -> str:
        return self._page(backwards=True)

    @property
    def list(self) -> str:
        """The address of the list itself."""
        return ""

    @property
    def is_inbox(self) -> bool:
        return False

    def here(self, claim_id: UUID) -> str:
        """The page of a claim, as part of this list."""
        page = reverse("desk:claim", args=[claim_id])
        return f"{page}?{self.address}" if self.address else page

    def goes_on_after(self, act: Act) -> bool:
        """Whether an act leads on to the next claim."""
        return act.moves_on

    def after_decision(self) -> str:
        """Where a person goes on after deciding: the next claim, the list at its end, or here.

        The claim that was decided goes along, so that there is a way back to it.
        """
        if not self.address:
            return self.here(self.claim.pk)
        return f"{self.onward}&after={self.claim.pk}"

    @property
    def onward(self) -> str:
        return self.next or self.previous or self.list

    def _page(self, *, backwards: bool) -> str:
        found = self.neighbour(backwards=backwards)
        return self.here(found) if found else ""

    def neighbour(self, *, backwards: bool) -> UUID | None:
        """Return the claim before or after this one."""
        return None


@dataclass
class QueueCourse(Course):
    """A list of the queue."""

    filters: Filters = field(default_factory=Filters)

    @property
    def list(self) -> str:
        return f"{reverse('desk:queue')}?{self.address}"

    def neighbour(self, *, backwards: bool) -> UUID | None:
        rows = queue(self.actor, self.filters)
        return neighbour(rows, self.filters.order, self.claim, backwards=backwards)


@dataclass
class InboxCourse(Course):
    """A tab of the editors' inbox, of what this person may decide on, as it was at a moment."""

    tab: str = ""
    as_of: datetime = field(default_factory=timezone.now)

    @property
    def list(self) -> str:
        return f"{reverse('desk:inbox')}?tab={self.tab}"

    @property
    def is_inbox(self) -> bool:
        return True

    def goes_on_after(self, act: Act) -> bool:
        return act.moves_on or act.clears

    @property
    def onward(self) -> str:
        # The last one stays on the screen: who has approved it may want to publish it.
        left = self.next or self._first()
        return left or self.here(self.claim.pk)

    def neighbour(self, *, backwards: bool) -> UUID | None:
        verdict = placed(self.claim, self.tab, self.as_of)
        if verdict is None:
            return None
        order = TABS[self.tab][1]
        found = neighbour(self._rows(), order, verdict, backwards=backwards)
        return self._claim_of(found)

    def _first(self) -> str:
        order = TABS[self.tab][1].expressions(backwards=False)
        others = self._rows().exclude(claim=self.claim).order_by(*order)
        found = self._claim_of(others.values_list("pk", flat=True).first())
        return self.here(found) if found else ""

    def _rows(self) -> QuerySet[Verdict]:
        rows = revisions(self.actor, self.tab, self.as_of)
        return rows.filter(is_mine=False) if self.tab == "submitted" else rows

    def _claim_of(self, verdict_id: UUID | None) -> UUID | None:
        rows = Verdict.objects.filter(pk=verdict_id)
        return rows.values_list("claim_id", flat=True).first() if verdict_id else None


def course(request: HttpRequest, claim: Claim) -> Course:
    """Return the list that a person came from, as the address of the page names it."""
    query = request.GET.copy()
    for name in OF_A_PAGE:
        query.pop(name, None)
    if query.get("inbox") in TABS and request.user.has_perm("claims.approve_verdict"):
        tab, as_of = query["inbox"], moment_in(query.get("as_of", ""))
        return InboxCourse(claim, request.user, inbox_address(tab, as_of), tab, as_of)
    if "state" not in query:
        return Course(claim, request.user)
    return QueueCourse(claim, request.user, query.urlencode(), QueueForm(query).filters())


def inbox_address(tab: str, as_of: datetime) -> str:
    """Return a tab of the inbox as claims carry it along."""
    return urlencode({"inbox": tab, "as_of": int(as_of.timestamp())})


def list_address(query: QueryDict) -> str:
    """Return the filters of a list as claims carry them along: always with the state."""
    kept = query.copy()
    for name in OF_A_PAGE:
        kept.pop(name, None)
    if "state" not in kept:
        kept["state"] = str(Filters().state)
    return kept.urlencode()


def came_from(request: HttpRequest) -> Claim | None:
    """Return the claim that a person decided on before they came to this page."""
    before = uuid_in(request.GET.get("after", ""))
    return Claim.objects.visible_to(request.user).filter(pk=before).first() if before else None


def undoable(decided: Claim | None, actor: User) -> Event | None:
    """Return the person's last decision on a claim while it can be taken back."""
    return workflow.undoable(decided, actor) if decided else None


def uuid_in(text: str) -> UUID | None:
    """Return the id that a text is, or None."""
    try:
        return UUID(text)
    except ValueError:
        return None

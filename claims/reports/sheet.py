"""The review sheet: one verdict with all that led to it, for reading, printing and filing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from claims.commas import listed
from claims.models import Capture, Citation, Evidence, Mention, Publication, SecondOpinion, Verdict
from claims.models.moves import VERDICT_ONCE_PUBLIC
from claims.workbench.differing import Part, differing, is_changed
from claims.workbench.review import COMPARED, Change
from claims.workbench.trail import TrailStep, trail

AROUND = 400  # code points of the article before and after the sentence of a mention
MENTIONS = 20
STEPS = 300


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with the words around it: before, in its sentence, the quote, behind."""

    mention: Mention
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Who did what to the revision, and when."""

    what: str
    who: str
    at: datetime
    note: str = ""


@dataclass
class Sheet:
    """One revision of a verdict. Of a protected source it tells only that there is one."""

    verdict: Verdict

    @classmethod
    def of(cls, verdict_id: UUID) -> Sheet | None:
        rows = Verdict.objects.select_related(
            "claim__claimant", "claim__first_mention", "rating__scale", "methodology", "corrects",
            "submitted_by", "returned_by", "approved_by", "published_by", "waived_by",
        ).prefetch_related("authorships__user", "claim__topics")  # fmt: skip
        verdict = rows.filter(pk=verdict_id).first()
        return cls(verdict) if verdict else None

    @cached_property
    def revisions(self) -> list[Verdict]:
        """All revisions of the claim, the oldest first."""
        return list(self.verdict.claim.verdicts.select_related("rating").order_by("number"))

    @cached_property
    def authors(self) -> str:
        return listed(one.user for one in self.verdict.authorships.all())

    @cached_property
    def places(self) -> list[Place]:
        rows = self.verdict.claim.mentions.select_related("snapshot__article__source")
        return [place_of(row) for row in rows.order_by("created_at", "pk")[:MENTIONS]]

    @cached_property
    def evidence(self) -> list[Evidence]:
        """What the revision cites, as frozen at submission; before that, all that stands."""
        copies = Prefetch("captures", Capture.objects.defer("text").order_by("captured_at"))
        cited = Citation.objects.filter(verdict=self.verdict).order_by().values("evidence")
        rows: QuerySet[Evidence] = Evidence.objects.filter(pk__in=cited)
        if not self.verdict.content_hash:
            rows = Evidence.objects.filter(claim=self.verdict.claim, withdrawn_at=None)
        return list(rows.prefetch_related(copies).order_by("number"))

    @cached_property
    def changes(self) -> list[Change]:
        """What the revision says otherwise than the one before it that readers saw."""
        earlier = [
            one
            for one in self.revisions
            if one.number < self.verdict.number and one.state in VERDICT_ONCE_PUBLIC
        ]
        if not earlier:
            return []
        before = earlier[-1]
        ratings = [one.rating.label if one.rating else "" for one in (before, self.verdict)]
        said = [one.get_said_display() for one in (before, self.verdict)]
        found = [
            Change(label, [Part("removed", old), Part("same", " → "), Part("added", new)])
            for label, (old, new) in ((_("Rating"), ratings), (_("Was it said?"), said))
            if old != new
        ]
        for name, label in COMPARED:
            parts = differing(getattr(before, name), getattr(self.verdict, name))
            if is_changed(parts):
                found.append(Change(str(label), parts))
        return found

    @cached_property
    def second(self) -> SecondOpinion | None:
        rows = SecondOpinion.objects.select_related("checker", "rating", "first_rating", "ruled_by")
        return rows.filter(verdict=self.verdict, answered_at__isnull=False).first()

    @cached_property
    def publications(self) -> list[Publication]:
        """What became public with this revision, the earliest first."""
        return list(self.verdict.publications.defer("document").order_by("sequence"))

    @cached_property
    def decisions(self) -> list[Decision]:
        """Who handed in, returned, approved and published, in the order of time."""
        verdict = self.verdict
        returned = verdict.get_return_reason_display() if verdict.returned_at else ""
        steps = [
            (_("Handed in"), verdict.submitted_by, verdict.submitted_at, ""),
            (pgettext("verdict", "Returned"), verdict.returned_by, verdict.returned_at, returned),
            (_("Approved"), verdict.approved_by, verdict.approved_at, ""),
            (pgettext("verdict", "Published"), verdict.published_by, verdict.published_at, ""),
        ]
        found = [Decision(what, str(who or ""), at, note) for what, who, at, note in steps if at]
        for at, what in (
            (verdict.superseded_at, _("Superseded")),
            (verdict.retracted_at, pgettext("verdict", "Retracted")),
        ):
            if at:
                found.append(Decision(what, "", at))
        return sorted(found, key=lambda one: one.at)

    @cached_property
    def trail(self) -> list[TrailStep]:
        """All that happened to the claim, the earliest first."""
        events = self.verdict.claim.events.select_related("actor", "detail").order_by("id")
        return trail(events[:STEPS])

    @cached_property
    def last_hash(self) -> str:
        """The hash at the end of the claim's chain: it stands for all of the trail."""
        last = self.verdict.claim.events.order_by("-position").values_list("hash", flat=True)
        return last.first() or ""


def place_of(mention: Mention) -> Place:
    """Return a mention with its sentence and some of the article around it, in whole words."""
    text = mention.snapshot.text
    first = max(0, mention.sentence_start - AROUND)
    last = min(len(text), mention.sentence_end + AROUND)
    before = text[first : mention.start]
    after = text[mention.end : last]
    if first:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Place(mention, before, text[mention.start : mention.end], after)

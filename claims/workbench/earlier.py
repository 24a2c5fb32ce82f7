"""Earlier texts of a claim's verdict, and what its open revision says otherwise than they."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from claims.documents import Document, content_of
from claims.models import EventDetail, Evidence, Verdict, VerdictState
from claims.models.moves import VERDICT_ONCE_PUBLIC
from claims.models.verdict import Confidence, CorrectionType, Media, Said
from claims.workbench.differing import Part, differing, is_changed, replaced
from claims.workbench.review import COMPARED, Change
from claims.workflow.checklist import cited_evidence

if TYPE_CHECKING:
    from claims.accounts.models import User

PUBLIC = "public"
ACTS = ("verdict.submitted", "verdict.returned", "verdict.published")


@dataclass
class Earlier:
    """A text that somebody was asked to read: the last public one, or one that was handed in.

    key: how an address names it: "public", or the number of the event of its submission.
    by, returned_by: who handed it in, and the editor who sent it back, if one did.
    is_kept: its words are there still; they can be erased.
    is_own: whether the person who compares sent it back.
    """

    key: str
    at: datetime
    by: User | None = None
    returned_by: User | None = None
    is_kept: bool = True
    is_own: bool = False

    @property
    def label(self) -> str:
        """What it is, as the end of "compared with …"."""
        day = date_format(localtime(self.at), "SHORT_DATETIME_FORMAT")
        if self.key == PUBLIC:
            return _("the last public revision, {time}").format(time=day)
        if self.is_own:
            return _("the text you returned, {time}").format(time=day)
        if self.returned_by:
            return _("the text {name} returned, {time}").format(name=self.returned_by, time=day)
        return _("the text {name} handed in, {time}").format(name=self.by, time=day)


@dataclass
class Comparison:
    """The open revision of a claim beside an earlier text; `asked` names one, else the fitting is.

    verdicts: all revisions of the claim, the newest first.
    """

    verdict: Verdict
    verdicts: list[Verdict]
    actor: User
    asked: str = ""

    @cached_property
    def texts(self) -> list[Earlier]:
        """What the revision can be compared with, the newest first and the public one last."""
        found = [text for text in reversed(self._submissions()) if text.is_kept]
        if self._public is not None:
            found.append(Earlier(PUBLIC, self._public.published_at))
        return found

    @cached_property
    def chosen(self) -> Earlier | None:
        """The text that was asked for, else the one this person returned last, else the public."""
        asked = (text for text in self.texts if text.key == self.asked)
        own = (text for text in self.texts if text.is_own)
        public = (text for text in self.texts if text.key == PUBLIC)
        return next((text for some in (asked, own, public, self.texts) for text in some), None)

    @cached_property
    def changes(self) -> list[Change]:
        """What the revision says otherwise than the chosen text."""
        if self.chosen is None:
            return []
        if self.chosen.key == PUBLIC:
            before = self._public.document
        else:
            before = EventDetail.objects.get(event_id=self.chosen.key).data["document"]
        return changes(json.loads(before), self._now())

    def _now(self) -> Document:
        """The document of the revision: as it was handed in, else as its draft stands."""
        if self.verdict.document:
            return json.loads(self.verdict.document)
        return content_of(self.verdict, cited_evidence(self.verdict))

    @cached_property
    def _public(self) -> Verdict | None:
        return next((one for one in self.verdicts if one.state in VERDICT_ONCE_PUBLIC), None)

    def _submissions(self) -> list[Earlier]:
        """What was handed in since the last publication, the oldest first, without the present."""
        rows = self.verdict.claim.events.filter(kind__in=ACTS).select_related("actor")
        has_text = Q(detail__data__has_key="document")
        found: list[Earlier] = []
        for event in rows.annotate(has_text=has_text).order_by("id"):
            if event.kind == "verdict.published":
                found.clear()
            elif event.kind == "verdict.submitted":
                text = Earlier(str(event.pk), event.at, by=event.actor)
                text.is_kept = bool(event.has_text)
                found.append(text)
            elif found:
                found[-1].at, found[-1].returned_by = event.at, event.actor
                found[-1].is_own = event.actor_id == self.actor.pk
        is_there = self.verdict.state in (VerdictState.SUBMITTED, VerdictState.APPROVED)
        return found[:-1] if is_there else found


def changes(before: Document, after: Document) -> list[Change]:
    """Return what one document of a verdict says otherwise than another: answers, then texts."""
    found = [*_answers(before, after), *_texts(before, after), *_listed(before, after)]
    return [Change(label, parts) for label, parts in found if is_changed(parts)]


def _answers(before: Document, after: Document) -> Iterator[tuple[str, list[Part]]]:
    """What is chosen or named, which is another thing as a whole."""
    for label, write in (
        (_("Rating"), _rating),
        (_("Was it said?"), lambda one: _choice(Said, one["verdict"]["said"])),
        (_("Confidence"), lambda one: _choice(Confidence, one["verdict"]["confidence"])),
        (_("Claimant"), _claimant),
        (_("Said on"), _day),
        (_("Kind of correction"), _correction_type),
    ):
        yield label, replaced(write(before), write(after))


def _texts(before: Document, after: Document) -> Iterator[tuple[str, list[Part]]]:
    yield _("The claim"), differing(before["claim"]["text"], after["claim"]["text"])
    for name, label in COMPARED:
        yield str(label), differing(before["verdict"][name], after["verdict"][name])
    yield _("Image or video"), differing(_media(before), _media(after))
    notes = [one["verdict"]["public_note"] for one in (before, after)]
    yield _("Note for readers"), differing(*notes)


def _listed(before: Document, after: Document) -> Iterator[tuple[str, list[Part]]]:
    """Evidence by its number, places by their mention."""
    for name, label, key, write in (
        ("evidence", _("Evidence"), "number", _source),
        ("mentions", _("Where it was said"), "id", _place),
    ):
        old, new = ({row[key]: row for row in one[name]} for one in (before, after))
        for found in dict.fromkeys([*old, *new]):
            title = f"{label} [{found}]" if name == "evidence" else label
            texts = [write(rows[found]) if found in rows else "" for rows in (old, new)]
            yield title, differing(*texts)


def _rating(document: Document) -> str:
    rating = document["verdict"]["rating"]
    return rating["label"] if rating else ""


def _claimant(document: Document) -> str:
    claimant = document["claim"]["claimant"] or {"name": "", "role": ""}
    return _joined(claimant["name"], claimant["role"])


def _day(document: Document) -> str:
    day = document["claim"]["said_on"]
    return date_format(date.fromisoformat(day)) if day else ""


def _correction_type(document: Document) -> str:
    return _choice(CorrectionType, document["verdict"]["correction_type"])


def _media(document: Document) -> str:
    media = document["verdict"]["media"] or {"category": "", "context": "", "original": ""}
    return _joined(_choice(Media, media["category"]), media["context"], media["original"])


def _source(item: Document) -> str:
    """A piece of evidence as the desk sees it; a copy that was added later is no change."""
    return _joined(
        item["title"],
        item["publisher"],
        _choice(Evidence.Kind, item["kind"]),
        _choice(Evidence.Stance, item["stance"]),
        _choice(Evidence.Independence, item["independence"]),
        item["url"],
        item["quote"],
    )


def _place(item: Document) -> str:
    return _joined(item["quote"], item["speaker"])


def _choice(choices: type[models.TextChoices], value: str | None) -> str:
    return str(choices(value).label) if value else ""


def _joined(*texts: str | None) -> str:
    return "\n".join(text for text in texts if text)

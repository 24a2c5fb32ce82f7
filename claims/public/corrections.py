"""The log of what was changed after it had been published."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from claims.models import CorrectionType, Publication

SIZE = 30
# A new name or a reply changes no verdict.
KINDS = (Publication.Kind.CORRECTED, Publication.Kind.CLERICAL, Publication.Kind.RETRACTED)


@dataclass(frozen=True, slots=True)
class Change:
    """One public change of a fact-check.

    before, after: the ratings, where the correction changed the rating.
    """

    sequence: int
    kind: str
    at: datetime
    headline: str
    language: str
    slug: str
    url: str
    revision: int
    label: str
    note: str
    before: str = ""
    after: str = ""

    @property
    def is_retraction(self) -> bool:
        return self.kind == Publication.Kind.RETRACTED


@dataclass(frozen=True, slots=True)
class Page:
    changes: list[Change]
    next: str | None


def page_of(before: str, *, size: int = SIZE) -> Page:
    """Return one page of the log; `before` is the sequence number that it goes on from.

    Raises Http404 for what is no number.
    """
    rows = changes()
    if before:
        if not before.isascii() or not before.isdecimal() or len(before) > 18:
            raise Http404("No such page.")
        rows = rows.filter(sequence__lt=int(before))
    found = list(rows[: size + 1])
    shown = [change_of(row) for row in found[:size]]
    return Page(shown, f"?before={shown[-1].sequence}" if len(found) > size else None)


def changes() -> QuerySet[Publication]:
    """Return the publications that corrected or retracted something, each with the one before."""
    earlier = Publication.objects.filter(
        claim=OuterRef("claim"), sequence__lt=OuterRef("sequence")
    ).order_by("-sequence")
    rows = Publication.objects.filter(kind__in=KINDS).order_by("-sequence")
    return rows.annotate(previous=Subquery(earlier.values("document")[:1]))


def change_of(publication: Publication) -> Change:
    document: dict[str, Any] = json.loads(publication.document)
    previous: dict[str, Any] = json.loads(publication.previous)
    facts = {
        "sequence": publication.sequence,
        "kind": publication.kind,
        "at": publication.published_at,
        "slug": document["slug"],
        "revision": document["revision"],
        "url": document["url"],
    }
    if document["deleted"]:
        return Change(
            **facts,
            headline=previous["headline"],
            language=previous["language"],
            label=Publication.Kind.RETRACTED.label,
            note=document["reason"],
        )
    correction = document["corrections"][-1]
    before, after = previous["rating"]["label"], document["rating"]["label"]
    return Change(
        **facts,
        headline=document["headline"],
        language=document["language"],
        label=CorrectionType(correction["type"]).label,
        note=correction["note"],
        before=before if before != after else "",
        after=after if before != after else "",
    )

"""What is published, looked up in publications and their projection alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Exists, JSONField, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.api import paging
from claims.api.errors import BadParameters, Gone
from claims.documents import moment
from claims.models import Publication, PublicFigure, PublicState

# Member of the query -> look-up in the projection.
EXACT = {
    "rating": "rating_key__in",
    "kind": "kind__in",
    "language": "language__in",
    "claimant": "claimant_id__in",
    "said_from": "said_on__gte",
    "said_to": "said_on__lte",
    "published_from": "first_published_at__gte",
    "published_to": "first_published_at__lt",
}
FIGURE = {"figure_from": "value__gte", "figure_to": "value__lte", "unit": "unit"}
LISTED = {"topic": "topics__contains", "outlet": "outlets__contains"}
# The same in a document.
IN_DOCUMENT = {
    "rating": "found__rating__key__in",
    "kind": "found__kind__in",
    "language": "found__language__in",
    "claimant": "found__claimant__id__in",
    "said_from": "found__said_on__gte",
    "said_to": "found__said_on__lte",
    "published_from": "found__first_published_at__gte",
    "published_to": "found__first_published_at__lt",
}


NEWEST = """
SELECT sequence, published_at FROM claims_publication {where} ORDER BY published_at DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of documents, as text; where to go on, and from where to follow changes.

    states: claim and publication of each document. began: of changes, the publication after which
    they are told.
    """

    documents: list[str]
    states: list[tuple[UUID, int]]
    cursor: str | None
    token: str | None
    began: int = 0


def newest(at: datetime | None = None) -> tuple[int, datetime | None]:
    """Return sequence and time of the last publication, now or at a past time.

    Before the first one: 0 and None.
    """
    where, values = ("WHERE published_at <= %s", [at]) if at else ("", [])
    with connection.cursor() as cursor:
        # The times rise with the sequence, and both are unique: either index leads to the row.
        cursor.execute(NEWEST.format(where=where), values)
        return cursor.fetchone() or (0, None)


def document_of(claim_id: UUID, *, at: datetime | None = None) -> Publication | None:
    """Return the publication that stands for a claim, now or at a past time."""
    known = Publication.objects.filter(claim_id=claim_id)
    if at is not None:
        known = known.filter(published_at__lte=at)
    return known.order_by("-sequence").first()


def live(given: dict[str, Any], sequence: int) -> Part:
    """Return what is public now, the latest first published on top.

    sequence: of the last publication before the walk; its last page carries it as a token.
    """
    bound = paging.binding("claims", given)
    states = matching(PublicState.objects.live(), given)
    if "cursor" in given:
        first, claim_id, sequence = paging.unseal(
            given["cursor"], bound, paging.moment, paging.identifier, paging.count
        )
        states = states.filter(paging.after(down_first_published_at=first, down_claim_id=claim_id))
    rows = states.order_by("-first_published_at", "-claim_id").values_list(
        "first_published_at", "claim_id", "publication_id", "publication__document"
    )
    page = _page(rows, given, lambda row: paging.seal(bound, row[0], str(row[1]), sequence))
    return _part(page, sequence)


def changed(given: dict[str, Any], sequence: int) -> Part:
    """Return what changed since a time or token, the oldest change first, with tombstones.

    Sequence, time and commit agree in order (see `claims.publishing`), so a row that is seen
    implies that every earlier one can be seen. Raises Gone for a time before the horizon.
    """
    since = given["updated_since"]
    states = PublicState.objects.all()
    if isinstance(since, datetime):
        _refuse_beyond_horizon(since)
        states = states.filter(updated_at__gte=since)
        before = Publication.objects.filter(published_at__lt=since).order_by("-published_at")
        began = before.values_list("sequence", flat=True).first() or 0
        reached = sequence
    else:
        (reached,) = _token(since)
        at = Publication.objects.filter(sequence=reached).values_list("published_at", flat=True)
        if reached and (told := at.first()):
            _refuse_beyond_horizon(told)
        states = states.filter(publication_id__gt=reached)
        began = reached
    bound = paging.binding("changes", given)
    if "cursor" in given:
        (reached,) = paging.unseal(given["cursor"], bound, paging.count)
        states = states.filter(publication_id__gt=reached)
        began = reached
    rows = states.order_by("publication_id").values_list(
        "claim_id", "publication_id", "publication__document"
    )
    page = _page(rows, given, lambda row: paging.seal(bound, row[-2]))
    part = _part(page, page.rows[-1][-2] if page.rows else reached)
    return replace(part, began=began)


def stood(given: dict[str, Any], sequence: int) -> Part:
    """Return what was public at `as_of`, the newest change first.

    sequence: of the last publication up to then.
    """
    at = given["as_of"]
    bound = paging.binding("stood", given)
    later = Publication.objects.filter(
        claim=OuterRef("claim"), sequence__gt=OuterRef("sequence"), published_at__lte=at
    )
    known = Publication.objects.filter(~Exists(later), published_at__lte=at)
    known = _matching_documents(known.exclude(kind=Publication.Kind.RETRACTED), given)
    if "cursor" in given:
        (reached,) = paging.unseal(given["cursor"], bound, paging.count)
        known = known.filter(sequence__lt=reached)
    rows = known.order_by("-sequence").values_list("claim_id", "sequence", "document")
    page = _page(rows, given, lambda row: paging.seal(bound, row[-2]))
    return _part(page, sequence)


def horizon() -> datetime:
    """Return how far back changes can be followed."""
    return timezone.now() - timedelta(days=settings.SYNC_HORIZON_DAYS)


def joined(documents: Iterable[str], fields: list[str] | None = None) -> str:
    """Return documents as the inside of a JSON array, whole or only with some members."""
    if fields is None:
        return ",".join(documents)
    return ",".join(trimmed(document, fields) for document in documents)


def trimmed(document: str, fields: list[str]) -> str:
    """Return a document with these members alone; ones it does not have are left out."""
    whole = json.loads(document)
    kept = {name: whole[name] for name in fields if name in whole}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _page(rows: QuerySet, given: dict[str, Any], cursor_of: Any) -> paging.Page:
    size = given["page_size"]
    return paging.cut(list(rows[: size + 1]), size, cursor_of)


def _part(page: paging.Page, sequence: int) -> Part:
    documents = [row[-1] for row in page.rows]
    states = [row[-3:-1] for row in page.rows]
    token = None if page.cursor else paging.seal("sync", sequence)
    return Part(documents, states, page.cursor, token)


def matching(states: QuerySet[PublicState], given: dict[str, Any]) -> QuerySet[PublicState]:
    """Return the public claims that every given filter lets through."""
    for name in EXACT.keys() & given.keys():
        states = states.filter(**{EXACT[name]: given[name]})
    for name in LISTED.keys() & given.keys():
        states = states.filter(_any(LISTED[name], given[name], lambda value: [value]))
    if figure := {FIGURE[name]: given[name] for name in FIGURE.keys() & given.keys()}:
        of_state = PublicFigure.objects.filter(state=OuterRef("pk"), **figure)
        states = states.filter(Exists(of_state))
    return states.matching(given["q"]) if "q" in given else states


def _matching_documents(
    known: QuerySet[Publication], given: dict[str, Any]
) -> QuerySet[Publication]:
    known = known.annotate(found=Cast("document", JSONField()))
    for name in IN_DOCUMENT.keys() & given.keys():
        known = known.filter(**{IN_DOCUMENT[name]: _as_json(given[name])})
    if "said_from" in given or "said_to" in given:
        # JSON null sorts before every string.
        known = known.exclude(found__said_on=None)
    if "topic" in given:
        known = known.filter(
            _any("found__topics__contains", given["topic"], lambda slug: [{"slug": slug}])
        )
    if "outlet" in given:
        known = known.filter(
            _any(
                "found__mentions__contains",
                given["outlet"],
                lambda domain: [{"article": {"outlet_domain": domain}}],
            )
        )
    return known


def _any(lookup: str, values: list[Any], shape: Any) -> Q:
    wanted = Q()
    for value in values:
        wanted |= Q(**{lookup: shape(value)})
    return wanted


def _as_json(value: Any) -> Any:
    """A value as it stands in documents, whose times all have one form and so sort as text."""
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    if isinstance(value, datetime):
        return moment(value)
    return value if isinstance(value, str | int) else str(value)


def _token(since: str) -> list[int]:
    try:
        return paging.unseal(since, "sync", paging.count)
    except BadParameters:
        sentence = _(
            "Neither a time with its offset, such as 2026-11-20T09:30:00Z, nor "
            "`next_updated_since` as it was given."
        )
        raise BadParameters([("updated_since", sentence)]) from None


def _refuse_beyond_horizon(since: datetime) -> None:
    if since < (limit := horizon()):
        raise Gone(
            ngettext(
                "Changes can be followed for {days} day. Read the whole list once, and go on from "
                "the `next_updated_since` on its last page.",
                "Changes can be followed for {days} days. Read the whole list once, and go on from "
                "the `next_updated_since` on its last page.",
                settings.SYNC_HORIZON_DAYS,
            ).format(days=settings.SYNC_HORIZON_DAYS),
            code="resync_required",
            horizon=limit.isoformat(),
            start_again=f"{settings.PUBLIC_BASE_URL}/api/v1/claims",
        )

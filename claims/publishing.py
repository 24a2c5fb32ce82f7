"""Making things public: each call appends one Publication and brings the public state along.

Everything that readers and machines see is rendered from these documents and from nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime

from celery import current_app
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.text import slugify

from claims import claimreview, mediareview
from claims.audit import record
from claims.documents import (
    Document,
    canonical,
    claimant_of,
    digest,
    moment,
    public_document,
    tombstone,
)
from claims.models import (
    Claim,
    Claimant,
    Outbox,
    Publication,
    PublicState,
    ReplyRequest,
    Verdict,
)
from claims.models.moves import VERDICT_ONCE_PUBLIC
from claims.projecting import project

# Taken last of all locks and held until commit, so that sequence, time and commit agree in order.
SEQUENCE_LOCK = 727272
SLUG_LENGTH = 80


def publish(verdict: Verdict, kind: str) -> Publication:
    """Make an approved verdict public; must run last in the transaction that publishes it.

    Raises Incomplete for a fact-check whose ClaimReview markup would not be valid.
    """
    claim = verdict.claim
    if claim.slug is None:
        claim.slug = free_slug(verdict.headline or claim.text, claim)
        Claim.objects.filter(pk=claim.pk).update(slug=claim.slug)
    content = json.loads(verdict.document)
    corrections = _corrections(verdict)

    def build(sequence: int, at: datetime, first: datetime) -> Document:
        slug = str(claim.slug)
        return _public(
            verdict, content, corrections, slug=slug, sequence=sequence, at=at, first=first
        )

    publication = _append(claim, verdict, kind, build)
    mark_under_review(claim, is_under_review=False)
    return publication


def rehearse(verdict: Verdict, content: Document) -> None:
    """Raise Incomplete where `content`, published now, would have no valid ClaimReview markup."""
    claim = verdict.claim
    now = timezone.now()
    # Nothing is chosen here: the address is that of the words that are published in the end.
    slug = claim.slug or free_slug(verdict.headline or claim.text, claim)
    corrections = _corrections(verdict)
    require_valid(_public(verdict, content, corrections, slug=slug, sequence=0, at=now, first=now))


def require_valid(document: Document) -> None:
    """Raise Incomplete for a public document that machines could not read."""
    claimreview.require_valid(document)
    mediareview.require_valid(document)


def retract(verdict: Verdict, *, reason: str) -> Publication:
    """Put a tombstone with the public reason in the place of a published verdict."""
    claim = verdict.claim

    def build(sequence: int, at: datetime, first: datetime) -> Document:
        facts = {
            "sequence": sequence,
            "verdict_id": str(verdict.pk),
            "revision": verdict.number,
            "first_published_at": moment(first),
            "updated_at": moment(at),
            "retracted_at": moment(at),
        }
        return tombstone(claim, slug=str(claim.slug), reason=reason, facts=facts)

    return _append(claim, verdict, Publication.Kind.RETRACTED, build)


def rename_claimant(state: PublicState, claimant: Claimant) -> Publication:
    """Publish a live fact-check again with its claimant as named now; nothing else changes."""
    last = state.publication
    document = json.loads(last.document)
    document["claimant"] = claimant_of(claimant)

    def build(sequence: int, at: datetime, _first: datetime) -> Document:
        return {**document, "sequence": sequence, "updated_at": moment(at)}

    return _append(last.claim, last.verdict, Publication.Kind.RENAMED, build)


def show_replies(state: PublicState) -> Publication:
    """Publish a live fact-check again with the replies as they stand now; nothing else changes."""
    last = state.publication
    document = json.loads(last.document)
    document["replies"] = replies_of(last.claim)

    def build(sequence: int, at: datetime, _first: datetime) -> Document:
        return {**document, "sequence": sequence, "updated_at": moment(at)}

    return _append(last.claim, last.verdict, Publication.Kind.REPLIED, build)


def replies_of(claim: Claim) -> list[Document]:
    """Return whom the desk asked for their side, and what came of it, the earliest first.

    status: asked, answered or silent. The words of an answer are there once it was released.
    """
    return [
        {
            "name": request.name,
            "status": _reply_status(request),
            "asked_at": moment(request.asked_at),
            "until": moment(request.expires_at),
            "answered_at": moment(request.answered_at) if request.answered_at else None,
            "answer": request.answer if request.released_at and request.answer else None,
            "signed": request.answered_by if request.released_at and request.answer else None,
        }
        for request in claim.reply_requests.standing()
    ]


def mark_under_review(claim: Claim, *, is_under_review: bool) -> None:
    """Show or take away the mark that a correction is in progress."""
    PublicState.objects.filter(claim=claim).update(is_under_review=is_under_review)


def free_slug(words: str, claim: Claim) -> str:
    """Return a readable address part that no other claim has.

    Words without Latin letters give the claim's own id.
    """
    slug = slugify(words)[:SLUG_LENGTH].rstrip("-")
    if not re.search("[a-z]", slug):
        return claim.pk.hex
    taken = Claim.objects.exclude(pk=claim.pk).filter(slug=slug).exists()
    return f"{slug}-{claim.pk.hex[-8:]}" if taken else slug


def _public(
    verdict: Verdict,
    content: Document,
    corrections: list[Document],
    *,
    slug: str,
    sequence: int,
    at: datetime,
    first: datetime,
) -> Document:
    """The public document of a verdict; a correction without a time of its own is this one."""
    return public_document(
        content,
        {
            "slug": slug,
            "sequence": sequence,
            "first_published_at": moment(first),
            "published_at": moment(at),
            "updated_at": moment(at),
            "corrections": [
                {**correction, "at": correction["at"] or moment(at)} for correction in corrections
            ],
            "replies": replies_of(verdict.claim),
            "waiver": verdict.waiver_reason or None,
            "content_hash": verdict.content_hash,
        },
    )


def _append(
    claim: Claim,
    verdict: Verdict,
    kind: str,
    build: Callable[[int, datetime, datetime], Document],
) -> Publication:
    sequence, at = _next()
    first = (
        PublicState.objects.filter(claim=claim).values_list("first_published_at", flat=True).first()
    )
    document = build(sequence, at, first or at)
    if not document["deleted"]:
        require_valid(document)
    text = canonical(document)
    publication = Publication.objects.create(
        sequence=sequence,
        kind=kind,
        claim=claim,
        verdict=verdict,
        document=text,
        sha256=digest(text),
        published_at=at,
    )
    # Ties the document to the chain of its claim: nobody can put another in its place later.
    record(
        f"publication.{kind}", actor=None, claim=claim, subject=f"publication:{publication.sha256}"
    )
    project(publication, document)
    Outbox.objects.create(publication=publication)
    transaction.on_commit(_announce, robust=True)
    return publication


def _announce() -> None:
    """Have the outbox looked at now; without this the timetable finds it a little later."""
    current_app.send_task("claims.tasks.hand_out_webhooks")


def _next() -> tuple[int, datetime]:
    """Return the next number of the sequence and a time later than that of every other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEQUENCE_LOCK])
        cursor.execute(
            "SELECT coalesce(max(sequence), 0) + 1,"
            " greatest(clock_timestamp(), max(published_at) + interval '1 microsecond')"
            " FROM claims_publication"
        )
        return cursor.fetchone()


def _reply_status(request: ReplyRequest) -> str:
    if request.answered_at:
        return "answered"
    return "silent" if request.silent_at else "asked"


def _corrections(verdict: Verdict) -> list[Document]:
    """The corrections up to this revision, oldest first; the newest has no time of its own yet."""
    earlier = Verdict.objects.filter(
        claim=verdict.claim, corrects__isnull=False, state__in=VERDICT_ONCE_PUBLIC
    ).exclude(pk=verdict.pk)
    rows = [*earlier.order_by(F("number")), *([verdict] if verdict.is_correction() else [])]
    return [
        {
            "revision": row.number,
            "type": row.correction_type,
            "note": row.public_note,
            "at": moment(row.published_at) if row.published_at and row != verdict else None,
        }
        for row in rows
    ]

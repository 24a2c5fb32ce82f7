"""The two documents of a verdict: what an editor approves, and what the public gets.

Both are dictionaries of JSON types; their bytes are RFC 8785 JSON, so that equal content always has
equal hashes. The first is frozen at submission and stays inside the desk; the second is made from
it alone, without what protects a source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import rfc8785
from django.conf import settings

from claims.models import Claim, Claimant, Evidence, Mention, Quantity, Rating, Verdict

if TYPE_CHECKING:
    from articles.models import Article

SCHEMA = 1
CONTEXT = 32  # code points before and after a quote, as W3C text quote selectors carry them

Document = dict[str, Any]


def canonical(document: Document) -> str:
    """Return the document as RFC 8785 JSON text."""
    return rfc8785.dumps(document).decode()


def digest(text: str) -> str:
    """Return the hex sha256 of the text's UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def moment(at: datetime) -> str:
    """Return a time as RFC 3339 in UTC with microseconds, the form of every public time."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def content_of(verdict: Verdict, evidence: Iterable[Evidence]) -> Document:
    """Return all that an approver answers for: claim, mentions, evidence, verdict."""
    claim = verdict.claim
    mentions = claim.mentions.select_related("snapshot__article__source").prefetch_related(
        "quantities"
    )
    return {
        "schema": SCHEMA,
        "claim": {
            "id": str(claim.pk),
            "text": claim.text,
            "kind": claim.kind,
            "language": claim.language,
            "said_on": claim.said_on.isoformat() if claim.said_on else None,
            "topics": [
                {"slug": topic.slug, "name": topic.name} for topic in claim.topics.order_by("slug")
            ],
            "claimant": claimant_of(claim.claimant),
        },
        "mentions": [
            _mention(mention) for mention in mentions.order_by("created_at", "start", "id")
        ],
        "evidence": [evidence_of(item) for item in evidence],
        "verdict": verdict_of(verdict),
    }


def claimant_of(claimant: Claimant | None) -> Document | None:
    """Return a claimant as documents show one."""
    if claimant is None:
        return None
    return {
        "id": str(claimant.pk),
        "name": claimant.name,
        "kind": claimant.kind,
        "role": claimant.role,
        "same_as": list(claimant.same_as),
    }


def verdict_of(verdict: Verdict) -> Document:
    """Return what a revision says, as documents hold it."""
    return {
        "id": str(verdict.pk),
        "number": verdict.number,
        "rating": _rating(verdict.rating),
        "said": verdict.said or None,
        "confidence": verdict.confidence or None,
        "headline": verdict.headline,
        "summary": verdict.summary,
        "rationale": verdict.rationale,
        "media": _media(verdict),
        "methodology": verdict.methodology.version if verdict.methodology else None,
        "corrects": verdict.corrects.number if verdict.corrects else None,
        "correction_type": verdict.correction_type or None,
        "public_note": verdict.public_note,
    }


def evidence_of(item: Evidence) -> Document:
    """Return a piece of evidence with its kept copies, as the inner document holds it."""
    return {
        "id": str(item.pk),
        "number": item.number,
        "kind": item.kind,
        "stance": item.stance,
        "title": item.title,
        "publisher": item.publisher,
        "url": item.url or None,
        "published_on": item.published_on.isoformat() if item.published_on else None,
        "quote": item.quote,
        "independence": item.independence,
        "is_protected_source": item.is_protected_source,
        "archive_url": item.archive_url or None,
        "captures": [
            {
                "sha256": capture.sha256,
                "media_type": capture.media_type,
                "size": capture.size,
                "captured_at": moment(capture.captured_at),
            }
            for capture in sorted(item.captures.all(), key=lambda copy: (copy.captured_at, copy.pk))
        ],
    }


def public_document(content: Document, facts: Document) -> Document:
    """Return what readers and machines get of an approved `content`.

    facts: what only publication knows: slug, sequence, times, corrections, waiver, content_hash.
    """
    claim, verdict = content["claim"], content["verdict"]
    return {
        "id": claim["id"],
        "status": "published",
        "deleted": False,
        "url": address_of(facts["slug"]),
        "text": claim["text"],
        "kind": claim["kind"],
        "language": claim["language"],
        "said_on": claim["said_on"],
        "topics": claim["topics"],
        "claimant": claim["claimant"],
        "mentions": content["mentions"],
        "evidence": [_shown(item) for item in content["evidence"]],
        "verdict_id": verdict["id"],
        "revision": verdict["number"],
        "rating": verdict["rating"],
        "said": verdict["said"],
        "confidence": verdict["confidence"],
        "headline": verdict["headline"] or claim["text"],
        "summary": verdict["summary"],
        "rationale": verdict["rationale"],
        "media": verdict["media"],
        "methodology": verdict["methodology"],
        "publisher": {"name": settings.PUBLISHER_NAME, "url": settings.PUBLISHER_URL},
        "license": settings.PUBLISHER_LICENSE,
        **facts,
    }


def tombstone(claim: Claim, *, slug: str, reason: str, facts: Document) -> Document:
    """Return what stands in the place of a retracted fact-check."""
    return {
        "id": str(claim.pk),
        "status": "retracted",
        "deleted": True,
        "url": address_of(slug),
        "slug": slug,
        "reason": reason,
        **facts,
    }


def address_of(slug: str) -> str:
    """Return the public address of a fact-check."""
    return f"{settings.PUBLIC_BASE_URL}/fact-checks/{slug}/"


def _media(verdict: Verdict) -> Document | None:
    if not verdict.media:
        return None
    return {
        "category": verdict.media,
        "original": verdict.media_original or None,
        "context": verdict.media_context or None,
    }


def _rating(rating: Rating | None) -> Document | None:
    if rating is None:
        return None
    return {
        "key": rating.key,
        "label": rating.label,
        "meaning": rating.meaning,
        "value": rating.value,
        "best": rating.scale.best if rating.value is not None else None,
        "worst": rating.scale.worst if rating.value is not None else None,
        "scale": rating.scale.name,
        "scale_version": rating.scale.version,
    }


def _mention(mention: Mention) -> Document:
    snapshot = mention.snapshot
    return {
        "id": str(mention.pk),
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "segments": mention.segments,
        "prefix": snapshot.text[max(0, mention.start - CONTEXT) : mention.start],
        "suffix": snapshot.text[mention.end : mention.end + CONTEXT],
        "sentence_before": snapshot.text[mention.sentence_start : mention.start],
        "sentence_after": snapshot.text[mention.end : max(mention.end, mention.sentence_end)],
        "snapshot_sha256": snapshot.sha256,
        "speaker": mention.speaker or None,
        "reported_by": mention.reported_by or None,
        "stance": mention.stance,
        "quotation": mention.quotation,
        "quantities": [_quantity(quantity) for quantity in mention.quantities.all()],
        "article": _article(snapshot.article),
    }


def _article(article: Article) -> Document:
    source = article.source
    return {
        "id": str(article.pk),
        "url": article.canonical_url or None,
        "headline": article.headline,
        "outlet": source.name if source else None,
        "outlet_domain": source.domain if source else None,
        "language": article.language or None,
        "published_at": moment(article.published_at) if article.published_at else None,
    }


def _quantity(quantity: Quantity) -> Document:
    return {
        "text": quantity.text,
        "kind": quantity.kind,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit or None,
        "from": quantity.from_value,
        "to": quantity.to_value,
        "change": quantity.change,
        "what": quantity.what or None,
        "period": quantity.period or None,
        "approximate": quantity.approximate,
        "consistent": quantity.consistent,
    }


def _shown(item: Document) -> Document:
    """Evidence for the public: of a protected source only that it exists and how it stands."""
    if not item["is_protected_source"]:
        return item
    kept = ("number", "kind", "stance", "is_protected_source")
    return {name: item[name] for name in kept}

"""The versions of a fact-check over time, as Memento (RFC 7089) names them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils.http import http_date

from claims.models import Publication, PublicState
from claims.public.addresses import absolute

LINK_FORMAT = "application/link-format"


def versions(state: PublicState) -> QuerySet[Publication]:
    """What was published of one claim, tombstones left out, the oldest first."""
    return (
        Publication.objects.filter(claim_id=state.claim_id)
        .exclude(kind=Publication.Kind.RETRACTED)
        .order_by("sequence")
    )


def standing_at(state: PublicState, at: datetime) -> Publication | None:
    """Return what stood in public at a time, a tombstone included; None before the first."""
    return (
        Publication.objects.filter(claim_id=state.claim_id, published_at__lte=at)
        .order_by("-sequence")
        .first()
    )


def closest(state: PublicState, at: datetime) -> Publication | None:
    """Return the version that stood at a time, for a time before all of them the first one."""
    known = versions(state)
    return known.filter(published_at__lte=at).last() or known.first()


def when(at: datetime) -> str:
    return http_date(at.timestamp())


def links(slug: str) -> str:
    """Return the Link header that leads from a fact-check or a version to the others."""
    return ", ".join(
        (
            f'<{absolute("fact_check", slug=slug)}>; rel="original"',
            f'<{absolute("timegate", slug=slug)}>; rel="timegate"',
            f'<{absolute("timemap", slug=slug)}>; rel="timemap"; type="{LINK_FORMAT}"',
        )
    )


def timemap(state: PublicState) -> str:
    """Return the list of all versions in link format (RFC 6690, RFC 7089 section 5)."""
    known = list(versions(state).only("sequence", "published_at"))
    slug, first, last = state.slug, known[0], known[-1]
    lines = [
        f'<{absolute("fact_check", slug=slug)}>; rel="original"',
        f'<{absolute("timemap", slug=slug)}>; rel="self"; type="{LINK_FORMAT}"'
        f'; from="{when(first.published_at)}"; until="{when(last.published_at)}"',
        f'<{absolute("timegate", slug=slug)}>; rel="timegate"',
    ]
    for publication in known:
        place = "first " * (publication is first) + "last " * (publication is last)
        version = absolute("version", slug=slug, sequence=publication.sequence)
        lines.append(
            f'<{version}>; rel="{place}memento"; datetime="{when(publication.published_at)}"'
        )
    return ",\n".join(lines) + "\n"

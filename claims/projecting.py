"""The public state of each claim, for lists and searches: made from publications alone."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from claims.documents import Document
from claims.models import Publication, PublicFigure, PublicState


def rebuild() -> int:
    """Make every public state anew from the publications; return how many there are.

    The mark "under review" is not in the documents: it is left as it is.
    """
    newest = Publication.objects.order_by("claim_id", "-sequence").distinct("claim_id")
    count = 0
    for publication in newest.select_related("claim").iterator(chunk_size=500):
        project(publication, json.loads(publication.document))
        count += 1
    return count


def project(publication: Publication, document: Document) -> None:
    """Bring the public state of a claim to what a publication of it says."""
    state, _created = PublicState.objects.get_or_create(
        claim=publication.claim,
        defaults={
            "publication": publication,
            "slug": document["slug"],
            "first_published_at": document["first_published_at"],
            "updated_at": publication.published_at,
            "words": "",
        },
    )
    state.publication = publication
    state.updated_at = publication.published_at
    state.is_retracted = document["deleted"]
    if not state.is_retracted:
        _fill(state, document)
    state.save()
    state.figures.all().delete()
    if not state.is_retracted:
        PublicFigure.objects.bulk_create(
            PublicFigure(state=state, value=value, unit=unit)
            for value, unit in sorted(_figures(document))
        )


def _fill(state: PublicState, document: Document) -> None:
    claimant = document["claimant"]
    state.rating_key = document["rating"]["key"]
    state.language = document["language"]
    state.kind = document["kind"]
    state.claimant_id = UUID(claimant["id"]) if claimant else None
    state.topics = [topic["slug"] for topic in document["topics"]]
    state.outlets = sorted(
        {
            mention["article"]["outlet_domain"]
            for mention in document["mentions"]
            if mention["article"]["outlet_domain"]
        }
    )
    state.said_on = date.fromisoformat(document["said_on"]) if document["said_on"] else None
    words = [document["headline"], document["text"], document["summary"]]
    words += [claimant["name"]] if claimant else []
    state.words = "\n".join(words)


def _figures(document: Document) -> set[tuple[float, str]]:
    """Every number in the quotes of a document, with its unit."""
    return {
        (quantity[name], (quantity["unit"] or "")[:40])
        for mention in document["mentions"]
        for quantity in mention["quantities"]
        for name in ("value", "low", "high", "from", "to")
        if quantity[name] is not None
    }

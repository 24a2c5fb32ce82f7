"""All ClaimReview markup as one DataFeed, the form that feed readers of the field know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef

from claims import claimreview
from claims.documents import moment
from claims.models import Publication

FORM = 1  # of the feed; raised when the same documents come to be written otherwise
CHUNK = 500  # publications that are in memory at a time


def written(upto: Publication | None) -> Iterator[str]:
    """Yield the DataFeed as it stood with the publication `upto`, in parts.

    Publications never change, so the parts agree however long the reader takes, and no
    transaction stays open meanwhile. A retracted fact-check is an element whose item is null.
    """
    head: dict[str, Any] = {
        "@context": claimreview.CONTEXT,
        "@type": "DataFeed",
        "name": settings.PUBLISHER_NAME,
        "dateModified": claimreview.to_the_second(moment(upto.published_at)) if upto else None,
        "license": settings.PUBLISHER_LICENSE,
    }
    head = {name: value for name, value in head.items() if value}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "dataFeedElement": ['
    separator = "\n"
    for document in _documents(upto.sequence if upto else 0):
        yield separator + json.dumps(element(document), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def element(document: dict[str, Any]) -> dict[str, Any]:
    """Return the DataFeedItem of one document; readers look for `item` in each."""
    item = {
        "@type": "DataFeedItem",
        "dateCreated": claimreview.to_the_second(document["first_published_at"]),
        "dateModified": claimreview.to_the_second(document["updated_at"]),
        "url": document["url"],
    }
    if document["deleted"]:
        deleted = claimreview.to_the_second(document["retracted_at"])
        return {**item, "dateDeleted": deleted, "item": None}
    return {**item, "item": [claimreview.build(document)]}


def _documents(upto: int) -> Iterator[dict[str, Any]]:
    """The newest document of each claim up to a sequence number, the oldest first."""
    later = Publication.objects.filter(
        claim=OuterRef("claim"), sequence__gt=OuterRef("sequence"), sequence__lte=upto
    )
    standing = Publication.objects.filter(~Exists(later), sequence__lte=upto).order_by("sequence")
    reached = 0
    while True:
        rows = standing.filter(sequence__gt=reached).values_list("sequence", "document")[:CHUNK]
        found = list(rows)
        for _sequence, document in found:
            yield json.loads(document)
        if len(found) < CHUNK:
            return
        reached = found[-1][0]

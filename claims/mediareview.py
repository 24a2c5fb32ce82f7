"""MediaReview markup of a public document that is about an image or a video (schema.org)."""

from __future__ import annotations

from typing import Any

from claims import claimreview
from claims.models import Kind

MEDIA_TYPES = {Kind.IMAGE: "ImageObject", Kind.VIDEO: "VideoObject"}


def build(document: dict[str, Any]) -> dict[str, Any] | None:
    """Return the MediaReview that stands beside the ClaimReview; None where there is none."""
    media = document.get("media")
    if not media:
        return None
    url = document["url"]
    kind = MEDIA_TYPES.get(document["kind"], "MediaObject")
    seen = [
        {"@type": kind, "contentUrl": work["url"]} for work in claimreview.appearances(document)
    ]
    item = {
        "@type": "MediaReviewItem",
        "mediaItemAppearance": seen,
        "interpretedAsClaim": {"@type": "Claim", "@id": f"{url}#claim", "name": document["text"]},
    }
    markup = {
        "@context": claimreview.CONTEXT,
        "@type": "MediaReview",
        "@id": f"{url}#mediareview",
        "url": url,
        "mediaAuthenticityCategory": media["category"],
        "originalMediaContextDescription": media["context"],
        "originalMediaLink": media["original"],
        "inLanguage": document["language"],
        "datePublished": document["first_published_at"][:10],
        "dateModified": claimreview.to_the_second(document["updated_at"]),
        "author": {"@type": "Organization", **document["publisher"]},
        "itemReviewed": {name: value for name, value in item.items() if value},
        "associatedClaimReview": {"@type": "ClaimReview", "@id": f"{url}#claimreview"},
    }
    return {name: value for name, value in markup.items() if value}

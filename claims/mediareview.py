"""MediaReview markup of a public document that is about an image or a video (schema.org)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from claims import claimreview
from claims.errors import Incomplete
from claims.markup import is_no_address
from claims.models import Kind, Media

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


def require_valid(document: dict[str, Any]) -> None:
    """Raise Incomplete when the MediaReview of a document would not be valid."""
    found = problems(document)
    if found:
        raise Incomplete(
            _("This cannot be published: machines could not read its MediaReview markup."),
            missing=found,
        )


def problems(document: dict[str, Any]) -> dict[str, str]:
    """Return what is wrong with the MediaReview of a document: field -> sentence."""
    media = document.get("media")
    found: dict[str, str] = {}
    if not media:
        return found
    if media["category"] not in Media.values:
        found["media"] = _("Choose one of the answers.")
    if media["original"] and is_no_address(media["original"]):
        found["media_original"] = is_no_address(media["original"])
    return found

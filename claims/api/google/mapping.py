"""Public documents as Google's messages. Members without a value are left out (proto3 JSON)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from claims.claimreview import appearances, to_the_second

Document = dict[str, Any]


def site_of(url: str) -> str:
    """Return the host of an address, without `www.`; empty for what is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def claim(document: Document) -> Document:
    """Return a Claim of `claims:search`, with its one review."""
    claimant = document["claimant"]
    return present(
        {
            "text": document["text"],
            "claimant": claimant["name"] if claimant else None,
            "claimDate": f"{document['said_on']}T00:00:00Z" if document["said_on"] else None,
            "claimReview": [
                {
                    "publisher": {
                        "name": document["publisher"]["name"],
                        "site": site_of(document["url"]),
                    },
                    "url": document["url"],
                    "title": document["headline"],
                    "reviewDate": to_the_second(document["first_published_at"]),
                    "textualRating": document["rating"]["label"],
                    "languageCode": document["language"],
                }
            ],
        }
    )


def page(document: Document) -> Document:
    """Return a ClaimReviewMarkupPage of `pages`."""
    claimant, rating = document["claimant"], document["rating"]
    first, *others = [work["url"] for work in appearances(document)] or [None]
    markup = {
        "url": document["url"],
        "claimReviewed": document["text"],
        "claimDate": document["said_on"],
        "claimFirstAppearance": first,
        "claimAppearances": others,
        "claimAuthor": present(
            {
                "name": claimant["name"],
                "jobTitle": claimant["role"],
                "sameAs": next(iter(claimant["same_as"]), None),
            }
        )
        if claimant
        else None,
        "rating": present(
            {
                "textualRating": rating["label"],
                "ratingValue": rating["value"],
                "worstRating": rating["worst"],
                "bestRating": rating["best"],
                "ratingExplanation": document["summary"],
            }
        ),
    }
    return {
        "name": f"pages/{document['id']}",
        "pageUrl": document["url"],
        "publishDate": document["first_published_at"][:10],
        "claimReviewAuthor": {"name": document["publisher"]["name"]},
        "claimReviewMarkups": [present(markup)],
        "versionId": str(document["sequence"]),
    }


def present(members: Document) -> Document:
    """Return the members that have a value; an int32 of 0 has none in proto3."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {}, 0)}

"""Fact-checks as W3C Web Annotations on the articles in which the claims were made."""

from __future__ import annotations

from typing import Any

from claims.public.addresses import absolute

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'


def annotations(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return one annotation for each mention in an article that has an address."""
    return [
        annotation(document, mention)
        for mention in document["mentions"]
        if mention["article"]["url"]
    ]


def annotation(document: dict[str, Any], mention: dict[str, Any]) -> dict[str, Any]:
    """Return the annotation of one mention.

    The quote is what to look for; the position, in Unicode code points of the text that was read,
    is a hint for where.
    """
    slug, article = document["slug"], mention["article"]
    verdict = f"{document['rating']['label']}: {document['summary']}"
    return {
        "id": absolute("annotation", slug=slug, mention_id=mention["id"]),
        "type": "Annotation",
        "motivation": "assessing",
        "created": document["first_published_at"],
        "modified": document["updated_at"],
        "creator": {
            "type": "Organization",
            "name": document["publisher"]["name"],
            "homepage": document["publisher"]["url"],
        },
        **({"rights": document["license"]} if document["license"] else {}),
        "body": [
            {
                "type": "TextualBody",
                "value": verdict,
                "format": "text/plain",
                "language": document["language"],
                "purpose": "assessing",
            },
            {
                "type": "SpecificResource",
                "source": document["url"],
                "format": "text/html",
                "purpose": "linking",
            },
            {"type": "TextualBody", "value": document["rating"]["label"], "purpose": "tagging"},
        ],
        "target": {
            "source": article["url"],
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": mention["quote"],
                    "prefix": mention["prefix"],
                    "suffix": mention["suffix"],
                },
                {
                    "type": "TextPositionSelector",
                    "start": mention["start"],
                    "end": mention["end"],
                },
            ],
        },
    }


def collection(document: dict[str, Any]) -> dict[str, Any]:
    """Return all annotations of one fact-check as a collection of a single page."""
    address = absolute("annotations", slug=document["slug"])
    found = annotations(document)
    page = {"id": f"{address}#page", "type": "AnnotationPage", "startIndex": 0, "items": found}
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": document["headline"],
        "total": len(found),
        "modified": document["updated_at"],
        **({"first": page} if found else {}),
    }

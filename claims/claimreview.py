"""ClaimReview markup of a public document (schema.org)."""

from __future__ import annotations

import re
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from claims.errors import Incomplete
from claims.markup import CONTEXT, Markup, problems

AUTHOR_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "group": "Organization",
    # Schema.org knows no third kind of author; most speakers are people.
    "unknown": "Person",
}


# Where the desk puts it right, by the beginning of the property's path.
FIXES: list[tuple[str, str | Promise]] = [
    ("claimReviewed", lazy("Change the wording of the claim.")),
    ("inLanguage", lazy("Change the language of the claim.")),
    ("reviewRating.ratingExplanation", lazy("Change the summary.")),
    ("reviewRating", lazy("Choose another rating, or have its scale put right.")),
    ("itemReviewed.author", lazy("Change the claimant.")),
    ("itemReviewed.datePublished", lazy("Change the day on which it was said.")),
    ("itemReviewed.firstAppearance", lazy("Change the address of the article.")),
    ("itemReviewed.appearance", lazy("Change the addresses of the articles.")),
    ("correction", lazy("Change the note for readers.")),
    ("sdLicense", lazy("The setting PUBLISHER_LICENSE has to be put right.")),
    ("author", lazy("The settings PUBLISHER_NAME and PUBLISHER_URL have to be put right.")),
    ("sdPublisher", lazy("The settings PUBLISHER_NAME and PUBLISHER_URL have to be put right.")),
    ("", lazy("The setting PUBLIC_BASE_URL has to be put right.")),
]


def build(document: dict[str, Any]) -> Markup:
    """Return the ClaimReview of a published document. Properties without a value are left out."""
    url, rating, claimant = document["url"], document["rating"], document["claimant"]
    publisher = {"@type": "Organization", **document["publisher"]}
    first, *others = appearances(document) or [None]
    markup = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "@id": f"{url}#claimreview",
        "url": url,
        "claimReviewed": document["text"],
        "inLanguage": document["language"],
        "datePublished": document["first_published_at"][:10],
        "dateModified": to_the_second(document["updated_at"]),
        "author": publisher,
        "reviewRating": _rating(rating, document["summary"]),
        "itemReviewed": _present(
            {
                "@type": "Claim",
                "@id": f"{url}#claim",
                "author": _claimant(claimant) if claimant else None,
                "datePublished": document["said_on"],
                "firstAppearance": first,
                "appearance": others,
            }
        ),
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": correction["note"],
                "datePublished": to_the_second(correction["at"]),
            }
            for correction in document["corrections"]
        ],
        "associatedMediaReview": {"@type": "MediaReview", "@id": f"{url}#mediareview"}
        if document.get("media")
        else None,
        "sdPublisher": publisher,
        "sdLicense": document["license"],
    }
    return _present(markup)


def appearances(document: dict[str, Any]) -> list[Markup]:
    """Return the works in which the claim was made, the earliest first, each address once."""
    articles = [mention["article"] for mention in document["mentions"] if mention["article"]["url"]]
    articles.sort(key=lambda article: article["published_at"] or "9999")
    urls = dict.fromkeys(_listable(article["url"]) for article in articles)
    return [{"@type": "CreativeWork", "url": url} for url in urls]


def to_the_second(moment: str) -> str:
    """Return an RFC 3339 UTC time without its fraction, which some readers cannot parse."""
    return re.sub(r"\.\d+Z$", "Z", moment)


def require_valid(document: dict[str, Any]) -> None:
    """Raise Incomplete when the markup of a public document would not be valid."""
    found = problems(build(document), page=document["url"])
    if found:
        raise Incomplete(
            _("This cannot be published: machines could not read its ClaimReview markup."),
            missing={path: worded(path, problem) for path, problem in found.items()},
        )


def worded(path: str, problem: str) -> str:
    """Return a problem with the property it is about and what to do."""
    fix = next(fix for start, fix in FIXES if path.startswith(start))
    return f"{path}: {problem} {fix}"


def _rating(rating: dict[str, Any], explanation: str) -> Markup:
    markup = {"@type": "Rating", "alternateName": rating["label"]}
    if rating["value"] is not None:
        markup |= {
            "ratingValue": rating["value"],
            "bestRating": rating["best"],
            "worstRating": rating["worst"],
        }
    return _present({**markup, "ratingExplanation": explanation})


def _claimant(claimant: dict[str, Any]) -> Markup:
    return _present(
        {
            "@type": AUTHOR_TYPES.get(claimant["kind"], "Person"),
            "name": claimant["name"],
            "sameAs": claimant["same_as"],
        }
    )


def _listable(url: str) -> str:
    """Readers that keep appearances as one text split it at commas and blanks."""
    return url.replace(",", "%2C").replace(" ", "%20")


def _present(markup: Markup) -> Markup:
    return {name: value for name, value in markup.items() if value not in (None, "", [])}

"""A public document in the form that templates read: times as times, words for codes."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from claims.models import (
    Confidence,
    CorrectionType,
    Evidence,
    Kind,
    Media,
    Publication,
    Said,
    Stance,
)
from claims.prose import rendered

GAUGE_STEPS = 4  # the gauge has five marks
# Said before words that somebody stands behind; the plain assertion needs no word.
PLAIN_STANCE = Stance.ASSERTS


class FactCheck:
    """One published fact-check. `document` is its frozen public document."""

    def __init__(self, publication: Publication, *, is_under_review: bool = False) -> None:
        self.publication = publication
        self.document: dict[str, Any] = json.loads(publication.document)
        self.is_under_review = is_under_review

    def __getattr__(self, name: str) -> Any:
        """What is shown as it is, straight from the document."""
        try:
            return self.__dict__["document"][name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def is_headed_by_the_claim(self) -> bool:
        return self.headline.strip() == self.text.strip()

    @property
    def kind_label(self) -> str:
        return Kind(self.kind).label

    @property
    def said_label(self) -> str:
        return Said(self.said).label if self.said else ""

    @property
    def media_label(self) -> str:
        media = self.document.get("media")
        return Media(media["category"]).label if media else ""

    @property
    def confidence_label(self) -> str:
        return Confidence(self.confidence).label if self.confidence else ""

    @property
    def mark(self) -> int | None:
        """The place of the rating on a line of five marks, 5 the truest; None off the line."""
        return mark_of(self.rating)

    @cached_property
    def first_published_at(self) -> datetime:
        return datetime.fromisoformat(self.document["first_published_at"])

    @cached_property
    def updated_at(self) -> datetime:
        return datetime.fromisoformat(self.document["updated_at"])

    @cached_property
    def retracted_at(self) -> datetime:
        return datetime.fromisoformat(self.document["retracted_at"])

    @property
    def is_updated(self) -> bool:
        return self.updated_at != self.first_published_at

    @cached_property
    def said_on(self) -> date | None:
        said_on = self.document["said_on"]
        return date.fromisoformat(said_on) if said_on else None

    @cached_property
    def rationale_html(self) -> SafeString:
        shown = {item["number"] for item in self.document["evidence"]}
        return rendered(
            self.document["rationale"],
            target=lambda number: f"#evidence-{number}" if number in shown else None,
            top_heading=3,
        )

    @cached_property
    def sources(self) -> list[dict[str, Any]]:
        """The evidence, with words for its codes and the addresses of its kept copies."""
        return [_source(item) for item in self.document["evidence"]]

    @cached_property
    def places(self) -> list[dict[str, Any]]:
        """Where the claim was made: each quote in its sentence, with its article."""
        return [_place(mention) for mention in self.document["mentions"]]

    @cached_property
    def replies(self) -> list[dict[str, Any]]:
        """Whom the desk asked for their side, and what came of it."""
        return [
            {
                **reply,
                **{
                    name: datetime.fromisoformat(reply[name])
                    for name in ("asked_at", "until", "answered_at")
                    if reply[name]
                },
            }
            for reply in self.document.get("replies", [])
        ]

    @cached_property
    def changes(self) -> list[dict[str, Any]]:
        """The corrections, the latest first."""
        return [
            {
                **correction,
                "label": CorrectionType(correction["type"]).label,
                "at": datetime.fromisoformat(correction["at"]),
            }
            for correction in reversed(self.document["corrections"])
        ]


def mark_of(rating: dict[str, Any]) -> int | None:
    """Return the place of a rating on a line of five marks, 5 the truest; None off the line."""
    if rating["value"] is None:
        return None
    share = (rating["value"] - rating["worst"]) / (rating["best"] - rating["worst"])
    return 1 + round(share * GAUGE_STEPS)


def _source(item: dict[str, Any]) -> dict[str, Any]:
    shown = {
        **item,
        "kind_label": Evidence.Kind(item["kind"]).label,
        "stance_label": Evidence.Stance(item["stance"]).label,
    }
    if item["is_protected_source"]:
        return shown
    captures = item["captures"]
    return {
        **shown,
        "published_on": date.fromisoformat(item["published_on"]) if item["published_on"] else None,
        "host": urlsplit(item["url"]).hostname if item["url"] else "",
        "captured_at": datetime.fromisoformat(captures[-1]["captured_at"]) if captures else None,
        "sha256": captures[-1]["sha256"] if captures else "",
        "is_from_claimant": item["independence"] == Evidence.Independence.PARTY,
    }


def _place(mention: dict[str, Any]) -> dict[str, Any]:
    article = mention["article"]
    published_at = article["published_at"]
    stance = mention["stance"]
    disputed = bool(mention["reported_by"]) and stance == Stance.DISPUTES
    return {
        **mention,
        "is_disputed_by_another": disputed,
        "stance_label": "" if disputed or stance == PLAIN_STANCE else Stance(stance).label,
        "outlet": article["outlet"] or article["outlet_domain"] or "",
        "title": article["headline"] or _("Untitled article"),
        "url": article["url"],
        "language": article["language"] or "",
        "published_at": datetime.fromisoformat(published_at) if published_at else None,
    }

"""Fact-checks as Atom, RSS 2.0 and JSON Feed, with the same id in all three."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import XMLGenerator

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date
from django.utils.html import format_html
from django.utils.translation import gettext as _

from claims.public.addresses import absolute
from claims.public.corrections import Change
from claims.public.factcheck import FactCheck

SIZE = 50  # entries
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
START = datetime(2000, 1, 1, tzinfo=UTC)  # when a feed without entries was changed last


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself. Addresses are absolute."""

    title: str
    address: str
    home: str
    language: str | None = None


def entry_id(document: dict[str, Any]) -> str:
    """Return the id of a fact-check in every feed; it does not change when an address does."""
    year = document["first_published_at"][:4]
    return f"tag:{settings.FEED_ID_DOMAIN},{year}:factcheck/{document['id']}"


def atom(channel: Channel, checks: Iterable[FactCheck]) -> str:
    """Return an Atom feed (RFC 4287); retracted fact-checks as deleted entries (RFC 6721)."""
    return _written(AtomWithTombstones, channel, checks)


def rss(channel: Channel, checks: Iterable[FactCheck]) -> str:
    """Return an RSS 2.0 feed, which has no word for a retraction: those are left out."""
    return _written(_Rss, channel, [check for check in checks if not check.deleted])


def json_feed(channel: Channel, checks: Iterable[FactCheck]) -> str:
    """Return a JSON Feed 1.1; retracted fact-checks are left out."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "authors": [_author()],
        "items": [_json_item(check) for check in checks if not check.deleted],
    }
    if channel.language:
        feed["language"] = channel.language
    return json.dumps(feed, ensure_ascii=False)


def corrections(channel: Channel, changes: Iterable[Change]) -> str:
    """Return an Atom feed of what was corrected and retracted."""
    feed = _new(_Atom, channel)
    changes = list(changes)
    if changes:
        feed.changed_at = changes[0].at
    for change in changes:
        rating = f" {change.before} → {change.after}." if change.before else ""
        feed.add_item(
            title=f"{change.label}: {change.headline}",
            link=change.url,
            description=format_html("<p>{}{}</p>{}", change.note, rating, _compared(change)),
            pubdate=change.at,
            updateddate=change.at,
            unique_id=f"tag:{settings.FEED_ID_DOMAIN},{change.at.year}:change/{change.sequence}",
        )
    return feed.writeString("utf-8")


def _compared(change: Change) -> str:
    """A link to what the change changed; nothing for a retraction, which leaves no text."""
    if change.is_retraction:
        return ""
    versions = absolute("versions", slug=change.slug)
    words = _("What changed, word by word")
    return format_html('<p><a href="{}#revision-{}">{}</a></p>', versions, change.revision, words)


class _Atom(Atom1Feed):
    changed_at = START

    def latest_post_date(self) -> datetime:
        return self.changed_at


class AtomWithTombstones(_Atom):
    """Atom with `at:deleted-entry` for what was retracted."""

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": TOMBSTONES}

    def write_items(self, handler: XMLGenerator) -> None:
        gone = [item for item in self.items if item.get("deleted_at")]
        self.items = [item for item in self.items if not item.get("deleted_at")]
        super().write_items(handler)
        for item in gone:
            when = rfc3339_date(item["deleted_at"])
            handler.startElement("at:deleted-entry", {"ref": item["unique_id"], "when": when})
            handler.addQuickElement("at:comment", item["description"])
            handler.endElement("at:deleted-entry")


class _Rss(Rss201rev2Feed):
    changed_at = START

    def latest_post_date(self) -> datetime:
        return self.changed_at


def _written(kind: type[SyndicationFeed], channel: Channel, checks: Iterable[FactCheck]) -> str:
    feed = _new(kind, channel)
    checks = list(checks)
    if checks:
        feed.changed_at = max(check.updated_at for check in checks)
    for check in checks:
        if check.deleted:
            _add_tombstone(feed, check)
        else:
            _add(feed, check)
    return feed.writeString("utf-8")


def _new(kind: type[SyndicationFeed], channel: Channel) -> SyndicationFeed:
    return kind(
        title=channel.title,
        link=channel.home,
        description=channel.title,
        language=channel.language,
        feed_url=channel.address,
        author_name=settings.PUBLISHER_NAME,
        author_link=settings.PUBLISHER_URL,
        feed_copyright=settings.PUBLISHER_LICENSE or None,
    )


def _add(feed: SyndicationFeed, check: FactCheck) -> None:
    feed.add_item(
        title=check.headline,
        link=check.url,
        description=_body(check),
        author_name=check.publisher["name"],
        pubdate=check.first_published_at,
        updateddate=check.updated_at,
        unique_id=entry_id(check.document),
        unique_id_is_permalink=False,
        categories=_tags(check),
        item_copyright=check.license or None,
    )


def _add_tombstone(feed: SyndicationFeed, check: FactCheck) -> None:
    feed.add_item(
        title="",
        link=check.url,
        description=check.reason,
        unique_id=entry_id(check.document),
        deleted_at=check.retracted_at,
    )


def _json_item(check: FactCheck) -> dict[str, Any]:
    return {
        "id": entry_id(check.document),
        "url": check.url,
        "title": check.headline,
        "summary": check.summary,
        "content_html": _body(check),
        "date_published": rfc3339_date(check.first_published_at),
        "date_modified": rfc3339_date(check.updated_at),
        "authors": [_author()],
        "tags": _tags(check),
        "language": check.language,
    }


def _body(check: FactCheck) -> str:
    return format_html(
        "<p><strong>{}</strong>: {}</p><p>{}</p>", check.rating["label"], check.text, check.summary
    )


def _tags(check: FactCheck) -> list[str]:
    return [check.rating["label"], *(topic["name"] for topic in check.topics)]


def _author() -> dict[str, str]:
    return {"name": settings.PUBLISHER_NAME, "url": settings.PUBLISHER_URL}

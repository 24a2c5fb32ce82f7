"""Feeds: one document -> entries, and what a look at a feed leads to."""

from __future__ import annotations

import calendar
import io
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin

import feedparser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import addresses
from .errors import BadAddress, CannotTakeIn, FetchFailed, NotReadable
from .fetch import FetchedPage, Limits, fetch
from .guard import Guard
from .jobs import OPEN
from .models import Feed, Fetch
from .readers import charset_of
from .wording import FORBIDDEN

logger = logging.getLogger(__name__)

KINDS = (
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/xml",
    "text/xml", "application/json", "application/rdf+xml", "text/html", "text/plain",
)  # fmt: skip
MOST_BYTES = 5_000_000
MOST_ENTRIES = 100  # newest entries of one look that are considered
LONGEST_PAUSE = timedelta(days=1)
AT_ONCE = 50  # feeds that one round takes up


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed names: an address, and when it says that changed (None: not told, or not
    believable)."""

    url: str
    updated: datetime | None = None


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A feed as read. skipped: one sentence for each entry that could not be used."""

    title: str
    entries: list[Entry]
    skipped: list[str]


def read_feed(page: FetchedPage) -> FeedDocument:
    """Return the entries of an RSS, Atom or JSON feed that was fetched.

    A malformed feed gives what can be read of it, but its dates are not believed.
    Raises NotReadable for a document that is no feed.
    """
    if page.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        title, found = _json_entries(page.body)
    else:
        title, found = _xml_entries(page)
    entries: dict[str, Entry] = {}
    skipped: list[str] = []
    for link, updated in found:
        if not link:
            skipped.append(_("An entry has no address."))
            continue
        try:
            url = addresses.canonical(urljoin(page.final_url, link))
        except (BadAddress, ValueError) as error:
            skipped.append(_("“{link}”: {why}").format(link=link[:100], why=error))
        else:
            entries.setdefault(url, Entry(url, updated))
    return FeedDocument(title, list(entries.values()), skipped)


def _xml_entries(page: FetchedPage) -> tuple[str, list[tuple[str, datetime | None]]]:
    charset = charset_of(page.media_type)
    document = feedparser.parse(
        # A stream: bytes and strings might be taken for the name of a file or an address.
        io.BytesIO(page.body),
        response_headers={
            # Feeds come under many kinds; a wrong one is no reason to distrust the document.
            "content-type": "application/xml" + (f"; charset={charset}" if charset else ""),
            "content-location": page.final_url,
        },
        sanitize_html=False,
    )
    if not document.get("version"):
        raise NotReadable(_("There is no feed at this address."), field="url")
    entries = []
    for entry in document.entries[:MOST_ENTRIES]:
        # Asked as a plain dict: the library's own look-up puts one date for the other, loudly.
        told = dict.get(entry, "updated_parsed") or dict.get(entry, "published_parsed")
        updated = None if document.bozo or not told else _moment(calendar.timegm(told))
        entries.append((entry.get("link") or "", updated))
    return _title(document.feed.get("title")), entries


def _json_entries(body: bytes) -> tuple[str, list[tuple[str, datetime | None]]]:
    """Read JSON Feed 1.0 and 1.1 (jsonfeed.org)."""
    try:
        document = json.loads(body)
        items = document["items"]
        if not str(document["version"]).startswith("https://jsonfeed.org/version/"):
            raise ValueError("another kind of JSON")
        entries = [
            (str(item.get("url") or item.get("external_url") or ""), _json_date(item))
            for item in items[:MOST_ENTRIES]
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotReadable(_("There is no feed at this address."), field="url") from None
    return _title(document.get("title")), entries


def _json_date(item: dict[str, object]) -> datetime | None:
    told = item.get("date_modified") or item.get("date_published")
    try:
        moment = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return _moment(moment.timestamp()) if moment.tzinfo else None


def _moment(seconds: float) -> datetime | None:
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment if moment <= timezone.now() else None


def _title(told: object) -> str:
    return " ".join(FORBIDDEN.sub(" ", str(told or "")).split())[:300]


def take_due() -> list[int]:
    """Return the ids of the feeds that are due, each put off to its next time.

    Of two callers at once each feed goes to one.
    """
    with transaction.atomic():
        due = list(Feed.objects.due().select_for_update(skip_locked=True)[:AT_ONCE])
        for feed in due:
            feed.next_due_at = timezone.now() + timedelta(minutes=feed.interval)
        Feed.objects.bulk_update(due, ["next_due_at"])
    return [feed.pk for feed in due]


def look(feed_id: int, *, queue: Callable[[str, Feed], object], guard: Guard | None = None) -> int:
    """Look at a feed and queue the articles it names that are new or changed; return how many.

    queue: called with the address of an article and its feed, inside the transaction that notes
        the look.

    What goes wrong is noted on the feed, worded for people, and puts the next look off: for as
    long as the outlet asks (Retry-After), else twice as long with each failure, a day at most. A
    feed that is gone (410) is looked at no more; one that moved for good (301, 308) keeps its new
    address.
    """
    feed = Feed.objects.get(pk=feed_id)
    try:
        page = fetch(
            feed.url,
            media_types=KINDS,
            etag=feed.etag,
            modified=feed.modified,
            limits=Limits(most_bytes=MOST_BYTES),
            guard=guard,
        )
        document = read_feed(page) if page.status == 200 else None
    except CannotTakeIn as error:
        _note_failure(feed_id, error)
        return 0
    with transaction.atomic():
        feed = Feed.objects.select_for_update(no_key=True).get(pk=feed_id)
        fresh = _fresh(feed, document.entries) if document else []
        for entry in fresh:
            queue(entry.url, feed)
        _note_success(feed, page, document)
    return len(fresh)


def _fresh(feed: Feed, entries: list[Entry]) -> list[Entry]:
    """Return the entries never fetched for this feed, or changed since they last were."""
    last: dict[str, datetime] = {}
    open_now: set[str] = set()
    known = Fetch.objects.filter(feed=feed, url__in=[entry.url for entry in entries])
    for url, queued_at, state in known.values_list("url", "queued_at", "state"):
        last[url] = max(queued_at, last.get(url, queued_at))
        if state in OPEN:
            open_now.add(url)

    def is_changed(entry: Entry) -> bool:
        if entry.updated is None or entry.url in open_now:
            return False
        return entry.updated > last[entry.url]

    return [entry for entry in entries if entry.url not in last or is_changed(entry)]


def _note_success(feed: Feed, page: FetchedPage, document: FeedDocument | None) -> None:
    now = timezone.now()
    feed.polled_at, feed.next_due_at = now, now + timedelta(minutes=feed.interval)
    feed.failures, feed.last_error = 0, ""
    if document is not None:
        feed.etag = page.headers.get("etag", "")[:500]
        feed.modified = page.headers.get("last-modified", "")[:100]
        feed.title = feed.title or document.title
        if document.skipped:
            feed.last_error = "\n".join(
                [_("Entries that could not be used:"), *document.skipped[:20]]
            )
    if page.moved_for_good and page.final_url != feed.url:
        if Feed.objects.filter(url=page.final_url).exists():
            feed.active = False
            feed.last_error = _("Moved to {url}, which is a feed of its own here.").format(
                url=page.final_url
            )
        else:
            feed.url = page.final_url
    feed.save()


def _note_failure(feed_id: int, error: CannotTakeIn) -> None:
    with transaction.atomic():
        feed = Feed.objects.select_for_update(no_key=True).get(pk=feed_id)
        feed.failures += 1
        feed.last_error = str(error)
        feed.polled_at = timezone.now()
        pause = min(timedelta(minutes=feed.interval) * 2 ** min(feed.failures, 10), LONGEST_PAUSE)
        if isinstance(error, FetchFailed):
            if error.retry_after is not None:
                pause = max(timedelta(minutes=feed.interval), timedelta(seconds=error.retry_after))
            if error.status == 410:
                feed.active = False
        feed.next_due_at = timezone.now() + pause
        feed.save()
    logger.info("Feed %s: %s", feed_id, error)

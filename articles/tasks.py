"""Background work of this package. Tasks carry ids, and may be delivered twice or late."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _

from . import addresses, feeds, jobs, readers
from .errors import CannotTakeIn, FetchFailed
from .fetch import fetch
from .heartbeat import beating
from .intake import take_in
from .models import Feed, Fetch, Way

FETCH_LIMIT = 240  # seconds for fetching and reading one article
LONGEST_WAIT = timedelta(hours=1)  # what asks for more patience than this fails at once


def queue_fetch(url: str, *, by: AbstractBaseUser | None = None, feed: Feed | None = None) -> Fetch:
    """Return the job of fetching an article, sent to the workers when the transaction commits.

    Raises BadAddress.
    """
    row = Fetch.objects.create(url=addresses.normal(url), requested_by=by, feed=feed)
    jobs.send_on_commit(row.pk, fetch_article.delay)
    return row


@shared_task(acks_late=True, soft_time_limit=FETCH_LIMIT, time_limit=FETCH_LIMIT + 30)
def fetch_article(fetch_id: UUID | str) -> None:
    """Fetch an article and take it in. Safe to run twice: the job's row lets one attempt in."""
    attempt = jobs.start(Fetch, fetch_id)
    if attempt is None:
        return
    with jobs.failing(Fetch, fetch_id, attempt):
        row = Fetch.objects.select_related("feed__source", "requested_by").get(pk=fetch_id)
        try:
            with beating(Fetch, fetch_id, attempt):
                page = fetch(row.url)
                read = readers.read(
                    page.body, media_type=page.media_type, url=page.final_url, field="url"
                )
            with jobs.finishing(Fetch, fetch_id, attempt) as done:
                done.retrieval = take_in(
                    read,
                    way=Way.FEED if row.feed else Way.URL,
                    by=row.requested_by,
                    url=page.final_url,
                    source=row.feed.source if row.feed else None,
                ).retrieval
        except FetchFailed as error:
            wait = _patience(error, attempt)
            if wait is None:
                jobs.fail(Fetch, fetch_id, attempt, str(error))
            else:
                jobs.give_back(Fetch, fetch_id, attempt, str(error), after=wait)
        except CannotTakeIn as error:
            jobs.fail(Fetch, fetch_id, attempt, str(error))
        except SoftTimeLimitExceeded:
            jobs.fail(
                Fetch, fetch_id, attempt, _("The page took too long to read. Paste the text.")
            )


def _patience(error: FetchFailed, attempt: int) -> float | None:
    """Return in how many seconds another try makes sense, or None where none does."""
    if not error.passing:
        return None
    wait = max(30.0 * 4 ** (attempt - 1), float(error.retry_after or 0))
    return wait if wait <= LONGEST_WAIT.total_seconds() else None


@shared_task
def sweep_fetches() -> int:
    """Send again the fetches that lost their worker or message; return how many."""
    return jobs.requeue_stale(Fetch, fetch_article.delay)


@shared_task
def poll_due_feeds() -> int:
    """Send each feed that is due to the workers; return how many."""
    due = feeds.take_due()
    for feed_id in due:
        poll_feed.delay(feed_id)
    return len(due)


@shared_task(soft_time_limit=FETCH_LIMIT, time_limit=FETCH_LIMIT + 30)
def poll_feed(feed_id: int) -> int:
    """Look at one feed; return how many articles it led to."""
    return feeds.look(feed_id, queue=lambda url, feed: queue_fetch(url, feed=feed))

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import chain

import pytest
from django.utils import timezone

from articles import feeds
from articles.errors import NotReadable
from articles.feeds import look, read_feed
from articles.fetch import FetchedPage
from articles.models import Feed, Fetch

from .together import all_at_once
from .web import PRIVATE, answer, serving

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Courier: all news</title><link>https://courier.example/</link>
<item><title>Ferry</title><link>https://courier.example/ferry?utm_source=rss</link>
<pubDate>Wed, 04 Mar 2026 08:30:00 GMT</pubDate></item>
<item><title>Locks</title><link>/locks</link></item>
<item><title>No link</title></item>
<item><title>Mail</title><link>mailto:desk@courier.example</link></item>
<item><title>Ferry again</title><link>https://courier.example/ferry</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
<entry><title>Ferry</title><link href="https://courier.example/ferry"/>
<updated>2026-03-04T08:30:00Z</updated></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": [
{"id": "1", "url": "https://courier.example/ferry", "date_published": "2026-03-04T08:30:00Z"}]}"""
BOMB = (
    """<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">"""
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><rss version='2.0'><channel><title>&j;</title></channel></rss>"
)


def page(body, kind="application/rss+xml", url="https://courier.example/rss"):
    body = body.encode() if isinstance(body, str) else body
    return FetchedPage(url, url, 200, kind, {}, body, timezone.now())


class TestReadFeed:
    def test_gives_each_address_once_in_canonical_form(self):
        document = read_feed(page(RSS))

        assert document.title == "Courier: all news"
        assert [entry.url for entry in document.entries] == [
            "https://courier.example/ferry",
            "https://courier.example/locks",
        ]

    def test_says_which_entries_cannot_be_used(self):
        skipped = read_feed(page(RSS)).skipped

        assert skipped[0] == "An entry has no address."
        assert "mailto:desk@courier.example" in skipped[1]

    @pytest.mark.parametrize("body", [ATOM, JSON])
    def test_reads_other_kinds(self, body):
        document = read_feed(page(body, "text/plain"))

        (entry,) = document.entries
        assert document.title == "Courier"
        assert entry.url == "https://courier.example/ferry"
        assert entry.updated.isoformat() == "2026-03-04T08:30:00+00:00"

    def test_does_not_believe_the_dates_of_a_malformed_feed(self):
        (entry,) = read_feed(page(ATOM.replace("</feed>", "<oops>"))).entries

        assert entry.updated is None

    def test_does_not_believe_dates_to_come(self):
        (entry,) = read_feed(page(ATOM.replace("2026", "2999"))).entries

        assert entry.updated is None

    @pytest.mark.parametrize(
        "body",
        ["", "<html><body>Not found</body></html>", "{}", '{"items": []}', "[" * 9000, "{" * 9000,
         '{"version": "https://jsonfeed.org/version/1", "items": [3]}', "/etc/passwd",
         "https://courier.example/rss", "\x00\x01"],
    )  # fmt: skip
    def test_refuses_what_is_no_feed(self, body):
        with pytest.raises(NotReadable, match="no feed"):
            read_feed(page(body))

    def test_does_not_unfold_a_bomb(self):
        try:
            title = read_feed(page(BOMB)).title
        except NotReadable:
            return
        assert len(title) <= 300

    def test_does_not_read_files_of_this_machine(self, tmp_path):
        secret = tmp_path / "secret"
        secret.write_text("inner life")
        body = RSS.replace(
            "<rss", f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]><rss', 1
        ).replace("Courier: all news", "&x;")

        assert "inner life" not in read_feed(page(body)).title


@pytest.fixture
def web():
    with serving() as web:
        yield web


@pytest.fixture
def feed(db, web):
    return Feed.objects.create(url=web.url("/rss"), interval=30)


@pytest.fixture
def looked(web, feed):
    """Look at the feed; return (how many were new, the feed as it is now)."""

    def run(guard=None):
        count = look(feed.pk, queue=remember, guard=guard or web.guard())
        feed.refresh_from_db()
        return count, feed

    return run


def remember(url, feed):
    Fetch.objects.create(url=url, feed=feed)


def minutes_until(moment):
    return round((moment - timezone.now()).total_seconds() / 60)


class TestLook:
    def test_queues_what_the_feed_names_once(self, web, looked):
        web.pages["/rss"] = answer(RSS, kind="application/rss+xml", etag='"7"')

        assert looked()[0] == 2
        assert looked()[0] == 0

        urls = set(Fetch.objects.values_list("url", flat=True))
        assert urls == {"https://courier.example/ferry", web.url("/locks")}

    def test_notes_when_to_look_again(self, web, looked):
        web.pages["/rss"] = answer(RSS, kind="text/xml")

        _count, feed = looked()

        assert minutes_until(feed.next_due_at) == 30
        assert (feed.failures, feed.title) == (0, "Courier: all news")
        assert feed.polled_at is not None

    def test_tells_of_entries_that_could_not_be_used(self, web, looked):
        web.pages["/rss"] = answer(RSS, kind="text/xml")

        assert "mailto:desk" in looked()[1].last_error

    def test_asks_only_for_what_changed(self, web, looked):
        web.pages["/rss"] = answer(
            ATOM, kind="application/atom+xml", etag='"7"', last_modified="yesterday"
        )
        looked()
        web.pages["/rss"] = answer(status="304 Not Modified", kind="")

        count, feed = looked()

        assert count == 0
        assert b'if-none-match: "7"' in web.requests[1].lower()
        assert b"if-modified-since: yesterday" in web.requests[1].lower()
        assert (feed.etag, feed.failures) == ('"7"', 0)

    def test_a_mark_that_no_request_can_carry_costs_a_whole_answer_and_not_the_feed(
        self, web, looked
    ):
        web.pages["/rss"] = answer(
            ATOM, kind="text/xml", etag='"\xe9"', last_modified="morgen fr\xfch"
        )
        looked()

        _count, feed = looked()

        assert (feed.failures, feed.last_error) == (0, "")
        assert b"if-none-match" not in web.requests[1].lower()

    def test_fetches_an_article_again_that_says_it_changed(self, web, looked, feed):
        web.pages["/rss"] = answer(ATOM, kind="text/xml")
        looked()
        Fetch.objects.update(queued_at=timezone.now() - timedelta(days=3000))
        now = timezone.now()
        Fetch.objects.update(
            state="failed", reason="x", attempt=1, started_at=now, heartbeat_at=now, finished_at=now
        )

        assert looked()[0] == 1
        assert looked()[0] == 0

    def test_does_not_queue_an_article_again_that_still_waits(self, web, looked):
        web.pages["/rss"] = answer(ATOM, kind="text/xml")
        looked()
        Fetch.objects.update(queued_at=timezone.now() - timedelta(days=3000))

        assert looked()[0] == 0


class TestLookThatFails:
    def test_puts_the_next_off_longer_each_time_up_to_a_day(self, web, looked):
        web.pages["/rss"] = answer("x", status="500 Broken")

        pauses = [minutes_until(looked()[1].next_due_at) for _time in range(8)]

        assert pauses == [60, 120, 240, 480, 960, 1440, 1440, 1440]

    def test_says_why(self, web, looked):
        web.pages["/rss"] = answer("<html>", kind="text/html")

        count, feed = looked()

        assert (count, feed.failures) == (0, 1)
        assert feed.last_error == "There is no feed at this address."

    def test_waits_as_long_as_it_was_asked_to(self, web, looked):
        web.pages["/rss"] = answer("x", status="429 Slow down", retry_after="7200")

        assert minutes_until(looked()[1].next_due_at) == 120

    def test_and_works_again_is_as_if_nothing_was(self, web, looked):
        web.pages["/rss"] = answer("x", status="500 Broken")
        looked()
        web.pages["/rss"] = answer(ATOM, kind="text/xml")

        _count, feed = looked()

        assert (feed.failures, feed.last_error) == (0, "")
        assert minutes_until(feed.next_due_at) == 30

    def test_because_the_feed_is_gone_ends_the_looking(self, web, looked):
        web.pages["/rss"] = answer("x", status="410 Gone")

        _count, feed = looked()

        assert not feed.active
        assert "410" in feed.last_error

    def test_at_a_private_address_is_noted_too(self, web, looked):
        _count, feed = looked(web.guard(news_example=PRIVATE))

        assert "private network" in feed.last_error
        assert web.requests == []

    def test_because_it_is_too_large_is_noted_too(self, web, looked):
        web.pages["/rss"] = answer("x" * 5_000_001, kind="text/xml")

        assert "more than 5 MB" in looked()[1].last_error


class TestAFeedThatMoved:
    def test_for_good_keeps_its_new_address(self, web, looked):
        web.pages["/rss"] = answer(status="301 Moved", location="/new")
        web.pages["/new"] = answer(ATOM, kind="text/xml")

        assert looked()[1].url == web.url("/new")

    def test_for_now_keeps_its_own(self, web, looked):
        web.pages["/rss"] = answer(status="302 Found", location="/new")
        web.pages["/new"] = answer(ATOM, kind="text/xml")

        assert looked()[1].url == web.url("/rss")

    def test_to_another_that_is_known_is_looked_at_no_more(self, web, looked):
        Feed.objects.create(url=web.url("/new"))
        web.pages["/rss"] = answer(status="301 Moved", location="/new")
        web.pages["/new"] = answer(ATOM, kind="text/xml")

        _count, feed = looked()

        assert not feed.active
        assert web.url("/new") in feed.last_error


@pytest.mark.django_db
class TestDueFeeds:
    def test_are_the_active_ones_whose_time_has_come(self):
        now = timezone.now()
        past, future = now - timedelta(minutes=1), now + timedelta(minutes=1)
        due = Feed.objects.create(url="https://a.example/", next_due_at=past)
        Feed.objects.create(url="https://b.example/", next_due_at=future)
        Feed.objects.create(url="https://c.example/", next_due_at=past, active=False)

        assert feeds.take_due() == [due.pk]
        assert feeds.take_due() == []

        due.refresh_from_db()
        assert minutes_until(due.next_due_at) == 30


@pytest.mark.django_db(transaction=True)
class TestDueFeedsAtOnce:
    def test_each_goes_to_one_worker(self):
        for number in range(9):
            Feed.objects.create(url=f"https://{number}.example/")

        taken = all_at_once(*[partial(feeds.take_due)] * 4)

        assert sorted(chain(*taken)) == sorted(Feed.objects.values_list("pk", flat=True))

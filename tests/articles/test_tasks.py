from __future__ import annotations

from datetime import timedelta

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection
from django.utils import timezone

from articles import jobs, tasks
from articles.errors import BadAddress
from articles.guard import Guard
from articles.models import Article, Feed, Fetch, Retrieval, Source, State, Way

from .together import all_at_once
from .web import PUBLIC, answer, serving


@pytest.fixture
def web(settings, monkeypatch):
    """A server whose hosts the fetcher takes for public ones."""
    with serving() as web:
        settings.FETCH_PORTS = [web.port]
        settings.FETCH_ALLOW_PRIVATE = True
        # Names of test hosts have no addresses; each is the test server's.
        monkeypatch.setattr(Guard, "addresses", lambda *_asked: [PUBLIC])
        yield web


@pytest.fixture
def ferry(web, ferry_page):
    """The address of a page with an article."""
    web.pages["/ferry?utm_source=mail"] = answer(ferry_page)
    return web.url("/ferry?utm_source=mail")


def outcome(row):
    row.refresh_from_db()
    return row.state, row.reason


@pytest.mark.django_db
class TestQueueFetch:
    def test_sends_the_job_with_the_commit(
        self, rosa, monkeypatch, django_capture_on_commit_callbacks
    ):
        sent = []
        monkeypatch.setattr(tasks.fetch_article, "delay", sent.append)

        with django_capture_on_commit_callbacks(execute=True):
            row = tasks.queue_fetch("HTTPS://News.example/a#b", by=rosa)
            assert sent == []

        assert sent == [row.pk]
        assert (row.url, row.requested_by) == ("https://news.example/a", rosa)
        assert row.state == State.WAITING

    @pytest.mark.parametrize("url", ["", "news.example", "file:///etc/passwd"])
    def test_refuses_what_is_no_web_address(self, url):
        with pytest.raises(BadAddress):
            tasks.queue_fetch(url)

        assert not Fetch.objects.exists()


@pytest.mark.django_db
class TestFetchArticle:
    def test_takes_the_article_in(self, ferry, rosa):
        row = tasks.queue_fetch(ferry, by=rosa)

        tasks.fetch_article(row.pk)

        assert outcome(row) == (State.DONE, "")
        snapshot = row.retrieval.snapshot
        assert snapshot.text.startswith("Ferry line to stop in May\n\nThe ferry between")
        assert row.retrieval.way == Way.URL
        assert row.retrieval.by == snapshot.article.added_by == rosa
        assert snapshot.article.canonical_url.endswith("/ferry-line")

    def test_delivered_twice_does_it_once(self, ferry, web):
        row = tasks.queue_fetch(ferry)

        tasks.fetch_article(row.pk)
        tasks.fetch_article(str(row.pk))

        assert web.paths() == ["/ferry?utm_source=mail"]
        assert Retrieval.objects.count() == 1

    def test_of_a_feed_carries_its_outlet(self, ferry):
        outlet = Source.objects.create(name="Agency", domain="agency.example")
        feed = Feed.objects.create(url="https://agency.example/rss", source=outlet)
        row = tasks.queue_fetch(ferry, feed=feed)

        tasks.fetch_article(row.pk)

        row.refresh_from_db()
        assert row.retrieval.way == Way.FEED
        assert row.retrieval.snapshot.article.source == outlet

    def test_holds_no_transaction_while_it_fetches(self, ferry, web, transactional_db):
        seen = []

        def look_around(request_socket, request):
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    " AND state LIKE 'idle in transaction%' AND pid <> pg_backend_pid()"
                )
                seen.append(cursor.fetchone()[0])
            connection.close()
            request_socket.sendall(answer("x", status="404 Not Found"))

        web.pages["/ferry?utm_source=mail"] = look_around
        row = tasks.queue_fetch(ferry)

        tasks.fetch_article(row.pk)

        assert seen == [0]

    @pytest.mark.parametrize(
        ("found", "reason"),
        [
            (answer("x", status="404 Not Found"), "no such page (404)"),
            (answer("x", status="403 Forbidden"), "(403). Paste the text"),
            (answer("x", kind="image/png"), "image/png"),
            (answer("<html><p>Please log in."), "No article text was found"),
            (answer(b"one\x0ctwo" * 50, kind="text/plain"), "U+000C"),
            (answer("x", status="429 No", retry_after="86400"), "(429)"),
        ],
    )
    def test_fails_with_the_reason_where_no_other_try_helps(self, web, found, reason):
        web.pages["/a"] = found
        row = tasks.queue_fetch(web.url("/a"))

        tasks.fetch_article(row.pk)

        state, said = outcome(row)
        assert state == State.FAILED
        assert reason in said
        assert not Article.objects.exists()

    def test_waits_for_another_try_where_one_may_help(self, web, ferry, ferry_page):
        web.pages["/ferry?utm_source=mail"] = answer("x", status="503 Busy")
        row = tasks.queue_fetch(ferry)

        tasks.fetch_article(row.pk)

        state, said = outcome(row)
        assert state == State.WAITING
        assert "503" in said
        assert 20 < (row.resend_at - timezone.now()).total_seconds() <= 30

        web.pages["/ferry?utm_source=mail"] = answer(ferry_page)
        tasks.fetch_article(row.pk)

        assert outcome(row) == (State.DONE, "")

    def test_waits_as_long_as_it_was_asked_to(self, web):
        web.pages["/a"] = answer("x", status="429 No", retry_after="600")
        row = tasks.queue_fetch(web.url("/a"))

        tasks.fetch_article(row.pk)

        row.refresh_from_db()
        assert 590 < (row.resend_at - timezone.now()).total_seconds() <= 600

    def test_gives_up_after_its_attempts(self, web, settings):
        web.pages["/a"] = answer("x", status="503 Busy")
        row = tasks.queue_fetch(web.url("/a"))

        for _attempt in range(settings.JOB_ATTEMPTS):
            tasks.fetch_article(row.pk)

        assert outcome(row)[0] == State.FAILED

    def test_that_runs_out_of_time_fails_with_a_reason(self, ferry, monkeypatch):
        def endless(*_args, **_rest):
            raise SoftTimeLimitExceeded

        monkeypatch.setattr(tasks.readers, "read", endless)
        row = tasks.queue_fetch(ferry)

        tasks.fetch_article(row.pk)

        assert outcome(row) == (State.FAILED, "The page took too long to read. Paste the text.")

    def test_that_meets_a_bug_fails_and_raises(self, ferry, monkeypatch):
        monkeypatch.setattr(tasks.readers, "read", lambda *_args, **_rest: 1 / 0)
        row = tasks.queue_fetch(ferry)

        with pytest.raises(ZeroDivisionError):
            tasks.fetch_article(row.pk)

        assert outcome(row)[0] == State.FAILED

    def test_that_lost_its_job_while_it_fetched_stores_nothing(self, ferry, web, ferry_page):
        row = tasks.queue_fetch(ferry)

        def lose(request_socket, _request):
            request_socket.sendall(answer(ferry_page))

        def overtake(*args, **rest):
            Fetch.objects.filter(pk=row.pk).update(attempt=2)
            return readers_read(*args, **rest)

        web.pages["/ferry?utm_source=mail"] = lose
        readers_read = tasks.readers.read
        tasks.readers.read = overtake
        try:
            tasks.fetch_article(row.pk)
        finally:
            tasks.readers.read = readers_read

        row.refresh_from_db()
        assert (row.state, row.attempt, row.retrieval) == (State.RUNNING, 2, None)
        assert not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
class TestFetchArticleAtOnce:
    def test_several_deliveries_fetch_once(self, ferry, web):
        row = tasks.queue_fetch(ferry)

        results = all_at_once(*[lambda: tasks.fetch_article(row.pk)] * 5)

        assert results == [None] * 5
        assert len(web.requests) == 1
        assert Retrieval.objects.count() == 1
        assert outcome(row) == (State.DONE, "")

    def test_two_fetches_of_one_page_are_one_snapshot(self, ferry):
        rows = [tasks.queue_fetch(ferry) for _number in range(4)]

        all_at_once(*[lambda row=row: tasks.fetch_article(row.pk) for row in rows])

        assert {outcome(row) for row in rows} == {(State.DONE, "")}
        assert len({row.retrieval.snapshot_id for row in rows}) == 1
        assert Retrieval.objects.count() == 4


@pytest.mark.django_db
class TestSweepFetches:
    def test_sends_what_lost_its_worker(self, monkeypatch, django_capture_on_commit_callbacks):
        sent = []
        row = Fetch.objects.create(url="https://news.example/a")
        jobs.start(Fetch, row.pk)
        Fetch.objects.update(heartbeat_at=timezone.now() - timedelta(hours=1))
        monkeypatch.setattr(tasks.fetch_article, "delay", sent.append)

        with django_capture_on_commit_callbacks(execute=True):
            assert tasks.sweep_fetches() == 1

        assert sent == [row.pk]


@pytest.mark.django_db
class TestPolling:
    def test_sends_each_due_feed_once(self, monkeypatch):
        sent = []
        feed = Feed.objects.create(url="https://news.example/rss")
        monkeypatch.setattr(tasks.poll_feed, "delay", sent.append)

        assert tasks.poll_due_feeds() == 1
        assert tasks.poll_due_feeds() == 0

        assert sent == [feed.pk]

    def test_takes_the_articles_of_a_feed_in(
        self, web, ferry_page, monkeypatch, django_capture_on_commit_callbacks
    ):
        web.pages["/rss"] = answer(
            f"<rss version='2.0'><channel><title>News</title><item><link>{web.url('/ferry')}"
            "</link></item></channel></rss>",
            kind="application/rss+xml",
        )
        web.pages["/ferry"] = answer(ferry_page)
        feed = Feed.objects.create(url=web.url("/rss"))
        monkeypatch.setattr(tasks.fetch_article, "delay", tasks.fetch_article)

        with django_capture_on_commit_callbacks(execute=True):
            assert tasks.poll_feed(feed.pk) == 1

        fetched = Fetch.objects.get()
        assert (fetched.state, fetched.feed) == (State.DONE, feed)
        assert fetched.retrieval.way == Way.FEED

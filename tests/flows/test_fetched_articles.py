"""Articles that real workers fetch from a web server, by address and by feed."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from tests.articles.web import PRIVATE, answer, serving
from tests.processes import children_of, exists

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body><article>
<h1>{title}</h1>
<p>The harbour of {place} handled 41,200 tonnes of grain in October, 12 percent more than a year
before, its chief Mara Quill said on Monday.</p>
<p>She denied that the port authority had cut 60 jobs.</p></article></body></html>"""


@pytest.fixture(scope="module")
def web():
    with serving() as web:
        yield web


@pytest.fixture(scope="module")
def desk(start_desk, web):
    """A desk that may fetch from this machine, with short heartbeats."""
    return start_desk(JOB_HEARTBEAT_SECONDS="5", FETCH_ALLOW_PRIVATE="1", FETCH_PORTS=str(web.port))


def sightings(desk, path):
    """Way, number of the wording and state of its reading, for each sighting of an article."""
    return desk.rows(
        "SELECT r.way, s.number, g.state FROM articles_retrieval r"
        " JOIN articles_snapshot s ON s.id = r.snapshot_id"
        " JOIN articles_article a ON a.id = s.article_id"
        " LEFT JOIN claims_reading g ON g.snapshot_id = s.id"
        " WHERE a.canonical_url LIKE %s ORDER BY r.at, r.id",
        f"%{path}",
    )


def claims(desk, path):
    (count,) = desk.rows(
        "SELECT count(*) FROM claims_mention m JOIN articles_snapshot s ON s.id = m.snapshot_id"
        " JOIN articles_article a ON a.id = s.article_id WHERE a.canonical_url LIKE %s",
        f"%{path}",
    )[0]
    return count


class TestAnAddress:
    def test_becomes_an_article_with_claims(self, desk, web):
        web.pages["/grain"] = answer(PAGE.format(title="More grain in Holm", place="Holm"))
        rosa = desk.visitor("Rosa")
        form = "/admin/articles/article/add/"
        rosa.get(form)

        shown = rosa.send_form(form, url=web.url("/grain", PRIVATE))
        desk.wait_for(lambda: sightings(desk, "/grain") == [("url", 1, "done")], "the reading")

        assert "is being fetched" in shown.text
        assert claims(desk, "/grain") >= 1

    def test_that_is_handed_in_again_is_seen_again(self, desk, web):
        web.pages["/again?utm_source=mail"] = answer(
            PAGE.format(title="More grain in Arle", place="Arle")
        )
        rosa = desk.visitor("Rosa")
        form = "/admin/articles/article/add/"
        rosa.get(form)

        for _time in range(2):
            rosa.send_form(form, url=web.url("/again?utm_source=mail", PRIVATE))
        desk.wait_for(lambda: len(sightings(desk, "/again")) == 2, "the second sighting")

        assert {number for _way, number, _state in sightings(desk, "/again")} == {1}


class TestAFeed:
    def test_brings_its_articles_in(self, desk, web):
        for name in ("pier", "quay"):
            web.pages[f"/{name}"] = answer(PAGE.format(title=f"News of the {name}", place=name))
        items = "".join(f"<item><link>/{name}</link></item>" for name in ("pier", "quay"))
        web.pages["/rss"] = answer(
            f"<rss version='2.0'><channel><title>Harbour</title>{items}</channel></rss>",
            kind="application/rss+xml",
        )
        emil = desk.visitor("Emil")
        emil.get("/admin/articles/feed/add/")

        emil.send_form(
            "/admin/articles/feed/add/",
            url=web.url("/rss", PRIVATE),
            interval="30",
            active="on",
            next_due_at_0="2099-01-01",
            next_due_at_1="00:00:00",
        )
        ((feed,),) = desk.rows("SELECT id FROM articles_feed")
        emil.send_form(
            "/admin/articles/feed/", action="look_now", _selected_action=str(feed), index="0"
        )
        for name in ("pier", "quay"):
            desk.wait_for(
                lambda name=name: sightings(desk, f"/{name}") == [("feed", 1, "done")], name
            )

        assert desk.rows("SELECT title, failures FROM articles_feed") == [("Harbour", 0)]


class TestWorkerKilled:
    def test_a_fetch_under_way_is_done_once_by_another(self, desk, web):
        page = answer(PAGE.format(title="Slow news", place="Holm"))
        asked, go_on = threading.Event(), threading.Event()

        def slow_at_first(connection, _request):
            if not asked.is_set():
                asked.set()
                go_on.wait(60)
            connection.sendall(page)

        web.pages["/slow"] = slow_at_first
        rosa = desk.visitor("Rosa")
        form = "/admin/articles/article/add/"
        rosa.get(form)

        rosa.send_form(form, url=web.url("/slow", PRIVATE))
        assert asked.wait(60)
        main = desk.pid_of(" worker ")
        pool = children_of(main)
        assert pool
        os.kill(main, signal.SIGKILL)
        # The page is answered only when nobody is left to take it: a moment earlier, and the
        # orphaned process may finish the first attempt.
        desk.wait_for(lambda: not any(map(exists, pool)), "the end of the worker's processes")
        go_on.set()
        desk.wait_for(lambda: sightings(desk, "/slow") == [("url", 1, "done")], "the article")

        fetches = desk.rows("SELECT state, attempt FROM articles_fetch WHERE url LIKE '%%/slow'")
        assert fetches == [("done", 2)]

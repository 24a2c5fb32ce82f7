"""What happens when a part is killed in the middle of its work: it comes back, nothing is lost."""

from __future__ import annotations

import os
import re
import signal
import tempfile
import threading
import time
from pathlib import Path

import httpx
import pytest

from claims.extraction import find_claims
from tests.processes import Desk, Visitor, children_of, wait_until

NEW = "/desk/articles/new/"


@pytest.fixture(scope="module")
def desk():
    """A desk with an embedded server of its own, and short heartbeats."""
    with tempfile.TemporaryDirectory(prefix="plumbline-fall-") as folder:
        desk = Desk(
            Path(folder),
            WEB_PROCESSES="1",
            WORKER_CONCURRENCY="1",
            JOB_HEARTBEAT_SECONDS="5",
            JOB_RESEND_SECONDS="10",
        )
        try:
            desk.wait_until_ready()
            desk.add_cast()
            yield desk
        finally:
            desk.end_at_once()


def long_article(name: str, paragraphs: int) -> str:
    """A text of which a worker needs some seconds to read."""
    body = "\n\n".join(
        f'"The ferry to {name} carried {1000 + 7 * n:,} passengers in week {n}, up from '
        f'{900 + 5 * n:,} a year before," harbour chief Mara Quill told reporters on Monday.'
        for n in range(1, paragraphs + 1)
    )
    return f"Ferries to {name} fill up\n\n{body}\n"


def paste(visitor: Visitor, text: str) -> str:
    """Take a text in; return the id of its article, or nothing where that was not confirmed."""
    try:
        answer = visitor.send_form(NEW, text=text, language_tag="en", follow=False)
    except httpx.HTTPError:
        return ""
    found = re.fullmatch(r"/desk/articles/([0-9a-f-]{36})/", answer.headers.get("location", ""))
    return found[1] if found else ""


def reading(desk: Desk, article: str) -> tuple[str, int]:
    """State and attempt of the reading of an article."""
    found = desk.rows(
        "SELECT r.state, r.attempt FROM claims_reading r"
        " JOIN articles_snapshot s ON s.id = r.snapshot_id WHERE s.article_id = %s",
        article,
    )
    assert len(found) <= 1
    return found[0] if found else ("", 0)


def spans(desk: Desk, article: str) -> list[tuple[int, int]]:
    """Where claims were found in an article."""
    return desk.rows(
        'SELECT m.start, m."end" FROM claims_mention m'
        " JOIN articles_snapshot s ON s.id = m.snapshot_id WHERE s.article_id = %s ORDER BY 1, 2",
        article,
    )


def expected(text: str) -> list[tuple[int, int]]:
    return sorted((claim.start, claim.end) for claim in find_claims(text, "en"))


class TestWorkerKilled:
    @pytest.mark.parametrize("part", ["main", "pool"])
    def test_the_reading_is_done_once(self, desk, part):
        rosa = desk.visitor("Rosa")
        rosa.get(NEW)
        text = long_article({"main": "Alden", "pool": "Wick"}[part], 150)

        article = paste(rosa, text)
        desk.wait_for(lambda: reading(desk, article) == ("running", 1), "the reading to begin")
        main = desk.pid_of(" worker ")
        os.kill(main if part == "main" else children_of(main)[0], signal.SIGKILL)
        state_after_kill = reading(desk, article)[0]
        desk.wait_for(lambda: reading(desk, article)[0] == "done", "the reading to end")

        assert state_after_kill == "running", "the worker was too quick for this test"
        assert reading(desk, article)[1] == 2
        assert spans(desk, article) == expected(text)
        assert spans(desk, article)


class TestDatabaseKilled:
    def test_what_was_confirmed_is_there_once(self, desk):
        taken: dict[str, str] = {}
        stop = threading.Event()
        threads = [
            threading.Thread(target=keep_pasting, args=(desk, name, taken, stop))
            for name in ("Rosa", "Pavel")
        ]
        for thread in threads:
            thread.start()

        wait_until(lambda: len(taken) >= 4, "the first articles")
        killed = desk.postmaster()
        os.kill(killed, signal.SIGKILL)
        desk.wait_for_line("the embedded database had died; it runs again")
        before = len(taken)
        wait_until(lambda: len(taken) >= before + 4, "more articles after the fall")
        stop.set()
        for thread in threads:
            thread.join()

        assert desk.postmaster() != killed
        desk.wait_for(lambda: all_read(desk), "every reading to end")
        for text, article in taken.items():
            copies = desk.rows("SELECT article_id FROM articles_snapshot WHERE text = %s", text)
            assert [str(found) for (found,) in copies] == [article]
            assert spans(desk, article) == expected(text)
        desk.manage("verify_trail")


def keep_pasting(desk: Desk, name: str, taken: dict[str, str], stop: threading.Event) -> None:
    """Hand in one text after the other; what is not confirmed is handed in again, as people do."""
    visitor = desk.visitor(name)
    visitor.get(NEW)
    number = 0
    while not stop.is_set():
        number += 1
        text = long_article(f"{name} {number}", 1)
        while not (article := paste(visitor, text)) and not stop.is_set():
            time.sleep(0.3)
        if article:
            taken[text] = article
        time.sleep(0.1)


def all_read(desk: Desk) -> bool:
    return desk.rows("SELECT count(*) FROM claims_reading WHERE state <> 'done'") == [(0,)]

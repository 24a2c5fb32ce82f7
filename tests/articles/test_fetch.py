from __future__ import annotations

import gzip
import time

import pytest

from articles.errors import FetchFailed
from articles.fetch import Limits
from articles.guard import Guard

from .web import answer, get


class TestFetch:
    def test_returns_what_stands_there(self, web):
        web.pages["/a"] = answer("<p>é", kind="text/html; charset=utf-8", etag='"7"', x_secret="1")

        page = get(web, "/a#part")

        assert page.body == "<p>é".encode()
        assert page.status == 200
        assert page.url == page.final_url == web.url("/a")
        assert page.media_type == "text/html; charset=utf-8"
        assert page.headers["etag"] == '"7"'
        assert "x-secret" not in page.headers
        assert not page.moved_for_good

    def test_says_who_asks_and_sends_nothing_else_about_this_machine(self, web, monkeypatch):
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
        monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
        web.pages["/a"] = answer("x")

        get(web, "/a")

        head = web.requests[0].decode().lower()
        assert f"host: news.example:{web.port}" in head
        assert "user-agent: plumbline" in head
        assert "cookie" not in head
        assert "referer" not in head
        assert "authorization" not in head

    def test_unpacks_gzip(self, web):
        web.pages["/a"] = answer(gzip.compress(b"word " * 1000), content_encoding="gzip")

        assert get(web, "/a").body == b"word " * 1000

    def test_asks_whether_it_changed(self, web):
        web.pages["/a"] = answer(status="304 Not Modified", kind="")

        page = get(web, "/a", etag='"7"', modified="Sun, 22 Nov 2026 10:00:00 GMT")

        assert (page.status, page.body) == (304, b"")
        assert b'if-none-match: "7"' in web.requests[0].lower()
        assert b"if-modified-since: sun, 22 nov" in web.requests[0].lower()

    def test_an_unasked_304_is_a_failure(self, web):
        web.pages["/a"] = answer(status="304 Not Modified", kind="")

        with pytest.raises(FetchFailed, match="304"):
            get(web, "/a")


class TestStatus:
    @pytest.mark.parametrize(
        ("status", "passing"),
        [("401 No", False), ("403 No", False), ("404 No", False), ("410 No", False),
         ("429 No", True), ("500 No", True), ("503 No", True), ("204 No", False)],
    )  # fmt: skip
    def test_other_than_200_is_a_failure(self, web, status, passing):
        web.pages["/a"] = answer("x", status=status)

        with pytest.raises(FetchFailed, match=status[:3]) as failure:
            get(web, "/a")

        assert failure.value.passing == passing
        assert failure.value.status == int(status[:3])

    @pytest.mark.parametrize(
        ("said", "least", "most"),
        [("120", 120, 120), ("Sun, 06 Nov 1994 08:49:37 GMT", 0, 0), ("soon", None, None),
         ("-5", None, None), ("9" * 400, 10**7, 10**7), ("\xb3", None, None)],
    )  # fmt: skip
    def test_tells_how_long_to_wait(self, web, said, least, most):
        web.pages["/a"] = answer("x", status="429 Slow down", retry_after=said)

        with pytest.raises(FetchFailed) as failure:
            get(web, "/a")

        if least is None:
            assert failure.value.retry_after is None
        else:
            assert least <= failure.value.retry_after <= most


class TestKind:
    @pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", "text/css"])
    def test_other_than_asked_for_is_refused_before_it_is_read(self, web, kind):
        web.pages["/a"] = answer(b"x", kind=kind, content_length="99000")

        with pytest.raises(FetchFailed, match=kind):
            get(web, "/a")

    def test_any_is_taken_where_any_is_asked_for(self, web):
        web.pages["/a"] = answer(b"\x89PNG", kind="image/png")

        assert get(web, "/a", media_types=None).body == b"\x89PNG"

    def test_a_family_of_kinds_can_be_asked_for(self, web):
        web.pages["/a"] = answer(b"a,b", kind="text/csv; charset=utf-8")

        assert get(web, "/a", media_types=["text/"]).body == b"a,b"

    def test_an_answer_that_names_none_is_taken(self, web):
        web.pages["/a"] = answer(b"x", kind="")

        assert get(web, "/a").media_type == ""


class TestLimits:
    def test_a_declared_size_over_the_limit_is_not_read(self, web):
        web.pages["/a"] = answer(b"x", content_length="100001")

        with pytest.raises(FetchFailed, match="more than 0 MB"):
            get(web, "/a")

    def test_an_undeclared_size_over_the_limit_is_not_read_on(self, web):
        def endless(connection, _request):
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            for _piece in range(10_000):
                connection.sendall(b"x" * 10_000)

        web.pages["/a"] = endless

        with pytest.raises(FetchFailed, match="more than"):
            get(web, "/a")

    def test_a_bomb_is_measured_unpacked(self, web):
        web.pages["/a"] = answer(gzip.compress(b"\0" * 50_000_000), content_encoding="gzip")

        with pytest.raises(FetchFailed, match="more than"):
            get(web, "/a")

    def test_exactly_the_limit_is_taken(self, web):
        web.pages["/a"] = answer(b"x" * 100_000)

        assert len(get(web, "/a").body) == 100_000

    @pytest.mark.parametrize("slow_part", ["body", "head", "silence"])
    def test_the_time_is_for_everything(self, web, slow_part):
        def drip(connection, _request):
            if slow_part == "body":
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            elif slow_part == "head":
                connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
            for _second in range(100):
                if slow_part != "silence":
                    connection.sendall(b"x")
                time.sleep(0.1)

        web.pages["/a"] = drip
        started = time.monotonic()

        with pytest.raises(FetchFailed, match="within 1 seconds") as failure:
            get(web, "/a", limits=Limits(most_bytes=1000, seconds=1))

        assert time.monotonic() - started < 3
        assert failure.value.passing

    def test_huge_headers_are_refused(self, web):
        web.pages["/a"] = answer("x", x_long="y" * 200_000)

        with pytest.raises(FetchFailed, match="rules of the web"):
            get(web, "/a")


class TestBrokenAnswers:
    @pytest.mark.parametrize(
        "broken",
        [
            b"",
            b"\x00\x01\x02\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort",
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nshort",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            answer(b"not packed", content_encoding="gzip"),
            answer(gzip.compress(b"word " * 100)[:-12], content_encoding="gzip"),
            answer(b"x", content_encoding="br"),
        ],
    )
    def test_are_failures_with_a_sentence(self, web, broken):
        web.pages["/a"] = broken

        with pytest.raises(FetchFailed) as failure:
            get(web, "/a")

        assert failure.value.field == "url"
        assert str(failure.value).endswith(".")

    def test_bytes_after_the_declared_length_are_not_read(self, web):
        web.pages["/a"] = answer(b"four and more", content_length="4")

        assert get(web, "/a").body == b"four"

    def test_nobody_there_is_a_passing_failure(self, web):
        closed = Guard(
            resolve=lambda host, port: ["127.0.0.3"],
            is_allowed=lambda address: True,
            ports=frozenset({web.port}),
        )

        with pytest.raises(FetchFailed, match="could not be reached") as failure:
            get(web, "/a", guard=closed)

        assert failure.value.passing
